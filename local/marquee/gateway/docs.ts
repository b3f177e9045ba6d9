import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';
import { sendProblem } from './problem';

/** Replaces the package's own, which shows a pet shop. */
const INITIALIZER = `window.onload = () => {
  window.ui = SwaggerUIBundle({
    url: '/api/openapi.json',
    dom_id: '#swagger-ui',
    deepLinking: true,
    presets: [SwaggerUIBundle.presets.apis],
    validatorUrl: null,
  });
};
`;

/** Own scripts only. The page may try the calls of this gateway. The package sets styles in its markup. */
const POLICY =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

export type SendDocs = (pathname: string, request: IncomingMessage, response: ServerResponse) => void;

/** The reader of the API's description under /docs/. */
export function docsFiles(docsDir: string): SendDocs {
  const files = sirv(docsDir, { dev: true, etag: true });
  return (pathname, request, response) => {
    if (pathname === '/docs') {
      response.writeHead(308, { Location: '/docs/' }).end();
      return;
    }
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('Cache-Control', 'no-cache');
    if (pathname === '/docs/swagger-initializer.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8' });
      response.end(INITIALIZER);
      return;
    }
    request.url = pathname.slice('/docs'.length);
    files(request, response, () => sendProblem(response, 'not-found'));
  };
}
