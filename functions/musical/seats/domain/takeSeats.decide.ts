import type { PerhapsStored, Versioned } from '../../../../shared/kernel/versioned';
import type { CounterTerms } from '../../../reservation/contract';
import type { Fault } from '../../catalogue/domain/fault';
import type { Performance } from '../../catalogue/domain/performance';
import { type PriceTypesAsked, saleTermsSchema } from '../../contract';
import { type Allocation, type Claim, isOverdue, seatIsFree } from './allocation';
import type { CustomerCount } from './customerCount';
import { type Buyer, offeredTo } from './member';
import { latestMoveOf } from './moves.decide';
import { atPriceTypes, forNothing, priced } from './price';

/** The claims and allocations in the way of a request, as they were read, each with the ETag its replacement needs. */
export type SeatsAsRead = {
  readonly claims: ReadonlyMap<string, Versioned<Claim>>;
  readonly owners: ReadonlyMap<string, Versioned<Allocation>>;
};

/** One batch, all or nothing. It is the only write by which seats change hands. */
export type Taking = {
  readonly allocation: Allocation;
  /** Seats never taken before. Their claims are created, so that a second taker meets a 409. */
  readonly create: readonly Claim[];
  /** Seats that were somebody's once. Their claims are replaced under the ETag that was read: a second taker meets a 412. */
  readonly replace: readonly Versioned<Claim>[];
  /**
   * Allocations that lose seats, as they are then: overdue ones end, and of what is withheld the rest stays. It is under their
   * ETag, so that a payment and a take-over cannot both win.
   */
  readonly end: readonly Versioned<Allocation>[];
  /** Of a customer. The theatre itself has none. */
  readonly count?: PerhapsStored<CustomerCount>;
};

export type TakingPlan = Omit<Taking, 'count'>;

/** The same for seats whose price is not decided yet. */
export type HandingOver<A> = Omit<TakingPlan, 'allocation'> & {
  readonly allocation: A & Pick<Allocation, 'turns' | 'withheld'>;
};

/** Who takes seats, for how long, and as what. */
export type Taker = Pick<Allocation, 'customerId' | 'expiresAt' | 'heldUntil'> & {
  readonly performance: Performance;
  readonly allocationId: string;
  readonly buyer: Buyer;
  readonly phase: 'hold' | 'reserved';
  /** Of a reservation. A hold is at the standard price. */
  readonly priceTypes?: PriceTypesAsked | undefined;
  /** Of a sale by staff. */
  readonly counter?: CounterTerms | undefined;
};

/** The allocation of these seats at their price, on the terms that the performance has at this moment. */
export function allocationFor(taker: Taker, seats: readonly string[]): Omit<Allocation, 'turns'> | Fault {
  const held = atStandardPrice(taker, seats);
  if (taker.phase === 'hold') return held;
  const priced = atPriceTypes(held, taker.priceTypes);
  return 'pointer' in priced || !taker.counter?.complimentary ? priced : forNothing(priced);
}

const atStandardPrice = (
  { performance, allocationId, customerId, buyer, phase, heldUntil, expiresAt }: Taker,
  seats: readonly string[],
): Omit<Allocation, 'turns'> => ({
  id: allocationId,
  performanceId: performance.performanceId,
  customerId,
  ...priced(performance, seats),
  phase,
  heldUntil,
  expiresAt,
  currency: performance.currency,
  terms: saleTermsSchema.parse({ ...performance, priceTypes: offeredTo(performance, buyer) }),
  ...latestMoveOf(performance),
});

/** Plans how `allocation` gets its seats from what was read, or names the seats that are somebody else's. */
export function planTaking<A extends Pick<Allocation, 'id' | 'seats'>>(
  allocation: A,
  sectionOf: (seatId: string) => string,
  found: SeatsAsRead,
  now: string,
): { readonly plan: HandingOver<A> } | { readonly taken: readonly string[] } {
  const ownerOf = (seatId: string) => found.owners.get(found.claims.get(seatId)?.value.allocationId ?? '');
  const taken = allocation.seats.filter(
    (seatId) => !seatIsFree(found.claims.get(seatId)?.value, ownerOf(seatId)?.value, now),
  );
  if (taken.length > 0) return { taken };

  const claims = allocation.seats.map((seatId) => {
    const before = found.claims.get(seatId);
    const turn = (before?.value.turn ?? 0) + 1;
    return { before, claim: { seatId, sectionId: sectionOf(seatId), allocationId: allocation.id, turn } };
  });
  const overdue = new Map(
    allocation.seats
      .map(ownerOf)
      .filter((owner) => owner !== undefined)
      .filter((owner) => isOverdue(owner.value, now))
      .map((owner) => [owner.value.id, owner]),
  );
  return {
    plan: {
      allocation: { ...allocation, turns: claims.map(({ claim }) => claim.turn) },
      create: claims.filter(({ before }) => before === undefined).map(({ claim }) => claim),
      replace: claims.flatMap(({ before, claim }) => (before ? [{ ...before, value: claim }] : [])),
      end: [...overdue.values()].map((owner) => ({ ...owner, value: { ...owner.value, phase: 'released' } })),
    },
  };
}
