import type { RpcHttpData, TypedData } from '../app/coreTypes';
import { toSetCookie } from './toSetCookie';

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Uint8Array | string;
}

/** Computed by the server itself. An app's own value could contradict the body. */
const SERVER_HEADERS = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);
const NOTHING = new Uint8Array();

/**
 * The answer to a request from what the library returned, or 204 when the handler returned nothing.
 *
 * Source: "Azure Functions HTTP trigger", Usage: 204 No Content with an empty body by default.
 */
export function toHttpResponse(value: TypedData | null | undefined): HttpResponse {
  const http: RpcHttpData | null | undefined = value?.http;
  if (!http) return { status: 204, headers: {}, body: NOTHING };
  return {
    status: Number(http.statusCode ?? 200),
    headers: answerHeaders(http),
    body: http.body?.bytes ?? http.body?.string ?? NOTHING,
  };
}

function answerHeaders(http: RpcHttpData): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = Object.fromEntries(
    Object.entries(http.headers ?? {}).filter(([name]) => !SERVER_HEADERS.has(name)),
  );
  const cookies = (http.cookies ?? []).map(toSetCookie);
  if (cookies.length > 0) headers['set-cookie'] = [headers['set-cookie'] ?? [], cookies].flat(2);
  return headers;
}
