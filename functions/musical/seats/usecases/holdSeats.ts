import { invalidMember } from '../../../../shared/http/request';
import { isoTime } from '../../../../shared/kernel/time';
import { problem } from '../../../problems';
import { noLaterThanSales, type Performance } from '../../catalogue/domain/performance';
import { noPerformance } from '../../catalogue/usecases/readCatalogue';
import { type SeatRequest, soldOutText } from '../../contract';
import type { MusicalDeps } from '../../deps';
import { type Allocation, hasEnded, isOverdue, type SeatRefusal } from '../domain/allocation';
import { ANYBODY, type Buyer } from '../domain/member';
import type { ChoosingDeps } from './chooseSeats';
import { readBuyer } from './hearStanding';
import { takeSeats } from './takeSeats';

export type HoldCommand = {
  readonly performanceId: string;
  readonly customerId: string;
  /** Chosen before the call, so that a repeated call is the same hold. */
  readonly holdId: string;
  /** It came with an Idempotency-Key, so an earlier one may have made this hold. */
  readonly mayBeRepeated: boolean;
  readonly request: SeatRequest;
};

type Deps = ChoosingDeps &
  Pick<MusicalDeps, 'performanceOf' | 'holdDurationMs' | 'marks' | 'members' | 'timeZone'>;

/**
 * Takes seats for a customer for `holdDurationMs`, or until sales close. A repeated command answers with the hold it made before.
 * Throws `seat-taken` (which), `sold-out`, `customer-limit`, `not-on-sale`, `members-only` (in the presale),
 * `hold-expired` (a repeated command whose hold has ended), `not-found`, `invalid-request`, `erasure-under-way`.
 */
export async function holdSeats(deps: Deps, command: HoldCommand): Promise<Allocation> {
  const { performanceId, customerId, holdId: allocationId, request } = command;
  const before = await holdMadeBefore(deps, command);
  if (before !== undefined) return before;
  const performance = (await deps.performanceOf(performanceId))?.value;
  if (performance === undefined) throw noPerformance(performanceId);
  const expiresAt = noLaterThanSales(performance, isoTime(deps.clock.now() + deps.holdDurationMs));
  let seenAs = ANYBODY;
  const buyer = async () => {
    seenAs = await buyerWhoMayHold(deps, customerId);
    return seenAs;
  };
  const taker = { performance, allocationId, customerId, buyer, expiresAt, heldUntil: expiresAt };
  const outcome = await takeSeats(deps, { ...taker, phase: 'hold', request });
  if (outcome.kind === 'taken') return outcome.allocation;
  // A copy of this command that came at the same time may have taken them.
  const meanwhile = await holdMadeBefore(deps, command);
  if (meanwhile !== undefined) return meanwhile;
  throw refusalProblem(outcome.refusal, request, performance, seenAs);
}

/** Throws `erasure-under-way`. */
async function buyerWhoMayHold(deps: Deps, customerId: string): Promise<Buyer> {
  const [isMarked, buyer] = await Promise.all([deps.marks.isMarked(customerId), readBuyer(deps, customerId)]);
  if (!isMarked) return buyer;
  throw problem(
    'erasure-under-way',
    'You have asked us to erase your data. No seats can be held until that is done.',
  );
}

/** Throws `hold-expired`. */
async function holdMadeBefore(
  { seats, clock }: Deps,
  { performanceId, holdId, mayBeRepeated }: HoldCommand,
): Promise<Allocation | undefined> {
  const own = mayBeRepeated ? await seats.allocation(performanceId, holdId) : undefined;
  if (own === undefined) return undefined;
  if (!hasEnded(own.value) && !isOverdue(own.value, isoTime(clock.now()))) return own.value;
  throw problem(
    'hold-expired',
    'This Idempotency-Key belongs to a hold that has ended. Hold again with a new key.',
  );
}

function refusalProblem(refusal: SeatRefusal, request: SeatRequest, performance: Performance, buyer: Buyer) {
  switch (refusal.code) {
    case 'seat-taken': {
      const { taken } = refusal;
      const detail = `Taken: ${taken.join(', ')}. Choose other seats, or reserve by its holdId what you hold yourself.`;
      return problem('seat-taken', detail, { taken });
    }
    case 'sold-out':
      return problem('sold-out', soldOutText(refusal));
    case 'unknown-seats': {
      const pointer =
        'seats' in request ? '/seats' : request.sectionId === undefined ? '/tier' : '/sectionId';
      return problem('invalid-request', refusal.detail, { errors: [{ pointer, detail: refusal.detail }] });
    }
    case 'price-type':
      return invalidMember(refusal.pointer ?? '/priceTypes', refusal.detail);
    case 'members-only': {
      const { salesOpenAt } = performance;
      return problem('members-only', refusal.detail, { salesOpenAt, buyer: buyer.kind });
    }
    case 'not-on-sale':
    case 'customer-limit':
    case 'hold-expired':
      return problem(refusal.code, refusal.detail);
    default:
      return refusal satisfies never;
  }
}
