import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RunningServer } from '../http/server';
import { startPayment } from './server';

const SECRET = 'test_sk_here';
const WEB = 'http://127.0.0.1:8080';
const ORDER = {
  orderId: 'order-0001',
  amount: '340000',
  currency: 'KRW',
  orderName: '등불지기의 노래 2석',
  successUrl: `${WEB}/reservations/order-0001/paid?from=pay`,
  failUrl: `${WEB}/reservations/order-0001/not-paid`,
};

let dataDir: string;
let server: RunningServer;

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'pay-'));
  server = await startPayment({ port: 0, dataDir, secretKey: SECRET });
});

afterEach(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const address = (changes: Record<string, string> = {}) =>
  `${server.url}/pay?${new URLSearchParams({ ...ORDER, ...changes })}`;

const show = (language: string, changes: Record<string, string> = {}) =>
  fetch(address(changes), { headers: { 'Accept-Language': language } });

async function choose(choice: Record<string, string>, changes: Record<string, string> = {}): Promise<URL> {
  const body = new URLSearchParams(choice);
  const response = await fetch(address(changes), { method: 'POST', body, redirect: 'manual' });
  expect(response.status).toBe(303);
  return new URL(response.headers.get('location') ?? '');
}

const confirm = (paymentKey: string, more: { signal?: AbortSignal } = {}) =>
  fetch(`${server.url}/v1/payments/confirm`, {
    method: 'POST',
    headers: {
      Authorization: `Basic ${Buffer.from(`${SECRET}:`).toString('base64')}`,
      'Idempotency-Key': paymentKey,
    },
    body: JSON.stringify({ paymentKey, orderId: ORDER.orderId, amount: Number(ORDER.amount) }),
    ...more,
  });

async function statusOf(paymentKey: string): Promise<string | undefined> {
  const listed = await fetch(`${server.url}/v1/sandbox/payments?orderId=${ORDER.orderId}`);
  const { payments } = (await listed.json()) as { payments: { paymentKey: string; status: string }[] };
  return payments.find((payment) => payment.paymentKey === paymentKey)?.status;
}

const paymentKeyOf = (back: URL): string => back.searchParams.get('paymentKey') ?? '';

test('the customer pays, is led back as the provider does it, and the payment can be confirmed', async () => {
  const back = await choose({ outcome: 'pay', card: 'approve' });
  expect(back.pathname).toBe('/reservations/order-0001/paid');
  expect(Object.fromEntries(back.searchParams)).toEqual({
    from: 'pay',
    paymentKey: expect.stringMatching(/^tgen_/),
    orderId: ORDER.orderId,
    amount: ORDER.amount,
    paymentType: 'NORMAL',
  });
  expect(await statusOf(paymentKeyOf(back))).toBe('IN_PROGRESS');
  expect((await confirm(paymentKeyOf(back))).status).toBe(200);
  expect(await statusOf(paymentKeyOf(back))).toBe('DONE');
});

test('a card that is declined is declined when the payment is confirmed', async () => {
  const back = await choose({ outcome: 'pay', card: 'decline' });
  expect((await confirm(paymentKeyOf(back))).status).toBe(403);
  expect(await statusOf(paymentKeyOf(back))).toBe('ABORTED');
});

test.each([
  ['hang', 'IN_PROGRESS'],
  ['approve-late', 'DONE'],
])('a card with %s gives no answer yet, and the payment is %s', async (card, status) => {
  const back = await choose({ outcome: 'pay', card });
  const leaving = new AbortController();
  const asked = [1, 2].map(() => confirm(paymentKeyOf(back), { signal: leaving.signal }));
  expect((await Promise.any(asked)).status).toBe(409);
  leaving.abort();
  await expect(Promise.all(asked)).rejects.toThrow();
  expect(await statusOf(paymentKeyOf(back))).toBe(status);
});

test('the customer goes back: no payment is made', async () => {
  const back = await choose({ outcome: 'cancel', card: 'approve' }, { locale: 'en' });
  expect(`${back.origin}${back.pathname}`).toBe(ORDER.failUrl);
  expect(Object.fromEntries(back.searchParams)).toEqual({
    code: 'PAY_PROCESS_CANCELED',
    message: 'The payment was cancelled by the customer',
    orderId: ORDER.orderId,
  });
  const listed = await fetch(`${server.url}/v1/sandbox/payments?orderId=${ORDER.orderId}`);
  expect(await listed.json()).toEqual({ payments: [] });
});

test('paying twice makes two payments, as two visits to the provider would', async () => {
  const first = await choose({ outcome: 'pay', card: 'approve' });
  const second = await choose({ outcome: 'pay', card: 'approve' });
  expect(paymentKeyOf(second)).not.toBe(paymentKeyOf(first));
});

test('the page says what is paid for, in the customer’s language, and that it is not real', async () => {
  const korean = await (await show('ko-KR,ko;q=0.9')).text();
  expect(korean).toContain('<html lang="ko">');
  expect(korean).toContain('340,000원 결제하기');
  expect(korean).toContain(ORDER.orderName);
  expect(korean).toContain('실제 돈은 오가지 않습니다');
  const english = await (await show('de', { currency: 'EUR', amount: '1250' })).text();
  expect(english).toContain('Pay €12.50');
  expect(english).toContain('No money moves');
  expect(await (await show('ko', { locale: 'en' })).text()).toContain('Pay ₩340,000');
});

test('it runs no script, leads nowhere else, and what it is given is text', async () => {
  const response = await show('en', { orderName: '<script>alert(1)</script>' });
  const policy = response.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`form-action 'self' ${WEB};`);
  expect(await response.text()).not.toContain('<script');
});

test('what was not a choice shows the page again', async () => {
  for (const choice of [{}, { outcome: 'pay' }, { outcome: 'pay', card: 'gold' }]) {
    const response = await fetch(address(), { method: 'POST', body: new URLSearchParams(choice as never) });
    expect(response.status).toBe(200);
  }
});

test.each<[string, Record<string, string>]>([
  ['successUrl', { successUrl: 'https://elsewhere.example/paid' }],
  ['successUrl', { successUrl: 'http://127.0.0.1.elsewhere.example/paid' }],
  ['successUrl', { successUrl: 'http://127.0.0.1@elsewhere.example/paid' }],
  ['failUrl', { failUrl: 'javascript:alert(1)//localhost' }],
  ['failUrl', { failUrl: '/not-paid' }],
  ['amount', { amount: '1.5' }],
  ['amount', { amount: '0' }],
  ['amount', { amount: '-1' }],
  ['orderId', { orderId: 'x' }],
  ['orderName', { orderName: '' }],
  ['currency', { currency: 'won' }],
])('a wrong %s is named, and leads nowhere: %j', async (name, changes) => {
  for (const method of ['GET', 'POST']) {
    const response = await fetch(address(changes), { method, redirect: 'manual' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(`<li>${name}: `);
  }
});
