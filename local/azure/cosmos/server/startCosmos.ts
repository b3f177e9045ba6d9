import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Chaos } from '../../chaos';
import type { Clock } from '../../clock';
import { CosmosEngine } from '../engine/engine';
import { CosmosError } from '../engine/errors';
import { handle } from './handle';
import type { Request, Response } from './message';
import { errorResponse, json } from './message';

export type CosmosOptions = {
  /** 0 lets the system choose. Always on 127.0.0.1. */
  readonly port: number;
  /** The account lies in `<dataDir>/cosmos/`, or without it in memory. */
  readonly dataDir?: string;
  readonly clock?: Clock;
  /** Whether the deletion of expired items is charged. */
  readonly isServerless?: boolean;
  /** `lostReply` does the work, then drops the connection. `ruPerSecond` is the limit of each container. */
  readonly chaos?: Pick<Chaos, 'lostReply' | 'ruPerSecond' | 'random'>;
};

export type CosmosServer = {
  readonly port: number;
  readonly engine: CosmosEngine;
  readonly close: () => Promise<void>;
};

/** Bigger than any request the SDK may send, so that the limits that matter answer with 413 themselves. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;
const PURGE_EVERY_MS = 10_000;

/** Starts the stand-in; rejects with Node's own error if the port is taken. */
export async function startCosmos(options: CosmosOptions): Promise<CosmosServer> {
  const file = options.dataDir === undefined ? ':memory:' : path.join(options.dataDir, 'cosmos', 'cosmos.db');
  const { clock, chaos, isServerless } = options;
  const ruPerSecond = chaos?.ruPerSecond;
  const engine = new CosmosEngine({ file, ...(clock ? { clock } : {}), ruPerSecond, isServerless });
  const server = createServer((incoming, outgoing) => serve(engine, chaos, incoming, outgoing));
  server.keepAliveTimeout = 120_000;
  server.requestTimeout = 0;
  try {
    await listen(server, options.port);
  } catch (error) {
    engine.close();
    throw error;
  }
  const purging = setInterval(() => engine.purgeExpired(), PURGE_EVERY_MS);
  purging.unref();
  const close = async () => {
    clearInterval(purging);
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    engine.close();
  };
  return { port: (server.address() as AddressInfo).port, engine, close };
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });

function serve(
  engine: CosmosEngine,
  chaos: CosmosOptions['chaos'],
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  incoming.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  });
  incoming.on('error', () => incoming.destroy());
  incoming.on('end', () => {
    const request: Request = {
      method: incoming.method ?? 'GET',
      path: (incoming.url ?? '/').split('?', 1)[0] as string,
      headers: incoming.headers as Record<string, string | undefined>,
      body: (chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)).toString(),
    };
    const response = answer(engine, request, size);
    if (losesReply(chaos, request)) incoming.socket.destroy();
    else send(outgoing, response);
  });
}

const losesReply = (chaos: CosmosOptions['chaos'], { path: url }: Request): boolean =>
  chaos !== undefined && chaos.lostReply > 0 && url.startsWith('/dbs/') && chaos.random() < chaos.lostReply;

function answer(engine: CosmosEngine, request: Request, size: number): Response {
  if (request.path === '/_stand-in/charges') return charges(engine, request);
  const activityId = randomUUID();
  if (size > MAX_BODY_BYTES) {
    return errorResponse(new CosmosError(413, 'Request size is too large.'), activityId);
  }
  if (request.headers.authorization === undefined) {
    const message = 'Required Header authorization is missing. Ensure a valid Authorization token is passed.';
    return errorResponse(new CosmosError(401, message), activityId);
  }
  return handle(engine, request, activityId);
}

/** Request charge since the last `DELETE`, by container and operation and by partition, and what will expire. */
function charges(engine: CosmosEngine, request: Request): Response {
  if (request.method === 'DELETE') {
    engine.charges.reset();
    return { status: 204, headers: {} };
  }
  const partitions = engine.charges.dearest();
  return json(200, { charges: engine.charges.list(), partitions, expiring: engine.expiring() });
}

function send(outgoing: ServerResponse, { status, headers, body }: Response): void {
  const text = status === 204 || status === 304 ? undefined : body;
  outgoing.writeHead(status, {
    ...headers,
    ...(text === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    'x-ms-gatewayversion': 'version=2.0.0',
  });
  outgoing.end(text);
}
