import { isDeepStrictEqual } from 'node:util';
import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import { checkIfMatch } from '../../../../shared/http/ifMatch';
import { invalidMember } from '../../../../shared/http/request';
import type { Pacing } from '../../../../shared/kernel/pacing';
import { isoTime } from '../../../../shared/kernel/time';
import type { Versioned } from '../../../../shared/kernel/versioned';
import type { OnMove } from '../../contract';
import type { MusicalDeps } from '../../deps';
import { inMusical, movesTooOften } from '../domain/move';
import { faultInMusical, type Musical, type MusicalFields } from '../domain/musical';
import type { Performance } from '../domain/performance';
import { faultInDay } from '../domain/performance.decide';
import { changePerformance, performanceFrom } from './changePerformance';
import { expectStored, readMusical } from './readCatalogue';

type Deps = Pacing & Pick<MusicalDeps, 'catalogue' | 'clock'>;

function checkMusical(fields: MusicalFields): void {
  const fault = faultInMusical(fields);
  if (fault !== undefined) throw invalidMember(fault.pointer, fault.detail);
}

/**
 * Creates the musical. A call that is repeated with the same id finds it. It asks for an id only for what can be made, so
 * a refusal uses up no Idempotency-Key. Throws `invalid-request`.
 */
export async function createMusical(
  { catalogue }: Pick<MusicalDeps, 'catalogue'>,
  newId: () => Promise<string>,
  fields: MusicalFields,
): Promise<Versioned<Musical>> {
  checkMusical(fields);
  const musicalId = await newId();
  await catalogue.createMusical({ ...fields, musicalId });
  return expectStored(await catalogue.musical(musicalId));
}

type Beside = {
  /** What becomes of the tickets when the venue is another. By default they are kept. */
  readonly onMove?: OnMove | undefined;
  /** Is shown the performances as they will be, if the venue is another. */
  readonly beforeStoring?: (moved: readonly Performance[]) => Promise<void>;
};

/**
 * Changes a musical and then each of its performances. Of the terms of reservations already made only the venue changes,
 * when the performance is moved by it. The same request again goes on where it stopped, though its `If-Match` is of the
 * state before. Throws `not-found`, `stale`, `invalid-request`, `wrong-state` (moved too often), and what `beforeStoring`
 * throws.
 */
export async function updateMusical(
  deps: Deps,
  musicalId: string,
  fields: MusicalFields,
  ifMatch: string | undefined,
  { onMove, beforeStoring }: Beside = {},
): Promise<Versioned<Musical>> {
  checkMusical(fields);
  await checkRun(deps, musicalId, fields);
  const now = isoTime(deps.clock.now());
  const performances = await deps.catalogue.performancesOf(musicalId);
  const after = performances.map((one) => inMusical(fields, one, now, onMove));
  for (const one of after) performanceFrom(movesTooOften(one) ?? { kind: 'accepted', performance: one });
  await beforeStoring?.(after.filter(({ moves }, i) => moves?.length !== performances[i]?.moves?.length));
  await storeMusical(deps, { ...fields, musicalId }, ifMatch);
  return untilCommitted(deps, `musical ${musicalId}`, async () => {
    const musical = await readMusical(deps, musicalId);
    for (const { performanceId } of await deps.catalogue.performancesOf(musicalId)) {
      const next = (before: Performance) => inMusical(musical.value, before, now, onMove);
      await changePerformance(deps, performanceId, undefined, next);
    }
    // Somebody else may have changed it meanwhile. The performances have what the musical has, not what came last.
    return (await readMusical(deps, musicalId)).etag === musical.etag ? musical : 'conflict';
  });
}

/** A run that becomes shorter leaves no performance behind. Throws `not-found`, `invalid-request`. */
async function checkRun(deps: Deps, musicalId: string, fields: MusicalFields): Promise<void> {
  const { value: before } = await readMusical(deps, musicalId);
  if (before.startDate >= fields.startDate && before.endDate <= fields.endDate) return;
  const isLeft = ({ status, ...performance }: Performance) =>
    status === 'scheduled' &&
    faultInDay(performance, before) === undefined &&
    faultInDay({ ...performance, venue: fields.venue }, fields) !== undefined;
  const left = (await deps.catalogue.performancesOf(musicalId)).find(isLeft);
  if (left === undefined) return;
  const pointer = before.startDate < fields.startDate ? '/startDate' : '/endDate';
  throw invalidMember(
    pointer,
    `The performance ${left.performanceId} at ${left.startsAt} would be outside the run.`,
  );
}

async function storeMusical(deps: Deps, value: Musical, ifMatch: string | undefined): Promise<void> {
  await untilCommitted(deps, `musical ${value.musicalId}`, async () => {
    const stored = await readMusical(deps, value.musicalId);
    if (isDeepStrictEqual(stored.value, value)) return 'unchanged';
    checkIfMatch(stored.etag, ifMatch);
    return deps.catalogue.replaceMusical({ ...stored, value });
  });
}
