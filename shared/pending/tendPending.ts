import { isDeepStrictEqual } from 'node:util';
import type { Versioned } from '../kernel/versioned';
import { type Log, reasonOf } from '../telemetry/log';
import { recordMetric } from '../telemetry/metrics';
import type { Asked, PendingItem, PendingStore } from './pending';

/** Something that is pending, as the owner sees it in its own data. */
export type Trouble = Omit<PendingItem, 'kind' | 'owner' | 'asked'>;

/** One kind of what is pending in one context. */
export type PendingKind = {
  readonly kind: string;
  readonly owner: string;
  /** What is pending now, the longest first. */
  readonly list: () => Promise<readonly Trouble[]>;
  readonly retry: (item: PendingItem) => Promise<void>;
  /** Absent where nobody may give up what is pending. */
  readonly discard?: (item: PendingItem) => Promise<void>;
  /** Whether one that is no longer listed is still somebody's to look at. */
  readonly staysPending?: (item: PendingItem) => Promise<boolean>;
};

export type PendingDeps = { readonly pending: PendingStore; readonly log: Log };

/** So many of a kind are shown. How many there are is a figure. */
const MAX_SHOWN = 200;

/**
 * Does what people have asked for, and then brings what is shown of a kind in line with what is pending. Returns how much
 * that is. Each is told of once in the log when it comes, and once when it is gone.
 */
export async function tendPending(deps: PendingDeps, kind: PendingKind): Promise<number> {
  const stored = await deps.pending.of(kind.kind, kind.owner);
  const done = await carryOut(deps, stored, kind);
  const found = await kind.list();
  const stay = await leftOver(deps, { stored, found, done }, kind);
  const known = new Map(stored.map((one) => [one.value.id, one]));
  for (const trouble of found.slice(0, MAX_SHOWN)) await show(deps, kind, trouble, known, done);
  const count = found.length + stay;
  recordMetric('marquee.pending', count, { kind: kind.kind });
  return count;
}

/** The ids of those with which what was asked for is done. What fails is tried again in the next run. */
async function carryOut(
  deps: PendingDeps,
  stored: readonly Versioned<PendingItem>[],
  { retry, discard }: PendingKind,
): Promise<ReadonlySet<string>> {
  const done = new Set<string>();
  for (const { value: item } of stored) {
    if (item.asked === undefined) continue;
    const work = item.asked.action === 'retry' ? retry : discard;
    if (work === undefined) continue;
    if (await carriedOut(deps, item, item.asked, work)) done.add(item.id);
  }
  return done;
}

/** Whether it was done. It is told in the log either way, with who asked for it and why. */
export async function carriedOut(
  { log }: Pick<PendingDeps, 'log'>,
  item: PendingItem,
  { action, by, reason }: Asked,
  work: (item: PendingItem) => Promise<void>,
): Promise<boolean> {
  const { kind, id, reservationId } = item;
  const fields = { audit: true, kind, id, reservationId, action, caller: by, why: reason };
  try {
    await work(item);
    log.info('pending item handled as asked', fields);
    return true;
  } catch (error) {
    log.warn('pending item could not be handled as asked', { ...fields, reason: reasonOf(error) });
    return false;
  }
}

type Seen = {
  readonly stored: readonly Versioned<PendingItem>[];
  readonly found: readonly Trouble[];
  readonly done: ReadonlySet<string>;
};

/** Takes away what is no longer pending. Returns how many stay although they are not found any more. */
async function leftOver(
  { pending, log }: PendingDeps,
  { stored, found, done }: Seen,
  { staysPending }: PendingKind,
): Promise<number> {
  const ids = new Set(found.map(({ id }) => id));
  let stay = 0;
  for (const one of stored) {
    const { asked: _done, ...item } = one.value;
    const { kind, id, reservationId } = item;
    if (ids.has(id)) continue;
    if (await staysPending?.(item)) {
      stay += 1;
      if (done.has(id)) await pending.write(item, one);
      continue;
    }
    if ((await pending.remove(one)) === 'committed')
      log.info('no longer pending', { kind, id, reservationId });
  }
  return stay;
}

async function show(
  { pending, log }: PendingDeps,
  { kind, owner }: PendingKind,
  trouble: Trouble,
  known: ReadonlyMap<string, Versioned<PendingItem>>,
  done: ReadonlySet<string>,
): Promise<void> {
  const { id, reservationId, reason } = trouble;
  const before = known.get(id);
  const asked = done.has(id) ? undefined : before?.value.asked;
  const item: PendingItem = { ...trouble, kind, owner, ...(asked === undefined ? {} : { asked }) };
  if (before === undefined) {
    if ((await pending.write(item, undefined)) === 'committed')
      log.warn('now pending', { kind, id, reservationId, reason });
  } else if (!isDeepStrictEqual(item, before.value)) await pending.write(item, before);
}
