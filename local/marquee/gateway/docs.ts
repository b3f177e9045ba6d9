import type { IncomingMessage, ServerResponse } from 'node:http';
import { PAGE_POLICY } from './headers';
import { sendFile } from './staticFiles';

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

/** The reader of the API's description under /docs/. */
export async function sendDocs(
  docsDir: string,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (pathname === '/docs') {
    response.writeHead(308, { Location: '/docs/' }).end();
    return;
  }
  const file = pathname.slice('/docs'.length);
  if (file === '/swagger-initializer.js') {
    response.writeHead(200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Content-Security-Policy': PAGE_POLICY,
      'Cache-Control': 'no-cache',
    });
    response.end(request.method === 'HEAD' ? undefined : INITIALIZER);
    return;
  }
  await sendFile(docsDir, file, request, response);
}
