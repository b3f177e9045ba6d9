import { isoTime } from '../../../../shared/kernel/clock';
import { problem } from '../../../problems';
import { readPerformance } from '../../catalogue/usecases/readPerformance';
import type { MusicalDeps } from '../../deps';
import { type Allocation, hasEnded, isOverdue, type Refusal, type Wanted } from '../domain/allocation';
import { takeSeats } from './takeSeats';

export type HoldCommand = {
  readonly performanceId: string;
  readonly customerId: string;
  /** Chosen before the call, so that a repeated call is the same hold. */
  readonly holdId: string;
  /** It came with an Idempotency-Key, so an earlier one may have made this hold. */
  readonly mayBeRepeated: boolean;
  readonly wanted: Wanted;
};

/**
 * Takes seats for a customer for `holdDurationMs`. A repeated command answers with the hold it made before.
 * Throws `seat-taken` (which), `sold-out`, `customer-limit`, `not-on-sale`, `hold-expired` (a repeated
 * command whose hold has ended), `not-found`, `invalid-request`.
 */
export async function holdSeats(deps: MusicalDeps, command: HoldCommand): Promise<Allocation> {
  const { performanceId, customerId, holdId, wanted } = command;
  const madeBefore = async (): Promise<Allocation | undefined> => {
    const own = command.mayBeRepeated ? await deps.seats.allocation(performanceId, holdId) : undefined;
    return own && stillHeld(own.value, isoTime(deps.clock.now()));
  };
  const before = await madeBefore();
  if (before !== undefined) return before;
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
  if ('allocation' in outcome) return outcome.allocation;
  // A copy of this command that came at the same time may have taken them.
  const meanwhile = await madeBefore();
  if (meanwhile !== undefined) return meanwhile;
  throw refusalProblem(outcome.refusal, wanted);
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

function refusalProblem(refusal: Refusal, wanted: Wanted) {
  switch (refusal.code) {
    case 'seat-taken':
      return problem(
        'seat-taken',
        `Taken: ${refusal.taken.join(', ')}. Choose other seats, or reserve by its holdId what you hold yourself.`,
        {
          taken: refusal.taken,
        },
      );
    case 'sold-out':
      return problem('sold-out', `Section ${refusal.sectionId} has no ${refusal.quantity} seats left.`);
    case 'unknown-seats':
      return problem('invalid-request', refusal.detail, {
        errors: [{ pointer: 'seats' in wanted ? '/seats' : '/sectionId', detail: refusal.detail }],
      });
    case 'not-on-sale':
    case 'customer-limit':
    case 'hold-expired':
      return problem(refusal.code, refusal.detail);
    default:
      return refusal satisfies never;
  }
}
