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
import type { Log } from '../telemetry/log';
import { inSpan } from '../telemetry/trace';
import { errorCodeOf, isProviderFault, type Reply, TOO_MANY } from './tossReplies';

export type TossSettings = { readonly url: string; readonly secretKey: string; readonly timeoutMs: number };

export type TossCall = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** What it is called in traces and logs. The payment's key is in the path, so the path is not shown. */
  readonly name: string;
  readonly body?: object;
  readonly idempotencyKey?: string;
};

export const HALF_OPEN_AFTER_MS = 10_000;
/** So large a share of calls fails when the provider is down. Some cards always hang. */
const OPENS_AT_SHARE = 0.75;

/** Thrown for a reply that is the provider's own fault. */
export class ProviderFault extends Error {
  constructor(readonly reply: Reply) {
    super(`the provider answered ${reply.status} ${errorCodeOf(reply.body) ?? ''}`.trim());
  }
}

/** A deadline, a bounded retry for faults, and a circuit breaker around both. */
export function guardCalls(timeoutMs: number, onBreak: () => void) {
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
export type CallGuard = ReturnType<typeof guardCalls>;

/** Calls the provider behind a guard. Throws ProviderFault, and what the guard throws. */
export const callToss = (
  settings: TossSettings,
  log: Log,
  guard: CallGuard,
  call: TossCall,
): Promise<Reply> =>
  inSpan({ name: `payment provider ${call.name}`, kind: 'client' }, () =>
    guard.execute(async ({ signal }) => {
      const response = await send(settings, call, signal);
      if (response.status === TOO_MANY) log.warn('payment provider: too many requests', { call: call.name });
      return readReply(response);
    }),
  );

/**
 * Asks for a payment that there is none of. Any answer but a fault is a sign of life. It goes past the guard, for it is to
 * neither open a breaker nor be refused by one. Throws ProviderFault, and what `fetch` throws.
 */
export async function probeToss(settings: TossSettings): Promise<void> {
  const call: TossCall = { method: 'GET', path: '/v1/payments/no-such-payment', name: 'probe' };
  await readReply(await send(settings, call, AbortSignal.timeout(settings.timeoutMs)));
}

function send({ url, secretKey }: TossSettings, call: TossCall, signal: AbortSignal): Promise<Response> {
  const { method, path, body, idempotencyKey } = call;
  const headers = {
    authorization: `Basic ${Buffer.from(`${secretKey}:`).toString('base64')}`,
    'content-type': 'application/json',
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  };
  return fetch(url + path, { method, signal, headers, ...(body && { body: JSON.stringify(body) }) });
}

/** A busy provider may answer without a body that can be read. */
async function readReply(response: Response): Promise<Reply> {
  const { status } = response;
  const isBusy = status >= 500 || status === TOO_MANY;
  const body = await (isBusy ? response.json().catch(() => undefined) : response.json());
  if (isProviderFault({ status, body })) throw new ProviderFault({ status, body });
  return { status, body };
}
