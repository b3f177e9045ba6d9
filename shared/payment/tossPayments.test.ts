import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tossPayments } from './tossPayments';
import { cancellationBody, readCancellation, readConfirmation, readPayment } from './tossReplies';

const payment = {
  orderId: 'r1',
  status: 'DONE',
  totalAmount: 340_000,
  balanceAmount: 340_000,
  currency: 'KRW',
};
const error = (status: number, code: string) => ({ status, body: { code, message: 'No.' } });

test.each([
  ['DONE', { kind: 'approved', currency: 'KRW' }],
  ['WAITING_FOR_DEPOSIT', { kind: 'awaiting-deposit', orderId: 'r1' }],
  ['IN_PROGRESS', { kind: 'unknown' }],
])('a confirmation that is answered by %s', (status, expected) => {
  expect(readConfirmation({ status: 200, body: { ...payment, status } })).toEqual(expected);
});

test.each([
  ['DONE', 340_000, { kind: 'captured', orderId: 'r1', amount: 340_000, currency: 'KRW', refunded: 0 }],
  [
    'PARTIAL_CANCELED',
    1000,
    { kind: 'captured', orderId: 'r1', amount: 340_000, currency: 'KRW', refunded: 339_000 },
  ],
  ['CANCELED', 0, { kind: 'captured', orderId: 'r1', amount: 340_000, currency: 'KRW', refunded: 340_000 }],
  ['WAITING_FOR_DEPOSIT', 340_000, { kind: 'awaiting-deposit', orderId: 'r1' }],
  ['READY', 340_000, { kind: 'open' }],
  ['IN_PROGRESS', 340_000, { kind: 'open' }],
  ['ABORTED', 340_000, { kind: 'failed', reason: 'ABORTED' }],
  ['EXPIRED', 340_000, { kind: 'failed', reason: 'EXPIRED' }],
])('a payment that is found as %s', (status, balanceAmount, expected) => {
  expect(readPayment({ status: 200, body: { ...payment, status, balanceAmount } })).toEqual(expected);
});

test.each([
  ['카드', 'card'],
  ['간편결제', 'easy-pay'],
  ['문화상품권', 'other'],
  [null, undefined],
])('what was paid by %s was paid by %s', (method, means) => {
  const body = { ...payment, method };
  expect([readConfirmation({ status: 200, body }), readPayment({ status: 200, body })]).toMatchObject([
    means === undefined ? { kind: 'approved' } : { kind: 'approved', means },
    means === undefined ? { kind: 'captured' } : { kind: 'captured', means },
  ]);
});

test.each([
  ['done', { status: 200, body: payment }, 'refunded'],
  ['refused by the bank', error(500, 'FAILED_REFUND_PROCESS'), 'refused'],
  ['not possible', error(403, 'NOT_CANCELABLE_PAYMENT'), 'refused'],
  ['of another balance', error(400, 'NOT_MATCHES_REFUNDABLE_AMOUNT'), 'refused'],
  ['still under way', error(409, 'IDEMPOTENT_REQUEST_PROCESSING'), 'unknown'],
  ['one of too many', error(429, 'TOO_MANY_REQUESTS'), 'unknown'],
  ['lost behind a gateway', { status: 502, body: undefined }, 'unknown'],
])('a cancellation that is %s', (_what, reply, expected) => {
  expect(readCancellation(reply)).toBe(expected);
});

test('a part is cancelled only of the balance that was seen, a whole account without amounts', () => {
  expect(cancellationBody('customer', { amount: 306_000, refundable: 340_000 })).toEqual({
    cancelReason: 'customer',
    cancelAmount: 306_000,
    refundableAmount: 340_000,
  });
  expect(cancellationBody('customer')).toEqual({ cancelReason: 'customer' });
});

const log = { info: () => {}, warn: () => {}, error: () => {} };
let server: Server;
afterEach(() => server?.close());

/** A provider that answers confirmations and all other calls by these statuses, and counts the calls. */
async function provider(statuses: { readonly confirm: number; readonly other: number }, fault = 'Busy.') {
  const calls = { confirm: 0, other: 0 };
  server = createServer((request, response) => {
    const kind = request.url?.endsWith('/confirm') ? 'confirm' : 'other';
    calls[kind] += 1;
    const isGood = statuses[kind] === 200;
    response.writeHead(statuses[kind]).end(isGood ? JSON.stringify(payment) : fault);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const settings = { url: `http://127.0.0.1:${port}`, secretKey: 'test_sk', timeoutMs: 5_000 };
  return { payments: tossPayments(settings, log), calls };
}

const CALLS = 30;
const many = <T>(call: () => Promise<T>) => Promise.all(Array.from({ length: CALLS }, call));
const sale = { paymentKey: 'card-1', orderId: 'r1', amount: 340_000 };
const back = { paymentKey: 'card-1', reason: 'customer', idempotencyKey: 'k' };

test('confirmations that fail close the way to pay for a while', async () => {
  const { payments } = await provider({ confirm: 503, other: 200 });
  expect(new Set((await many(() => payments.confirm(sale))).map(({ kind }) => kind))).toEqual(
    new Set(['unknown']),
  );
  expect(payments.closedForSeconds()).toBeGreaterThan(0);
  expect(await payments.find('card-1')).toMatchObject({ kind: 'captured' });
});

test.each([
  [400, 'INVALID_API_KEY'],
  [401, 'UNAUTHORIZED_KEY'],
  [403, 'INCORRECT_BASIC_AUTH_FORMAT'],
])(
  'a secret key that is wrong (%i %s) is no declined card and no refused refund, and closes the way to pay',
  async (status, code) => {
    const fault = JSON.stringify({ code, message: '잘못된 시크릿키 연동 정보 입니다.' });
    const { payments } = await provider({ confirm: status, other: status }, fault);
    const kinds = (await many(() => payments.confirm(sale))).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['unknown']));
    expect(await payments.find('card-1')).toEqual({ kind: 'unknown' });
    expect(await payments.cancel(back)).toBe('unknown');
    expect(payments.closedForSeconds()).toBeGreaterThan(0);
  },
);

test('refunds that fail keep nobody from paying', async () => {
  const { payments } = await provider({ confirm: 200, other: 503 });
  expect(new Set(await many(() => payments.cancel(back)))).toEqual(new Set(['unknown']));
  expect(payments.closedForSeconds()).toBeUndefined();
  expect(await payments.confirm(sale)).toEqual({ kind: 'approved', currency: 'KRW' });
});

test('too many requests: not tried again at once, not known, and no fault of the provider', async () => {
  const { payments, calls } = await provider({ confirm: 429, other: 429 });
  expect(new Set((await many(() => payments.confirm(sale))).map(({ kind }) => kind))).toEqual(
    new Set(['unknown']),
  );
  expect(new Set(await many(() => payments.cancel(back)))).toEqual(new Set(['unknown']));
  expect(payments.closedForSeconds()).toBeUndefined();
  expect(calls).toEqual({ confirm: CALLS, other: CALLS });
});
