import type { PaymentProvider } from '../../functions/reservation/payments';
import { cancellationBody, confirmed, found, refunded } from '../../functions/reservation/tossPayments';
import { openPaymentEngine } from '../../local/marquee/payment/engine';

/** The payment provider in process, read as the product reads it, and the keys of the refunds it was asked for. */
export function sampleProvider(now: () => number) {
  let keys = 0;
  const engine = openPaymentEngine({
    file: ':memory:',
    clock: { now },
    newKey: () => `key${++keys}`,
  });
  const refundKeys: string[] = [];
  const provider: PaymentProvider = {
    confirm: async ({ paymentKey, reservationId, amount }) =>
      confirmed(engine.confirm({ paymentKey, orderId: reservationId, amount }, `confirm ${paymentKey}`)),
    find: async (paymentKey) => found(engine.find(paymentKey)),
    cancel: async ({ paymentKey, part, reason, idempotencyKey }) => {
      refundKeys.push(idempotencyKey);
      return refunded(engine.cancel(paymentKey, cancellationBody(reason, part), idempotencyKey));
    },
    closedForSeconds: () => undefined,
  };
  /** The customer pays; resolves to the key of the captured payment. */
  const captured = (orderId: string, amount: number): string => {
    const { paymentKey } = engine.createSandboxPayment({ orderId, amount }).body as { paymentKey: string };
    engine.confirm({ paymentKey, orderId, amount });
    return paymentKey;
  };
  return { engine, provider, refundKeys, captured };
}
