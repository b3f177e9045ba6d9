import { Problem } from '../../../shared/http/problem';
import { isoTime } from '../../../shared/kernel/clock';
import { inSpan } from '../../../shared/telemetry/trace';
import { problem, problems } from '../../problems';
import type { ReservationDeps } from '../deps';
import {
  type PayWith,
  paymentApproved,
  paymentDeclined,
  paymentUnfit,
  startPayment,
} from '../domain/payment.decide';
import type { In, Reservation } from '../domain/reservation';
import type { AwaitingDeposit, Confirmed } from '../payments';
import { changeReservation } from './changeReservation';
import { closeAccount, NOT_OFFERED, refund } from './refund';

export type PayCommand = PayWith & { readonly reservationId: string };

/**
 * Pays a held reservation. `paying` is stored first, then the provider is asked; whatever happens in between, the sweep
 * finds the reservation and asks the provider what became of the payment. Without an answer in time it stays `paying`.
 * Throws `payment-declined`, `hold-expired`, `wrong-state`, `amount-mismatch`, `idempotency-key-reused`, `not-found`,
 * `unavailable` (circuit open: nothing was begun).
 */
export async function payReservation(deps: ReservationDeps, command: PayCommand): Promise<Reservation> {
  const closedFor = deps.payments.closedForSeconds();
  if (closedFor !== undefined) {
    const detail = 'Payments do not work for a moment. Your seats stay held; try again then.';
    throw new Problem('unavailable', problems.unavailable, detail, {}, closedFor);
  }
  let isStarted = false;
  const paying = await changeReservation(deps, command.reservationId, (reservation, now) => {
    const decision = startPayment(reservation, command, now);
    isStarted = decision.kind === 'changed';
    return decision;
  });
  if (!isStarted || paying.status !== 'paying') return paying;
  const { outcome, reservation } = await confirmPayment(deps, paying);
  if (outcome.kind === 'declined') {
    throw problem('payment-declined', `The payment was declined (${outcome.reason}). Try another card.`);
  }
  if (outcome.kind === 'unfit') {
    throw problem(
      'wrong-state',
      `The payment is not the whole price in ${paying.sale.currency}: it goes back, and the reservation is cancelled. Reserve again, and pay in ${paying.sale.currency}.`,
    );
  }
  return reservation;
}

/** Asks the provider to capture, as long as there is time to pay, and stores what it answered. */
export async function confirmPayment(
  deps: ReservationDeps,
  paying: In<'paying'>,
): Promise<{ readonly outcome: Known; readonly reservation: Reservation }> {
  const { reservationId, payment, sale } = paying;
  const { paymentKey } = payment;
  if (isoTime(deps.clock.now()) >= sale.expiresAt)
    return { outcome: { kind: 'unknown' }, reservation: paying };
  // In the trace of the reservation, whichever request pays it: one trace from the click to the mail.
  const { traceparent } = paying;
  return inSpan({ name: 'pay', traceparent, attributes: { reservationId } }, async () => {
    const answer = await deps.payments.confirm({ paymentKey, reservationId, amount: sale.amount });
    const outcome = await judged(deps, paying, answer);
    return { outcome, reservation: await settlePayment(deps, paying, outcome) };
  });
}

/** What is known of a payment. `unfit`: captured, but not, or no longer, as the whole price in its currency. */
export type Known =
  | { readonly kind: 'approved' }
  | { readonly kind: 'unfit'; readonly amount: number }
  | Exclude<Confirmed, AwaitingDeposit | { kind: 'approved' }>;

async function judged(deps: ReservationDeps, paying: In<'paying'>, answer: Confirmed): Promise<Known> {
  const { amount, currency } = paying.sale;
  if (answer.kind === 'awaiting-deposit') return withdrawn(deps, paying);
  // The customer chose the currency at the provider.
  if (answer.kind === 'approved' && answer.currency !== currency) return { kind: 'unfit', amount };
  return answer;
}

/**
 * Waiting days for a transfer is not offered: the account is closed first, and only then the payment counts as declined.
 * Until it is closed the reservation is `paying`, and so a crash in between leaves it to the sweep.
 */
export const withdrawn = async (deps: ReservationDeps, paying: In<'paying'>): Promise<Known> =>
  (await closeAccount(deps, paying, paying.payment.paymentKey))
    ? { kind: 'declined', reason: NOT_OFFERED }
    : { kind: 'unknown' };

/** Stores what is now known of the payment; what was cancelled in the meantime is refunded at once. */
export async function settlePayment(
  deps: ReservationDeps,
  paying: In<'paying'>,
  outcome: Known,
): Promise<Reservation> {
  const { reservationId, payment } = paying;
  switch (outcome.kind) {
    case 'approved': {
      const paid = await changeReservation(deps, reservationId, (r, now) =>
        paymentApproved(r, payment.paymentKey, now),
      );
      return paid.status === 'cancelling' ? refund(deps, paid) : paid;
    }
    case 'unfit': {
      const cancelling = await changeReservation(deps, reservationId, (r, now) =>
        paymentUnfit(r, payment.paymentKey, outcome.amount, now),
      );
      return cancelling.status === 'cancelling' ? refund(deps, cancelling) : cancelling;
    }
    case 'declined':
      return changeReservation(deps, reservationId, (r, now) => paymentDeclined(r, payment.paymentKey, now));
    case 'unknown':
      return paying;
    default:
      return outcome satisfies never;
  }
}
