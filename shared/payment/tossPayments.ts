import { digest } from '../kernel/ids';
import { type Log, reasonOf } from '../telemetry/log';
import type { PaymentCancellation, PaymentProvider, Refunded } from './provider';
import {
  callToss,
  guardCalls,
  HALF_OPEN_AFTER_MS,
  ProviderFault,
  type TossCall,
  type TossSettings,
} from './tossCalls';
import { cancellationBody, type Reply, readCancellation, readConfirmation, readPayment } from './tossReplies';

/**
 * Toss Payments' REST API. Every call is guarded, and its retry is safe, because each carries its Idempotency-Key.
 * Confirmations have a breaker of their own, for the refunds of a whole house must not keep other customers from paying.
 * One request too many is no fault of the provider and opens neither. Source: https://docs.tosspayments.com/reference
 */
export function tossPayments(settings: TossSettings, log: Log): PaymentProvider {
  let brokeAt = Number.NEGATIVE_INFINITY;
  const confirmations = guardCalls(settings.timeoutMs, () => {
    brokeAt = Date.now();
    log.warn('payment provider: breaker open', { halfOpenAfterMs: HALF_OPEN_AFTER_MS });
  });
  const others = guardCalls(settings.timeoutMs, () => {
    log.warn('payment provider: breaker of refunds open', { halfOpenAfterMs: HALF_OPEN_AFTER_MS });
  });
  const unknown = (what: string) => (error: unknown) => {
    log.warn(`payment provider: ${what} is not known`, { reason: reasonOf(error) });
    return { kind: 'unknown' } as const;
  };
  const logRefund = (reply: Reply): Refunded => {
    const outcome = readCancellation(reply);
    if (outcome !== 'refunded') log.warn(`payment provider: a refund is ${outcome}`, reply);
    return outcome;
  };

  return {
    confirm: (payment) =>
      callToss(settings, log, confirmations, confirmCall(payment))
        .then(readConfirmation)
        .catch(unknown('whether it was captured')),
    find: (paymentKey) =>
      callToss(settings, log, others, { method: 'GET', path: pathOf(paymentKey), name: 'find' })
        .then(readPayment)
        .catch(unknown('a payment')),
    cancel: (cancellation) =>
      callToss(settings, log, others, cancelCall(cancellation))
        .catch(replyOfFault)
        .then(logRefund)
        .catch((error) => unknown('whether it was refunded')(error).kind),
    // An open breaker tries again only when it is called. So after its time a payment is let through to be that call.
    closedForSeconds: () => {
      const leftMs = brokeAt + HALF_OPEN_AFTER_MS - Date.now();
      return leftMs > 0 ? Math.ceil(leftMs / 1000) : undefined;
    },
  };
}

const pathOf = (paymentKey: string): string => `/v1/payments/${encodeURIComponent(paymentKey)}`;

const confirmCall = ({
  paymentKey,
  orderId,
  amount,
}: Parameters<PaymentProvider['confirm']>[0]): TossCall => ({
  method: 'POST',
  path: '/v1/payments/confirm',
  name: 'confirm',
  body: { paymentKey, orderId, amount },
  idempotencyKey: digest(['confirm', orderId, paymentKey], 32),
});

const cancelCall = ({ paymentKey, part, reason, idempotencyKey }: PaymentCancellation): TossCall => ({
  method: 'POST',
  path: `${pathOf(paymentKey)}/cancel`,
  name: 'cancel',
  body: cancellationBody(reason, part),
  idempotencyKey,
});

/** A refused refund comes as a fault of the bank. What it says is an answer all the same. */
function replyOfFault(error: unknown): Reply {
  if (error instanceof ProviderFault) return error.reply;
  throw error;
}
