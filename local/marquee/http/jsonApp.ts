import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import type { App } from './server';

/** A page that this machine serves. */
const LOCAL_PAGE = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/;

export type JsonAppOptions = {
  /** Largest request body that is read, in bytes. A larger one is answered 413. */
  readonly maxBodyBytes: number;
  /** The body of an answer to an error, be it thrown by a route or the app's own 404, 413 or 500. */
  readonly errorBody: (error: HTTPException) => object;
};

/** An app that answers its errors in JSON. Pages of this machine may call it. */
export function jsonApp({ maxBodyBytes, errorBody }: JsonAppOptions): App {
  const app: App = new Hono<{ Bindings: HttpBindings }>();
  const refuse = (c: Context, error: HTTPException) => c.json(errorBody(error), error.status);
  app.use(
    cors({
      origin: (origin) => (LOCAL_PAGE.test(origin) ? origin : null),
      allowHeaders: ['authorization', 'content-type', 'idempotency-key'],
    }),
  );
  app.use(
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: (c) =>
        refuse(c, new HTTPException(413, { message: `A body has at most ${maxBodyBytes} bytes.` })),
    }),
  );
  app.notFound((c) =>
    refuse(c, new HTTPException(404, { message: `There is nothing at ${c.req.method} ${c.req.path}.` })),
  );
  app.onError((error, c) => {
    if (error instanceof HTTPException) return refuse(c, error);
    console.error(error);
    return refuse(c, new HTTPException(500, { message: 'Internal error.' }));
  });
  return app;
}

/**
 * The JSON body, undefined when there is none.
 *
 * @throws HTTPException 400 for a body that is not JSON.
 */
export async function jsonBody(c: Context): Promise<unknown> {
  const text = await c.req.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new HTTPException(400, { message: 'The body is not valid JSON.' });
  }
}
