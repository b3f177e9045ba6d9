import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import path from 'node:path';
import { type Clock, systemClock } from '../../../shared/kernel/clock';
import type { Chaos } from '../../azure/chaos';
import { openPaymentEngine, type PaymentReply } from './engine';
import { refusal } from './errors';
import {
  answer,
  type JsonReply,
  type JsonRequest,
  type Route,
  type RunningServer,
  startJsonServer,
} from './jsonServer';

export type PaymentServerOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  /** `payment.sqlite` lies in it. */
  readonly dataDir: string;
  readonly secretKey: string;
  readonly chaos?: Pick<Chaos, 'lostReply' | 'random'>;
  readonly clock?: Clock;
};

/** The provider's wire API and its sandbox on 127.0.0.1. What it has answered survives the process. */
export async function startPayment(options: PaymentServerOptions): Promise<RunningServer> {
  const { port, dataDir, secretKey, chaos, clock = systemClock } = options;
  const engine = openPaymentEngine({ file: path.join(dataDir, 'payment.sqlite'), clock });

  const toHttp = (reply: PaymentReply): JsonReply => {
    if (reply.answerAt === null) return { kind: 'silence' };
    const afterMs = Math.max(0, reply.answerAt - clock.now());
    return { kind: 'answer', status: reply.status, body: reply.body, afterMs };
  };
  /** Checks the secret key, and plays a provider that is down or loses its answer after the work. */
  const wire = (work: (request: JsonRequest) => PaymentReply) => (request: JsonRequest) => {
    if (engine.faults().down) return { kind: 'drop' } as const;
    if (!hasKey(request.headers, secretKey)) {
      const { status, body } = refusal('UNAUTHORIZED_KEY');
      return answer(status, body);
    }
    const reply = toHttp(work(request));
    return chaos && chaos.random() < chaos.lostReply ? ({ kind: 'drop' } as const) : reply;
  };

  const routes: readonly Route[] = [
    {
      method: 'POST',
      path: '/v1/payments/confirm',
      handle: wire(({ body, headers }) => engine.confirm(body, idempotencyKey(headers))),
    },
    {
      method: 'POST',
      path: '/v1/payments/{paymentKey}/cancel',
      handle: wire(({ params, body, headers }) =>
        engine.cancel(params.paymentKey ?? '', body, idempotencyKey(headers)),
      ),
    },
    {
      method: 'GET',
      path: '/v1/payments/orders/{orderId}',
      handle: wire(({ params }) => engine.findByOrder(params.orderId ?? '')),
    },
    {
      method: 'GET',
      path: '/v1/payments/{paymentKey}',
      handle: wire(({ params }) => engine.find(params.paymentKey ?? '')),
    },
    {
      method: 'POST',
      path: '/v1/sandbox/payments',
      handle: ({ body }) => toHttp(engine.createSandboxPayment(body)),
    },
    {
      method: 'GET',
      path: '/v1/sandbox/payments',
      handle: ({ query }) => toHttp(engine.listSandboxPayments(query.get('orderId') ?? undefined)),
    },
    {
      method: 'POST',
      path: '/v1/sandbox/faults',
      handle: ({ body }) => toHttp(engine.changeFaults(body)),
    },
  ];
  const errorBody = (status: number, message: string) =>
    refusal(status === 404 ? 'NOT_FOUND' : 'INVALID_REQUEST', message).body;
  const server = await startJsonServer({ port, routes, errorBody });
  return {
    ...server,
    close: async () => {
      await server.close();
      engine.close();
    },
  };
}

/** Basic authentication: the secret key is the user, the password is empty. */
function hasKey(headers: IncomingHttpHeaders, secretKey: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const expected = `Basic ${Buffer.from(`${secretKey}:`).toString('base64')}`;
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(expected));
}

function idempotencyKey(headers: IncomingHttpHeaders): string | undefined {
  const value = headers['idempotency-key'];
  return Array.isArray(value) ? value[0] : value;
}
