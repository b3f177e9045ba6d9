import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RunningServer } from '../http/server';
import { startPayment } from './server';

const SECRET = 'test_sk_here';
const FAR_AWAY = 3_600_000;
let now = Date.parse('2026-11-20T10:00:00Z');
const clock = { now: () => now };
let dataDir: string;
let server: RunningServer;

const start = () => startPayment({ port: 0, dataDir, secretKey: SECRET, clock });

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'payment-'));
  server = await start();
});

afterEach(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

type Headers = Record<string, string>;
type Body = {
  paymentKey: string;
  status: string;
  balanceAmount: number;
  cancels: object[];
  payments: { status: string }[];
};
const auth = { Authorization: `Basic ${Buffer.from(`${SECRET}:`).toString('base64')}` };

async function call(method: string, url: string, body?: unknown, headers: Headers = auth) {
  const response = await fetch(`${server.url}${url}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Body };
}

const ORDER = { orderId: 'order-0001', amount: 340_000 };

async function customerPays(extra: object = {}): Promise<string> {
  const { body } = await call('POST', '/v1/sandbox/payments', { ...ORDER, ...extra }, {});
  return body.paymentKey;
}

const confirm = (paymentKey: string, headers: Headers = {}, order: object = ORDER) =>
  call('POST', '/v1/payments/confirm', { paymentKey, ...order }, { ...auth, ...headers });

const cancel = (paymentKey: string, cancelAmount?: number, headers: Headers = {}) =>
  call(
    'POST',
    `/v1/payments/${paymentKey}/cancel`,
    { cancelReason: 'customer', ...(cancelAmount === undefined ? {} : { cancelAmount }) },
    { ...auth, ...headers },
  );

const find = (paymentKey: string) => call('GET', `/v1/payments/${paymentKey}`);

test('a payment is captured once and shown as the wire API shows it', async () => {
  const paymentKey = await customerPays();
  expect((await find(paymentKey)).body).toMatchObject({ status: 'IN_PROGRESS', approvedAt: null });
  const confirmed = await confirm(paymentKey);
  expect(confirmed).toMatchObject({
    status: 200,
    body: {
      paymentKey,
      orderId: ORDER.orderId,
      status: 'DONE',
      currency: 'KRW',
      totalAmount: 340_000,
      balanceAmount: 340_000,
      approvedAt: '2026-11-20T19:00:00+09:00',
      cancels: null,
    },
  });
  expect(await confirm(paymentKey)).toMatchObject({
    status: 400,
    body: { code: 'ALREADY_PROCESSED_PAYMENT' },
  });
  expect((await call('GET', `/v1/payments/orders/${ORDER.orderId}`)).body).toEqual(confirmed.body);
});

test.each([
  ['no key', {}],
  ['another key', { Authorization: `Basic ${Buffer.from('test_sk_other:').toString('base64')}` }],
])('with %s nothing is done', async (_, headers) => {
  const paymentKey = await customerPays();
  const refused = await call('POST', '/v1/payments/confirm', { paymentKey, ...ORDER }, headers);
  expect(refused).toMatchObject({ status: 401, body: { code: 'UNAUTHORIZED_KEY' } });
  expect((await find(paymentKey)).body.status).toBe('IN_PROGRESS');
});

test.each([
  ['another amount', { ...ORDER, amount: 1 }, 400, 'INVALID_REQUEST'],
  ['another order', { ...ORDER, orderId: 'order-0002' }, 400, 'INVALID_REQUEST'],
  ['an amount in words', { ...ORDER, amount: 'all' }, 400, 'INVALID_REQUEST'],
])('confirming with %s is refused', async (_, order, status, code) => {
  const paymentKey = await customerPays();
  expect(await confirm(paymentKey, {}, order)).toMatchObject({ status, body: { code } });
  expect((await find(paymentKey)).body.status).toBe('IN_PROGRESS');
});

test('unknown payments, unreadable and huge bodies', async () => {
  expect(await confirm('nothing')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND_PAYMENT' } });
  expect(await find('nothing')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND_PAYMENT' } });
  expect(await call('POST', '/v1/payments/confirm', '{')).toMatchObject({ status: 400 });
  expect(await call('POST', '/v1/payments/confirm', 'x'.repeat(70_000))).toMatchObject({ status: 413 });
  expect(await call('GET', '/v2/else')).toMatchObject({ status: 404 });
  expect(await call('POST', '/v1/sandbox/payments', { ...ORDER, colour: 1 })).toMatchObject({ status: 400 });
  expect(await call('POST', '/v1/sandbox/payments', { ...ORDER, orderId: 'a b' })).toMatchObject({
    status: 400,
  });
});

test('a declined card aborts the payment; another payment of the order succeeds', async () => {
  const declined = await customerPays({ card: 'decline' });
  expect(await confirm(declined)).toMatchObject({ status: 403, body: { code: 'REJECT_CARD_PAYMENT' } });
  expect((await find(declined)).body).toMatchObject({
    status: 'ABORTED',
    failure: { code: 'REJECT_CARD_PAYMENT' },
  });
  const second = await customerPays();
  expect(await confirm(second)).toMatchObject({ status: 200 });
  const { body } = await call('GET', `/v1/sandbox/payments?orderId=${ORDER.orderId}`);
  expect(body.payments.map((p: { status: string }) => p.status)).toEqual(['DONE', 'ABORTED']);
  expect((await call('GET', `/v1/payments/orders/${ORDER.orderId}`)).body.paymentKey).toBe(second);
});

test('an order is captured once, also when that was cancelled', async () => {
  const first = await customerPays();
  expect(await confirm(first)).toMatchObject({ status: 200 });
  const second = await customerPays();
  const used = { status: 400, body: { code: 'DUPLICATED_ORDER_ID' } };
  expect(await confirm(second, { 'Idempotency-Key': 'one' })).toMatchObject(used);
  await call('POST', `/v1/payments/${first}/cancel`, { cancelReason: 'all' });
  expect(await confirm(second, { 'Idempotency-Key': 'two' })).toMatchObject(used);
  expect((await find(second)).body.status).toBe('IN_PROGRESS');
});

test('cancelling gives back parts, then the rest, never more', async () => {
  const paymentKey = await customerPays();
  expect(await cancel(paymentKey)).toMatchObject({ status: 403, body: { code: 'NOT_CANCELABLE_PAYMENT' } });
  await confirm(paymentKey);
  expect(await cancel(paymentKey, 40_000)).toMatchObject({
    status: 200,
    body: {
      status: 'PARTIAL_CANCELED',
      balanceAmount: 300_000,
      cancels: [{ cancelAmount: 40_000, cancelReason: 'customer', transactionKey: expect.any(String) }],
    },
  });
  expect(await cancel(paymentKey, 300_001)).toMatchObject({
    status: 403,
    body: { code: 'NOT_CANCELABLE_AMOUNT' },
  });
  const all = await cancel(paymentKey);
  expect(all.body).toMatchObject({ status: 'CANCELED', balanceAmount: 0 });
  expect(all.body.cancels).toHaveLength(2);
  expect(await cancel(paymentKey)).toMatchObject({ status: 400, body: { code: 'ALREADY_CANCELED_PAYMENT' } });
});

test('the same idempotency key cancels once and gets the first answer, for 15 days', async () => {
  const paymentKey = await customerPays();
  await confirm(paymentKey, { 'Idempotency-Key': 'a' });
  const first = await cancel(paymentKey, 1000, { 'Idempotency-Key': 'a' });
  expect(await cancel(paymentKey, 1000, { 'Idempotency-Key': 'a' })).toEqual(first);
  expect((await find(paymentKey)).body.balanceAmount).toBe(339_000);
  now += 15 * 24 * 3_600_000;
  await cancel(paymentKey, 1000, { 'Idempotency-Key': 'a' });
  expect((await find(paymentKey)).body.balanceAmount).toBe(338_000);
  expect(await cancel(paymentKey, 1000, { 'Idempotency-Key': 'x'.repeat(301) })).toMatchObject({
    status: 400,
    body: { code: 'INVALID_IDEMPOTENCY_KEY' },
  });
});

test('a refusal is repeated under its key as well', async () => {
  const declined = await customerPays({ card: 'decline' });
  const first = await confirm(declined, { 'Idempotency-Key': 'k' });
  expect(first.status).toBe(403);
  expect(await confirm(await customerPays(), { 'Idempotency-Key': 'k' })).toEqual(first);
});

test('a cancellation that expects another balance is refused and changes nothing', async () => {
  const paymentKey = await customerPays();
  await confirm(paymentKey);
  const expecting = (refundableAmount: number) =>
    call('POST', `/v1/payments/${paymentKey}/cancel`, {
      cancelReason: 'customer',
      cancelAmount: 100_000,
      refundableAmount,
    });
  expect(await expecting(340_000)).toMatchObject({ status: 200, body: { balanceAmount: 240_000 } });
  expect(await expecting(340_000)).toMatchObject({
    status: 400,
    body: { code: 'NOT_MATCHES_REFUNDABLE_AMOUNT' },
  });
  expect((await find(paymentKey)).body.balanceAmount).toBe(240_000);
});

test('a late approval is captured at once and told to the same key when its time has come', async () => {
  const paymentKey = await customerPays({ card: 'approve-late', lateMs: FAR_AWAY });
  const given = new AbortController();
  const unanswered = fetch(`${server.url}/v1/payments/confirm`, {
    method: 'POST',
    headers: { ...auth, 'Idempotency-Key': 'late' },
    body: JSON.stringify({ paymentKey, ...ORDER }),
    signal: given.signal,
  });
  await until(async () => (await find(paymentKey)).body.status === 'DONE');
  expect(await confirm(paymentKey, { 'Idempotency-Key': 'late' })).toMatchObject({
    status: 409,
    body: { code: 'IDEMPOTENT_REQUEST_PROCESSING' },
  });
  given.abort();
  await expect(unanswered).rejects.toThrow();
  now += FAR_AWAY;
  expect(await confirm(paymentKey, { 'Idempotency-Key': 'late' })).toMatchObject({
    status: 200,
    body: { status: 'DONE' },
  });
});

test('a capture under way is not done yet and cannot be cancelled or confirmed again', async () => {
  const paymentKey = await customerPays({ card: 'approve-late', lateMs: 0, captureAfterMs: 60_000 });
  await confirm(paymentKey);
  expect((await find(paymentKey)).body.status).toBe('IN_PROGRESS');
  expect(await confirm(paymentKey)).toMatchObject({ body: { code: 'FORBIDDEN_CONSECUTIVE_REQUEST' } });
  expect(await cancel(paymentKey)).toMatchObject({ body: { code: 'NOT_CANCELABLE_PAYMENT' } });
  now += 60_000;
  expect((await find(paymentKey)).body.status).toBe('DONE');
  expect(await cancel(paymentKey)).toMatchObject({ status: 200 });
});

test('a card that hangs gets no answer and is not charged; unconfirmed it expires after half an hour', async () => {
  const paymentKey = await customerPays({ card: 'hang' });
  const given = new AbortController();
  const unanswered = fetch(`${server.url}/v1/payments/confirm`, {
    method: 'POST',
    headers: { ...auth, 'Idempotency-Key': 'hang' },
    body: JSON.stringify({ paymentKey, ...ORDER }),
    signal: given.signal,
  });
  await until(async () => (await confirm(paymentKey, { 'Idempotency-Key': 'hang' })).status === 409);
  given.abort();
  await expect(unanswered).rejects.toThrow();
  expect((await find(paymentKey)).body.status).toBe('IN_PROGRESS');
  now += 30 * 60_000;
  expect((await find(paymentKey)).body.status).toBe('EXPIRED');
  expect(await confirm(paymentKey)).toMatchObject({
    status: 404,
    body: { code: 'NOT_FOUND_PAYMENT_SESSION' },
  });
});

test('faults fail the next calls without doing anything, then all is well', async () => {
  const faults = (body: object) => call('POST', '/v1/sandbox/faults', body, {});
  const paymentKey = await customerPays();
  await faults({ failConfirms: 1, refuseCancels: 1 });
  expect(await confirm(paymentKey, { 'Idempotency-Key': 'f' })).toMatchObject({ status: 500 });
  expect((await find(paymentKey)).body.status).toBe('IN_PROGRESS');
  expect(await confirm(paymentKey, { 'Idempotency-Key': 'f' })).toMatchObject({ status: 200 });
  const refused = await cancel(paymentKey, 1000, { 'Idempotency-Key': 'r' });
  expect(refused).toMatchObject({ status: 500, body: { code: 'FAILED_REFUND_PROCESS' } });
  expect(await cancel(paymentKey, 1000, { 'Idempotency-Key': 'r' })).toEqual(refused);
  expect((await find(paymentKey)).body.balanceAmount).toBe(340_000);
  await faults({ down: true });
  await expect(cancel(paymentKey)).rejects.toThrow();
  await faults({ down: false });
  expect((await find(paymentKey)).body.balanceAmount).toBe(340_000);
  expect(await cancel(paymentKey)).toMatchObject({ status: 200 });
});

test('a lost reply: the work is done, the answer is not given', async () => {
  const paymentKey = await customerPays();
  await server.close();
  const chaos = { lostReply: 1, random: () => 0 };
  server = await startPayment({ port: 0, dataDir, secretKey: SECRET, clock, chaos });
  await expect(confirm(paymentKey)).rejects.toThrow();
  await server.close();
  server = await start();
  expect((await find(paymentKey)).body.status).toBe('DONE');
});

/** Asks again until it holds; the test's own time limit ends a wait in vain. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
}
