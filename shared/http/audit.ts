import type { InvocationContext } from '@azure/functions';
import { jsonLog } from '../telemetry/log';
import { recordMetric } from '../telemetry/metrics';
import { addAttributes, failSpan, type SpanOptions } from '../telemetry/trace';
import { isStaff, rolesFor } from './access';
import type { Caller } from './auth';
import type { EndpointSpec } from './endpoint';

/** The parameters of a call's path once they are known to be ids. Undefined when one is none. */
export type Ids = Readonly<Record<string, string>> | undefined;

export const spanOf = (
  { method, route }: EndpointSpec,
  params: Ids,
  { functionName }: InvocationContext,
): SpanOptions => ({
  name: `${method} /api/${route}`,
  attributes: { ...params, function: functionName },
});

/** How a call ended. `code` is the problem's, or `none`. */
export type Ended = { readonly caller: Caller | undefined; readonly status: number; readonly code: string };

/** Every call counts in a metric and in its span. One of staff is a line in the log, whatever was answered. */
export function recordCall(
  spec: EndpointSpec,
  params: Ids,
  context: InvocationContext,
  { caller, status, code }: Ended,
): void {
  recordMetric('marquee.requests', 1, { function: context.functionName, status, code });
  addAttributes({ status, ...(code === 'none' ? {} : { code }) });
  if (status >= 500) failSpan(code);
  const { method, route } = spec;
  if (rolesFor(spec).length === 0 && (caller === undefined || !isStaff(caller))) return;
  jsonLog(context).info('admin call', {
    audit: true,
    caller: caller?.customerId ?? 'refused',
    route: `${method} /api/${routeOf(route, params)}`,
    status,
  });
}

/** Of a path that is none of ours only the pattern is told. */
const routeOf = (route: string, params: Ids = {}): string =>
  route.replaceAll(/\{(\w+)\}/g, (pattern, name: string) => params[name] ?? pattern);
