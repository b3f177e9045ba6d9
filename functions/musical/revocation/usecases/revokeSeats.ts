import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import type { Pacing } from '../../../../shared/kernel/pacing';
import { isoTime } from '../../../../shared/kernel/time';
import { newEvent } from '../../../../shared/messaging/envelope';
import { type HasTime, inLanes } from '../../../../shared/messaging/sweep';
import type { Performance } from '../../catalogue/domain/performance';
import { type RevocationReason, seatsRevoked } from '../../contract';
import type { MusicalDeps } from '../../deps';
import { type Allocation, isOver } from '../../seats/domain/allocation';
import { revoke, whyRevoked } from '../../seats/domain/allocation.decide';
import { tellOrWarn } from './tellOrWarn';

type Deps = Pacing & Pick<MusicalDeps, 'seats' | 'clock' | 'log' | 'publisher'>;

/** Ends every live allocation whose promise the performance no longer keeps. False when time was over before. */
export async function revokeSeats(deps: Deps, performance: Performance, hasTime: HasTime): Promise<boolean> {
  const live = await deps.seats.liveAllocations(performance.performanceId);
  return inLanes(live, hasTime, async (allocation) => {
    const reason = whyRevoked(performance, allocation);
    if (reason !== undefined) await revokeOne(deps, allocation, reason);
  });
}

async function revokeOne(
  deps: Deps,
  { performanceId, id }: Allocation,
  reason: RevocationReason,
): Promise<void> {
  const revoked = await untilCommitted<Allocation | undefined>(deps, `allocation ${id}`, async () => {
    const known = await deps.seats.allocation(performanceId, id);
    if (known === undefined || isOver(known.value)) return undefined;
    const next = revoke(known.value, reason);
    return (await deps.seats.replace({ ...known, value: next })) === 'conflict' ? 'conflict' : next;
  });
  if (revoked !== undefined) await tellRevoked(deps, revoked);
}

/**
 * Tells the reservation of these seats that they were taken back, if it is still to hear of it. It is one event, the same
 * each time. When the topic does not take it, the others are told all the same, and the follow-up tells this one again.
 */
export async function tellRevoked(
  deps: Deps,
  { id, performanceId, revoking: reason }: Allocation,
): Promise<void> {
  if (reason === undefined) return;
  const data = { reservationId: id, performanceId, reason };
  const event = newEvent(seatsRevoked, { causeId: id, subject: id, time: isoTime(deps.clock.now()), data });
  await tellOrWarn(deps, event);
}
