import { openPaymentEngine } from '../../local/marquee/payment/engine';
import type { PaymentProvider } from '../../shared/payment/provider';
import {
  cancellationBody,
  readCancellation,
  readConfirmation,
  readPayment,
} from '../../shared/payment/tossReplies';

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
    confirm: async ({ paymentKey, orderId, amount }) => {
      const reply = engine.confirm({ paymentKey, orderId, amount }, `confirm ${paymentKey}`);
      const isInTime = reply.answerAt !== null && reply.answerAt <= now();
      return isInTime ? readConfirmation(reply) : { kind: 'unknown' };
    },
    find: async (paymentKey) => readPayment(engine.find(paymentKey)),
    cancel: async ({ paymentKey, part, reason, idempotencyKey }) => {
      refundKeys.push(idempotencyKey);
      return readCancellation(engine.cancel(paymentKey, cancellationBody(reason, part), idempotencyKey));
    },
    closedForSeconds: () => undefined,
  };
  /** The customer authorises a payment in the provider's window; returns its key. */
  const authorise = (orderId: string, payment: { amount: number; card?: Card; currency?: string }): string =>
    (engine.createSandboxPayment({ orderId, ...payment }).body as { paymentKey: string }).paymentKey;
  const balance = (paymentKey: string): number =>
    (engine.find(paymentKey).body as { balanceAmount: number }).balanceAmount;
  return { engine, provider, refundKeys, authorise, balance };
}

type Card = 'approve' | 'decline' | 'hang' | 'approve-late';
