import { refusal } from './errors';
import { balanceOf, type Payment, statusOf } from './payment';

/** The provider writes times in Korean time, as `2026-11-20T19:30:00+09:00`. */
const koreanTime = (ms: number): string => `${new Date(ms + 9 * 3_600_000).toISOString().slice(0, 19)}+09:00`;

/**
 * A payment as the provider's API shows it.
 * Source: https://docs.tosspayments.com/reference (Payment object, version 2022-11-16)
 */
export function toWire(payment: Payment, now: number) {
  const balanceAmount = balanceOf(payment);
  const captured = payment.capturedAt !== undefined && payment.capturedAt <= now;
  return {
    version: '2022-11-16',
    mId: 'marquee-local',
    type: 'NORMAL',
    method: '카드',
    country: 'KR',
    paymentKey: payment.paymentKey,
    orderId: payment.orderId,
    orderName: payment.orderId,
    lastTransactionKey: payment.cancels.at(-1)?.transactionKey ?? (captured ? payment.paymentKey : null),
    status: statusOf(payment, now),
    currency: payment.currency,
    totalAmount: payment.amount,
    balanceAmount,
    isPartialCancelable: true,
    requestedAt: koreanTime(payment.requestedAt),
    approvedAt: captured ? koreanTime(payment.capturedAt) : null,
    cancels: payment.cancels.length === 0 ? null : payment.cancels.map(cancelToWire(payment)),
    failure: payment.failure ? refusal(payment.failure).body : null,
  };
}

const cancelToWire = (payment: Payment) => (cancel: Payment['cancels'][number], index: number) => ({
  transactionKey: cancel.transactionKey,
  cancelAmount: cancel.cancelAmount,
  cancelReason: cancel.cancelReason,
  cancelStatus: 'DONE',
  canceledAt: koreanTime(cancel.canceledAt),
  refundableAmount: balanceOf({ ...payment, cancels: payment.cancels.slice(0, index + 1) }),
});
