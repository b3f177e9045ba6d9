import { HttpRequest, InvocationContext } from '@azure/functions';
import type { Caller } from '../../shared/http/auth';

export const sampleCaller: Caller = { customerId: 'kim', isAdmin: false };

export type RequestParts = {
  readonly method?: string;
  readonly path?: string;
  readonly query?: Record<string, string>;
  readonly params?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: string;
};

/** A request as the Functions host hands it over; JSON unless its headers say otherwise. */
export const sampleRequest = ({
  method,
  path = 'things',
  query,
  params,
  headers,
  body,
}: RequestParts): HttpRequest =>
  new HttpRequest({
    method: method ?? 'POST',
    url: `http://127.0.0.1:7071/api/${path}`,
    headers: { 'content-type': 'application/json', ...headers },
    ...(query === undefined ? {} : { query }),
    ...(params === undefined ? {} : { params }),
    ...(body === undefined ? {} : { body: { string: body } }),
  });

/** An invocation, and the lines it logs. */
export function sampleInvocation(triggerMetadata: Record<string, unknown> = {}) {
  const lines: string[] = [];
  const context = new InvocationContext({
    invocationId: 'invocation-1',
    functionName: 'things-post',
    triggerMetadata: triggerMetadata as never,
    logHandler: (level, ...args) => lines.push(`${level} ${args.join(' ')}`),
  });
  return { context, lines };
}
