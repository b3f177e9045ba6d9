import { amountOf, linesOf, type Sale, type SaleLine } from '../../musical/contract';
import type { Cancellation, Part, Reservation } from './reservation';

/** Cancellations of some of the seats: which seats each is of, and what they cost. A seat is in one of them at most, but for those that were put back. */

type PricedSale = Pick<Sale, 'seats' | 'lines' | 'bookingFee' | 'amount'>;
type Money = Pick<Cancellation, 'fee' | 'refund'>;

export const partsOf = (reservation: object): readonly Part[] =>
  (reservation as { readonly parts?: readonly Part[] }).parts ?? [];

export const stands = ({ status }: Pick<Part, 'status'>): boolean => status !== 'put-back';
export const isDone = ({ status }: Pick<Part, 'status'>): boolean =>
  status === 'refunded' || status === 'settled-otherwise';

/** The lines that none of these cancellations is of. */
const without = (sale: PricedSale, parts: readonly Part[]): SaleLine[] =>
  linesOf(sale).filter((line) => !parts.some((part) => isOf(part, line)));

/** Whether a cancellation is of this line. One before the line came to its seat was of another's. */
export const isOf = ({ n, seats }: Pick<Part, 'n' | 'seats'>, line: SaleLine): boolean =>
  n > reseatOf(line) && seats.includes(line.seatId);

type Reseated = { readonly reseats?: readonly { readonly n: number }[] | undefined };

/** The number of the reseat that gave a line this seat, 0 of none. A seat of that name that was cancelled before was another line's. */
export const reseatOf = ({ reseats = [] }: Reseated): number => reseats.at(-1)?.n ?? 0;

/** The sale as it was when only these reseats had been made. */
export function saleBefore<S extends PricedSale>(sale: S, isMade: (n: number) => boolean): S {
  const lines = linesOf(sale).map(({ reseats = [], ...line }): SaleLine => {
    const undone = reseats.find(({ n }) => !isMade(n));
    const kept = reseats.filter(({ n }) => isMade(n));
    const before = undone === undefined ? line : { ...line, seatId: undone.from, tier: undone.tier };
    return kept.length === 0 ? before : { ...before, reseats: kept };
  });
  return { ...sale, seats: lines.map(({ seatId }) => seatId), lines };
}

/** What can still be cancelled. */
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
  const { fee, refund } = moneyOf(parts);
  return isLast ? sale.amount - fee - refund : pricedBy(sale, lines).amount;
}

const add = (a: Money, b: Money): Money => ({ fee: a.fee + b.fee, refund: a.refund + b.refund });

/** What is kept and what goes back for all of these together. */
export const moneyOf = (parts: readonly Part[]): Money =>
  parts.filter(stands).reduce(add, { fee: 0, refund: 0 });

export const refundedOf = (parts: readonly Part[]): number => moneyOf(parts.filter(isDone)).refund;

/** So much of what these refund was not refunded by the provider. */
export const otherwiseOf = (parts: readonly Pick<Part, 'settledOtherwise'>[]): number =>
  parts.reduce((sum, { settledOtherwise }) => sum + (settledOtherwise?.amount ?? 0), 0);

/** The number of the next cancellation or reseat. Those that were put back count. */
export const nextNumber = ({ history }: Pick<Reservation, 'history'>): number =>
  history.filter(({ type }) => type === 'CancellationAccepted' || type === 'ReseatAsked').length + 1;

type Ending = {
  readonly sale: PricedSale;
  readonly parts?: readonly Part[] | undefined;
  readonly cancellation: Cancellation;
};

/** A cancellation and what it is of. What was cancelled before there were tickets has no number. */
export type SeatsCancelled = Omit<Part, 'n'> & Pick<Cancellation, 'n'>;

/** The cancellation that ends the reservation, of the seats that were left and with their money alone. */
export function endAsPart(
  { sale, parts = [], cancellation }: Ending,
  status: Part['status'],
): SeatsCancelled {
  const before = moneyOf(parts);
  return {
    ...cancellation,
    seats: linesLeft(sale, parts).map(({ seatId }) => seatId),
    fee: cancellation.fee - before.fee,
    refund: cancellation.refund - before.refund,
    status,
  };
}

/** Every cancellation of it that was accepted, in order. */
export function cancellationsOf(reservation: Reservation): readonly SeatsCancelled[] {
  const parts = partsOf(reservation);
  if (!('cancellation' in reservation) || reservation.sale === undefined) return parts;
  const { sale, cancellation, status } = reservation;
  const done = cancellation.settledOtherwise === undefined ? 'refunded' : 'settled-otherwise';
  return [...parts, endAsPart({ sale, parts, cancellation }, status === 'cancelling' ? 'accepted' : done)];
}

/** All cancellations together. Undefined when there is none, or none that stands. */
export function totalCancellation(reservation: Reservation): Cancellation | undefined {
  if ('cancellation' in reservation) return reservation.cancellation;
  const last = partsOf(reservation).filter(stands).at(-1);
  return last === undefined ? undefined : { ...last, ...moneyOf(partsOf(reservation)) };
}

/** The seats of it when `history` was as long as this. Later cancellations do not change what an earlier event says. */
export function partsBefore({ history, ...rest }: Reservation, length: number): readonly Part[] {
  const reduced = history.slice(0, length).filter(({ type }) => type === 'ReservationReduced');
  return partsOf(rest).filter((part) => isDone(part) && reduced.some(({ n }) => n === part.n));
}
