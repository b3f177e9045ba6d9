import {
  circuitBreaker,
  ExponentialBackoff,
  handleAll,
  retry,
  SamplingBreaker,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import { z } from 'zod';
import { digest } from '../../shared/kernel/ids';
import { type Log, reasonOf } from '../../shared/telemetry/log';
import { inSpan } from '../../shared/telemetry/trace';
import type { Confirmed, Found, PaymentProvider, Refunded } from './payments';

export type TossSettings = { readonly url: string; readonly secretKey: string; readonly timeoutMs: number };

/** The request was not looked at. */
const TOO_MANY = 429;
const CONFIRM = '/v1/payments/confirm';
const HALF_OPEN_AFTER_MS = 10_000;
/** So large a share of calls fails when the provider is down; some cards always hang. */
const OPENS_AT_SHARE = 0.75;

const paymentSchema = z.object({
  orderId: z.string(),
  status: z.string(),
  totalAmount: z.int(),
  balanceAmount: z.int(),
  currency: z.string(),
});
const errorSchema = z.object({ code: z.string(), message: z.string() });

type Reply = { readonly status: number; readonly body: unknown };

const codeOf = (body: unknown): string | undefined => errorSchema.safeParse(body).data?.code;

/** The provider did not do what was asked, for a reason that is not in the request: another try may help, or another key. */
class ProviderFault extends Error {
  constructor(readonly reply: Reply) {
    super(`the provider answered ${reply.status} ${codeOf(reply.body) ?? ''}`.trim());
  }
}

/** Errors that say nothing about whether the money was captured. Source: docs.tosspayments.com/reference/error-codes */
const UNDECIDED = new Set([
  'ALREADY_PROCESSED_PAYMENT',
  'IDEMPOTENT_REQUEST_PROCESSING',
  'FORBIDDEN_CONSECUTIVE_REQUEST',
  'PROVIDER_ERROR',
]);

/** Errors of our own secret key: nothing was looked at, and no card is at fault. Source: as above. */
const KEY_ERRORS = new Set(['UNAUTHORIZED_KEY', 'INVALID_API_KEY', 'INCORRECT_BASIC_AUTH_FORMAT']);

/** Throws for a fault. A busy provider may answer without a body that can be read. */
async function replyOf(response: Response): Promise<Reply> {
  const { status } = response;
  const isBusy = status >= 500 || status === TOO_MANY;
  const body = await (isBusy ? response.json().catch(() => undefined) : response.json());
  if (status >= 500 || KEY_ERRORS.has(codeOf(body) ?? '')) throw new ProviderFault({ status, body });
  return { status, body };
}

/** A deadline, a bounded retry for faults, and a circuit breaker around both. */
function guard(timeoutMs: number, onBreak: () => void) {
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: HALF_OPEN_AFTER_MS,
    breaker: new SamplingBreaker({ threshold: OPENS_AT_SHARE, duration: 20_000, minimumRps: 0.5 }),
  });
  breaker.onBreak(onBreak);
  const retries = retry(handleAll, {
    maxAttempts: 2,
    backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 500 }),
  });
  return wrap(breaker, timeout(timeoutMs, TimeoutStrategy.Aggressive), retries);
}

/**
 * Toss Payments' REST API. Every call is guarded; its retry is safe, because each carries its Idempotency-Key. Confirmations
 * have a breaker of their own: the refunds of a whole house must not keep other customers from paying. One request too many
 * is no fault of the provider and opens neither. Source: https://docs.tosspayments.com/reference
 */
