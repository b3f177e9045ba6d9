import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AppToken } from '../identity/appToken';
import { type Forwarder, forward, NO_TOKEN } from './forward';
import { sendProblem } from './problem';
import { BodyBuffers, BodyTooLarge, BuffersFull, discardBody, readBody } from './requestBody';

export type ApiOptions = {
  readonly forwarder: Forwarder;
  readonly ownToken: AppToken | undefined;
  readonly maxInFlight: number;
};

export type SendToApi = (path: string, request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The way to the hosts, within bounds. State of one gateway. */
export function apiEntrance({ forwarder, ownToken, maxInFlight }: ApiOptions): SendToApi {
  const buffers = new BodyBuffers();
  let inFlight = 0;
  return async (path, request, response) => {
    if (inFlight >= maxInFlight) {
      sendProblem(response, 'overloaded');
      discardBody(request);
      return;
    }
    inFlight += 1;
    let body: Buffer | undefined;
    try {
      body = await readBody(request, buffers);
      const gatewayToken = await ownToken?.().catch(() => undefined);
      const lacksToken = ownToken !== undefined && gatewayToken === undefined;
      // What anybody may see is only read.
      if (lacksToken && request.method !== 'GET') return sendProblem(response, ...NO_TOKEN);
      await forward(forwarder, { path, body, gatewayToken, lacksToken, request, response });
    } catch (error) {
      refuse(error, request, response);
    } finally {
      buffers.free(body?.length ?? 0);
      inFlight -= 1;
    }
  };
}

/** @throws what is none of the known troubles. */
function refuse(error: unknown, request: IncomingMessage, response: ServerResponse): void {
  if (!(error instanceof BodyTooLarge || error instanceof BuffersFull)) throw error;
  const code = error instanceof BodyTooLarge ? 'body-too-large' : 'overloaded';
  sendProblem(response, code, { headers: { Connection: 'close' } });
  discardBody(request);
}
