import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { type Clock, systemClock } from '../../../shared/kernel/clock';
import { listen, type RunningServer } from '../http/server';
import type { AppToken } from '../identity/appToken';
import { apiEntrance } from './api';
import { compressAnswer } from './compress';
import { docsFiles } from './docs';
import type { Forwarder } from './forward';
import { allowLocalPages, setSecurityHeaders } from './headers';
import { HostPool } from './hostPool';
import { sendMailPreviews } from './mailPreviews';
import { sendProblem } from './problem';
import { BODY_DEADLINE_MS } from './requestBody';
import { webFiles } from './web';
import type { WebConfig } from './webConfig';

export type GatewayOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  /** Base addresses of the Functions hosts, `http://127.0.0.1:7071`. */
  readonly hosts: readonly string[];
  /** The gateway's own token for the functions. Without it none is sent. */
  readonly ownToken?: AppToken | undefined;
  /** The built web. */
  readonly webDir: string;
  readonly webConfig: WebConfig;
  /** The files of `swagger-ui-dist`. */
  readonly docsDir: string;
  /** API requests under way at once. More are answered 503 without asking a host. */
  readonly maxInFlight?: number;
  /** Until then the whole body of an API request has to be there. */
  readonly bodyDeadlineMs?: number;
  readonly clock?: Clock;
};

export type Gateway = RunningServer & {
  /** Changes the hosts. Resolves when those left out have answered everything they were asked. */
  readonly setHosts: (urls: readonly string[]) => Promise<void>;
};

const DEFAULT_MAX_IN_FLIGHT = 1_000;
/** Longer than clients keep a connection, so that it is they who close it. */
const CLIENT_KEEP_ALIVE_MS = 65_000;
const CLIENT_REQUEST_MS = 30_000;

/** The single entry. `/api` goes to the Functions hosts, `/docs` is the API's reader, `/dev/mails` shows every mail, the rest is the web. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { port, hosts, clock = systemClock } = options;
  const pool = new HostPool(hosts, clock);
  const agent = new http.Agent({ keepAlive: true, maxFreeSockets: 256 });
  const answer = answerer(options, { pool, agent });
  const server = http.createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // A client that went away while sending is no news.
      if (!request.destroyed) console.error(error);
      response.destroy();
    });
  });
  server.keepAliveTimeout = CLIENT_KEEP_ALIVE_MS;
  server.requestTimeout = CLIENT_REQUEST_MS;
  const running = await listen(server, port);
  return {
    ...running,
    setHosts: (urls) => pool.replace(urls),
    close: async () => {
      await running.close();
      agent.destroy();
    },
  };
}

function answerer(options: GatewayOptions, forwarder: Forwarder) {
  const { ownToken, webDir, webConfig, docsDir } = options;
  const { maxInFlight = DEFAULT_MAX_IN_FLIGHT, bodyDeadlineMs = BODY_DEADLINE_MS } = options;
  const sendToApi = apiEntrance({ forwarder, ownToken, maxInFlight, bodyDeadlineMs });
  const sendDocs = docsFiles(docsDir);
  const sendWeb = webFiles(webDir, webConfig);
  const sendFile = (pathname: string, request: IncomingMessage, response: ServerResponse): void => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      sendProblem(response, 'method-not-allowed', { headers: { Allow: 'GET, HEAD' } });
      return;
    }
    prepareForFiles(request, pathname);
    if (isBelow('/docs', pathname)) sendDocs(pathname, request, response);
    else if (isBelow('/dev/mails', pathname)) sendMailPreviews(pathname, response);
    else sendWeb(pathname, request, response);
  };
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    setSecurityHeaders(response);
    if (allowLocalPages(request, response)) return;
    compressAnswer(request, response);
    const url = parseTarget(request.url ?? '/');
    if (!url) return sendProblem(response, 'invalid-request');
    const { pathname, search } = url;
    if (isBelow('/api', pathname)) return sendToApi(`${pathname}${search}`, request, response);
    sendFile(pathname, request, response);
  };
}

const isBelow = (folder: string, pathname: string): boolean =>
  pathname === folder || pathname.startsWith(`${folder}/`);

/** What serves the files reads the address itself. Parts of a file cannot be compressed, so nobody gets any. */
function prepareForFiles(request: IncomingMessage, pathname: string): void {
  request.url = pathname;
  delete request.headers.range;
}

/** Resolves dot segments, so that what begins with /api stays below it at the host too. */
function parseTarget(target: string): URL | undefined {
  const absolute = target.startsWith('/') ? `http://gateway${target}` : target;
  return URL.canParse(absolute) ? new URL(absolute) : undefined;
}
