import { z } from 'zod';
import { type ErrorCode, refusal } from './errors';
import { balanceOf, type Payment, statusOf } from './payment';
import type { PaymentStore, StoredReply } from './store';
import { toWire } from './wire';

const cancellation = z.object({
  cancelReason: z.string().min(1).max(200),
  cancelAmount: z.int().positive().optional(),
  refundableAmount: z.int().nonnegative().optional(),
});

/**
 * Refunds `cancelAmount`, or all that is left. Never more than was captured, and nothing when `refundableAmount` is
 * given and is not what is left. `POST /v1/payments/{paymentKey}/cancel`
 */
export function cancel(
  store: PaymentStore,
  now: number,
  newKey: () => string,
  paymentKey: string,
  body: unknown,
): StoredReply {
  const refuse = (code: ErrorCode, detail?: string) => ({ ...refusal(code, detail), answerAt: now });
  const parsed = cancellation.safeParse(body);
  if (!parsed.success) return refuse('INVALID_REQUEST', z.prettifyError(parsed.error));
  const payment = store.get(paymentKey);
  if (!payment) return refuse('NOT_FOUND_PAYMENT');
  const balance = balanceOf(payment);
  const { cancelReason, cancelAmount = balance, refundableAmount = balance } = parsed.data;
  const objection = objectionTo(payment, { cancelAmount, refundableAmount }, now);
  if (objection) return refuse(objection);
  const entry = { transactionKey: newKey(), cancelAmount, cancelReason, canceledAt: now };
  const canceled = { ...payment, cancels: [...payment.cancels, entry] };
  store.put(canceled);
  return { status: 200, body: toWire(canceled, now), answerAt: now };
}

function objectionTo(
  payment: Payment,
  { cancelAmount, refundableAmount }: { cancelAmount: number; refundableAmount: number },
  now: number,
): ErrorCode | undefined {
  const status = statusOf(payment, now);
  if (status === 'CANCELED') return 'ALREADY_CANCELED_PAYMENT';
  if (status !== 'DONE' && status !== 'PARTIAL_CANCELED') return 'NOT_CANCELABLE_PAYMENT';
  if (refundableAmount !== balanceOf(payment)) return 'NOT_MATCHES_REFUNDABLE_AMOUNT';
  return cancelAmount > balanceOf(payment) ? 'NOT_CANCELABLE_AMOUNT' : undefined;
}
