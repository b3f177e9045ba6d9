import type { RetryContext } from '../app/coreTypes';
import type { HostedFunction } from '../app/hostedFunction';
import type { Logger } from '../app/logger';
import { formatTimeSpan } from '../app/timeSpan';
import type { Clock } from './clock';
import type { Invocation, Invoke, Outcome } from './invoke';
import { mayRetry, retryDelayMs } from './retryPolicy';

/**
 * Runs a function until it succeeds, its policy is used up, or the signal is aborted. Without a policy it runs once.
 * Each retry is a run of its own, with `context.retryContext`.
 *
 * Source: "Azure Functions error handling and retries"; WebJobs SDK, FunctionExecutorExtensions.
 */
export async function invokeWithRetry(
  services: { invoke: Invoke; logger: Logger; clock: Clock },
  fn: HostedFunction,
  invocation: () => Invocation,
  signal: AbortSignal,
): Promise<Outcome> {
  let retryContext: RetryContext | undefined;
  for (let failures = 0; ; ) {
    const outcome = await services.invoke(fn, { ...invocation(), retryContext });
    const { retry } = fn;
    if (outcome.ok || !retry || signal.aborted) return outcome;
    failures++;
    if (!mayRetry(retry, failures)) return outcome;
    const delayMs = retryDelayMs(retry, failures, Math.random());
    services.logger.host(
      'information',
      `Waiting for \`${formatTimeSpan(delayMs)}\` before retrying function execution of '${fn.name}'. Next attempt: '${failures}'. Max retry count: '${retry.maxRetryCount}'`,
    );
    await services.clock.sleep(delayMs, signal);
    if (signal.aborted) return outcome;
    retryContext = {
      retryCount: failures,
      maxRetryCount: retry.maxRetryCount,
      exception: toException(outcome.error),
    };
  }
}

function toException(error: unknown): NonNullable<RetryContext['exception']> {
  return error instanceof Error
    ? { source: error.name, message: error.message, stackTrace: error.stack ?? '' }
    : { source: 'Error', message: String(error), stackTrace: '' };
}
