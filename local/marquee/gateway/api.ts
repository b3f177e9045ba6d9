import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AppToken } from '../identity/appToken';
import { type Forwarder, forward, NO_TOKEN } from './forward';
import { type ProblemCode, sendProblem } from './problem';
import { BodyBuffers, BodyTooLarge, BodyTooSlow, BuffersFull, discardBody, readBody } from './requestBody';

export type ApiOptions = {
  readonly forwarder: Forwarder;
  readonly ownToken: AppToken | undefined;
  readonly maxInFlight: number;
  readonly bodyDeadlineMs: number;
};

export type SendToApi = (path: string, request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * The way to the hosts, within bounds. A request counts once its body is there, so who sends slowly keeps nobody out. State
 * of one gateway.
 */
export function apiEntrance({ forwarder, ownToken, maxInFlight, bodyDeadlineMs }: ApiOptions): SendToApi {
  const buffers = new BodyBuffers();
  let inFlight = 0;
  const send = async (path: string, body: Buffer | undefined, ...client: Client): Promise<void> => {
    const [request, response] = client;
    if (inFlight >= maxInFlight) throw new Overloaded();
    inFlight += 1;
    try {
      const gatewayToken = await ownToken?.().catch(() => undefined);
      const lacksToken = ownToken !== undefined && gatewayToken === undefined;
      // What anybody may see is only read.
      if (lacksToken && request.method !== 'GET') return sendProblem(response, ...NO_TOKEN);
      await forward(forwarder, { path, body, gatewayToken, lacksToken, request, response });
    } finally {
      inFlight -= 1;
    }
  };
  return async (path, request, response) => {
    let body: Buffer | undefined;
    try {
      if (inFlight >= maxInFlight) throw new Overloaded();
      body = await readBody(request, buffers, bodyDeadlineMs);
      await send(path, body, request, response);
    } catch (error) {
      refuse(error, request, response);
    } finally {
      buffers.free(body?.length ?? 0);
    }
  };
}

type Client = readonly [request: IncomingMessage, response: ServerResponse];

/** @throws what is none of the known troubles. */
function refuse(error: unknown, request: IncomingMessage, response: ServerResponse): void {
  if (error instanceof Overloaded) sendProblem(response, 'overloaded');
  else sendProblem(response, codeOf(error), { headers: { Connection: 'close' } });
  discardBody(request);
}

/** Of a body that is not read to its end. */
function codeOf(error: unknown): ProblemCode {
  if (error instanceof BodyTooLarge) return 'body-too-large';
  if (error instanceof BodyTooSlow) return 'body-too-slow';
  if (error instanceof BuffersFull) return 'overloaded';
  throw error;
}

class Overloaded extends Error {}
