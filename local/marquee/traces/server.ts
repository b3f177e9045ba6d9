import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Handler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { jsonApp, jsonBody } from '../http/jsonApp';
import { type RunningServer, serveApp } from '../http/server';
import { exportedSpans, spansOf } from './otlp';
import { TraceStore } from './store';

/** A batch of spans is far below that. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** The receiver and the viewer, on 127.0.0.1. Port 0 takes any free one. */
export function startTraces(port: number, store = new TraceStore()): Promise<RunningServer> {
  const app = jsonApp({ maxBodyBytes: MAX_BODY_BYTES, errorBody: ({ message }) => ({ message }) });
  app.post('/v1/traces', async (c) => {
    const parsed = exportedSpans.safeParse(await jsonBody(c));
    if (!parsed.success) throw new HTTPException(400, { message: z.prettifyError(parsed.error) });
    store.add(spansOf(parsed.data));
    return c.json({});
  });
  app.post('/v1/metrics', async (c) => {
    await c.req.text();
    return c.json({});
  });
  app.get('/traces', (c) => c.json({ traces: store.list(c.req.query('reservationId') || undefined) }));
  app.get('/', pageFile('page.html', 'text/html; charset=utf-8'));
  app.get('/page.js', pageFile('page.js', 'text/javascript; charset=utf-8'));
  return serveApp(app, port);
}

/** Compiled code lies in dist/. The page stays with the source. */
const FOLDER = __filename.endsWith('.ts')
  ? __dirname
  : path.resolve(__dirname, '../../../../local/marquee/traces');

const pageFile =
  (name: string, type: string): Handler =>
  (c) =>
    c.body(readFileSync(path.join(FOLDER, name)), 200, {
      'Content-Type': type,
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; img-src data:; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
    });
