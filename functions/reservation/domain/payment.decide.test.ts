import {
  inEveryStatus,
  inStatus,
  inWords,
  PAYMENT_KEY,
  sampleSale,
} from '../../../tests/samples/reservation';
import {
  isWatched,
  paymentApproved,
  paymentDeclined,
  paymentGivenUp,
  paymentUnfit,
  startPayment,
  timeIsUp,
  watchClosed,
} from './payment.decide';
import type { In, Reservation } from './reservation';

const NOW = '2026-11-21T10:05:00.000Z';
const LAST_MOMENT = '2026-11-21T10:09:59.999Z';
const EXPIRES_AT = sampleSale.expiresAt;
const UNTIL = '2026-11-21T11:10:00.000Z';
const pay = { paymentKey: PAYMENT_KEY, amount: sampleSale.amount };
const payingAndCancelled: In<'paying'> = { ...inStatus.paying, cancelRequest: 'customer' };

test('paying begins in held only; the same card again changes nothing', () => {
  expect(inEveryStatus((r) => startPayment(r, pay, NOW))).toEqual({
    placed: 'refused wrong-state',
    held: '-> paying PaymentStarted',
    paying: 'unchanged',
    paid: 'unchanged',
    completed: 'unchanged',
    cancelling: 'refused wrong-state',
    cancelled: 'refused wrong-state',
    rejected: 'refused wrong-state',
    expired: 'refused hold-expired',
  });
});

test('another card is refused while a payment is under way or made', () => {
  const other = { ...pay, paymentKey: 'card-2' };
  expect(inEveryStatus((r) => startPayment(r, other, NOW))).toEqual({
    placed: 'refused wrong-state',
    held: '-> paying PaymentStarted',
    paying: 'refused wrong-state',
    paid: 'refused wrong-state',
    completed: 'refused wrong-state',
    cancelling: 'refused wrong-state',
    cancelled: 'refused wrong-state',
    rejected: 'refused wrong-state',
    expired: 'refused hold-expired',
  });
});

const withKey: Reservation = {
  ...inStatus.paying,
  payment: { ...inStatus.paying.payment, idempotencyKey: 'k1' },
};

test.each([
  ['the very same', { ...pay, idempotencyKey: 'k1' }, 'unchanged'],
  ['the same under another key', { ...pay, idempotencyKey: 'k2' }, 'unchanged'],
  [
    'another card under the same key',
    { ...pay, paymentKey: 'card-2', idempotencyKey: 'k1' },
    'refused idempotency-key-reused',
  ],
  [
    'another amount under the same key',
    { ...pay, amount: 1, idempotencyKey: 'k1' },
    'refused idempotency-key-reused',
  ],
  [
    'another amount under another key',
    { ...pay, amount: 1, idempotencyKey: 'k2' },
    'refused amount-mismatch',
  ],
  ['another amount without a key', { ...pay, amount: 1 }, 'refused amount-mismatch'],
  ['another card without a key', { ...pay, paymentKey: 'card-2' }, 'refused wrong-state'],
])('a payment came before; now comes %s', (_what, command, expected) => {
  expect(inWords(startPayment(withKey, command, NOW))).toBe(expected);
});

const declinedAs = (...declined: { paymentKey: string; idempotencyKey?: string }[]): Reservation => ({
  ...inStatus.held,
  declined: declined.map((payment) => ({ ...payment, startedAt: NOW })),
});
const triedTimes = (times: number) =>
  declinedAs(...Array.from({ length: times }, (_, i) => ({ paymentKey: `declined-${i}` })));
const declinedBefore = declinedAs(
  { paymentKey: PAYMENT_KEY, idempotencyKey: 'k1' },
  { paymentKey: 'card-without-key' },
);

