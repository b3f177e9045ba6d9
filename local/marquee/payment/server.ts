import { createHash, timingSafeEqual } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, Handler } from 'hono';
import { type Clock, systemClock } from '../../../shared/kernel/clock';
import type { Chaos } from '../../azure/chaos';
import { jsonApp, jsonBody } from '../http/jsonApp';
import { servePageStyle } from '../http/page';
import { type App, type RunningServer, serveApp } from '../http/server';
import type { Webhook } from './desk';
import { openPaymentEngine, type PaymentEngine, type PaymentReply } from './engine';
import { refusal } from './errors';
import { servePayPage } from './pay';

export type PaymentServerOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  /** `payment.sqlite` lies in it. */
  readonly dataDir: string;
  readonly secretKey: string;
  /** Where the provider's events go. Without it none is sent. */
  readonly webhookUrl?: string;
  readonly chaos?: Pick<Chaos, 'lostReply' | 'random'>;
  readonly clock?: Clock;
};

const MAX_BODY_BYTES = 64 * 1024;

/** The provider's wire API, its page and its sandbox on 127.0.0.1. What it has answered survives the process. */
export async function startPayment(options: PaymentServerOptions): Promise<RunningServer> {
  const { port, dataDir, clock = systemClock } = options;
  const engine = openPaymentEngine({ file: path.join(dataDir, 'payment.sqlite'), clock });
  const app = jsonApp({
    maxBodyBytes: MAX_BODY_BYTES,
    errorBody: ({ status, message }) =>
      refusal(status === 404 ? 'NOT_FOUND' : 'INVALID_REQUEST', message).body,
  });
  serveWireApi(app, engine, options);
  serveSandbox(app, engine, options);
  servePageStyle(app);
  servePayPage(app, engine);
  const server = await serveApp(app, port);
  return {
    ...server,
    close: async () => {
      await server.close();
      engine.close();
    },
  };
}

function serveWireApi(app: App, engine: PaymentEngine, options: PaymentServerOptions): void {
  const { secretKey, chaos, clock = systemClock } = options;
  /** Checks the secret key, and plays a provider that is down or loses its answer after the work. */
  const wire =
    (work: (c: Context) => PaymentReply | Promise<PaymentReply>): Handler =>
    async (c) => {
      if (engine.faults().down) return drop(c);
      if (!hasKey(c.req.header('Authorization'), secretKey)) {
        return send(c, { ...refusal('UNAUTHORIZED_KEY'), answerAt: clock.now() }, clock);
      }
      const reply = await work(c);
      return chaos && chaos.random() < chaos.lostReply ? drop(c) : send(c, reply, clock);
    };
  const key = (c: Context) => c.req.header('Idempotency-Key');
  const param = (c: Context, name: string) => c.req.param(name) ?? '';

  app.post(
    '/v1/payments/confirm',
    wire(async (c) => engine.confirm(await jsonBody(c), key(c))),
  );
  app.post(
    '/v1/payments/:paymentKey/cancel',
    wire(async (c) => engine.cancel(param(c, 'paymentKey'), await jsonBody(c), key(c))),
  );
  app.get(
    '/v1/payments/orders/:orderId',
    wire((c) => engine.findByOrder(param(c, 'orderId'))),
  );
  app.get(
    '/v1/payments/:paymentKey',
    wire((c) => engine.find(param(c, 'paymentKey'))),
  );
}

function serveSandbox(app: App, engine: PaymentEngine, options: PaymentServerOptions): void {
  const { webhookUrl, clock = systemClock } = options;
  const desk = '/v1/sandbox/payments/:paymentKey';
  app.post('/v1/sandbox/payments', async (c) =>
    send(c, engine.createSandboxPayment(await jsonBody(c)), clock),
  );
  app.get('/v1/sandbox/payments', (c) => send(c, engine.listSandboxPayments(c.req.query('orderId')), clock));
  app.post(`${desk}/refund`, async (c) =>
    send(c, engine.refundAtDesk(c.req.param('paymentKey'), await jsonBody(c)), clock),
  );
  app.post(`${desk}/capture`, (c) => send(c, engine.captureAtDesk(c.req.param('paymentKey')), clock));
  app.post(`${desk}/webhook`, async (c) => {
    const webhook = engine.webhook(c.req.param('paymentKey'), await jsonBody(c));
    if ('answerAt' in webhook) return send(c, webhook, clock);
    if (webhookUrl !== undefined) void sendWebhook(webhookUrl, webhook);
    return send(c, { status: 200, body: webhook.body, answerAt: clock.now() }, clock);
  });
  app.post('/v1/sandbox/faults', async (c) => send(c, engine.changeFaults(await jsonBody(c)), clock));
}

/** Whether it arrives is the receiver's business. The provider itself tries again, the sandbox does not. */
async function sendWebhook(url: string, { body, times, delayMs }: Webhook): Promise<void> {
  await sleep(delayMs);
  const init = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
  for (let sent = 0; sent < times; sent++) await fetch(url, init).catch(() => undefined);
}

/** Answers when it is time. Never where the engine says so, or once the client has gone. */
async function send(c: Context, reply: PaymentReply, clock: Clock): Promise<Response> {
  if (reply.answerAt === null) return new Promise<Response>(() => {});
  const waitMs = reply.answerAt - clock.now();
  if (waitMs > 0 && !(await sleepUnlessGone(waitMs, c.req.raw.signal))) return drop(c);
  return Response.json(reply.body, { status: reply.status });
}

const sleepUnlessGone = (waitMs: number, signal: AbortSignal): Promise<boolean> =>
  sleep(waitMs, true, { signal }).catch(() => false);

/** Closes the connection without an answer. */
function drop(c: Context): Response {
  c.env.outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** Checks Basic authentication, in which the secret key is the user and the password is empty. */
function hasKey(authorization: string | undefined, secretKey: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const expected = `Basic ${Buffer.from(`${secretKey}:`).toString('base64')}`;
  return timingSafeEqual(digest(authorization ?? ''), digest(expected));
}
