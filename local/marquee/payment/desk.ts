import { z } from 'zod';
import { cancel } from './cancel';
import { refusal } from './errors';
import { type Payment, statusOf } from './payment';
import type { PaymentStore, StoredReply } from './store';
import { toWire } from './wire';

/** Somebody at the provider moves money, of which the theatre hears by a webhook, or not at all. */

const refund = z.strictObject({ amount: z.int().positive() });

/** Returns a part, as the provider's desk does. */
export function refundAtDesk(
  store: PaymentStore,
  now: number,
  newKey: () => string,
  paymentKey: string,
  body: unknown,
): StoredReply {
  const parsed = refund.safeParse(body);
  if (!parsed.success) return { ...refusal('INVALID_REQUEST', z.prettifyError(parsed.error)), answerAt: now };
  return cancel(store, now, newKey, paymentKey, {
    cancelReason: 'returned at the desk',
    cancelAmount: parsed.data.amount,
  });
}

/** Captures a payment, even one whose confirmation was refused. */
export function captureAtDesk(store: PaymentStore, now: number, paymentKey: string): StoredReply {
  const payment = store.get(paymentKey);
  if (payment === undefined) return { ...refusal('NOT_FOUND_PAYMENT'), answerAt: now };
  if (payment.capturedAt !== undefined) return { ...refusal('ALREADY_PROCESSED_PAYMENT'), answerAt: now };
  const { failure: _refused, ...rest } = payment;
  const captured = { ...rest, capturedAt: now };
  store.put(captured);
  return { status: 200, body: toWire(captured, now), answerAt: now };
}

export type Webhook = { readonly body: unknown; readonly times: number; readonly delayMs: number };

const webhook = z.strictObject({
  times: z.int().min(1).max(100).default(1),
  delayMs: z.int().min(0).max(60_000).default(0),
  forged: z.boolean().default(false),
});

/**
 * What the provider's webhook says of a payment. A forged one says that the money moved which did not. Source:
 * https://docs.tosspayments.com/reference/using-api/webhook-events (PAYMENT_STATUS_CHANGED)
 */
export function webhookOf(payment: Payment, now: number, asked: unknown): Webhook | z.ZodError {
  const parsed = webhook.safeParse(asked ?? {});
  if (!parsed.success) return parsed.error;
  const { times, delayMs, forged } = parsed.data;
  const lie =
    statusOf(payment, now) === 'DONE' ? { status: 'CANCELED', balanceAmount: 0 } : { status: 'DONE' };
  const data = { ...toWire(payment, now), ...(forged ? lie : {}) };
  const createdAt = new Date(now).toISOString();
  return { times, delayMs, body: { eventType: 'PAYMENT_STATUS_CHANGED', createdAt, data } };
}
