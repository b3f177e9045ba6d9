import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { exportedSpans, spansOf } from './otlp';
import { TraceStore } from './store';

/** A batch of spans is far below that. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

const PAGE_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
};

export type TracesServer = { readonly url: string; readonly close: () => Promise<void> };

/** The receiver and the viewer, on 127.0.0.1; port 0 takes any free one. */
export async function startTraces(port: number, store = new TraceStore()): Promise<TracesServer> {
  const server = http.createServer((request, response) => {
    answer(store, request, response).catch((error: Error) => {
      if (!response.headersSent) json(response, 400, { message: error.message });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${taken}`, close: () => close(server) };
}

function close(server: http.Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function answer(
  store: TraceStore,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  switch (`${request.method} ${url.pathname}`) {
    case 'POST /v1/traces':
      store.add(spansOf(exportedSpans.parse(JSON.parse(await read(request)))));
      return json(response, 200, {});
    case 'POST /v1/metrics':
      await read(request);
      return json(response, 200, {});
    case 'GET /traces':
      return json(response, 200, { traces: store.list(url.searchParams.get('reservationId') || undefined) });
    case 'GET /':
      response.writeHead(200, PAGE_HEADERS).end(readFileSync(PAGE));
      return;
    default:
      return json(response, 404, { message: `There is nothing at ${request.method} ${url.pathname}.` });
  }
}

/** Compiled code lies in dist/; the page stays with the source. */
const PAGE = path.join(
  __filename.endsWith('.ts') ? __dirname : path.resolve(__dirname, '../../../../local/marquee/traces'),
  'page.html',
);

async function read(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw new Error('The body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function json(response: http.ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'X-Content-Type-Options': 'nosniff' });
  response.end(JSON.stringify(body));
}
