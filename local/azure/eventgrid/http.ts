import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
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

/** The topic's HTTP endpoint: `POST /api/events`; beside it `GET /_stand-in/operations`. */
export function eventsEndpoint(options: Options): RequestListener {
  return (request, response) => {
    handle(options, request, response).catch((error) => {
      console.error('Event Grid:', error);
      refuse(response, { status: 500, code: 'InternalServerError', message: 'The request failed.' });
    });
  };
}

async function handle(options: Options, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url?.split('?')[0];
  if (request.method === 'GET' && path === '/_stand-in/operations') {
    answer(response, 200, { ...options.engine.operations(), pending: options.engine.pending() });
    return;
  }
  if (request.method !== 'POST' || path !== '/api/events') {
    refuse(response, REFUSALS.notFound);
    return;
  }
  if (!isAuthorized(request, options.topicKey)) {
    refuse(response, REFUSALS.unauthorized);
    return;
  }
  const text = await readBody(request);
  if (text === undefined) {
    refuse(response, REFUSALS.tooLarge);
    return;
  }
  const parsed = parseEvents(request.headers['content-type'], text);
  if ('refusal' in parsed) {
    refuse(response, parsed.refusal);
    return;
  }
  options.engine.publish(parsed.events);
  answer(response, 200);
  options.onPublished();
}

function isAuthorized({ headers }: IncomingMessage, topicKey: string | undefined): boolean {
  const key = headers['aeg-sas-key'];
  if (typeof key === 'string' && key !== '') return topicKey === undefined || key === topicKey;
  return Boolean(headers['aeg-sas-token'] || headers.authorization);
}

/** The body as text, or undefined when it is longer than is allowed; then the rest is read and forgotten. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_REQUEST_BYTES) chunks.push(chunk);
  }
  return size <= MAX_REQUEST_BYTES ? Buffer.concat(chunks).toString('utf8') : undefined;
}

const refuse = (response: ServerResponse, refusal: Refusal): void =>
  answer(response, refusal.status, refusalBody(refusal));

function answer(response: ServerResponse, status: number, body?: object): void {
  response.writeHead(status, body ? { 'content-type': 'application/json; charset=utf-8' } : {});
  response.end(body ? JSON.stringify(body) : undefined);
}
