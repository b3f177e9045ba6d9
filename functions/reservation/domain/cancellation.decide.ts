import { percentOf } from '../../../shared/kernel/money';
import { calendarDaysBetween } from '../../../shared/kernel/zone';
import { linesOf, revocationReasonSchema, type Sale, type SaleLine } from '../../musical/contract';
import { changed, type Decision, refused, unchanged } from './decision';
import {
  awaitsDoor,
  type Cancellation,
  type CancelReason,
  cancellationsOf,
  type In,
  type Payment,
  type Reservation,
  type State,
  waitsForDoor,
} from './reservation';

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
 * Undefined when cancelling is no longer possible, at the latest when it has begun.
 */
export function feeFor(
  sale: Sale,
  placedAt: string,
  now: string,
  lines: readonly SaleLine[] = linesOf(sale),
): number | undefined {
  if (Date.parse(now) >= Date.parse(sale.startsAt)) return undefined;
  if (isMoved(sale)) return 0;
  const feeOfSeat = feeOfOneSeat(sale, placedAt, now);
  if (feeOfSeat === undefined) return undefined;
  const isSameDay = calendarDaysBetween(Date.parse(placedAt), Date.parse(now), sale.venue.timeZone) === 0;
  const kept = isSameDay ? 0 : bookingFeeOf(sale, lines.length);
  return lines.reduce((fee, { price }) => fee + feeOfSeat(price), kept);
}

/** What so many of its seats have of the booking fee, which is the same for each. */
const bookingFeeOf = ({ bookingFee = 0, seats }: Sale, count: number): number =>
  seats.length === 0 ? 0 : Math.floor((bookingFee * count) / seats.length);

/** By the sale's own policy, judged on the calendar of the venue. Undefined when it is too late. */
function feeOfOneSeat(sale: Sale, placedAt: string, now: string): ((price: number) => number) | undefined {
  const { cancellationPolicy: policy, venue } = sale;
  const nowMs = Date.parse(now);
  const startsAtMs = Date.parse(sale.startsAt);
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

/** What a cancellation by the customer would cost at this moment. */
export function quote(reservation: Reservation, now: string): Quote {
  switch (reservation.status) {
    case 'placed':
    case 'held':
    case 'paying':
      return { allowed: true, fee: 0, refund: 0 };
    case 'paid':
    case 'completed': {
      const fee = feeFor(reservation.sale, reservation.placedAt, now);
      return fee === undefined
        ? { allowed: false, reason: 'It is too close to the performance.' }
        : { allowed: true, fee, refund: reservation.sale.amount - fee };
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
      const fee = feeFor(reservation.sale, reservation.placedAt, now);
      if (fee === undefined)
        return refused('cancellation-closed', 'It is too close to the performance to cancel.');
      const refund = reservation.sale.amount - fee;
      const cancellation: Cancellation = { reason: 'customer', requestedAt: now, fee, refund };
      return reservation.status === 'paid'
        ? startRefund(reservation, cancellation)
        : startVoiding(reservation, cancellation);
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

/**
 * Cancels without a fee, and refunds everything that was paid. A customer’s own cancellation that waits for the door is
 * replaced by it. An ended reservation stays as it is.
 */
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
      return startRefund(reservation, { ...cancellation, refund: reservation.sale.amount });
    case 'completed':
      return startVoiding(reservation, { ...cancellation, refund: reservation.sale.amount });
    case 'cancelling':
      return awaitsDoor(reservation)
        ? startVoiding(reservation, { ...cancellation, refund: reservation.sale.amount })
        : unchanged;
    case 'cancelled':
    case 'rejected':
    case 'expired':
      return unchanged;
    default:
      return reservation satisfies never;
  }
}

const REVOKED = { type: 'ReservationRevoked' } as const;

const isTheatres = ({ reason }: Cancellation): boolean =>
  reason === 'theatre' || revocationReasonSchema.safeParse(reason).success;

/** What its customer is told before the refund works. */
export const toldAtOnce = (cancellation: Cancellation): readonly (typeof REVOKED)[] =>
  isTheatres(cancellation) ? [REVOKED] : [];

/** The intent to refund is a state of its own. It is stored before the provider is asked, and stays until it is done. */
export function startRefund(
  { sale, payment }: { sale: Sale; payment: Payment },
  cancellation: Cancellation,
): Decision {
  const state: State = { status: 'cancelling', sale, payment, cancellation };
  return cancellation.refund > 0
    ? changed(state, { type: 'CancellationRequested' }, ...toldAtOnce(cancellation))
    : changed(
        { ...state, status: 'cancelled' },
        { type: 'CancellationRequested' },
        { type: 'ReservationCancelled' },
      );
}

/**
 * Who has tickets is refunded only when they are void. So a cancellation waits for the door, whatever its refund. What the
 * theatre takes back asks for the same and waits for nobody, and its customer is told at once.
 */
export function startVoiding(
  { sale, payment, history }: In<'completed' | 'cancelling'>,
  cancellation: Cancellation,
): Decision {
  const n = cancellationsOf({ history }) + 1;
  const state = { sale, payment, cancellation: { ...cancellation, n } };
  const accepted = { type: 'CancellationAccepted', n } as const;
  if (waitsForDoor(cancellation)) return changed({ status: 'cancelling', ...state }, accepted);
  return cancellation.refund > 0
    ? changed({ status: 'cancelling', ...state }, accepted, ...toldAtOnce(cancellation))
    : changed({ status: 'cancelled', ...state }, accepted, { type: 'ReservationCancelled' });
}

/** The provider has refunded the money. */
export const refundMade = ({ sale, payment, cancellation }: In<'cancelling'>, now: string): Decision =>
  changed(
    { status: 'cancelled', sale, payment, cancellation: { ...cancellation, refundedAt: now } },
    { type: 'RefundMade' },
    { type: 'ReservationCancelled' },
  );
