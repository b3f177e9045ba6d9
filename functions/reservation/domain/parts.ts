import { amountOf, linesOf, type Sale, type SaleLine } from '../../musical/contract';
import type { Part, Reservation } from './reservation';

/** Cancellations of some of the seats, while the reservation stays. Each has a number, and each seat is in one of them at most. */

type PricedSale = Pick<Sale, 'seats' | 'lines' | 'bookingFee' | 'amount'>;

export const partsOf = (reservation: Reservation): readonly Part[] =>
  ('parts' in reservation ? reservation.parts : undefined) ?? [];

/** The number of the cancellation that ends the reservation, or would end it next. */
export const endNumber = (reservation: Reservation): number => partsOf(reservation).length + 1;

const isSeatOf = (parts: readonly Part[], seatId: string): boolean =>
  parts.some(({ seats }) => seats.includes(seatId));

const without = (sale: PricedSale, parts: readonly Part[]): SaleLine[] =>
  linesOf(sale).filter(({ seatId }) => !isSeatOf(parts, seatId));

const stands = ({ status }: Part): boolean => status !== 'put-back';
const isDone = ({ status }: Part): boolean => status === 'refunded' || status === 'settled-otherwise';

/** What can still be cancelled: the lines that are in no cancellation, or in one that was put back. */
export const linesLeft = (sale: PricedSale, parts: readonly Part[]): SaleLine[] =>
  without(sale, parts.filter(stands));

/** What so many of its seats have of the booking fee, which is the same for each. */
export const bookingFeeOf = ({ bookingFee = 0, seats }: PricedSale, count: number): number =>
  seats.length === 0 ? 0 : Math.floor((bookingFee * count) / seats.length);

type Priced = Pick<Sale, 'seats' | 'amount'> & {
  readonly lines: readonly SaleLine[];
  readonly bookingFee: number;
};

const pricedBy = (sale: PricedSale, lines: readonly SaleLine[]): Priced => {
  const isAll = lines.length === sale.seats.length;
  const bookingFee = isAll ? (sale.bookingFee ?? 0) : bookingFeeOf(sale, lines.length);
  const amount = isAll ? sale.amount : amountOf(lines, bookingFee);
  return { seats: lines.map(({ seatId }) => seatId), lines, bookingFee, amount };
};

/** The seats that it has and what they cost. Those that are being cancelled are still there. */
export const presentOf = (sale: PricedSale, parts: readonly Part[]): Priced =>
  pricedBy(sale, without(sale, parts.filter(isDone)));

/** What these lines cost, when they are cancelled. The last ones cost whatever is left, so that all adds up to the amount. */
export function priceOf(sale: PricedSale, parts: readonly Part[], lines: readonly SaleLine[]): number {
  const isLast = lines.length === linesLeft(sale, parts).length;
  return isLast ? sale.amount - totalOf(parts) : pricedBy(sale, lines).amount;
}

const totalOf = (parts: readonly Part[]): number => {
  const { fee, refund } = moneyOf(parts);
  return fee + refund;
};

/** What is kept and what goes back for all of these together. */
export const moneyOf = (parts: readonly Part[]) =>
  parts
    .filter(stands)
    .reduce((sum, { fee, refund }) => ({ fee: sum.fee + fee, refund: sum.refund + refund }), {
      fee: 0,
      refund: 0,
    });

export const refundedOf = (parts: readonly Part[]): number => moneyOf(parts.filter(isDone)).refund;

/** A refund that is under way. `amount` is all that is promised up to it, and what was refunded before counts towards it. */
export type Owed = {
  readonly n: number;
  readonly paymentKey: string;
  readonly amount: number;
  readonly reason: string;
};

/** The refund that is to be made next. One at a time: a later one waits until this one is known. */
export function owedRefund(reservation: Reservation): Owed | undefined {
  const { status } = reservation;
  if (status !== 'completed' && status !== 'cancelling') return undefined;
  const { paymentKey } = reservation.payment;
  const parts = partsOf(reservation);
  const open = parts.find((part) => part.status === 'accepted');
  if (open !== undefined) {
    const amount = moneyOf(parts.filter(({ n }) => n <= open.n)).refund;
    return { n: open.n, paymentKey, amount, reason: open.reason };
  }
  if (status === 'completed') return undefined;
  const { refund: amount, reason } = reservation.cancellation;
  return { n: endNumber(reservation), paymentKey, amount, reason };
}

/** Every cancellation that was accepted, as it is shown. The one that ends the reservation is of what was left. */
export function cancellationsOf(reservation: Reservation): readonly Omit<Part, 'idempotencyKey'>[] {
  const parts = partsOf(reservation);
  if (!('cancellation' in reservation) || reservation.sale === undefined) return parts;
  const { cancellation, sale, status } = reservation;
  const before = moneyOf(parts);
  const isOpen = status === 'cancelling';
  return [
    ...parts,
    {
      ...cancellation,
      n: endNumber(reservation),
      seats: linesLeft(sale, parts).map(({ seatId }) => seatId),
      fee: cancellation.fee - before.fee,
      refund: cancellation.refund - before.refund,
      status: isOpen ? 'accepted' : 'refunded',
    },
  ];
}

/** All cancellations together, as the version before showed the only one. */
export function totalCancellation(reservation: Reservation) {
  if ('cancellation' in reservation) return reservation.cancellation;
  const last = partsOf(reservation).filter(stands).at(-1);
  return last === undefined ? undefined : { ...last, ...moneyOf(partsOf(reservation)) };
}

/** Whether musical has answered that the seats of this number are back on sale. */
const isBack = ({ history }: Reservation, number: number): boolean =>
  history.some(({ type, n }) => type === 'SeatsReleased' && n === number);

/** Cancelled seats of which it is not known that they are back on sale. */
export const unreleasedParts = (reservation: Reservation): readonly Part[] =>
  partsOf(reservation).filter((part) => isDone(part) && !isBack(reservation, part.n));

/** Its seats are back on sale after its end. The version before named no number, and answered ends alone. */
export const isReleased = (reservation: Reservation): boolean =>
  isBack(reservation, endNumber(reservation)) ||
  reservation.history.some(({ type, n }) => type === 'SeatsReleased' && n === undefined);

const OF_A_PART: ReadonlySet<string> = new Set(['CancellationAccepted', 'ReservationReduced']);

/** The sale as it was when this happened: later cancellations do not change what an earlier event says. */
export function partAt(reservation: Reservation, type: string, number: number | undefined) {
  const parts = OF_A_PART.has(type) ? partsOf(reservation) : [];
  const part = parts.find(({ n }) => n === number);
  if (part === undefined || !('sale' in reservation) || reservation.sale === undefined) return undefined;
  const at = reservation.history.findIndex((entry) => entry.type === type && entry.n === number);
  const reduced = reservation.history
    .slice(0, at + 1)
    .filter((entry) => entry.type === 'ReservationReduced')
    .map(({ n }) => n);
  const done = parts.filter(({ n }) => reduced.includes(n));
  const { fee, refund } = part;
  return {
    ...pricedBy(reservation.sale, without(reservation.sale, done)),
    n: number,
    seats: part.seats,
    ...moneyOf(done),
    part: { fee, refund },
    evenIfAdmitted: false,
  };
}
