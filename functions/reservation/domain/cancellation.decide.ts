import { percentOf } from '../../../shared/kernel/money';
import { calendarDaysBetween } from '../../../shared/kernel/zone';
import { linesOf, revocationReasonSchema, type Sale, type SaleLine } from '../../musical/contract';
import { changed, type Decision, type Fact, refused, unchanged } from './decision';
import { bookingFeeOf, endNumber, linesLeft, moneyOf, owedRefund, partsOf, priceOf } from './parts';
import type { Cancellation, CancelReason, In, Part, Payment, Reservation } from './reservation';

/** What cancelling costs now. The `fee` is kept and the `refund` goes back. */
export type Quote =
  | { readonly allowed: true; readonly fee: number; readonly refund: number }
  | { readonly allowed: false; readonly reason: string };

const DAY_MS = 24 * 60 * 60 * 1000;

/** It is played at another time or venue than was bought. Then cancelling is free until it begins. */
const isMoved = ({ moves = [] }: Sale): boolean => moves.length > 0;

/**
 * What is kept of these lines of a paid reservation, of all when none are named. It is rounded down on each and then added,
 * so one by one costs what all at once costs. Their part of the booking fee comes back on the day of reserving only.
 * Undefined when cancelling is no longer possible.
 */
export function feeFor(
  sale: Sale,
  placedAt: string,
  now: string,
  lines: readonly SaleLine[] = linesOf(sale),
): number | undefined {
  const feeOfSeat = feeOfOneSeat(sale, placedAt, now);
  if (feeOfSeat === undefined) return undefined;
  const isSameDay = calendarDaysBetween(Date.parse(placedAt), Date.parse(now), sale.venue.timeZone) === 0;
  const kept = isSameDay || isMoved(sale) ? 0 : bookingFeeOf(sale, lines.length);
  return lines.reduce((fee, { price }) => fee + feeOfSeat(price), kept);
}

/** By the sale's own policy, judged on the calendar of the venue. Undefined when it is too late, at the latest when it has begun. */
function feeOfOneSeat(sale: Sale, placedAt: string, now: string): ((price: number) => number) | undefined {
  const { cancellationPolicy: policy, venue } = sale;
  const nowMs = Date.parse(now);
  const startsAtMs = Date.parse(sale.startsAt);
  if (nowMs >= startsAtMs) return undefined;
  if (isMoved(sale)) return () => 0;
  const daysBefore = calendarDaysBetween(nowMs, startsAtMs, venue.timeZone);
  const isEarly = nowMs - Date.parse(placedAt) <= policy.freeDays * DAY_MS;
  if (isEarly && daysBefore >= policy.freeUntilDaysBefore) return () => 0;
  const tier = [...policy.tiers]
    .sort((a, b) => b.daysBefore - a.daysBefore)
    .find((t) => daysBefore >= t.daysBefore);
  if (tier === undefined) return undefined;
  const { feePerSeat = Number.POSITIVE_INFINITY, feePercent } = tier;
  return (price) => Math.min(feePerSeat, percentOf(price, feePercent));
}

type Sold = In<'paid' | 'completed'>;

/** What cancelling these lines costs now, of which nothing is cancelled yet. Undefined when it is too late. */
function costOf(reservation: Sold, lines: readonly SaleLine[], now: string) {
  const { sale, placedAt } = reservation;
  const fee = feeFor(sale, placedAt, now, lines);
  return fee === undefined ? undefined : { fee, refund: priceOf(sale, partsOf(reservation), lines) - fee };
}

/** What a cancellation by the customer would cost at this moment, of these seats or of all that are left. */
export function quote(reservation: Reservation, now: string, seats?: readonly string[]): Quote {
  if (seats !== undefined) {
    const decision = cancelSome(reservation, { seats }, now);
    if (decision.kind !== 'changed')
      return { allowed: false, reason: decision.kind === 'refused' ? decision.detail : 'It is cancelled.' };
  }
  switch (reservation.status) {
    case 'placed':
    case 'held':
    case 'paying':
      return { allowed: true, fee: 0, refund: 0 };
    case 'paid':
    case 'completed': {
      const left = linesLeft(reservation.sale, partsOf(reservation));
      const lines = left.filter(({ seatId }) => seats === undefined || seats.includes(seatId));
      const cost = costOf(reservation, lines, now);
      return cost === undefined
        ? { allowed: false, reason: 'It is too close to the performance.' }
        : { allowed: true, ...cost };
    }
    case 'cancelling':
    case 'cancelled':
    case 'rejected':
    case 'expired':
      return { allowed: false, reason: `The reservation is ${reservation.status}.` };
    default:
      return reservation satisfies never;
  }
}