export function tossPayments(settings: TossSettings, log: Log): PaymentProvider {
  let brokeAt = Number.NEGATIVE_INFINITY;
  const confirmations = guard(settings.timeoutMs, () => {
    brokeAt = Date.now();
    log.warn('payment provider: breaker open', { halfOpenAfterMs: HALF_OPEN_AFTER_MS });
  });
  const others = guard(settings.timeoutMs, () => {
    log.warn('payment provider: breaker of refunds open', { halfOpenAfterMs: HALF_OPEN_AFTER_MS });
  });
  const authorization = `Basic ${Buffer.from(`${settings.secretKey}:`).toString('base64')}`;

  const call = (
    method: 'GET' | 'POST',
    path: string,
    body?: object,
    idempotencyKey?: string,
  ): Promise<Reply> =>
    inSpan({ name: `payment provider ${stepName(method, path)}`, kind: 'client' }, () =>
      (path === CONFIRM ? confirmations : others).execute(async ({ signal }) => {
        const response = await fetch(settings.url + path, {
          method,
          signal,
          headers: {
            authorization,
            'content-type': 'application/json',
            ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        if (response.status === TOO_MANY)
          log.warn('payment provider: too many requests', { call: stepName(method, path) });
        return replyOf(response);
      }),
    );

  const unknown = (what: string, error: unknown): { readonly kind: 'unknown' } => {
    log.warn(`payment provider: ${what} is not known`, { reason: reasonOf(error) });
    return { kind: 'unknown' };
  };

  const noteRefusal = (reply: Reply): Refunded => {
    const outcome = refunded(reply);
    if (outcome !== 'refunded') log.warn(`payment provider: a refund is ${outcome}`, reply);
    return outcome;
  };

  return {
    confirm: ({ paymentKey, reservationId, amount }) =>
      call(
        'POST',
        CONFIRM,
        { paymentKey, orderId: reservationId, amount },
        digest(['confirm', reservationId, paymentKey], 32),
      )
        .then(confirmed)
        .catch((error) => unknown('whether it was captured', error)),
    find: (paymentKey) =>
      call('GET', `/v1/payments/${encodeURIComponent(paymentKey)}`)
        .then(found)
        .catch((error) => unknown('a payment', error)),
    cancel: ({ paymentKey, part, reason, idempotencyKey }) =>
      call(
        'POST',
        `/v1/payments/${encodeURIComponent(paymentKey)}/cancel`,
        cancellationBody(reason, part),
        idempotencyKey,
      )
        .catch((error) => {
          if (error instanceof ProviderFault) return error.reply;
          throw error;
        })
        .then(noteRefusal)
        .catch((error) => unknown('whether it was refunded', error).kind),
    // An open breaker tries again only when it is called; so after its time a payment is let through to be that call.
    closedForSeconds: () => {
      const leftMs = brokeAt + HALF_OPEN_AFTER_MS - Date.now();
      return leftMs > 0 ? Math.ceil(leftMs / 1000) : undefined;
    },
  };
}

/** Without the payment's key, which is in the path. */
const stepName = (method: string, path: string): string =>
  method === 'GET' ? 'find' : (path.split('/').at(-1) ?? 'call');

/**
 * The body of a cancellation; also the simulation sends it. The provider does nothing when `refundableAmount` is not what
 * is left. Of a payment that is not paid yet it cancels no part, only all.
 * Source: https://docs.tosspayments.com/reference (cancel payment), …/error-codes (NOT_ALLOWED_PARTIAL_REFUND_WAITING_DEPOSIT)
 */
export const cancellationBody = (
  cancelReason: string,
  part?: { readonly amount: number; readonly refundable: number },
) => ({
  cancelReason,
  ...(part === undefined ? {} : { cancelAmount: part.amount, refundableAmount: part.refundable }),
});

/** What the provider's answer to a confirmation says; also the simulation reads it so. */
export function confirmed({ status, body }: Reply): Confirmed {
  if (status < 300) {
    const payment = paymentSchema.parse(body);
    if (payment.status === 'WAITING_FOR_DEPOSIT')
      return { kind: 'awaiting-deposit', reservationId: payment.orderId };
    const { currency } = payment;
    return payment.status === 'DONE' ? { kind: 'approved', currency } : { kind: 'unknown' };
  }
  if (status === TOO_MANY) return { kind: 'unknown' };
  const { code, message } = errorSchema.parse(body);
  return UNDECIDED.has(code) ? { kind: 'unknown' } : { kind: 'declined', reason: `${code}: ${message}` };
}

/**
 * What the provider's answer to a cancellation says; also the simulation reads it so. An error is kept under its key for
 * 15 days, so what was refused must be asked for under another one. Not so while the first request is under way, or when
 * it was not looked at: it may still be done.
 * Source: https://docs.tosspayments.com/reference/using-api/authorization (Idempotency-Key)
 */
export function refunded({ status, body }: Reply): Refunded {
  if (status < 300) return 'refunded';
  const code = codeOf(body);
  const isOpen = code === undefined || code === 'IDEMPOTENT_REQUEST_PROCESSING' || KEY_ERRORS.has(code);
  return status === TOO_MANY || isOpen ? 'unknown' : 'refused';
}

/** What the provider's answer about a payment says. */
export function found({ status, body }: Reply): Found {
  if (status === 404) return { kind: 'open' };
  if (status >= 400) return { kind: 'unknown' };
  const payment = paymentSchema.parse(body);
  const { orderId: reservationId, totalAmount: amount, balanceAmount, currency } = payment;
  switch (payment.status) {
    case 'DONE':
    case 'PARTIAL_CANCELED':
    case 'CANCELED':
      return { kind: 'captured', reservationId, amount, currency, refunded: amount - balanceAmount };
    case 'WAITING_FOR_DEPOSIT':
      return { kind: 'awaiting-deposit', reservationId };
    case 'ABORTED':
    case 'EXPIRED':
      return { kind: 'failed', reason: payment.status };
    default:
      return { kind: 'open' };
  }
}
