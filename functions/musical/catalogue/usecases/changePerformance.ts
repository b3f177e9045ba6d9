import { isDeepStrictEqual } from 'node:util';
import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import { checkIfMatch } from '../../../../shared/http/ifMatch';
import { invalidMember } from '../../../../shared/http/request';
import type { Pacing } from '../../../../shared/kernel/pacing';
import { isoTime } from '../../../../shared/kernel/time';
import { problem } from '../../../problems';
import type { MusicalDeps } from '../../deps';
import type { Performance } from '../domain/performance';
import { cancel, type Edit } from '../domain/performance.decide';
import { readPerformance } from './readCatalogue';

/** The performance as it was accepted. Throws `invalid-request`, `wrong-state`. */
export function performanceFrom(edit: Edit): Performance {
  switch (edit.kind) {
    case 'accepted':
      return edit.performance;
    case 'invalid':
      throw invalidMember(edit.fault.pointer, edit.fault.detail);
    case 'too-late':
      throw problem('wrong-state', edit.detail);
    default:
      return edit satisfies never;
  }
}

/**
 * Stores what `next` makes of the performance. One that is already so is left alone, because the same request comes again
 * when its answer was lost. Throws `not-found`, `stale`, and what `beforeStoring` throws.
 */
export async function changePerformance(
  deps: Pacing & Pick<MusicalDeps, 'catalogue'>,
  performanceId: string,
  ifMatch: string | undefined,
  next: (performance: Performance) => Performance,
  beforeStoring?: (before: Performance, after: Performance) => Promise<void>,
): Promise<void> {
  await untilCommitted(deps, `performance ${performanceId}`, async () => {
    const stored = await readPerformance(deps, performanceId);
    const value = next(stored.value);
    if (isDeepStrictEqual({ ...value, changedAt: '' }, { ...stored.value, changedAt: '' }))
      return 'unchanged';
    checkIfMatch(stored.etag, ifMatch);
    await beforeStoring?.(stored.value, value);
    return deps.catalogue.replacePerformance({ ...stored, value }, value.changedAt);
  });
}

/**
 * Closes the performance for new sales and puts it on the list of the follow-up, which ends what there is. Returns it as
 * it is then. One that is closed stays as it is. Throws `not-found`, `stale`, `wrong-state` (it has begun).
 */
export async function closePerformance(
  deps: Pacing & Pick<MusicalDeps, 'catalogue' | 'clock'>,
  performanceId: string,
  ifMatch?: string,
  beforeStoring?: (closed: Performance) => Promise<void>,
): Promise<Performance> {
  return untilCommitted(deps, `performance ${performanceId}`, async () => {
    const stored = await readPerformance(deps, performanceId);
    if (stored.value.status === 'cancelled') return stored.value;
    checkIfMatch(stored.etag, ifMatch);
    const closed = performanceFrom(cancel(stored.value, isoTime(deps.clock.now())));
    await beforeStoring?.(closed);
    const outcome = await deps.catalogue.replacePerformance({ ...stored, value: closed }, closed.changedAt);
    return outcome === 'conflict' ? outcome : closed;
  });
}