/** The customer cancels, or the box office for the customer. The fee of this moment is fixed. */
export function cancel(reservation: Reservation, now: string): Decision {
  switch (reservation.status) {
    case 'paid':
    case 'completed': {
      return cancelRest(reservation, now);
    }
    case 'placed':
    case 'held':
    case 'paying':
      return cancelInFull(reservation, 'customer', now);
    case 'cancelling':
    case 'cancelled':
      return unchanged;
    case 'rejected':
    case 'expired':
      return refused('wrong-state', `The reservation is ${reservation.status}; there is nothing to cancel.`);
    default:
      return reservation satisfies never;
  }
}

const tooLate = refused('cancellation-closed', 'It is too close to the performance to cancel.');

/** All that is left is cancelled, and with that the reservation. Fee and refund are then totals. */
function cancelRest(reservation: Sold, now: string, idempotencyKey?: string): Decision {
  const parts = partsOf(reservation);
  const cost = costOf(reservation, linesLeft(reservation.sale, parts), now);
  if (cost === undefined) return tooLate;
  const before = moneyOf(parts);
  return startRefund(reservation, {
    reason: 'customer',
    requestedAt: now,
    fee: before.fee + cost.fee,
    refund: before.refund + cost.refund,
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  });
}

export type SomeSeats = { readonly seats: readonly string[]; readonly idempotencyKey?: string | undefined };

/**
 * The customer cancels some of the seats, and the rest stays. Each seat once at most. Who cancels the last ones cancels
 * the reservation.
 */
export function cancelSome(reservation: Reservation, command: SomeSeats, now: string): Decision {
  const repeated = answerToRepeated(reservation, command);
  if (repeated !== undefined) return repeated;
  if (reservation.status !== 'completed')
    return refused(
      'wrong-state',
      `The reservation is ${reservation.status}. Seats of it cannot be cancelled.`,
    );
  const { sale } = reservation;
  const parts = partsOf(reservation);
  const left = linesLeft(sale, parts);
  const lines = left.filter(({ seatId }) => command.seats.includes(seatId));
  if (lines.length < command.seats.length)
    return refused('wrong-state', `It has no such seats to cancel: ${notIn(lines, command.seats)}.`);
  if (lines.length === left.length) return cancelRest(reservation, now, command.idempotencyKey);
  const cost = costOf(reservation, lines, now);
  if (cost === undefined) return tooLate;
  return startPart(reservation, {
    n: endNumber(reservation),
    seats: lines.map(({ seatId }) => seatId),
    reason: 'customer',
    requestedAt: now,
    ...cost,
    status: 'accepted',
    ...(command.idempotencyKey === undefined ? {} : { idempotencyKey: command.idempotencyKey }),
  });
}

const notIn = (lines: readonly SaleLine[], seats: readonly string[]): string =>
  seats.filter((seatId) => lines.every((line) => line.seatId !== seatId)).join(', ');

/** The same request again changes nothing. The same key for other seats is a mistake. */
function answerToRepeated(
  reservation: Reservation,
  { seats, idempotencyKey: key }: SomeSeats,
): Decision | undefined {
  if (key === undefined) return undefined;
  if ('cancellation' in reservation && reservation.cancellation.idempotencyKey === key) return unchanged;
  const before = partsOf(reservation).find(({ idempotencyKey }) => idempotencyKey === key);
  if (before === undefined) return undefined;
  const isSame =
    before.seats.length === seats.length && before.seats.every((seatId) => seats.includes(seatId));
  return isSame
    ? unchanged
    : refused('idempotency-key-reused', 'This Idempotency-Key came with other seats before. Use a new key.');
}

