import { cancellationBody, confirmed, found, refunded } from './tossPayments';

const payment = { orderId: 'r1', status: 'DONE', totalAmount: 340_000, balanceAmount: 340_000 };
const error = (status: number, code: string) => ({ status, body: { code, message: 'No.' } });

test.each([
  ['DONE', { kind: 'approved' }],
  ['WAITING_FOR_DEPOSIT', { kind: 'awaiting-deposit', reservationId: 'r1' }],
  ['IN_PROGRESS', { kind: 'unknown' }],
])('a confirmation that is answered by %s', (status, expected) => {
  expect(confirmed({ status: 200, body: { ...payment, status } })).toEqual(expected);
});

test.each([
  ['DONE', 340_000, { kind: 'captured', reservationId: 'r1', amount: 340_000, refunded: 0 }],
  ['PARTIAL_CANCELED', 1000, { kind: 'captured', reservationId: 'r1', amount: 340_000, refunded: 339_000 }],
  ['CANCELED', 0, { kind: 'captured', reservationId: 'r1', amount: 340_000, refunded: 340_000 }],
  ['WAITING_FOR_DEPOSIT', 340_000, { kind: 'awaiting-deposit', reservationId: 'r1' }],
  ['READY', 340_000, { kind: 'open' }],
  ['IN_PROGRESS', 340_000, { kind: 'open' }],
  ['ABORTED', 340_000, { kind: 'failed', reason: 'ABORTED' }],
  ['EXPIRED', 340_000, { kind: 'failed', reason: 'EXPIRED' }],
])('a payment that is found as %s', (status, balanceAmount, expected) => {
  expect(found({ status: 200, body: { ...payment, status, balanceAmount } })).toEqual(expected);
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
  expect(refunded(reply)).toBe(expected);
});

test('a part is cancelled only of the balance that was seen, a whole account without amounts', () => {
  expect(cancellationBody('customer', { amount: 306_000, refundable: 340_000 })).toEqual({
    cancelReason: 'customer',
    cancelAmount: 306_000,
    refundableAmount: 340_000,
  });
  expect(cancellationBody('customer')).toEqual({ cancelReason: 'customer' });
});
