import type {
  HttpFunctionOptions,
  HttpHandler,
  HttpMethod,
  HttpRequest,
  HttpResponseInit,
  InvocationContext,
} from '@azure/functions';
import type { z } from 'zod';
import { isPassingFault } from '../cosmos/cosmos';
import { jsonLog, type Log, reasonOf } from '../telemetry/log';
import { recordMetric } from '../telemetry/metrics';
import { addAttributes, failSpan, inSpan, type SpanOptions } from '../telemetry/trace';
import type { Admit, Authenticate, Caller } from './auth';
import { generalProblem, Problem, problemDocument } from './problem';
import { type IncomingRequest, readRequest } from './request';

/** What one HTTP call takes and answers. The OpenAPI document is generated from these. */
export type EndpointSpec<Query = unknown, Body = unknown> = {
  readonly method: HttpMethod;
  /** Below `/api/`, with `{parameters}`. */
  readonly route: string;
  readonly summary: string;
  readonly auth: 'anyone' | 'customer' | 'admin';
  /** Past the gateway, too: for whoever asks one host how it is. */
  readonly pastGateway?: true;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  readonly idempotencyKey?: 'required' | 'honoured';
  readonly ifMatch?: 'required' | 'honoured';
  /** Status → what it means and the shape of its body. */
  readonly answers: Readonly<Record<number, { readonly description: string; readonly body?: z.ZodType }>>;
  /** Codes of functions/problems.ts beyond those every call of its kind may answer. */
  readonly problems?: readonly string[];
};

export type Answer = {
  readonly status: number;
  readonly body?: unknown;
  /** A body that is JSON already. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Endpoint<Deps> = {
  readonly spec: EndpointSpec;
  readonly handle: (deps: Deps, request: IncomingRequest<never, never>) => Promise<Answer>;
};

/** Joins what a call is with what it does; the request arrives parsed by the spec's schemas. */
export const endpoint = <Deps, Query = undefined, Body = undefined>(
  spec: EndpointSpec<Query, Body>,
  handle: (deps: Deps, request: IncomingRequest<Query, Body>) => Promise<Answer>,
): Endpoint<Deps> => ({ spec, handle: handle as Endpoint<Deps>['handle'] }) as Endpoint<Deps>;

/** Longer than a call to the payment provider may take; shorter than any gateway waits, whose 504 nobody could explain. */
const DEADLINE_MS = 20_000;

/** Throws `unavailable` when the answer takes too long. The work goes on; the same request again finds what it did. */
async function within<T>(deadlineMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const detail = 'A part of the system is slow to answer. Please send the same request again.';
    timer = setTimeout(() => reject(generalProblem('unavailable', detail)), deadlineMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

export type HttpDeps = {
  readonly authenticate: Authenticate;
  /** Absent where anybody may call. */
  readonly admit?: Admit | undefined;
};

/** The Azure Functions handler of an endpoint: parse, authenticate, call, and every failure as a problem document. */
export const httpHandler =
  <Deps extends HttpDeps>(deps: Deps, { spec, handle }: Endpoint<Deps>): HttpHandler =>
  (request, context) =>
    inSpan(spanOf(spec, request, context), async () => {
      let caller: Caller | undefined;
      const done = (answer: HttpResponseInit, code = 'none'): HttpResponseInit => {
        finish(spec, request, context, { caller, status: answer.status ?? 200, code });
        return answer;
      };
      try {
        if (!spec.pastGateway)
          await deps.admit?.(request.headers.get('x-gateway-authorization') ?? undefined);
        caller = await callerOf(deps.authenticate, spec, request);
        mustBeAllowed(spec, caller);
        const incoming = await readRequest(spec, request, caller);
        const work = handle(deps, incoming as IncomingRequest<never, never>);
        return done(response(await within(DEADLINE_MS + incoming.waitMs, work)));
      } catch (error) {
        const problem = asProblem(error, jsonLog(context), context);
        return done(problemResponse(problem, context), problem.code);
      }
    });

const spanOf = (spec: EndpointSpec, request: HttpRequest, context: InvocationContext): SpanOptions => ({
  name: `${spec.method} /api/${spec.route}`,
  kind: 'server',
  traceparent: request.headers.get('traceparent') ?? context.traceContext?.traceParent,
  attributes: { ...request.params, function: context.functionName },
});

type Finished = { readonly caller: Caller | undefined; readonly status: number; readonly code: string };

/** What is kept of every call: a metric, and its span's status; of an admin's a line in the log, whatever was answered. */
function finish(
  spec: EndpointSpec,
  request: HttpRequest,
  context: InvocationContext,
  { caller, status, code }: Finished,
): void {
  recordMetric('marquee.requests', 1, { function: context.functionName, status, code });
  addAttributes({ status, ...(code === 'none' ? {} : { code }) });
  if (status >= 500) failSpan(code);
  if (spec.auth !== 'admin' && !caller?.isAdmin) return;
  const route = `${spec.method} ${new URL(request.url).pathname}`;
  jsonLog(context).info('admin call', {
    audit: true,
    caller: caller?.customerId ?? 'refused',
    route,
    status,
  });
}

/**
 * How an endpoint is registered. The host refuses routes that begin with `admin`, whatever its route prefix; so the
 * prefix is empty (host.json) and every route says `api/` itself.
 * Source: https://github.com/Azure/azure-functions-host/issues/1781
 */
export const httpOptions = <Deps extends HttpDeps>(
  deps: Deps,
  endpoint: Endpoint<Deps>,
): HttpFunctionOptions => ({
  methods: [endpoint.spec.method],
  route: `api/${endpoint.spec.route}`,
  authLevel: 'anonymous',
  handler: httpHandler(deps, endpoint),
});

async function callerOf(
  authenticate: Authenticate,
  spec: EndpointSpec,
  request: HttpRequest,
): Promise<Caller> {
  if (spec.auth === 'anyone') return { customerId: 'anyone', isAdmin: false };
  return authenticate(request.headers.get('authorization') ?? undefined);
}

function mustBeAllowed(spec: EndpointSpec, caller: Caller): void {
  if (spec.auth === 'admin' && !caller.isAdmin) {
    throw generalProblem('forbidden', 'This call needs a token whose roles hold "admin".');
  }
}

const response = ({ status, body, text, headers = {} }: Answer): HttpResponseInit => {
  const content = text ?? (body === undefined ? undefined : JSON.stringify(body));
  return content === undefined
    ? { status, headers }
    : {
        status,
        body: content,
        headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
      };
};

/** Nothing of an unexpected exception reaches the caller but the id under which the log has it. */
function asProblem(error: unknown, log: Log, context: InvocationContext): Problem {
  if (error instanceof Problem) return error;
  if (isPassingFault(error)) {
    log.warn('request met a passing fault', { function: context.functionName, reason: reasonOf(error) });
    return generalProblem(
      'unavailable',
      'A part of the system does not answer. Please send the same request again.',
    );
  }
  log.error('request failed', {
    function: context.functionName,
    reason: reasonOf(error),
    stack: error instanceof Error ? error.stack : undefined,
  });
  return generalProblem('internal-error', 'Please try again. If it stays, tell us the correlation id.');
}

function problemResponse(problem: Problem, context: InvocationContext): HttpResponseInit {
  const { status } = problem.definition;
  const correlation = status === 500 ? { correlationId: context.invocationId } : {};
  return {
    status,
    body: JSON.stringify({ ...problemDocument(problem), ...correlation }),
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(problem.retryAfterSeconds === undefined
        ? {}
        : { 'retry-after': String(problem.retryAfterSeconds) }),
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    },
  };
}