test.each([
  ['at the last moment', inStatus.held, pay, LAST_MOMENT, '-> paying PaymentStarted'],
  ['when the time to pay ends', inStatus.held, pay, EXPIRES_AT, 'refused hold-expired'],
  ['one won too little', inStatus.held, { ...pay, amount: pay.amount - 1 }, NOW, 'refused amount-mismatch'],
  ['one won too much', inStatus.held, { ...pay, amount: pay.amount + 1 }, NOW, 'refused amount-mismatch'],
  ['with a card that was declined', declinedBefore, pay, NOW, 'refused payment-declined'],
  [
    'with another card than the one that was declined',
    declinedBefore,
    { ...pay, paymentKey: 'card-2' },
    NOW,
    '-> paying PaymentStarted',
  ],
  [
    'again under the key of the card that was declined',
    declinedBefore,
    { ...pay, idempotencyKey: 'k1' },
    NOW,
    'refused payment-declined',
  ],
  [
    'with another card under that key',
    declinedBefore,
    { ...pay, paymentKey: 'card-2', idempotencyKey: 'k1' },
    NOW,
    'refused idempotency-key-reused',
  ],
  ['with the 20th card', triedTimes(19), pay, NOW, '-> paying PaymentStarted'],
  ['with the 21st card', triedTimes(20), pay, NOW, 'refused wrong-state'],
])('paying %s', (_when, reservation, command, now, expected) => {
  expect(inWords(startPayment(reservation, command, now))).toBe(expected);
});

test('that a card was declined is remembered while another is being paid with', () => {
  const declined = [{ paymentKey: 'card-0', idempotencyKey: 'k0', startedAt: NOW }];
  const paying: Reservation = { ...inStatus.paying, declined };
  const answer = (paymentKey: string, idempotencyKey: string) =>
    inWords(startPayment(paying, { ...pay, paymentKey, idempotencyKey }, NOW));
  expect(answer('card-0', 'k0')).toBe('refused payment-declined');
  expect(answer('card-3', 'k0')).toBe('refused idempotency-key-reused');
  expect(answer('card-3', 'k3')).toBe('refused wrong-state');
  expect(answer(PAYMENT_KEY, 'k3')).toBe('unchanged');
});

test('every card that was declined is remembered', () => {
  const tryCard = (reservation: Reservation, paymentKey: string): Reservation => {
    const started = startPayment(reservation, { ...pay, paymentKey }, NOW);
    if (started.kind !== 'changed') throw new Error(started.kind);
    const declined = paymentDeclined({ ...reservation, ...started.state } as Reservation, paymentKey, NOW);
    if (declined.kind !== 'changed') throw new Error(declined.kind);
    return { ...reservation, ...declined.state } as Reservation;
  };
  const afterThree = ['card-1', 'card-2', 'card-3'].reduce(tryCard, inStatus.held);
  for (const paymentKey of ['card-1', 'card-2', 'card-3']) {
    expect(inWords(startPayment(afterThree, { ...pay, paymentKey }, NOW))).toBe('refused payment-declined');
  }
});

const ONLY_PAYING = {
  placed: 'unchanged',
  held: 'unchanged',
  paid: 'unchanged',
  completed: 'unchanged',
  cancelling: 'unchanged',
  cancelled: 'unchanged',
  rejected: 'unchanged',
  expired: 'unchanged',
};

test('an approval, a refusal or a giving up counts in paying only', () => {
  expect(inEveryStatus((r) => paymentApproved(r, PAYMENT_KEY, NOW))).toEqual({
    ...ONLY_PAYING,
    paying: '-> paid PaymentApproved',
  });
  expect(inEveryStatus((r) => paymentDeclined(r, PAYMENT_KEY, NOW))).toEqual({
    ...ONLY_PAYING,
    paying: '-> held PaymentDeclined',
  });
  expect(inEveryStatus((r) => paymentUnfit(r, PAYMENT_KEY, 1, NOW))).toEqual({
    ...ONLY_PAYING,
    paying: '-> cancelling CancellationRequested',
  });
  expect(inEveryStatus((r) => paymentGivenUp(r, PAYMENT_KEY, NOW, UNTIL))).toEqual({
    ...ONLY_PAYING,
    paying: '-> expired ReservationExpired',
  });
});

