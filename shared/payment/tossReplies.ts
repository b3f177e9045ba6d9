import { z } from 'zod';
import type { Confirmed, Found, Refunded, RefundPart } from './provider';

/** What goes to Toss Payments and what its answers say. The simulation writes and reads them by the same functions. */

export type Reply = { readonly status: number; readonly body: unknown };

/** The request was not looked at. */
export const TOO_MANY = 429;

const paymentSchema = z.object({
  orderId: z.string(),
  status: z.string(),
  totalAmount: z.int(),
  balanceAmount: z.int(),
  currency: z.string(),
  method: z.string().nullish(),
  cancels: z.array(z.object({ cancelStatus: z.string() })).nullish(),
});
const errorSchema = z.object({ code: z.string(), message: z.string() });

/** By what the customer paid. Source: https://docs.tosspayments.com/reference (Payment object, method) */
const MEANS: Readonly<Record<string, string>> = {
  카드: 'card',
  간편결제: 'easy-pay',
  계좌이체: 'transfer',
  가상계좌: 'virtual-account',
  휴대폰: 'mobile',
};

const meansOf = (method: string | null | undefined): { readonly means?: string } =>
  method ? { means: MEANS[method] ?? 'other' } : {};

export const errorCodeOf = (body: unknown): string | undefined => errorSchema.safeParse(body).data?.code;

/** Errors that say nothing about whether the money was captured. Source: docs.tosspayments.com/reference/error-codes */
const UNDECIDED = new Set([
  'ALREADY_PROCESSED_PAYMENT',
  'IDEMPOTENT_REQUEST_PROCESSING',
  'FORBIDDEN_CONSECUTIVE_REQUEST',
  'PROVIDER_ERROR',
]);

/** Errors of our own secret key. Nothing was looked at, and no card is at fault. Source: as above. */
const KEY_ERRORS = new Set(['UNAUTHORIZED_KEY', 'INVALID_API_KEY', 'INCORRECT_BASIC_AUTH_FORMAT']);

/** The provider did not do what was asked for a reason that is not in the request, so another try may help. */
export const isProviderFault = ({ status, body }: Reply): boolean =>
  status >= 500 || KEY_ERRORS.has(errorCodeOf(body) ?? '');

/**
 * The body of a cancellation. The provider does nothing when `refundableAmount` is not what is left. Of a payment that is
 * not paid yet it cancels no part, only all.
 * Source: https://docs.tosspayments.com/reference (cancel payment), …/error-codes (NOT_ALLOWED_PARTIAL_REFUND_WAITING_DEPOSIT)
 */
export const cancellationBody = (cancelReason: string, part?: RefundPart) => ({
  cancelReason,
  ...(part === undefined ? {} : { cancelAmount: part.amount, refundableAmount: part.refundable }),
});

/** What the answer to a confirmation says. */
export function readConfirmation({ status, body }: Reply): Confirmed {
  if (status < 300) return readConfirmed(body);
  if (status === TOO_MANY) return { kind: 'unknown' };
  const { code, message } = errorSchema.parse(body);
  return UNDECIDED.has(code) ? { kind: 'unknown' } : { kind: 'declined', reason: `${code}: ${message}` };
}

function readConfirmed(body: unknown): Confirmed {
  const { status, orderId, currency, method } = paymentSchema.parse(body);
  if (status === 'WAITING_FOR_DEPOSIT') return { kind: 'awaiting-deposit', orderId };
  return status === 'DONE' ? { kind: 'approved', currency, ...meansOf(method) } : { kind: 'unknown' };
}

/**
 * What the answer to a cancellation says. An error is kept under its key for 15 days, so what was refused must be asked for
 * under another one. Not so while the first request is under way or was not looked at, for then it may still be done.
 * Source: https://docs.tosspayments.com/reference/using-api/authorization (Idempotency-Key)
 */
export function readCancellation({ status, body }: Reply): Refunded {
  if (status < 300) return 'refunded';
  const code = errorCodeOf(body);
  const isOpen = code === undefined || code === 'IDEMPOTENT_REQUEST_PROCESSING' || KEY_ERRORS.has(code);
  return status === TOO_MANY || isOpen ? 'unknown' : 'refused';
}

/** What the answer about a payment says. */
export function readPayment({ status, body }: Reply): Found {
  if (status === 404) return { kind: 'open' };
  if (status >= 400) return { kind: 'unknown' };
  const payment = paymentSchema.parse(body);
  const { orderId, totalAmount: amount, balanceAmount, currency } = payment;
  switch (payment.status) {
    case 'DONE':
    case 'PARTIAL_CANCELED':
    case 'CANCELED':
      return {
        kind: 'captured',
        orderId,
        amount,
        currency,
        refunded: amount - balanceAmount,
        ...meansOf(payment.method),
        ...(payment.cancels?.some(({ cancelStatus }) => cancelStatus === 'IN_PROGRESS')
          ? { isRefundUnderWay: true }
          : {}),
      };
    case 'WAITING_FOR_DEPOSIT':
      return { kind: 'awaiting-deposit', orderId };
    case 'ABORTED':
    case 'EXPIRED':
      return { kind: 'failed', reason: payment.status };
    default:
      return { kind: 'open' };
  }
}
