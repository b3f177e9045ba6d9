import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { sendProblem } from './problem';
import type { WebConfig } from './webConfig';

const ONE_YEAR_SECONDS = 365 * 24 * 3_600;
const HASHED = `public, max-age=${ONE_YEAR_SECONDS}, immutable`;

export type SendWeb = (pathname: string, request: IncomingMessage, response: ServerResponse) => void;

/** Apps beside the buyers', each with a page of its own for all addresses below it. Ids in them have dots, and no file is there. */
const BESIDE = /^\/(staff|door)(?:\/.*)?$/;

/**
 * Sends the built web. An address without a file is a page of an app: of the staff's, of the door's, else of the buyers'. Files under
 * `/assets/` have a hash in their names and may be kept for ever.
 */
export function webFiles(webDir: string, config: WebConfig): SendWeb {
  const policy = pagePolicy(config);
  const configText = JSON.stringify(config);
  // `dev` reads the folder at each request, so the web can be built anew meanwhile.
  const files = sirv(webDir, {
    dev: true,
    etag: true,
    single: true,
    ignores: ['^/assets/'],
    setHeaders: (response, pathname) => {
      response.setHeader('Content-Security-Policy', policy);
      response.setHeader('Cache-Control', pathname.startsWith('/assets/') ? HASHED : 'no-cache');
    },
  });
  return (pathname, request, response) => {
    const [, beside] = BESIDE.exec(pathname) ?? [];
    if (beside !== undefined) request.url = `/${beside}.html`;
    if (pathname === '/config.json') {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' });
      response.end(configText);
      return;
    }
    files(request, response, () => {
      if (existsSync(path.join(webDir, 'index.html'))) sendProblem(response, 'not-found');
      else sendNotBuilt(response);
    });
  };
}

/** Allows the web's own scripts, WebAssembly for the reader of QR codes, and calls to API, sign-in and payment. */
function pagePolicy({ issuer, payment }: WebConfig): string {
  const others = `${new URL(issuer).origin} ${new URL(payment.url).origin}`;
  return [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "img-src 'self' data:",
    `connect-src 'self' ${others}`,
    `form-action 'self' ${others}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const NOT_BUILT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Marquee: the web is not built</title>
<h1>The web is not built</h1>
<p>Run <code>npm run build -w web</code>, then reload this page. The API is at <a href="/docs/">/docs/</a>.</p>
</html>
`;

function sendNotBuilt(response: ServerResponse): void {
  response.writeHead(503, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'",
    'Cache-Control': 'no-store',
  });
  response.end(NOT_BUILT);
}