test('news of another card than the one that is awaited is no news', () => {
  expect(inWords(paymentApproved(inStatus.paying, 'card-2', NOW))).toBe('unchanged');
  expect(inWords(paymentDeclined(inStatus.paying, 'card-2', NOW))).toBe('unchanged');
  expect(inWords(paymentGivenUp(inStatus.paying, 'card-2', NOW, UNTIL))).toBe('unchanged');
});

test('an approval is noted with its time; it counts however late it comes', () => {
  expect(paymentApproved(inStatus.paying, PAYMENT_KEY, UNTIL)).toMatchObject({
    state: { status: 'paid', payment: { paymentKey: PAYMENT_KEY, approvedAt: UNTIL } },
  });
});

test('a refusal at the end of the time to pay lets the reservation expire', () => {
  expect(inWords(paymentDeclined(inStatus.paying, PAYMENT_KEY, LAST_MOMENT))).toBe('-> held PaymentDeclined');
  expect(inWords(paymentDeclined(inStatus.paying, PAYMENT_KEY, EXPIRES_AT))).toBe(
    '-> expired PaymentDeclined ReservationExpired',
  );
});

test('given it was cancelled while the payment was under way, an approval is refunded in full', () => {
  expect(paymentApproved(payingAndCancelled, PAYMENT_KEY, NOW)).toMatchObject({
    state: {
      status: 'cancelling',
      payment: { approvedAt: NOW },
      cancellation: { reason: 'customer', fee: 0, refund: 340_000 },
    },
  });
});

test('given it was cancelled while the payment was under way, a refusal or a giving up cancels it', () => {
  expect(inWords(paymentDeclined(payingAndCancelled, PAYMENT_KEY, NOW))).toBe(
    '-> cancelled PaymentDeclined ReservationCancelled',
  );
  const givenUp = paymentGivenUp(payingAndCancelled, PAYMENT_KEY, NOW, UNTIL);
  expect(inWords(givenUp)).toBe('-> cancelled ReservationCancelled');
  expect(givenUp).toMatchObject({ state: { watch: { paymentKey: PAYMENT_KEY, until: UNTIL } } });
});

test('a payment that was given up is watched', () => {
  expect(paymentGivenUp(inStatus.paying, PAYMENT_KEY, NOW, UNTIL)).toMatchObject({
    state: { status: 'expired', watch: { paymentKey: PAYMENT_KEY, until: UNTIL } },
  });
});

const watch = { paymentKey: PAYMENT_KEY, until: UNTIL };

test.each<[string, Reservation, boolean]>([
  ['expired with a payment given up', { ...inStatus.expired, watch }, true],
  ['cancelled with a payment given up', { ...inStatus.cancelled, watch }, true],
  ['expired, the watch closed', { ...inStatus.expired, watch: { ...watch, closedAt: NOW } }, false],
  ...Object.values(inStatus).map((r): [string, Reservation, boolean] => [`plainly ${r.status}`, r, false]),
])('a reservation that is %s: is it watched?', (_what, reservation, expected) => {
  expect(isWatched(reservation)).toBe(expected);
});

test('a watch is closed once, and says when a late capture was refunded', () => {
  const watched: Reservation = { ...inStatus.expired, watch };
  const closed = watchClosed(watched, true, NOW);
  expect(inWords(closed)).toBe('-> expired LateCaptureRefunded');
  expect(closed).toMatchObject({ state: { watch: { ...watch, closedAt: NOW } } });
  expect(inWords(watchClosed(watched, false, NOW))).toBe('-> expired');
  expect(inWords(watchClosed({ ...watched, watch: { ...watch, closedAt: NOW } }, true, NOW))).toBe(
    'unchanged',
  );
  expect(inEveryStatus((r) => watchClosed(r, true, NOW))).toEqual({ ...ONLY_PAYING, paying: 'unchanged' });
});

test('when the time to pay is over, only a held reservation expires', () => {
  expect(inEveryStatus((r) => timeIsUp(r, EXPIRES_AT))).toEqual({
    ...ONLY_PAYING,
    held: '-> expired ReservationExpired',
    paying: 'unchanged',
  });
  expect(inWords(timeIsUp(inStatus.held, LAST_MOMENT))).toBe('unchanged');
});
