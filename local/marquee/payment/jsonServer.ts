import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** Largest request body read, in bytes; more is answered 413. */
const MAX_BODY_BYTES = 64 * 1024;

export type JsonRequest = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: http.IncomingHttpHeaders;
  /** The parsed JSON body; undefined when there was none. */
  readonly body: unknown;
};

/** `silence` leaves the connection open without an answer, `drop` closes it without one. */
export type JsonReply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: unknown;
      readonly headers?: Readonly<Record<string, string>>;
      readonly afterMs?: number;
    }
  | { readonly kind: 'silence' }
  | { readonly kind: 'drop' };

export type Route = {
  readonly method: 'GET' | 'POST';
  /** Segments in braces are parameters: `/v1/payments/{paymentKey}`. */
  readonly path: string;
  readonly handle: (request: JsonRequest) => JsonReply | Promise<JsonReply>;
};

export type JsonServerOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  readonly routes: readonly Route[];
  /** The body of an answer this server gives by itself: 400, 404, 405, 413, 500. */
  readonly errorBody: (status: number, message: string) => unknown;
};

export type RunningServer = {
  readonly url: string;
  readonly port: number;
  /** Ends every connection and stops listening. */
  readonly close: () => Promise<void>;
};

class RequestError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export const answer = (status: number, body: unknown): JsonReply => ({ kind: 'answer', status, body });

/** A JSON-over-HTTP front on 127.0.0.1. Pages served from localhost may call it. */
export async function startJsonServer(options: JsonServerOptions): Promise<RunningServer> {
  const server = http.createServer((request, response) => {
    void respond(options, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port, close: () => close(server) };
}

function close(server: http.Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function respond(
  options: JsonServerOptions,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  allowLocalPages(request, response);
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end();
    return;
  }
  send(response, await replyTo(options, request));
}

async function replyTo(options: JsonServerOptions, request: http.IncomingMessage): Promise<JsonReply> {
  try {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const { route, params } = findRoute(options.routes, request.method ?? '', url.pathname);
    const body = parseJson(await readBody(request));
    return await route.handle({ params, query: url.searchParams, headers: request.headers, body });
  } catch (error) {
    const known = error instanceof RequestError;
    if (!known) console.error(error);
    const status = known ? error.status : 500;
    return answer(status, options.errorBody(status, known ? error.message : 'Internal error.'));
  }
}

function send(response: http.ServerResponse, reply: JsonReply): void {
  if (reply.kind === 'silence') return;
  if (reply.kind === 'drop') {
    response.destroy();
    return;
  }
  const write = () => {
    response.writeHead(reply.status, { 'Content-Type': 'application/json; charset=utf-8', ...reply.headers });
    response.end(JSON.stringify(reply.body));
  };
  if (!reply.afterMs) {
    write();
    return;
  }
  const timer = setTimeout(write, reply.afterMs);
  response.once('close', () => clearTimeout(timer));
}

function findRoute(routes: readonly Route[], method: string, path: string) {
  const matches = routes.flatMap((route) => {
    const params = matchPath(route.path, path);
    return params ? [{ route, params }] : [];
  });
  if (matches.length === 0) throw new RequestError(404, `There is nothing at ${path}.`);
  const found = matches.find(({ route }) => route.method === method);
  if (!found) throw new RequestError(405, `${method} is not possible at ${path}.`);
  return found;
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? '';
    if (segment.startsWith('{')) params[segment.slice(1, -1)] = decode(value);
    else if (segment !== value) return undefined;
  }
  return params;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new RequestError(400, 'The path is not valid percent-encoding.');
  }
}

async function readBody(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Stopping half way must not destroy the socket: the refusal still goes out on it.
  const stream: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new RequestError(413, `A body has at most ${MAX_BODY_BYTES} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestError(400, 'The body is not valid JSON.');
  }
}

function allowLocalPages(request: http.IncomingMessage, response: http.ServerResponse): void {
  const { origin } = request.headers;
  if (!origin || !/^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/.test(origin)) return;
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Allow-Headers', 'authorization, content-type, idempotency-key');
  response.setHeader('Vary', 'Origin');
}
