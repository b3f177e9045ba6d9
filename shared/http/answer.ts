import type { HttpResponseInit, InvocationContext } from '@azure/functions';
import { isPassingFault } from '../cosmos/cosmos';
import { type Log, reasonOf } from '../telemetry/log';
import { generalProblem, Problem, problemDocument } from './problem';
import { bodyFor, type Rendered, rendered } from './rendered';

export type Answer = {
  readonly status: number;
  readonly body?: unknown;
  /** A body that is JSON already. */
  readonly text?: string | Rendered;
  /** A body that is no JSON. Its media type is its own. */
  readonly file?: { readonly type: string; readonly bytes: Uint8Array };
  readonly headers?: Readonly<Record<string, string>>;
};

/** JSON that nobody caches, unless its headers say otherwise. What is large is compressed for those who accept it. */
export async function renderAnswer(
  { status, body, text, file, headers = {} }: Answer,
  acceptEncoding: string | null = null,
): Promise<HttpResponseInit> {
  if (file !== undefined)
    return { status, body: file.bytes, headers: { 'content-type': file.type, ...headers } };
  const content = text ?? (body === undefined ? undefined : JSON.stringify(body));
  if (content === undefined) return { status, headers };
  const sent = await bodyFor(typeof content === 'string' ? rendered(content) : content, acceptEncoding);
  return {
    status,
    ...sent,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...headers,
      ...sent.headers,
      ...varying(headers.vary, sent.headers.vary),
    },
  };
}

/** By every header that the answer was chosen by. */
function varying(...by: readonly (string | undefined)[]): { vary?: string } {
  const named = by.filter((one) => one !== undefined);
  return named.length === 0 ? {} : { vary: named.join(', ') };
}

/** Logs what is no problem of the caller's. Nothing of it reaches the caller but the id under which the log has it. */
export function problemFrom(error: unknown, log: Log, { functionName }: InvocationContext): Problem {
  if (error instanceof Problem) return error;
  if (isPassingFault(error)) {
    log.warn('request met a passing fault', { function: functionName, reason: reasonOf(error) });
    return generalProblem(
      'unavailable',
      'A part of the system does not answer. Please send the same request again.',
    );
  }
  const stack = error instanceof Error ? error.stack : undefined;
  log.error('request failed', { function: functionName, reason: reasonOf(error), stack });
  return generalProblem('internal-error', 'Please try again. If it stays, tell us the correlation id.');
}

export function renderProblem(problem: Problem, { invocationId }: InvocationContext): HttpResponseInit {
  const { retryAfterSeconds, definition } = problem;
  const { status } = definition;
  const correlation = status === 500 ? { correlationId: invocationId } : {};
  return {
    status,
    body: JSON.stringify({ ...problemDocument(problem), ...correlation }),
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    },
  };
}
