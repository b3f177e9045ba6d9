import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { forwardedHeaders, withoutHopByHop } from './headers';
import { NO_HOST, sendHealthWithoutHost } from './health';
import type { HostPool } from './hostPool';
import { type ProblemCode, type ProblemOptions, sendProblem } from './problem';

/** `Prefer: wait` takes 30 s at most. Whoever is silent for a minute will not answer. */
const HOST_TIMEOUT_MS = 60_000;
/** How often a GET or HEAD is tried again after a connection that broke. */
const MAX_REPEATS = 2;

export type Forwarder = {
  readonly pool: HostPool;
  readonly agent: http.Agent;
};

type Outcome = 'answered' | 'refused' | 'broken' | 'timeout' | 'client-gone';

type Attempt = {
  readonly url: string;
  readonly path: string;
  readonly body: Buffer | undefined;
  readonly gatewayToken: string | undefined;
  /** The identity service did not give the gateway its token. The hosts still answer what anybody may ask. */
  readonly lacksToken: boolean;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
};

/** What has been learnt of the hosts on the way of one request. */
type Tried = {
  readonly refused: Set<string>;
  readonly broken: Set<string>;
  breaks: number;
};

/**
 * Sends the request to a host and streams the answer back. A host that refuses the connection is skipped, whatever
 * the method. After a connection that broke, only GET and HEAD are tried again, because nobody knows whether anything
 * else took effect.
 */
export async function forward(forwarder: Forwarder, input: Omit<Attempt, 'url'>): Promise<void> {
  const tried: Tried = { refused: new Set(), broken: new Set(), breaks: 0 };
  while (!input.response.destroyed) {
    if ((await tryNextHost(forwarder, input, tried)) === 'over') return;
  }
}

async function tryNextHost(
  { pool, agent }: Forwarder,
  input: Omit<Attempt, 'url'>,
  tried: Tried,
): Promise<'over' | 'go-on'> {
  const { request, response } = input;
  const end = (code: ProblemCode, options?: ProblemOptions) => {
    sendProblem(response, code, options);
    return 'over' as const;
  };
  const url = pool.take(tried.refused, tried.broken);
  if (url === undefined) return endWithoutHost(input);
  const mayRepeat = isRepeatable(request);
  // A kept connection may be closing at the other end just now: only what can be repeated takes that chance.
  const outcome = await attempt(mayRepeat ? agent : undefined, { ...input, url });
  pool.release(url);
  switch (outcome) {
    case 'answered':
    case 'client-gone':
      return 'over';
    case 'refused':
      pool.markRefused(url);
      tried.refused.add(url);
      return 'go-on';
    case 'broken':
      if (!mayRepeat || response.headersSent) return end('host-lost', UNKNOWN_EFFECT);
      if (tried.breaks === MAX_REPEATS) return end('host-lost');
      tried.broken.add(url);
      tried.breaks += 1;
      return 'go-on';
    case 'timeout':
      return end('host-timeout', UNKNOWN_EFFECT);
    default:
      return outcome satisfies never;
  }
}

/** Whatever has a key may be sent twice and happens once. */
const isRepeatable = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' || method === 'HEAD' || headers['idempotency-key'] !== undefined;

const HEALTH = /^\/api\/health(\?|$)/;

/** Whoever asks how the whole is gets an answer of the shape of a host's. */
function endWithoutHost({ path, request, response }: Omit<Attempt, 'url'>): 'over' {
  if (request.method === 'GET' && HEALTH.test(path)) sendHealthWithoutHost(response);
  else sendProblem(response, 'unavailable', { detail: NO_HOST });
  return 'over';
}

const UNKNOWN_EFFECT = {
  detail: 'Whether the request took effect is not known. Send it again with the same Idempotency-Key.',
};

/** What the host itself answers has no body. Clients are promised a problem document. */
const BARE: Readonly<Record<number, readonly [ProblemCode, ProblemOptions?]>> = {
  400: ['invalid-request'],
  404: ['not-found', { detail: 'Nothing has this address and method. /docs lists what there is.' }],
  429: ['too-many-requests'],
  431: ['invalid-request', { detail: 'The address or the headers are too long.' }],
  503: ['unavailable'],
};

/** A host that knows the keys refuses what comes without the gateway's token. That is no fault of the caller. */
export const NO_TOKEN: readonly [ProblemCode, ProblemOptions] = [
  'unavailable',
  { detail: 'The gateway cannot get a token of its own: the identity service does not answer.' },
];

function bareOf({ statusCode = 0, headers }: IncomingMessage, lacksToken: boolean) {
  if (lacksToken && statusCode === 401) return NO_TOKEN;
  return headers['content-type']?.startsWith('application/') ? undefined : BARE[statusCode];
}

/** One try at one host. Resolves when the whole answer has been passed on, or when there will be none. */
function attempt(agent: http.Agent | undefined, input: Attempt): Promise<Outcome> {
  const { url, path, body, gatewayToken, lacksToken, request, response } = input;
  return new Promise((resolve) => {
    let connected = false;
    const upstream = http.request(`${url}${path}`, {
      agent: agent ?? false,
      method: request.method ?? 'GET',
      headers: forwardedHeaders(request, { bodyBytes: body?.length, gatewayToken }),
      timeout: HOST_TIMEOUT_MS,
    });
    const giveUp = () => {
      upstream.destroy();
      resolve('client-gone');
    };
    response.once('close', giveUp);
    const finish = (outcome: Outcome) => {
      response.off('close', giveUp);
      resolve(outcome);
    };
    upstream.once('socket', (socket) => {
      if (!socket.connecting) connected = true;
      else socket.once('connect', () => (connected = true));
    });
    upstream.once('timeout', () => {
      finish('timeout');
      upstream.destroy();
    });
    upstream.on('error', () => finish(connected ? 'broken' : 'refused'));
    upstream.once('response', (answer) => {
      response.off('close', giveUp);
      const bare = bareOf(answer, lacksToken);
      if (bare !== undefined) {
        answer.resume();
        sendProblem(response, ...bare);
        return resolve('answered');
      }
      const vary = [response.getHeader('vary'), answer.headers.vary].filter(Boolean).join(', ');
      const headers = { ...withoutHopByHop(answer.headers), ...(vary ? { vary } : {}) };
      response.writeHead(answer.statusCode ?? 502, headers);
      pipeline(answer, response, () => resolve('answered'));
    });
    upstream.end(body);
  });
}
