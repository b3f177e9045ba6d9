import { isoTime } from '../../../shared/clock';
import { problem } from '../../problems';
import type { MusicalDeps } from '../deps';
import { type Allocation, hasEnded, isOverdue, type Refusal, type Wanted } from '../domain/allocation';
import { readPerformance } from './readPerformance';
import { takeSeats } from './takeSeats';

export type HoldCommand = {
  readonly performanceId: string;
  readonly customerId: string;
  /** Chosen before the call, so that a repeated call is the same hold. */
  readonly holdId: string;
  readonly isRepeated: boolean;
  readonly wanted: Wanted;
};

/**
 * Takes seats for a customer for `holdDurationMs`. A repeated command answers with the hold it made before.
 * Throws `seat-taken` (which), `sold-out`, `customer-limit`, `not-on-sale`, `not-found`, `invalid-request`.
 */
export async function holdSeats(deps: MusicalDeps, command: HoldCommand): Promise<Allocation> {
  const { performanceId, customerId, holdId, wanted } = command;
  if (command.isRepeated) {
    const before = await deps.seats.allocation(performanceId, holdId);
    if (before !== undefined) return stillHeld(before.value, isoTime(deps.clock.now()));
  }
  const { value: performance } = await readPerformance(deps, performanceId);
  const expiresAt = isoTime(deps.clock.now() + deps.holdDurationMs);
  const outcome = await takeSeats(deps, {
    performance,
    allocationId: holdId,
    customerId,
    wanted,
    phase: 'hold',
    expiresAt,
    heldUntil: expiresAt,
    events: () => [],
  });
  if ('refusal' in outcome) throw refusalProblem(outcome.refusal);
  return outcome.allocation;
}

function stillHeld(hold: Allocation, now: string): Allocation {
  if (hasEnded(hold) || isOverdue(hold, now)) {
    throw problem(
      'hold-expired',
      'This Idempotency-Key belongs to a hold that has ended. Hold again with a new key.',
    );
  }
  return hold;
}

export function refusalProblem(refusal: Refusal) {
  switch (refusal.code) {
    case 'seat-taken':
      return problem(
        'seat-taken',
        `Taken by somebody else: ${refusal.taken.join(', ')}. Choose other seats.`,
        {
          taken: refusal.taken,
        },
      );
    case 'sold-out':
      return problem('sold-out', `Section ${refusal.sectionId} has no ${refusal.quantity} seats left.`);
    case 'unknown-seats':
      return problem('invalid-request', refusal.detail, {
        errors: [{ pointer: '/seats', detail: refusal.detail }],
      });
    case 'not-on-sale':
    case 'customer-limit':
    case 'hold-expired':
      return problem(refusal.code, refusal.detail);
    default:
      return refusal satisfies never;
  }
}
