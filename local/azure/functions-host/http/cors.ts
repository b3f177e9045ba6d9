import type { ServerResponse } from 'node:http';
import type { Handler } from './httpServer';

/**
 * Answers preflights and marks answers for the allowed origins of `Host.CORS` in local.settings.json. Without it, does
 * nothing.
 *
 * Source: "Code and test Azure Functions locally", local settings file.
 */
export function createCors(origins: readonly string[]): Handler {
  if (origins.length === 0) return () => false;
  const any = origins.includes('*');
  return ({ req, res }, method) => {
    const { origin } = req.headers;
    if (origin === undefined || !(any || origins.includes(origin))) return false;
    res.setHeader('access-control-allow-origin', any ? '*' : origin);
    const wanted = req.headers['access-control-request-method'];
    if (method !== 'OPTIONS' || wanted === undefined) return false;
    answerPreflight(res, wanted, req.headers['access-control-request-headers']);
    return true;
  };
}

function answerPreflight(res: ServerResponse, methods: string, headers: string | undefined): void {
  res.setHeader('access-control-allow-methods', methods);
  if (headers !== undefined) res.setHeader('access-control-allow-headers', headers);
  res.writeHead(204).end();
}
