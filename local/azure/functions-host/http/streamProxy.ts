import { Agent, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { Outcome } from '../invocation/invoke';
import { emptyResponse, writeResponse } from './writeResponse';

const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te', 'trailer', 'expect'];
const INVOCATION_ID = 'x-ms-invocation-id';
const agent = new Agent({ keepAlive: true });

/**
 * Passes one request and its answer through as streams, to the HTTP server the library opens in the app's process when
 * it is set up with `enableHttpStream`. The invocation runs beside it, and the two meet by the invocation's id.
 *
 * Source: @azure/functions, src/http/httpProxy.ts; azure-functions-host, DefaultHttpProxyService.
 */
export function streamThrough(options: {
  /** Address of the library's server, from its capabilities. */
  httpUri: string;
  invocationId: string;
  req: IncomingMessage;
  res: ServerResponse;
  headers: Readonly<Record<string, string>>;
  bodyLimit: number;
  invocation: Promise<Outcome>;
}): Promise<void> {
  const { req, res } = options;
  return new Promise((resolve) => {
    const proxied = request(new URL(options.httpUri), {
      agent,
      method: req.method,
      path: req.url,
      headers: proxyHeaders(options),
    });
    let answered = false;
    proxied.on('response', (answer) => {
      answered = true;
      copyAnswer(answer, res);
      answer.on('close', resolve);
    });
    proxied.on('error', () => fail(res, resolve));
    limitBody(req, options.bodyLimit, () => {
      writeResponse(res, '', emptyResponse(413));
      proxied.destroy();
    });
    req.pipe(proxied);
    options.invocation.then((outcome) => {
      const status = statusWithoutStream(outcome);
      if (status === undefined) return;
      if (!answered) writeResponse(res, req.method ?? '', emptyResponse(status));
      proxied.destroy();
      resolve();
    });
  });
}

/** Undefined when the run has returned something, which then comes as a stream. */
function statusWithoutStream(outcome: Outcome): number | undefined {
  if (!outcome.ok) return 500;
  return outcome.returned ? undefined : 204;
}

function proxyHeaders(options: {
  headers: Readonly<Record<string, string>>;
  invocationId: string;
}): Record<string, string> {
  const headers: Record<string, string> = { ...options.headers };
  for (const name of HOP_BY_HOP) delete headers[name];
  return {
    ...headers,
    [INVOCATION_ID]: options.invocationId,
    'x-forwarded-host': options.headers.host ?? 'localhost',
    'x-forwarded-proto': 'http',
  };
}

function copyAnswer(answer: IncomingMessage, res: ServerResponse): void {
  const headers = { ...answer.headers };
  for (const name of [...HOP_BY_HOP, INVOCATION_ID]) delete headers[name];
  if (res.destroyed || res.headersSent) {
    answer.resume();
    return;
  }
  res.writeHead(answer.statusCode ?? 200, headers);
  answer.pipe(res);
  answer.on('error', () => res.destroy());
  res.on('close', () => answer.unpipe(res).resume());
}

function limitBody(req: IncomingMessage, limit: number, exceeded: () => void): void {
  let size = 0;
  req.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > limit) exceeded();
  });
}

function fail(res: ServerResponse, resolve: () => void): void {
  if (!res.headersSent) writeResponse(res, '', emptyResponse(500));
  else res.destroy();
  resolve();
}
