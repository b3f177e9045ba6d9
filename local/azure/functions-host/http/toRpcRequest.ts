import type { IncomingHttpHeaders } from 'node:http';
import type { RpcHttpData } from '../app/coreTypes';

/** Headers by which the platform vouches for a signed-in user. They are never taken from outside. */
const VOUCHED = 'x-ms-client-principal';

/**
 * Request headers as the app may see them. Node has already joined repeated ones with ", ".
 *
 * Source: "Work with user identities in Azure App Service authentication": external requests cannot set these headers.
 */
export function toAppHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const result: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value === undefined || name.startsWith(VOUCHED)) continue;
    result[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return result;
}

/** Query values by name. Repeated ones are joined with a comma, as the real host does when it does not stream. */
export function toQuery(search: string): Record<string, string> {
  const query: Record<string, string> = {};
  if (search === '') return query;
  for (const [name, value] of new URLSearchParams(search)) {
    query[name] = name in query ? `${query[name]},${value}` : value;
  }
  return query;
}

/** The request as it crosses from host to library, complete with its body. */
export function toRpcRequest(request: {
  method: string;
  /** Absolute. */
  url: string;
  search: string;
  headers: Readonly<Record<string, string>>;
  params: Readonly<Record<string, string>>;
  body: Uint8Array;
}): RpcHttpData {
  return {
    method: request.method,
    url: request.url,
    headers: request.headers,
    query: toQuery(request.search),
    params: request.params,
    body: request.body.length > 0 ? { bytes: request.body } : undefined,
  };
}
