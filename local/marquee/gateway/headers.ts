import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { GATEWAY_HEADER } from './ownToken';

/** These concern one connection and are not passed on. Source: RFC 9110, section 7.6.1 */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

const LOCAL_PAGE = /^https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/;

/** The camera is the door's, to read tickets. */
const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(self), geolocation=(), microphone=()',
};

export function setSecurityHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
}

/** Lets pages from localhost call. Returns true if the request was their preflight and is answered. */
export function allowLocalPages(request: IncomingMessage, response: ServerResponse): boolean {
  const { origin = '' } = request.headers;
  // Also without an origin, or a cache would give that answer to pages, which may not read it.
  response.setHeader('Vary', 'Origin');
  if (!LOCAL_PAGE.test(origin)) return false;
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Expose-Headers', 'Date, ETag, Location, Retry-After');
  if (request.method !== 'OPTIONS' || !request.headers['access-control-request-method']) return false;
  response.writeHead(204, {
    'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE',
    'Access-Control-Allow-Headers':
      'authorization, content-type, idempotency-key, if-match, if-none-match, prefer, traceparent, tracestate',
    'Access-Control-Max-Age': '600',
  });
  response.end();
  return true;
}

/** What only the gateway knows of a request that it passes on. */
export type Forwarded = {
  readonly bodyBytes: number | undefined;
  /** The gateway's own. Undefined where the functions ask for none. */
  readonly gatewayToken: string | undefined;
};

/** The headers that the host gets. Who client and gateway are is what we know, not what the client says. */
export function forwardedHeaders(
  request: IncomingMessage,
  { bodyBytes, gatewayToken }: Forwarded,
): OutgoingHttpHeaders {
  const headers = withoutHopByHop(request.headers);
  delete headers.forwarded;
  delete headers.expect;
  if (gatewayToken === undefined) delete headers[GATEWAY_HEADER];
  else headers[GATEWAY_HEADER] = `Bearer ${gatewayToken}`;
  headers['x-forwarded-for'] = request.socket.remoteAddress ?? '';
  headers['x-forwarded-proto'] = 'http';
  headers['x-forwarded-host'] = request.headers.host ?? '';
  if (bodyBytes === undefined) delete headers['content-length'];
  else headers['content-length'] = bodyBytes;
  return headers;
}

export function withoutHopByHop(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  const dropped = new Set([...HOP_BY_HOP, ...named]);
  return Object.fromEntries(
    Object.entries(headers).filter(([name, value]) => value !== undefined && !dropped.has(name)),
  );
}
