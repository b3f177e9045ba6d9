import type { HostedFunction } from '../app/hostedFunction';
import type { ExecutionLog } from '../invocation/executionLog';
import type { Invoke } from '../invocation/invoke';
import { toTraceContext } from '../invocation/traceContext';
import type { Handler } from './httpServer';
import type { HttpCall } from './httpTrigger';
import { readBody } from './readBody';
import type { HttpResponse } from './toHttpResponse';
import { emptyResponse, jsonResponse, textResponse, writeResponse } from './writeResponse';

const PAGE = `<!doctype html><meta charset="utf-8"><title>Functions host</title>
<p>Your Functions app is up and running (local stand-in for the Azure Functions host).</p>`;
const MANUAL_BODY_LIMIT = 1_048_576;

/**
 * The host's own addresses are `/`, `/admin/host/status`, `/admin/host/ping`, `/admin/functions`,
 * `POST /admin/functions/{name}` and `/_stand-in/executions`.
 *
 * Source: azure-functions-host, HostController and FunctionsController.
 */
export function createAdminRoutes(options: {
  functions: readonly HostedFunction[];
  executions: ExecutionLog;
  invoke: Invoke;
  startedAt: number;
}): Handler {
  const status = () => ({
    id: 'local',
    state: 'Running',
    version: '4.0.0',
    processUptime: Date.now() - options.startedAt,
  });
  const pages: Readonly<Record<string, () => HttpResponse>> = {
    '/': () => ({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: PAGE }),
    '/admin/host/status': () => jsonResponse(200, status()),
    '/admin/host/ping': () => emptyResponse(200),
    '/admin/functions': () => jsonResponse(200, options.functions.map(describe)),
    '/_stand-in/executions': () => jsonResponse(200, options.executions.counts()),
  };
  return (call, method, path) => {
    const page = pages[path];
    if (page && (method === 'GET' || method === 'HEAD')) {
      writeResponse(call.res, method, page());
      return true;
    }
    // Names are of letters, digits, "_" and "-": nothing is to be decoded.
    const name = /^\/admin\/functions\/([\w-]+)$/.exec(path)?.[1];
    if (name === undefined || method !== 'POST') return false;
    runByHand(options, call, name).catch(() => call.res.destroy());
    return true;
  };
}

const describe = (fn: HostedFunction) => ({ name: fn.name, language: 'node', trigger: fn.trigger.type });

/** `POST /admin/functions/{name}` with `{"input": "…"}` is accepted at once (202) and runs beside. */
async function runByHand(
  { functions, invoke }: { functions: readonly HostedFunction[]; invoke: Invoke },
  { req, res }: HttpCall,
  name: string,
): Promise<void> {
  const body = await readBody(req, MANUAL_BODY_LIMIT);
  if (body === 'aborted') return;
  if (body === 'too-large') return writeResponse(res, 'POST', emptyResponse(413));
  const fn = functions.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (!fn) return writeResponse(res, 'POST', emptyResponse(404));
  if (fn.triggerType === 'httptrigger') {
    return writeResponse(
      res,
      'POST',
      textResponse(400, `"${fn.name}" has an HTTP trigger: call its own address.`),
    );
  }
  void invoke(fn, {
    input: { string: readInput(fn, body.toString()) },
    traceContext: toTraceContext(req.headers.traceparent),
    reason: 'This function was programmatically called via the host APIs.',
  });
  writeResponse(res, 'POST', emptyResponse(202));
}

const IDLE_TIMER = JSON.stringify({
  Schedule: { AdjustForDST: true },
  ScheduleStatus: null,
  IsPastDue: false,
});

function readInput(fn: HostedFunction, body: string): string {
  if (fn.triggerType === 'timertrigger') return IDLE_TIMER;
  try {
    const { input } = JSON.parse(body || '{}') as { input?: unknown };
    return typeof input === 'string' ? input : JSON.stringify(input ?? '');
  } catch {
    return body;
  }
}
