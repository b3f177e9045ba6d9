import type { ServerResponse } from 'node:http';
import type { HttpResponse } from './toHttpResponse';

const WITHOUT_BODY = new Set([204, 304]);

/** Sends a complete answer. A client that has gone is no error. */
export function writeResponse(res: ServerResponse, method: string, response: HttpResponse): void {
  if (res.destroyed || res.writableEnded) return;
  const { status, headers, body } = response;
  if (WITHOUT_BODY.has(status)) {
    res.writeHead(status, headers);
    res.end();
    return;
  }
  res.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  if (method === 'HEAD') res.end();
  else res.end(body);
}

export const emptyResponse = (status: number): HttpResponse => ({ status, headers: {}, body: '' });

export const textResponse = (status: number, text: string): HttpResponse => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: text,
});

export const jsonResponse = (status: number, value: unknown): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
});
