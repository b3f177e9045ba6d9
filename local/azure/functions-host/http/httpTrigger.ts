import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HostConfig } from '../app/hostConfig';
import type { HostedFunction } from '../app/hostedFunction';
import { payloadFields } from '../invocation/bindingExpression';
import type { Invoke } from '../invocation/invoke';
import { toTraceContext } from '../invocation/traceContext';
import { toTypedRecord } from '../invocation/typedData';
import { readBody } from './readBody';
import { createRequestGate } from './requestGate';
import type { Route, RouteMatch } from './router';
import { streamThrough } from './streamProxy';
import { toHttpResponse } from './toHttpResponse';
import { toAppHeaders, toQuery, toRpcRequest } from './toRpcRequest';
import { emptyResponse, textResponse, writeResponse } from './writeResponse';

const REASON = 'This function was programmatically called via the host APIs.';

/** A request as the server has taken it apart. */
export interface HttpCall {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  /** Absolute, with the query. */
  readonly url: string;
  /** Without the question mark. */
  readonly search: string;
}

/** Methods of a function. None given means every one. */
export function methodsOf(fn: HostedFunction): readonly string[] {
  const methods = fn.trigger.methods as readonly string[] | undefined;
  const all = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];
  return methods && methods.length > 0 ? methods.map((method) => method.toUpperCase()) : all;
}

/** The route of a function, prefix and all, as in `api/<route or name>`. */
export function routeOf(fn: HostedFunction, prefix: string): Route<HostedFunction> {
  const route = typeof fn.trigger.route === 'string' ? fn.trigger.route : fn.name;
  const template = [prefix, route].filter((part) => part !== '').join('/');
  return { template, methods: methodsOf(fn), target: fn };
}

/**
 * Answers requests by running functions. A handler that throws is a 500 without a body, and too many requests are a
 * 429. A client that goes away does not stop the function.
 */
export function createHttpTrigger(options: {
  invoke: Invoke;
  config: HostConfig['http'];
  bodyLimit: number;
  /** Address of the library's own server when the app streams, undefined otherwise. */
  httpUri: string | undefined;
}): (call: HttpCall, match: RouteMatch<HostedFunction>) => Promise<void> | void {
  const { config, httpUri } = options;
  const gate = createRequestGate(config.maxConcurrentRequests, config.maxOutstandingRequests);
  const answer = httpUri === undefined ? answerWhole(options) : answerStream({ ...options, httpUri });
  return (call, match) => {
    const entered = gate.enter(() => answer(call, match));
    if (entered) return entered;
    call.req.resume();
    writeResponse(call.res, call.req.method ?? '', textResponse(429, 'Too many requests.'));
  };
}

type Answer = (call: HttpCall, match: RouteMatch<HostedFunction>) => Promise<void>;

function answerWhole(options: { invoke: Invoke; bodyLimit: number }): Answer {
  return async ({ req, res, url, search }, { target, params }) => {
    const method = req.method ?? 'GET';
    const body = await readBody(req, options.bodyLimit);
    if (body === 'aborted') return;
    if (body === 'too-large') return writeResponse(res, method, emptyResponse(413));
    const headers = toAppHeaders(req.headers);
    const http = toRpcRequest({ method, url, search, headers, params, body });
    const outcome = await options.invoke(target, {
      input: { http },
      traceContext: toTraceContext(headers.traceparent, headers.tracestate),
      reason: REASON,
      bindingData: () => ({
        ...payloadFields(body.toString()),
        ...http.query,
        ...params,
        Query: http.query,
        Headers: headers,
      }),
    });
    const response = outcome.ok ? toHttpResponse(outcome.response.returnValue) : emptyResponse(500);
    writeResponse(res, method, response);
  };
}

function answerStream(options: { invoke: Invoke; bodyLimit: number; httpUri: string }): Answer {
  return ({ req, res, search }, { target, params }) => {
    const headers = toAppHeaders(req.headers);
    const query = toQuery(search);
    const id = randomUUID();
    const invocation = options.invoke(target, {
      id,
      input: {},
      triggerMetadata: toTypedRecord({ ...params, Headers: headers, Query: query }),
      traceContext: toTraceContext(headers.traceparent, headers.tracestate),
      reason: REASON,
      bindingData: () => ({ ...query, ...params, Query: query, Headers: headers }),
    });
    const { httpUri, bodyLimit } = options;
    return streamThrough({ httpUri, invocationId: id, req, res, headers, bodyLimit, invocation });
  };
}
