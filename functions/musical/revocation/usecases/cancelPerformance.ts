import type { Pacing } from '../../../../shared/kernel/pacing';
import type { Performance } from '../../catalogue/domain/performance';
import { closePerformance } from '../../catalogue/usecases/changePerformance';
import type { MusicalDeps } from '../../deps';
import { revokeSeats } from './revokeSeats';

/** For so long the call itself takes seats back. A house that needs longer is finished by the follow-up. */
const AT_ONCE_MS = 10_000;

/**
 * Closes a performance for good. Everybody who has seats gets them revoked, and so a full refund. What was under way is
 * found by the follow-up. One that is cancelled already is as it was asked for, because an answer may have been lost.
 * Throws `not-found`, `stale`, `wrong-state` (it has begun), and what `beforeStoring` throws.
 */
export async function cancelPerformance(
  deps: Pacing & Pick<MusicalDeps, 'catalogue' | 'seats' | 'clock' | 'log' | 'publisher'>,
  performanceId: string,
  ifMatch?: string,
  beforeStoring?: (closed: Performance) => Promise<void>,
): Promise<void> {
  const untilMs = deps.clock.now() + AT_ONCE_MS;
  const closed = await closePerformance(deps, performanceId, ifMatch, beforeStoring);
  await revokeSeats(deps, closed, () => deps.clock.now() < untilMs);
}
