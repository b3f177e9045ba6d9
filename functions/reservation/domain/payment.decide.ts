import type { Sale } from '../../musical/contract';
import { startRefund } from './accepted';
import { changed, type Decision, refused, unchanged } from './decision';
import type { In, Payment, Reservation, Watch } from './reservation';

/** Cards a customer may try on one reservation. */
const MAX_PAYMENTS = 20;

export type PayWith = {
  readonly paymentKey: string;
  readonly amount: number;
  readonly idempotencyKey?: string | undefined;
};

/** The customer pays with a card that the provider knows by `paymentKey`. Stored before the provider is asked. */
export function startPayment(reservation: Reservation, command: PayWith, now: string): Decision {
  switch (reservation.status) {
    case 'held':
      return objectionTo(reservation, command, now) ?? start(reservation, command, now);
    case 'paying':
      return answerToDeclined(reservation.declined ?? [], command) ?? repeated(reservation, command);
    case 'paid':
    case 'completed':
      return repeated(reservation, command);
    case 'placed':
      return refused('wrong-state', 'The seats are not held yet. Try again in a moment.');
    case 'expired':
      return refused('hold-expired', 'The time to pay is over. Reserve again.');
    case 'cancelling':
    case 'cancelled':
    case 'rejected':
      return refused('wrong-state', `The reservation is ${reservation.status}.`);
    default:
      return reservation satisfies never;
  }
}

type Objection = (held: In<'held'>, command: PayWith, now: string) => Decision | undefined;

const timeToPay: Objection = ({ sale }, _command, now) =>
  now >= sale.expiresAt
    ? refused('hold-expired', `The time to pay ended at ${sale.expiresAt}. Reserve again.`)
    : undefined;

const wholePrice: Objection = ({ sale }, { amount }) =>
  amount === sale.amount
    ? undefined
    : refused('amount-mismatch', `The price is ${sale.amount}, not ${amount}.`);

const fewTries: Objection = ({ declined = [] }) =>
  declined.length >= MAX_PAYMENTS
    ? refused('wrong-state', `More than ${MAX_PAYMENTS} payments were tried. Reserve again.`)
    : undefined;

const newCard: Objection = ({ declined = [] }, command) => answerToDeclined(declined, command);

/** The first objection wins. */
const objectionTo: Objection = (...paying) => {
  for (const objection of [timeToPay, wholePrice, fewTries, newCard]) {
    const decision = objection(...paying);
    if (decision !== undefined) return decision;
  }
  return undefined;
};

const start = ({ sale }: In<'held'>, command: PayWith, now: string): Decision =>
  changed(
    {
      status: 'paying',
      sale,
      payment: { ...paymentOf(command), startedAt: now },
    },
    { type: 'PaymentStarted', about: command.paymentKey },
  );

/**
 * What a request is told whose card, or whose key, belongs to a payment that was declined. It is never confirmed again,
 * because the provider could repeat an approval whose answer was lost, and whose money was refunded since.
 */
function answerToDeclined(declined: readonly Payment[], command: PayWith): Decision | undefined {
  if (declined.some(({ paymentKey }) => paymentKey === command.paymentKey))
    return refused('payment-declined', 'This payment was declined. Try another card.');
  return declined.some((payment) => hasSameKey(payment, command)) ? keyReused : undefined;
}

const hasSameKey = (payment: Payment, { idempotencyKey }: PayWith): boolean =>
  idempotencyKey !== undefined && payment.idempotencyKey === idempotencyKey;

const keyReused = refused(
  'idempotency-key-reused',
  'This Idempotency-Key came with another payment before. Use a new key.',
);

const paymentOf = ({ paymentKey, idempotencyKey }: PayWith) => ({
  paymentKey,
  ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
});

/** The same payment again changes nothing. Another one is refused, for one is under way or made. */
function repeated(
  { payment, sale, status }: In<'paying' | 'paid' | 'completed'>,
  command: PayWith,
): Decision {
  const isSame = payment.paymentKey === command.paymentKey && sale.amount === command.amount;
  if (isSame) return unchanged;
  if (hasSameKey(payment, command)) return keyReused;
  return payment.paymentKey === command.paymentKey
    ? refused('amount-mismatch', `The price is ${sale.amount}, not ${command.amount}.`)
    : refused('wrong-state', `Another payment is ${status === 'paying' ? 'under way' : 'made'} already.`);
}

