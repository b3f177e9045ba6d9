import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, systemClock } from '../../../shared/kernel/clock';
import type { AppToken } from '../identity/appToken';
import { sendDocs } from './docs';
import { type Forwarder, forward } from './forward';
import { allowLocalPages, setSecurityHeaders } from './headers';
import { HostPool } from './hostPool';
import { sendProblem } from './problem';
import { BodyBuffers, BodyTooLarge, BuffersFull, discardBody, readBody } from './requestBody';
import { sendFile } from './staticFiles';

export type GatewayOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  /** Base addresses of the Functions hosts, `http://127.0.0.1:7071`. */
  readonly hosts: readonly string[];
  /** The gateway's own token for the functions; without it none is sent. */
  readonly ownToken?: AppToken | undefined;
  /** Files for `/`. */
  readonly webDir: string;
  /** The files of `swagger-ui-dist`. */
  readonly docsDir: string;
  /** API requests under way at once; more are answered 503 without asking a host. */
  readonly maxInFlight?: number;
  readonly clock?: Clock;
};

export type Gateway = {
  readonly url: string;
  readonly port: number;
  /** Changes the hosts; resolves when those left out have answered everything they were asked. */
  readonly setHosts: (urls: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
};

const DEFAULT_MAX_IN_FLIGHT = 1_000;
/** Longer than clients keep a connection, so that it is they who close it. */
const CLIENT_KEEP_ALIVE_MS = 65_000;
const CLIENT_REQUEST_MS = 30_000;

/** The single entry: `/api` goes to the Functions hosts, `/docs` is the API's reader, the rest are files. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { port, hosts, clock = systemClock } = options;
  const pool = new HostPool(hosts, clock);
  const agent = new http.Agent({ keepAlive: true, maxFreeSockets: 256 });
  const handle = handler(options, { pool, agent });
  const server = http.createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // A client that went away while sending is no news.
      if (!request.destroyed) console.error(error);
      response.destroy();
    });
  });
  server.keepAliveTimeout = CLIENT_KEEP_ALIVE_MS;
  server.requestTimeout = CLIENT_REQUEST_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', 1_024, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    setHosts: (urls) => pool.replace(urls),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        agent.destroy();
      }),
  };
}

function handler(options: GatewayOptions, forwarder: Forwarder) {
  const { ownToken, webDir, docsDir, maxInFlight = DEFAULT_MAX_IN_FLIGHT } = options;
  const buffers = new BodyBuffers();
  let inFlight = 0;

  const toApi = async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (inFlight >= maxInFlight) {
      sendProblem(response, 'overloaded');
      discardBody(request);
      return;
    }
    inFlight += 1;
    let body: Buffer | undefined;
    try {
      body = await readBody(request, buffers);
      const gatewayToken = await tokenOf(ownToken);
      await forward(forwarder, { path, body, gatewayToken, request, response });
    } catch (error) {
      if (error instanceof NoToken) return sendProblem(response, 'unavailable', { detail: error.message });
      const code = error instanceof BodyTooLarge ? 'body-too-large' : 'overloaded';
      if (code === 'overloaded' && !(error instanceof BuffersFull)) throw error;
      sendProblem(response, code, { headers: { Connection: 'close' } });
      discardBody(request);
    } finally {
      buffers.free(body?.length ?? 0);
      inFlight -= 1;
    }
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    setSecurityHeaders(response);
    if (allowLocalPages(request, response)) return;
    const url = parseTarget(request.url ?? '/');
    if (!url) {
      sendProblem(response, 'invalid-request');
      return;
    }
    const { pathname, search } = url;
    if (pathname === '/api' || pathname.startsWith('/api/')) {
      await toApi(`${pathname}${search}`, request, response);
    } else if (pathname === '/docs' || pathname.startsWith('/docs/')) {
      await sendDocs(docsDir, pathname, request, response);
    } else await sendFile(webDir, pathname, request, response);
  };
}

class NoToken extends Error {}

async function tokenOf(ownToken: AppToken | undefined): Promise<string | undefined> {
  try {
    return await ownToken?.();
  } catch {
    throw new NoToken('The gateway cannot get a token of its own: the identity service does not answer.');
  }
}

/** Resolves dot segments, so that what begins with /api stays below it at the host too. */
function parseTarget(target: string): URL | undefined {
  const absolute = target.startsWith('/') ? `http://gateway${target}` : target;
  return URL.canParse(absolute) ? new URL(absolute) : undefined;
}
