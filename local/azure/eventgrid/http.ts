import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { EventGridEngine } from './engine/engine';
import { parseEvents } from './parseEvents';
import { REFUSALS, type Refusal, refusalBody } from './problem';

const MAX_REQUEST_BYTES = 1_048_576;

type Options = {
  readonly engine: EventGridEngine;
  /** When given, `aeg-sas-key` must be it. A token is taken as it is. */
  readonly topicKey?: string | undefined;
  readonly onPublished: () => void;
};

/** The topic over HTTP, which is `POST /api/events`, and `GET /_stand-in/operations` beside it. */
export function eventsEndpoint({ engine, topicKey, onPublished }: Options): Hono {
  const app = new Hono();
  app.get('/_stand-in/operations', (c) => c.json({ ...engine.operations(), pending: engine.pending() }));
  app.post(
    '/api/events',
    async (c, next) => (isAuthorized(c, topicKey) ? next() : refuse(c, REFUSALS.unauthorized)),
    bodyLimit({ maxSize: MAX_REQUEST_BYTES, onError: (c) => refuse(c, REFUSALS.tooLarge) }),
    async (c) => {
      const parsed = parseEvents(c.req.header('content-type'), await c.req.text());
      if ('refusal' in parsed) return refuse(c, parsed.refusal);
      engine.publish(parsed.events);
      onPublished();
      return c.body(null, 200);
    },
  );
  app.notFound((c) => refuse(c, REFUSALS.notFound));
  app.onError((error, c) => {
    console.error('Event Grid:', error);
    return refuse(c, { status: 500, code: 'InternalServerError', message: 'The request failed.' });
  });
  return app;
}

function isAuthorized({ req }: Context, topicKey: string | undefined): boolean {
  const key = req.header('aeg-sas-key');
  if (key) return topicKey === undefined || key === topicKey;
  return Boolean(req.header('aeg-sas-token') || req.header('authorization'));
}

const refuse = (c: Context, refusal: Refusal): Response => c.json(refusalBody(refusal), refusal.status);
