import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartupError } from '../../startupError';
import type { HttpCall } from './httpTrigger';
import { emptyResponse, writeResponse } from './writeResponse';

const HOST_HEADER = /^[\w.\-:[\]]+$/;

/** Answers a call, or says that it is none of its own. */
export type Handler = (call: HttpCall, method: string, path: string) => boolean;

export interface HttpServer {
  readonly port: number;
  /** Takes no new requests. Resolves when the open ones are answered or `ms` have passed. */
  close(ms: number): Promise<void>;
}

/**
 * Listens on this machine only and hands each request to the first handler that wants it. It is 404 if none does.
 *
 * @param port 0 for any free one.
 * @param customHeaders on every answer, whoever gives it. An answer's own count.
 * @throws StartupError naming the port when it is taken.
 */
export async function startHttpServer(
  port: number,
  customHeaders: Readonly<Record<string, string>>,
  handlers: () => readonly Handler[],
): Promise<HttpServer> {
  const headers = new Map(Object.entries(customHeaders));
  const server = createServer({ keepAliveTimeout: 65_000 }, (req, res) => {
    res.setHeaders(headers);
    dispatch(req, res, handlers());
  });
  await listen(server, port);
  return { port: (server.address() as AddressInfo).port, close: (ms) => close(server, ms) };
}

function dispatch(req: IncomingMessage, res: ServerResponse, handlers: readonly Handler[]): void {
  const method = req.method ?? 'GET';
  const host = req.headers.host ?? 'localhost';
  const target = originForm(req.url ?? '/');
  if (target === undefined || !HOST_HEADER.test(host)) {
    req.resume();
    writeResponse(res, method, emptyResponse(400));
    return;
  }
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  const call = { req, res, url: `http://${host}${target}`, search: mark < 0 ? '' : target.slice(mark + 1) };
  if (handlers.some((handler) => handler(call, method, path))) return;
  req.resume();
  writeResponse(res, method, emptyResponse(404));
}

/** `/path?query` of a request target, also of `http://host/path`, and undefined for what is neither. */
function originForm(target: string): string | undefined {
  if (target.startsWith('/')) return target;
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return undefined;
  const { pathname, search } = new URL(target);
  return pathname + search;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(new StartupError(taken ? `Port ${port} is in use; give another with --port.` : error.message));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

function close(server: Server, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      server.closeAllConnections();
      resolve();
    }, ms);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
