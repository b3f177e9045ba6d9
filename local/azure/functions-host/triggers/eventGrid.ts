import type { HostedFunction } from '../app/hostedFunction';
import type { Handler } from '../http/httpServer';
import type { HttpCall } from '../http/httpTrigger';
import { readBody } from '../http/readBody';
import type { HttpResponse } from '../http/toHttpResponse';
import { emptyResponse, jsonResponse, textResponse, writeResponse } from '../http/writeResponse';
import { payloadFields } from '../invocation/bindingExpression';
import type { Invoke } from '../invocation/invoke';
import { toTraceContext } from '../invocation/traceContext';
import { toTypedRecord } from '../invocation/typedData';
import { readWebhookCall } from './eventGridEvents';

const PATH = '/runtime/webhooks/eventgrid';
/** In bytes. Event Grid sends at most 1 MB a request. Source: "Event Grid quotas and limits". */
const BODY_LIMIT = 1_048_576;

/**
 * Serves Event Grid triggers at `POST /runtime/webhooks/eventgrid?functionName=<name>`, with the handshakes of both
 * schemas. 202 when every event was handled, 500 when one threw, so that Event Grid delivers again.
 */
export function createEventGridWebhook(functions: readonly HostedFunction[], invoke: Invoke): Handler {
  const byName = new Map(functions.map((fn) => [fn.name.toLowerCase(), fn]));
  return (call, method, path) => {
    if (path.toLowerCase() !== PATH) return false;
    const name = new URLSearchParams(call.search).get('functionName') ?? '';
    const fn = byName.get(name.toLowerCase());
    if (method === 'OPTIONS' && fn) allowOrigin(call);
    else if (method === 'POST' && fn) {
      receive(call, fn, invoke).then(
        (response) => writeResponse(call.res, method, response),
        () => writeResponse(call.res, method, emptyResponse(500)),
      );
    } else {
      call.req.resume();
      writeResponse(call.res, method, textResponse(404, `cannot find function: '${name}'`));
    }
    return true;
  };
}

/** The handshake of CloudEvents. Source: CloudEvents, HTTP webhook 1.0, section 4. */
function allowOrigin({ req, res }: HttpCall): void {
  const origin = req.headers['webhook-request-origin'];
  const headers =
    origin === undefined ? {} : { 'webhook-allowed-origin': String(origin), 'webhook-allowed-rate': '*' };
  writeResponse(res, 'OPTIONS', { status: 200, headers, body: '' });
}

async function receive({ req }: HttpCall, fn: HostedFunction, invoke: Invoke): Promise<HttpResponse> {
  const body = await readBody(req, BODY_LIMIT);
  if (body === 'aborted') return emptyResponse(400);
  if (body === 'too-large') return emptyResponse(413);
  const call = readWebhookCall(req.headers['aeg-event-type'] as string | undefined, body.toString());
  switch (call.kind) {
    case 'validate':
      return jsonResponse(200, { validationResponse: call.code });
    case 'unsubscribe':
      return emptyResponse(202);
    case 'unreadable':
      return emptyResponse(400);
    case 'deliver':
      return (await deliver(fn, call.events, invoke)) ? emptyResponse(202) : emptyResponse(500);
    default:
      return call satisfies never;
  }
}

async function deliver(fn: HostedFunction, events: readonly unknown[], invoke: Invoke): Promise<boolean> {
  const inputs = fn.trigger.cardinality === 'many' ? [events] : events;
  const outcomes = await Promise.all(
    inputs.map((input) => {
      const fields = payloadFields(Array.isArray(input) ? input[0] : input);
      return invoke(fn, {
        input: { json: JSON.stringify(input) },
        triggerMetadata: toTypedRecord({ data: fields.data }),
        traceContext: toTraceContext(fields.traceparent, fields.tracestate),
        reason: `EventGrid trigger fired at ${new Date().toISOString()}`,
        bindingData: () => fields,
      });
    }),
  );
  return outcomes.every((outcome) => outcome.ok);
}
