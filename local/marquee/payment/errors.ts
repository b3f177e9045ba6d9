/**
 * The provider's error codes this stand-in gives.
 * Source: https://docs.tosspayments.com/reference/error-codes and …/reference/using-api/idempotency-key
 */
const ERRORS = {
  INVALID_REQUEST: [400, 'The bad request.'],
  INVALID_IDEMPOTENCY_KEY: [400, 'An idempotency key has at most 300 characters.'],
  ALREADY_PROCESSED_PAYMENT: [400, 'This is a payment that has already been processed.'],
  DUPLICATED_ORDER_ID: [400, 'This order was approved or cancelled before. Use another order number.'],
  ALREADY_CANCELED_PAYMENT: [400, 'This payment has already been cancelled.'],
  NOT_MATCHES_REFUNDABLE_AMOUNT: [400, 'Balance results do not match.'],
  UNAUTHORIZED_KEY: [401, 'Unauthorized secretKey or clientKey.'],
  REJECT_CARD_PAYMENT: [403, 'Payment failed: limit exceeded or insufficient balance.'],
  NOT_CANCELABLE_AMOUNT: [403, 'This amount cannot be cancelled.'],
  NOT_CANCELABLE_PAYMENT: [403, 'This payment cannot be cancelled.'],
  FORBIDDEN_CONSECUTIVE_REQUEST: [403, 'Repetitive requests are not allowed. Please try again later.'],
  NOT_FOUND_PAYMENT: [404, 'Not found payment.'],
  NOT_FOUND_PAYMENT_SESSION: [404, 'The payment time has expired and the payment data does not exist.'],
  NOT_FOUND: [404, 'Not found.'],
  IDEMPOTENT_REQUEST_PROCESSING: [409, 'The previous idempotent request is being processed.'],
  FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING: [500, 'Payment could not be completed. Please try again.'],
  FAILED_REFUND_PROCESS: [500, 'The refund failed because of a delay or a passing error at the bank.'],
} as const satisfies Record<string, readonly [status: number, message: string]>;

export type ErrorCode = keyof typeof ERRORS;

/** Status and body of a refusal. `detail` replaces the provider's own text. */
export function refusal(code: ErrorCode, detail?: string) {
  const [status, message] = ERRORS[code];
  return { status, body: { code, message: detail ?? message } };
}
