import { percentOf } from '../../../shared/kernel/money';
import { calendarDaysBetween } from '../../../shared/kernel/zone';
import { revocationReasonSchema, type Sale } from '../../musical/contract';
import { changed, type Decision, refused, unchanged } from './decision';
import type { Cancellation, CancelReason, In, Payment, Reservation, State } from './reservation';

/** What cancelling costs now. The `fee` is kept and the `refund` goes back. */
export type Quote =
  | { readonly allowed: true; readonly fee: number; readonly refund: number }
  | { readonly allowed: false; readonly reason: string };

const DAY_MS = 24 * 60 * 60 * 1000;

/** It is played at another time or venue than was bought. Then cancelling is free until it begins. */
const isMoved = ({ moves = [] }: Sale): boolean => moves.length > 0;

/** The fee for a paid reservation by its own policy, judged on the calendar of the venue. Undefined when cancelling is no longer possible, at the latest when it has begun. */
export function feeFor(sale: Sale, placedAt: string, now: string): number | undefined {
  const { cancellationPolicy: policy, venue, amount, seats } = sale;
  const nowMs = Date.parse(now);
  const startsAtMs = Date.parse(sale.startsAt);
  if (nowMs >= startsAtMs) return undefined;
  if (isMoved(sale)) return 0;
  const daysBefore = calendarDaysBetween(nowMs, startsAtMs, venue.timeZone);
  const isEarly = nowMs - Date.parse(placedAt) <= policy.freeDays * DAY_MS;
  if (isEarly && daysBefore >= policy.freeUntilDaysBefore) return 0;
  const tier = [...policy.tiers]
    .sort((a, b) => b.daysBefore - a.daysBefore)
    .find((t) => daysBefore >= t.daysBefore);
  if (tier === undefined) return undefined;
  const atMost = percentOf(amount, tier.feePercent);
  return tier.feePerSeat === undefined ? atMost : Math.min(tier.feePerSeat * seats.length, atMost);
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
      return startRefund(reservation, {
        reason: 'customer',
        requestedAt: now,
        fee,
        refund: reservation.sale.amount - fee,
      });
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
      return startRefund(reservation, { ...cancellation, refund: reservation.sale.amount });
    case 'cancelling':
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

/** The intent to refund is a state of its own. It is stored before the provider is asked, and stays until it is done. */
export function startRefund(
  { sale, payment }: { sale: Sale; payment: Payment },
  cancellation: Cancellation,
): Decision {
  const state: State = { status: 'cancelling', sale, payment, cancellation };
  return cancellation.refund > 0
    ? changed(state, { type: 'CancellationRequested' }, ...(isTheatres(cancellation) ? [REVOKED] : []))
    : changed(
        { ...state, status: 'cancelled' },
        { type: 'CancellationRequested' },
        { type: 'ReservationCancelled' },
      );
}

/** The provider has refunded the money. */
export const refundMade = ({ sale, payment, cancellation }: In<'cancelling'>, now: string): Decision =>
  changed(
    { status: 'cancelled', sale, payment, cancellation: { ...cancellation, refundedAt: now } },
    { type: 'RefundMade' },
    { type: 'ReservationCancelled' },
  );
