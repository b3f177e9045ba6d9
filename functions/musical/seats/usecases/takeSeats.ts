import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import { isoTime } from '../../../../shared/kernel/clock';
import type { EventEnvelope } from '../../../../shared/messaging/envelope';
import { type Performance, whyNotOnSale } from '../../catalogue/domain/performance';
import { priceOf, sectionOf } from '../../catalogue/domain/seatMap';
import { saleTermsSchema } from '../../contract';
import type { MusicalDeps } from '../../deps';
import type { Allocation, Refusal, Wanted } from '../domain/allocation';
import {
  type CustomerCount,
  countsAgainstLimit,
  withEntry,
  withinCustomerLimit,
  withoutEnded,
} from '../domain/customerCount';
import { planTaking } from '../domain/takeSeats.decide';
import { chooseSeats } from './chooseSeats';

export type Wish = {
  readonly performance: Performance;
  readonly allocationId: string;
  readonly customerId: string;
  readonly wanted: Wanted;
  readonly phase: 'hold' | 'reserved';
  readonly expiresAt: string;
  readonly heldUntil: string;
  /** What is to be published in the batch that takes the seats. */
  readonly events: (allocation: Allocation) => readonly EventEnvelope[];
};

export type TakingOutcome = { readonly allocation: Allocation } | { readonly refusal: Refusal };

/**
 * Takes seats for one allocation: all of them, or none and the reason. This is the only way a seat changes hands.
 * Read who is in the way, plan by the seat rule, write one batch that stands on what was read; when the batch meets a
 * conflict, somebody was faster, and everything is read again. Two callers can plan the same seat; their batches cannot
 * both be stored. Throws StoreUnavailable when the seats stay contended.
 */
export async function takeSeats(deps: MusicalDeps, wish: Wish): Promise<TakingOutcome> {
  const { performance, allocationId } = wish;
  const inSection = (seatId: string) => sectionOf(performance.sections, seatId);
  const lost = new Set<string>();
  return untilCommitted<TakingOutcome>(deps, `seats for ${allocationId}`, async (attempt) => {
    if (attempt > 0) {
      const own = await deps.seats.allocation(performance.performanceId, allocationId);
      if (own !== undefined) return outcomeOf(own.value);
    }
    const now = isoTime(deps.clock.now());
    const closed = whyNotOnSale(performance, now);
    if (closed !== undefined) return { refusal: { code: 'not-on-sale', detail: closed } };
    const seats = await chooseSeats(deps, performance, wish.wanted, attempt, lost);
    if (!Array.isArray(seats)) return { refusal: seats };

    const found = await deps.seats.seatsAsRead(performance.performanceId, seats);
    const decision = planTaking(newAllocation(wish, seats), inSection, found, now);
    if ('taken' in decision) {
      if ('seats' in wish.wanted) return { refusal: { code: 'seat-taken', taken: decision.taken } };
      for (const seatId of decision.taken) lost.add(seatId);
      return 'conflict';
    }
    const counted = await countFor(deps, wish, seats.length, now);
    if ('refusal' in counted) return counted;
    const { plan } = decision;
    const outcome = await deps.seats.take({ ...plan, ...counted }, wish.events(plan.allocation));
    return outcome === 'conflict' ? outcome : { allocation: plan.allocation };
  });
}

const outcomeOf = (own: Allocation): TakingOutcome =>
  own.refusal === undefined ? { allocation: own } : { refusal: own.refusal };

function newAllocation(wish: Wish, seats: readonly string[]): Omit<Allocation, 'turns'> {
  const { performance } = wish;
  return {
    id: wish.allocationId,
    performanceId: performance.performanceId,
    customerId: wish.customerId,
    seats,
    phase: wish.phase,
    heldUntil: wish.heldUntil,
    expiresAt: wish.expiresAt,
    amount: priceOf(performance.sections, performance.priceTiers, seats),
    currency: performance.currency,
    terms: saleTermsSchema.parse(performance),
  };
}

/** The customer's count with this request in it, or the refusal. Entries that have ended are dropped only when they matter. */
async function countFor(
  deps: MusicalDeps,
  { performance, customerId, allocationId }: Wish,
  wanted: number,
  now: string,
): Promise<{ count: CustomerCount; countEtag: string | undefined } | { refusal: Refusal }> {
  const { performanceId, maxSeatsPerReservation: limit } = performance;
  const stored = await deps.seats.customerCount(performanceId, customerId);
  let count = stored?.value ?? { customerId, entries: [] };
  if (!withinCustomerLimit(count, wanted, limit)) {
    const allocations = await Promise.all(
      count.entries.map((e) => deps.seats.allocation(performanceId, e.allocationId)),
    );
    const live = allocations.flatMap((a) => (countsAgainstLimit(a?.value, now) ? [a?.value.id ?? ''] : []));
    count = withoutEnded(count, new Set(live));
  }
  if (!withinCustomerLimit(count, wanted, limit)) {
    const detail = `One customer may have at most ${limit} unpaid seats of a performance. Pay for or release what you hold.`;
    return { refusal: { code: 'customer-limit', detail } };
  }
  return { count: withEntry(count, allocationId, wanted), countEtag: stored?.etag };
}