/** Where nothing is to be refunded, that is so at once. */
function startPart(reservation: In<'completed'>, part: Part): Decision {
  const accepted: Fact = { type: 'CancellationAccepted', n: part.n };
  const parts = [...partsOf(reservation), part];
  return part.refund > 0
    ? changed({ ...reservation, parts }, accepted)
    : changed({ ...reservation, parts: withDone(parts, part.n) }, accepted, {
        type: 'ReservationReduced',
        n: part.n,
      });
}

const withDone = (parts: readonly Part[], n: number, refundedAt?: string): Part[] =>
  parts.map((part) =>
    part.n === n
      ? { ...part, status: 'refunded', ...(refundedAt === undefined ? {} : { refundedAt }) }
      : part,
  );

/** Cancels without a fee, and refunds everything that was paid. An ended reservation stays as it is. */
export function cancelInFull(reservation: Reservation, reason: CancelReason, now: string): Decision {
  const cancellation: Cancellation = { reason, requestedAt: now, fee: 0, refund: 0 };
  switch (reservation.status) {
    case 'placed':
      return changed({ status: 'cancelled', cancellation }, { type: 'ReservationCancelled' });
    case 'held':
      return changed(
        { status: 'cancelled', sale: reservation.sale, cancellation },
        { type: 'ReservationCancelled' },
      );
    case 'paying':
      return reservation.cancelRequest === undefined
        ? changed({ ...reservation, cancelRequest: reason }, { type: 'CancellationRequested' })
        : unchanged;
    case 'paid':
    case 'completed':
      return cancelAllInFull(reservation, cancellation);
    case 'cancelling':
    case 'cancelled':
    case 'rejected':
    case 'expired':
      return unchanged;
    default:
      return reservation satisfies never;
  }
}

/**
 * Everything that is not refunded goes back, also what the customer had cancelled and was to pay a fee for. What was
 * refunded before stays as it was.
 */
function cancelAllInFull(reservation: Sold, cancellation: Cancellation): Decision {
  const parts = partsOf(reservation).map(
    (part): Part => (part.status === 'accepted' ? { ...part, status: 'put-back' } : part),
  );
  const { fee } = moneyOf(parts);
  const whole = parts.length > 0 ? { ...reservation, parts } : reservation;
  return startRefund(whole, { ...cancellation, fee, refund: reservation.sale.amount - fee });
}

const REVOKED = { type: 'ReservationRevoked' } as const;

const isTheatres = ({ reason }: Cancellation): boolean => revocationReasonSchema.safeParse(reason).success;

/** The intent to refund is a state of its own. It is stored before the provider is asked, and stays until it is done. */
export function startRefund(
  { sale, payment, parts }: { sale: Sale; payment: Payment; parts?: readonly Part[] | undefined },
  cancellation: Cancellation,
): Decision {
  const sold = { sale, payment, ...(parts === undefined ? {} : { parts }), cancellation };
  const isOwed =
    moneyOf((parts ?? []).filter(({ status }) => status !== 'accepted')).refund < cancellation.refund;
  return isOwed
    ? changed(
        { status: 'cancelling', ...sold },
        { type: 'CancellationRequested' },
        ...(isTheatres(cancellation) ? [REVOKED] : []),
      )
    : changed(
        { status: 'cancelled', ...sold },
        { type: 'CancellationRequested' },
        { type: 'ReservationCancelled' },
      );
}

/** The provider has refunded all that was promised up to the cancellation `n`. */
export function refundMade(reservation: Reservation, n: number, now: string): Decision {
  if (owedRefund(reservation)?.n !== n) return unchanged;
  const parts = partsOf(reservation);
  if (n <= parts.length)
    return changed(
      { ...(reservation as In<'completed' | 'cancelling'>), parts: withDone(parts, n, now) },
      { type: 'RefundMade', n },
      { type: 'ReservationReduced', n },
    );
  const { sale, payment, cancellation } = reservation as In<'cancelling'>;
  return changed(
    {
      status: 'cancelled',
      sale,
      payment,
      ...(parts.length === 0 ? {} : { parts }),
      cancellation: { ...cancellation, refundedAt: now },
    },
    { type: 'RefundMade', ...(parts.length === 0 ? {} : { n }) },
    { type: 'ReservationCancelled' },
  );
}
