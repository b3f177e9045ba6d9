import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import type { Pacing } from '../../../../shared/kernel/pacing';
import { isoTime } from '../../../../shared/kernel/time';
import { problem } from '../../../problems';
import { noLaterThanSales } from '../../catalogue/domain/performance';
import { noPerformance } from '../../catalogue/usecases/readCatalogue';
import type { MusicalDeps } from '../../deps';
import { type Allocation, hasEnded, isOverdue } from '../domain/allocation';
import { MAX_RENEWALS, renew } from '../domain/allocation.decide';

type Deps = Pacing & Pick<MusicalDeps, 'seats' | 'clock' | 'performanceOf' | 'holdDurationMs'>;

export type RenewCommand = {
  readonly performanceId: string;
  readonly holdId: string;
  readonly customerId: string;
  /** Chosen before the call. A repeated call has the same, and renews nothing. */
  readonly renewalId: string;
};

/**
 * Gives a hold its whole time again. It is the one write that moves `heldUntil`, under the allocation's ETag, so of a
 * renewal and a take-over of the overdue seats one wins. Throws `renewal-limit`, `hold-expired` (it has run out or was
 * released), `wrong-state` (a reservation was made on it), `not-found`, `forbidden` (somebody else's).
 */
export async function renewHold(deps: Deps, command: RenewCommand): Promise<Allocation> {
  const { performanceId, holdId, customerId, renewalId } = command;
  const performance = (await deps.performanceOf(performanceId))?.value;
  if (performance === undefined) throw noPerformance(performanceId);
  return untilCommitted<Allocation>(deps, `hold ${holdId}`, async () => {
    const stored = await deps.seats.allocation(performanceId, holdId);
    if (stored === undefined) throw problem('not-found', `There is no hold ${holdId}.`);
    const { value: hold } = stored;
    if (hold.customerId !== customerId) throw problem('forbidden', 'This hold belongs to somebody else.');
    const now = deps.clock.now();
    checkRenewable(hold, isoTime(now));
    const { renewals = [] } = hold;
    if (renewals.includes(renewalId)) return hold;
    if (renewals.length >= MAX_RENEWALS)
      throw problem('renewal-limit', `A hold can be renewed ${MAX_RENEWALS} times. Reserve the seats now.`);
    const renewed = renew(hold, noLaterThanSales(performance, isoTime(now + deps.holdDurationMs)), renewalId);
    return (await deps.seats.replace({ ...stored, value: renewed })) === 'conflict' ? 'conflict' : renewed;
  });
}

function checkRenewable(hold: Allocation, now: string): void {
  if (hold.phase === 'reserved' || hold.phase === 'sold')
    throw problem('wrong-state', 'A reservation was made on this hold. Pay for it in its time.');
  if (hasEnded(hold) || isOverdue(hold, now))
    throw problem('hold-expired', 'The hold has run out or was released. Hold seats again.');
}