/** Whether the answer for this paymentKey is the one that is awaited. Any other is old news. */
const awaits = (reservation: Reservation, paymentKey: string): reservation is In<'paying'> =>
  reservation.status === 'paying' && reservation.payment.paymentKey === paymentKey;

/** The money is captured. What was cancelled in the meantime is refunded in full. */
export function paymentApproved(
  reservation: Reservation,
  paymentKey: string,
  now: string,
  means?: string,
): Decision {
  if (!awaits(reservation, paymentKey)) return unchanged;
  const { sale, cancelRequest } = reservation;
  const payment = { ...reservation.payment, approvedAt: now, ...(means === undefined ? {} : { means }) };
  if (cancelRequest === undefined)
    return changed({ status: 'paid', sale, payment }, { type: 'PaymentApproved' });
  return startRefund(
    { sale, payment },
    { reason: cancelRequest, requestedAt: now, fee: 0, refund: sale.amount },
  );
}

/**
 * The provider has `captured` minor units, but not as the whole price in its currency, or part of it was refunded already.
 * The rest is refunded, and the reservation cancelled.
 */
export function paymentUnfit(
  reservation: Reservation,
  paymentKey: string,
  captured: number,
  now: string,
  means?: string,
): Decision {
  if (!awaits(reservation, paymentKey)) return unchanged;
  const { sale, cancelRequest: reason = 'customer' } = reservation;
  const payment = { ...reservation.payment, approvedAt: now, ...(means === undefined ? {} : { means }) };
  return startRefund({ sale, payment }, { reason, requestedAt: now, fee: 0, refund: captured });
}

/** The card is refused for good. Another may be tried while there is time. */
export function paymentDeclined(reservation: Reservation, paymentKey: string, now: string): Decision {
  if (!awaits(reservation, paymentKey)) return unchanged;
  const fact = { type: 'PaymentDeclined', about: paymentKey } as const;
  const { sale, payment } = reservation;
  // However it goes on: the provider may capture it all the same.
  const declined = [...(reservation.declined ?? []), payment];
  if (reservation.cancelRequest !== undefined) {
    const cancellation = { reason: reservation.cancelRequest, requestedAt: now, fee: 0, refund: 0 };
    return changed({ status: 'cancelled', sale, cancellation, declined }, fact, {
      type: 'ReservationCancelled',
    });
  }
  return now < sale.expiresAt
    ? changed({ status: 'held', sale, declined }, fact)
    : changed({ status: 'expired', sale, declined }, fact, { type: 'ReservationExpired' });
}

/** Nobody knows whether it was captured, and time is up. It is given up, but watched for a capture that shows up late. */
export function paymentGivenUp(
  reservation: Reservation,
  paymentKey: string,
  now: string,
  until: string,
): Decision {
  if (!awaits(reservation, paymentKey)) return unchanged;
  const { sale, cancelRequest } = reservation;
  const watch = { paymentKey, until };
  if (cancelRequest === undefined)
    return changed({ status: 'expired', sale, watch }, { type: 'ReservationExpired' });
  const cancellation = { reason: cancelRequest, requestedAt: now, fee: 0, refund: 0 };
  return changed({ status: 'cancelled', sale, cancellation, watch }, { type: 'ReservationCancelled' });
}

/** A watched payment needs no more watching. `isRefunded` when a capture showed up and was refunded. */
export function watchClosed(reservation: Reservation, isRefunded: boolean, now: string): Decision {
  if (!isWatched(reservation)) return unchanged;
  const state = { ...reservation, watch: { ...reservation.watch, closedAt: now } };
  return isRefunded ? changed(state, { type: 'LateCaptureRefunded' }) : changed(state);
}

export const isWatched = (
  reservation: Reservation,
): reservation is In<'cancelled' | 'expired'> & { readonly watch: Watch; readonly sale: Sale } =>
  'watch' in reservation && reservation.watch !== undefined && reservation.watch.closedAt === undefined;

/** The time to pay is over and nobody has paid. */
export const timeIsUp = (reservation: Reservation, now: string): Decision =>
  reservation.status === 'held' && now >= reservation.sale.expiresAt
    ? changed({ status: 'expired', sale: reservation.sale }, { type: 'ReservationExpired' })
    : unchanged;
