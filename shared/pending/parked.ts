import type { NoteFailure } from '../cosmos/failures';
import { type Clock, systemClock } from '../kernel/clock';
import { isoTime } from '../kernel/time';
import type { Versioned } from '../kernel/versioned';
import { type Log, reasonOf } from '../telemetry/log';
import { recordMetric } from '../telemetry/metrics';
import { bodyForPeople, type PendingItem, type PendingStore } from './pending';
import { carriedOut, type PendingDeps } from './tendPending';

/** The kind of a document that the reader of a change feed has left behind. */
export const PARKED = 'feed';

/** A reader of a change feed and the context that runs it. */
export type FeedReader = { readonly owner: string; readonly reader: string };

/** Notes what a reader leaves behind. Never throws, for what failed may be the store itself. */
export const parkingPlace =
  (pending: PendingStore, { owner, reader }: FeedReader, log: Log, clock: Clock = systemClock): NoteFailure =>
  async (id, reason, change) => {
    const reservationId = reservationIdOf(change);
    const item: PendingItem = {
      id: `${reader}:${id}`,
      kind: PARKED,
      owner,
      ...(reservationId === undefined ? {} : { reservationId }),
      since: isoTime(clock.now()),
      reason,
      attempts: 1,
      ...(change === undefined ? {} : { body: bodyForPeople(change) ?? {} }),
    };
    try {
      await pending.put(item);
    } catch (error) {
      log.warn('failure could not be noted', { source: reader, id, reason: reasonOf(error) });
    }
  };

const reservationIdOf = (change: unknown): string | undefined => {
  const { reservationId } = (change ?? {}) as { reservationId?: unknown };
  return typeof reservationId === 'string' ? reservationId : undefined;
};

/** What a reader does again with something it has left behind. Throws when it would be left behind again. */
export type DoAgain = (id: string, body: Readonly<Record<string, unknown>>) => Promise<void>;

/** Does what people have asked for with what a context has parked. Returns how much of it is left. */
export async function tendParked(
  deps: PendingDeps,
  owner: string,
  readers: Readonly<Record<string, DoAgain>>,
): Promise<number> {
  const stored = await deps.pending.of(PARKED, owner);
  let left = stored.length;
  for (const one of stored) if (await isDisposedOf(deps, one, readers)) left -= 1;
  recordMetric('marquee.pending', left, { kind: PARKED });
  return left;
}

async function isDisposedOf(
  deps: PendingDeps,
  one: Versioned<PendingItem>,
  readers: Readonly<Record<string, DoAgain>>,
): Promise<boolean> {
  const { asked, ...item } = one.value;
  if (asked === undefined) return false;
  const work = asked.action === 'retry' ? () => again(item, readers) : async () => {};
  if (await carriedOut(deps, item, asked, work)) return (await deps.pending.remove(one)) === 'committed';
  // What was asked for is answered in the log. Somebody may ask again.
  await deps.pending.write({ ...item, attempts: item.attempts + 1 }, one);
  return false;
}

async function again({ id, body = {} }: PendingItem, readers: Readonly<Record<string, DoAgain>>) {
  const cut = id.indexOf(':');
  const reader = readers[id.slice(0, cut)];
  if (reader === undefined) throw new Error(`There is no reader ${id.slice(0, cut)} any more. Discard it.`);
  await reader(id.slice(cut + 1), body);
}

/** A note that is none. It throws what it is told, so that whoever does something again knows how it went. */
export const throwing: NoteFailure = async (_id, reason) => {
  throw new Error(reason);
};
