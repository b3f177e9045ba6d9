import type { HttpRequest, InvocationContext } from '@azure/functions';
import { jsonLog } from '../telemetry/log';
import { recordMetric } from '../telemetry/metrics';
import { addAttributes, failSpan, type SpanOptions } from '../telemetry/trace';
import type { Caller } from './auth';
import type { EndpointSpec } from './endpoint';

export const spanOf = (
  { method, route }: EndpointSpec,
  { headers, params }: HttpRequest,
  { functionName, traceContext }: InvocationContext,
): SpanOptions => ({
  name: `${method} /api/${route}`,
  kind: 'server',
  traceparent: headers.get('traceparent') ?? traceContext?.traceParent,
  attributes: { ...params, function: functionName },
});

/** How a call ended. `code` is the problem's, or `none`. */
export type Ended = { readonly caller: Caller | undefined; readonly status: number; readonly code: string };

/** Every call counts in a metric and in its span. An admin's is a line in the log, whatever was answered. */
export function recordCall(
  { auth, method }: EndpointSpec,
  { url }: HttpRequest,
  context: InvocationContext,
  { caller, status, code }: Ended,
): void {
  recordMetric('marquee.requests', 1, { function: context.functionName, status, code });
  addAttributes({ status, ...(code === 'none' ? {} : { code }) });
  if (status >= 500) failSpan(code);
  if (auth !== 'admin' && !caller?.isAdmin) return;
  jsonLog(context).info('admin call', {
    audit: true,
    caller: caller?.customerId ?? 'refused',
    route: `${method} ${new URL(url).pathname}`,
    status,
  });
}
