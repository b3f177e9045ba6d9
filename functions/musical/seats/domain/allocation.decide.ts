import { type Performance, whyNotOnSale } from '../../catalogue/domain/performance';
import { findSeat } from '../../catalogue/domain/seatingPlan';
import type { PriceTypesAsked, RevocationReason } from '../../contract';
import { type Allocation, hasEnded, isFromWithheld, isOver, isOverdue, type SeatRefusal } from './allocation';
import { whyForMembers } from './member';
import { atLatestMove, isKeptThrough } from './moves.decide';
import { atPriceTypes } from './price';

/** What becomes of seats once they are taken. Each function answers with the allocation as it is then. None undoes an end. */

/** Until when a reservation can be paid, and until when its seats wait for a payment that began in time. UTC. */
export type TimeToPay = { readonly expiresAt: string; readonly heldUntil: string };

export const holdHasRunOut: SeatRefusal = {
  code: 'hold-expired',
  detail: 'The hold has run out or was released. Hold seats again.',
};

const performanceChanged: SeatRefusal = {
  code: 'not-on-sale',
  detail: 'The performance was cancelled or changed after the seats were held.',
};

/** A reservation is made on a hold. It gets the hold's seats at the prices of that time and time to pay for them, or it is refused. */
export function reserve(
  hold: Allocation,
  performance: Performance | undefined,
  timeToPay: TimeToPay,
  now: string,
  priceTypes?: PriceTypesAsked,
): Allocation {
  if (isOverdue(hold, now)) return refuse(hold, holdHasRunOut);
  if (performance === undefined || whyRevoked(performance, hold) !== undefined)
    return refuse(hold, performanceChanged);
  const closed = whyNotOnSale(performance, now);
  if (closed !== undefined) return refuse(hold, { code: 'not-on-sale', detail: closed });
  const forMembers = whyForMembers(performance, hold.terms?.priceTypes, priceTypes);
  if (forMembers !== undefined) return refuse(hold, forMembers);
  const sold = atPriceTypes(hold, priceTypes);
  if ('pointer' in sold) return refuse(hold, { code: 'price-type', ...sold });
  return { ...atLatestMove(performance, sold), phase: 'reserved', ...timeToPay };
}

/** How often a hold gets its whole time again. */
export const MAX_RENEWALS = 2;

/** A clock that is behind takes no time away. */
export function renew(hold: Allocation, newEnd: string, renewalId: string): Allocation {
  const until = newEnd > hold.heldUntil ? newEnd : hold.heldUntil;
  return { ...hold, expiresAt: until, heldUntil: until, renewals: [...(hold.renewals ?? []), renewalId] };
}

const refuse = (allocation: Allocation, refusal: SeatRefusal): Allocation => ({
  ...allocation,
  phase: 'refused',
  refusal,
});

/** What a request is told that finds its seats gone again or never got any. */
export const whyRefused = ({ phase, refusal }: Allocation): SeatRefusal =>
  refusal ?? (phase === 'revoked' ? performanceChanged : holdHasRunOut);

/** A request that never got seats. It is stored all the same, so that whatever comes of it later finds its end. */
export function endWithoutSeats(
  request: Pick<Allocation, 'id' | 'performanceId' | 'customerId'>,
  refusal?: SeatRefusal,
): Allocation {
  const never = new Date(0).toISOString();
  const ended: Allocation = {
    ...request,
    seats: [],
    turns: [],
    phase: 'released',
    heldUntil: never,
    expiresAt: never,
    amount: 0,
    currency: '',
  };
  return refusal === undefined ? ended : refuse(ended, refusal);
}

/** The reservation is paid, so its seats are sold. */
export const sell = (reserved: Allocation): Allocation => ({
  ...reserved,
  phase: 'sold',
  captured: reserved.amount,
});

/** One return of some of the seats: its number, and the money of the reservation up to it. */
export type SeatReturn = Settlement & { readonly n: number; readonly seats: readonly string[] };

/** Whether this return was answered before. A copy must not take a seat that the customer has been given since. */
export const isAnswered = ({ answers = [] }: Allocation, { n }: Pick<SeatReturn, 'n'>): boolean =>
  answers.some((answer) => answer.n === n);

/** The named seats it has are returned, and the rest stays sold. What has ended has none left to give. */
export function returnSome(allocation: Allocation, { n, seats: named, refund }: SeatReturn): Allocation {
  const { seats, turns, lines, returned = [], answers = [] } = allocation;
  const claims = seats.map((seatId, i) => ({ seatId, turn: turns[i] ?? 0 }));
  const isReturned = ({ seatId }: { seatId: string }) => !hasEnded(allocation) && named.includes(seatId);
  const [given, kept] = [claims.filter(isReturned), claims.filter((claim) => !isReturned(claim))];
  return {
    ...allocation,
    seats: kept.map(({ seatId }) => seatId),
    turns: kept.map(({ turn }) => turn),
    ...(lines === undefined ? {} : { lines: lines.filter((line) => !isReturned(line)) }),
    ...(given.length > 0 ? { returned: [...returned, ...given] } : {}),
    answers: [...answers, { n, seats: given.map(({ seatId }) => seatId) }],
    ...refundedAtLeast(allocation, refund),
  };
}

/** Money is told as totals, and the larger stays, so that what comes late lowers nothing. */
const refundedAtLeast = ({ refunded = 0 }: Allocation, refund: number) =>
  refund + refunded > 0 ? { refunded: Math.max(refunded, refund) } : {};

/** What of the price was refunded and what was kept when the reservation ended. Minor units. */
export type Settlement = { readonly refund: number; readonly fee: number };

/**
 * The reservation has ended, and with it whatever it had of the house. The money is noted for the sales, also of seats that were paid for and lost before they were sold.
 */
export const release = (
  { revoking: _heard, moving: _told, ...allocation }: Allocation,
  { refund, fee }: Settlement,
): Allocation => ({
  ...allocation,
  phase: endOf(allocation),
  ...(refund + fee > 0 ? { captured: refund + fee } : {}),
  ...refundedAtLeast(allocation, refund),
});

/** An end stays what it is. What was withheld and is not sold is withheld again, so that it is never on sale meanwhile. */
function endOf(allocation: Pick<Allocation, 'phase' | 'withheld'>): Allocation['phase'] {
  if (isOver(allocation)) return allocation.phase;
  return isFromWithheld(allocation) ? 'withheld' : 'released';
}

/** Nothing is left to be noted of the reservation's end. */
export const isReleased = (allocation: Allocation, { refund, fee }: Settlement): boolean =>
  isOver(allocation) &&
  allocation.revoking === undefined &&
  (allocation.refunded ?? 0) >= refund &&
  (allocation.captured === refund + fee || refund + fee === 0);

/** Why the holder of these seats cannot have them. Undefined when they are kept, though perhaps for another time or venue. */
export function whyRevoked(performance: Performance, allocation: Allocation): RevocationReason | undefined {
  const { seats } = allocation;
  if (performance.status === 'cancelled') return 'performance-cancelled';
  if (!isKeptThrough(performance, allocation)) return 'performance-moved';
  const isGone = (seatId: string) => findSeat(performance.sections, seatId) === undefined;
  return seats.some(isGone) ? 'seats-withdrawn' : undefined;
}

/** The theatre takes the seats back. A hold is no reservation's yet. Whoever reserves on it finds the end and is refused. */
export const revoke = (live: Allocation, reason: RevocationReason): Allocation => ({
  ...live,
  ...(live.phase === 'hold' ? {} : { revoking: reason }),
  phase: isFromWithheld(live) ? 'withheld' : 'revoked',
});
