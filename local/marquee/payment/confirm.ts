import { z } from 'zod';
import { type ErrorCode, refusal } from './errors';
import { type Payment, statusOf } from './payment';
import type { PaymentStore, StoredReply } from './store';
import { toWire } from './wire';

const confirmation = z.object({
  paymentKey: z.string().min(1).max(200),
  orderId: z.string(),
  amount: z.int().nonnegative(),
});

/**
 * Captures the money if the card lets it. At most one capture a payment, and one an order, also when it was cancelled since.
 * `POST /v1/payments/confirm`
 */
export function confirm(
  store: PaymentStore,
  now: number,
  body: unknown,
  takesOrdersAgain: boolean,
): StoredReply {
  const refuse = (code: ErrorCode, detail?: string) => ({ ...refusal(code, detail), answerAt: now });
  const parsed = confirmation.safeParse(body);
  if (!parsed.success) return refuse('INVALID_REQUEST', z.prettifyError(parsed.error));
  const payment = store.get(parsed.data.paymentKey);
  if (!payment) return refuse('NOT_FOUND_PAYMENT');
  if (payment.orderId !== parsed.data.orderId) return refuse('INVALID_REQUEST', 'The orderId differs.');
  if (payment.amount !== parsed.data.amount) return refuse('INVALID_REQUEST', 'The amount differs.');
  if (payment.capturedAt !== undefined) {
    return refuse(payment.capturedAt > now ? 'FORBIDDEN_CONSECUTIVE_REQUEST' : 'ALREADY_PROCESSED_PAYMENT');
  }
  if (payment.failure) return refuse(payment.failure);
  if (statusOf(payment, now) === 'EXPIRED') return refuse('NOT_FOUND_PAYMENT_SESSION');
  const isRefused = isUsed(store, payment, takesOrdersAgain);
  return isRefused ? refuse('DUPLICATED_ORDER_ID') : askCard(store, now, payment);
}

/** Whether the order was paid by another payment. */
const isUsed = (store: PaymentStore, { orderId, paymentKey }: Payment, takesOrdersAgain: boolean): boolean =>
  !takesOrdersAgain &&
  store.list(orderId).some((one) => one.paymentKey !== paymentKey && one.capturedAt !== undefined);

function askCard(store: PaymentStore, now: number, payment: Payment): StoredReply {
  switch (payment.card) {
    case 'approve':
      return capture(store, payment, now, now);
    case 'approve-late':
      return capture(store, payment, now + payment.captureAfterMs, now + payment.lateMs);
    case 'decline':
      store.put({ ...payment, failure: 'REJECT_CARD_PAYMENT' });
      return { ...refusal('REJECT_CARD_PAYMENT'), answerAt: now };
    case 'hang':
      return { status: 200, body: null, answerAt: null };
    default:
      return payment.card satisfies never;
  }
}

function capture(store: PaymentStore, payment: Payment, capturedAt: number, answerAt: number): StoredReply {
  const captured = { ...payment, capturedAt };
  store.put(captured);
  return { status: 200, body: toWire(captured, capturedAt), answerAt };
}
