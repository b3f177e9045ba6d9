import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import { isoTime } from '../../../../shared/kernel/clock';
import type { Versioned } from '../../../../shared/kernel/versioned';
import { type EventEnvelope, newEvent } from '../../../../shared/messaging/envelope';
import { type HasTime, inLanes, sweepDue } from '../../../../shared/messaging/sweep';
import { reasonOf } from '../../../../shared/telemetry/log';
import { problem } from '../../../problems';
import { type RevocationReason, seatsRevoked } from '../../contract';
import type { MusicalDeps } from '../../deps';
import { type Allocation, hasEnded } from '../../seats/domain/allocation';
import { revoke, whyRevoked } from '../../seats/domain/allocation.decide';
import { hasBegun, type Performance } from '../domain/performance';
import { readPerformance } from './readPerformance';

/** For so long after a change the sweep looks for allocations that were under way when it was made. */
const WATCH_MS = 10 * 60 * 1000;
/** For so long the call itself takes seats back; a house that needs longer is finished by the sweep. */
const AT_ONCE_MS = 10_000;

/**
 * Closes a performance for good; everybody who has seats gets them revoked, and so a full refund. What was under way is
 * found by `checkPerformances`, again and again until the watch is over. Throws `not-found`, `wrong-state` (it has begun).
 */
export async function cancelPerformance(deps: MusicalDeps, performanceId: string): Promise<void> {
  const until = deps.clock.now() + AT_ONCE_MS;
  await revokeAll(deps, await closePerformance(deps, performanceId), () => deps.clock.now() < until);
}

/**
 * No new sales, and on the sweep's list, which ends what there is. Returns it as it is then; one that is closed stays as it
 * is. Throws `not-found`, `wrong-state` (it has begun).
 */
export async function closePerformance(deps: MusicalDeps, performanceId: string): Promise<Performance> {
  return untilCommitted(deps, `performance ${performanceId}`, async () => {
    const stored = await readPerformance(deps, performanceId);
    if (stored.value.status === 'cancelled') return stored.value;
    const changedAt = isoTime(deps.clock.now());
    if (hasBegun(stored.value, changedAt)) throw begunAlready(stored.value);
    const cancelled: Performance = { ...stored.value, status: 'cancelled', changedAt };
    const outcome = await deps.catalogue.replacePerformance(
      { value: cancelled, etag: stored.etag },
      changedAt,
    );
    return outcome === 'conflict' ? outcome : cancelled;
  });
}

/** What would take seats back from those who were there, and refund them all. */
export const begunAlready = ({ startsAt }: Performance) =>
  problem(
    'wrong-state',
    `The performance began at ${startsAt}: it can no longer be cancelled or moved, and no seat be withdrawn. Whoever is owed money is refunded at the payment provider, one by one.`,
  );

/** The sweep: performances that were cancelled or lost seats, until nobody is left who has what is no longer there. */
export const checkPerformances = (deps: MusicalDeps): Promise<void> =>
  sweepDue(deps.clock, {
    list: deps.catalogue.performancesToCheck,
    idOf: (performanceId) => performanceId,
    look: (performanceId, hasTime) => checkSafely(deps, performanceId, hasTime),
  });

async function checkSafely(deps: MusicalDeps, performanceId: string, hasTime: HasTime): Promise<void> {
  try {
    const stored = await readPerformance(deps, performanceId);
    const isDone = await revokeAll(deps, stored.value, hasTime);
    const watchedUntil = Date.parse(stored.value.changedAt ?? isoTime(0)) + WATCH_MS;
    if (isDone && watchedUntil < deps.clock.now()) await revokeAgain(deps, stored);
  } catch (error) {
    deps.log.warn('performance will be checked again', { performanceId, reason: reasonOf(error) });
  }
}

/**
 * A reservation that has not ended in all that time may never hear of it: it is told again, as often as it takes. Once
 * none is left the performance is off the sweep's list.
 */
async function revokeAgain(deps: MusicalDeps, stored: Versioned<Performance>): Promise<void> {
  const { performanceId } = stored.value;
  const unheard = await deps.seats.revokingAllocations(performanceId);
  for (const event of unheard.flatMap((allocation) => revocationOf(deps, allocation)))
    await deps.seats.publishAgain(performanceId, event);
  const nextCheckAt = unheard.length > 0 ? isoTime(deps.clock.now() + WATCH_MS) : undefined;
  await deps.catalogue.replacePerformance(stored, nextCheckAt);
}

/** Ends every live allocation whose promise the performance no longer keeps. False when time was over before. */
async function revokeAll(deps: MusicalDeps, performance: Performance, hasTime: HasTime): Promise<boolean> {
  const live = await deps.seats.liveAllocations(performance.performanceId);
  return inLanes(live, hasTime, async (allocation) => {
    const reason = whyRevoked(performance, allocation);
    if (reason !== undefined) await revokeOne(deps, allocation, reason);
  });
}

async function revokeOne(
  deps: MusicalDeps,
  { performanceId, id }: Allocation,
  reason: RevocationReason,
): Promise<void> {
  await untilCommitted(deps, `allocation ${id}`, async () => {
    const known = await deps.seats.allocation(performanceId, id);
    if (known === undefined || hasEnded(known.value)) return 'unchanged';
    const revoked = revoke(known.value, reason);
    return deps.seats.replace({ value: revoked, etag: known.etag }, revocationOf(deps, revoked));
  });
}

/** What the reservation of these seats is still to hear: one event, the same each time, or nothing. */
function revocationOf(
  deps: MusicalDeps,
  { id, performanceId, revoking: reason }: Allocation,
): readonly EventEnvelope[] {
  if (reason === undefined) return [];
  const data = { reservationId: id, performanceId, reason };
  const time = isoTime(deps.clock.now());
  return [newEvent(seatsRevoked, { causeId: id, subject: id, time, data })];
}
