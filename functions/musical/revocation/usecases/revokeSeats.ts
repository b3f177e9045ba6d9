import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import { type Clock, isoTime } from '../../../../shared/kernel/clock';
import type { Pacing } from '../../../../shared/kernel/pacing';
import { type EventEnvelope, newEvent } from '../../../../shared/messaging/envelope';
import { type HasTime, inLanes } from '../../../../shared/messaging/sweep';
import type { Performance } from '../../catalogue/domain/performance';
import { type RevocationReason, seatsRevoked } from '../../contract';
import type { MusicalDeps } from '../../deps';
import { type Allocation, hasEnded } from '../../seats/domain/allocation';
import { revoke, whyRevoked } from '../../seats/domain/allocation.decide';

type Deps = Pacing & Pick<MusicalDeps, 'seats' | 'clock'>;

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
  await untilCommitted(deps, `allocation ${id}`, async () => {
    const known = await deps.seats.allocation(performanceId, id);
    if (known === undefined || hasEnded(known.value)) return 'unchanged';
    const revoked = revoke(known.value, reason);
    return deps.seats.replace({ ...known, value: revoked }, revocationOf(deps.clock, revoked));
  });
}

/** What the reservation of these seats is still to hear. It is one event, the same each time, or nothing. */
export function revocationOf(
  clock: Clock,
  { id, performanceId, revoking: reason }: Allocation,
): readonly EventEnvelope[] {
  if (reason === undefined) return [];
  const data = { reservationId: id, performanceId, reason };
  return [newEvent(seatsRevoked, { causeId: id, subject: id, time: isoTime(clock.now()), data })];
}
