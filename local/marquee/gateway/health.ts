import type { ServerResponse } from 'node:http';

export const NO_HOST = 'No Functions host answers.';

/** How the whole is when no host is alive to say it. Nothing is known of the parts behind the hosts. */
export function sendHealthWithoutHost(response: ServerResponse): void {
  response.writeHead(503, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    'Retry-After': '5',
  });
  const checks = { functions: { status: 'down', reason: NO_HOST } };
  response.end(JSON.stringify({ status: 'down', checks, progress: {} }));
}
