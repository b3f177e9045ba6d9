import { openDifference } from '../../../shared/payment/difference';
import { openReservation } from '../../../tests/samples/openReservation';
import {
  inStatus,
  PAYMENT_KEY,
  paidWith,
  RESERVATION_ID,
  ticketsAreIssued,
} from '../../../tests/samples/reservation';
import { changeReservation } from '../commit/changeReservation';
import { paymentNoticed } from '../contract';
import { cancelInFull } from '../domain/cancellation.decide';
import type { Reservation } from '../domain/reservation';
import { hearPaymentNoticed } from './hearPaymentNoticed';

const paid = { captured: 340_000, refunded: 0 };

/** Nothing is left to be done of it. */
const completedWith = (paymentKey: string) => ({
  ...paidWith('completed', paymentKey),
  history: [ticketsAreIssued],
});

function open() {
  const opened = openReservation();
  const { engine } = opened.payment;
  const noticed = (orderId = RESERVATION_ID) =>
    hearPaymentNoticed(opened.deps, { type: paymentNoticed.type, data: { orderId } } as never);
  /** The sweep runs until there is no doubt. */
  const settle = async () => {
    while ((await opened.stored()).unsureSince !== undefined) await opened.sweep();
  };
  return {
    ...opened,
    noticed,
    settle,
    atDesk: {
      refunds: (paymentKey: string, amount: number) => engine.refundAtDesk(paymentKey, { amount }),
      captures: (paymentKey: string) => engine.captureAtDesk(paymentKey),
    },
    types: async () =>
      (await opened.stored()).history.map(({ type }) => type).filter((type) => type !== 'TicketsIssued'),
  };
}

/** A completed reservation whose money the provider has. */
async function completed() {
  const opened = open();
  const paymentKey = opened.capture();
  await opened.given(completedWith(paymentKey));
  return { ...opened, paymentKey };
}

const differenceOf = ({ differences }: Reservation) => openDifference(differences);

test('given nothing happened, when a webhook says otherwise, nothing is written and nobody is refunded', async () => {
  const { noticed, stored, payment } = await completed();
  const before = await stored();
  for (let times = 0; times < 3; times++) await noticed();
  expect(await stored()).toEqual(before);
  expect(payment.refundKeys).toEqual([]);
});

test('given a payment is under way that the provider has not captured, a webhook does not make it paid', async () => {
  const { given, authorise, noticed, stored, published } = open();
  await given(paidWith('paying', authorise()));
  await noticed();
  expect((await stored()).status).toBe('paying');
  expect(published()).toEqual([]);
});

test('given an order that nobody knows, a webhook is heard and done', async () => {
  const { noticed, stored } = await completed();
  const before = await stored();
  await noticed('another-order');
  expect(await stored()).toEqual(before);
});

test('given money was returned at the desk, it is noted with both sums, once, however often it is heard', async () => {
  const { noticed, settle, stored, types, lines, atDesk, paymentKey } = await completed();
  atDesk.refunds(paymentKey, 100_000);
  await noticed();
  await noticed();
  await settle();
  await noticed();
  const after = await stored();
  expect(after.status).toBe('completed');
  expect(after.differences).toMatchObject([
    { kind: 'returned', ours: paid, provider: { captured: 340_000, refunded: 100_000 } },
  ]);
  expect(await types()).toEqual(['MoneyReturnedOutside']);
  expect(after.dueAt).toBeUndefined();
  expect(lines.filter(({ level }) => level === 'error')).toMatchObject([
    { message: 'provider books differ', reservationId: RESERVATION_ID, kind: 'returned' },
  ]);
});

test('given more is returned at the desk later, that is a difference of its own, and the one before is closed', async () => {
  const { noticed, settle, stored, atDesk, paymentKey } = await completed();
  for (const amount of [100_000, 40_000]) {
    atDesk.refunds(paymentKey, amount);
    await noticed();
    await settle();
  }
  const { differences = [] } = await stored();
  expect(differences.map(({ provider }) => provider.refunded)).toEqual([100_000, 140_000]);
  expect(differences.map(({ closedAt }) => closedAt !== undefined)).toEqual([true, false]);
});

test('given money was returned at the desk, a cancellation refunds the rest alone, and then the books agree', async () => {
  const { given, capture, noticed, settle, sweep, stored, types, payment, atDesk } = open();
  const paymentKey = capture();
  await given({ ...paidWith('cancelling', paymentKey), dueAt: '2026-11-21T10:05:00.000Z' });
  atDesk.refunds(paymentKey, 100_000);
  await noticed();
  await sweep();
  await settle();
  expect(await stored()).toMatchObject({ status: 'cancelled', cancellation: { refund: 306_000 } });
  expect(differenceOf(await stored())).toBeUndefined();
  expect(await types()).toEqual(['RefundMade', 'ReservationCancelled']);
  expect(payment.balance(paymentKey)).toBe(34_000);
});

test('given a difference is open, when the reservation is cancelled, it is asked about again and closed', async () => {
  const { deps, noticed, settle, sweep, stored, types, payment, atDesk, paymentKey } = await completed();
  atDesk.refunds(paymentKey, 100_000);
  await noticed();
  await settle();
  await changeReservation(deps, RESERVATION_ID, (r, now) => cancelInFull(r, 'performance-cancelled', now));
  await sweep();
  await settle();
  expect(await stored()).toMatchObject({ status: 'cancelled', cancellation: { refund: 340_000 } });
  expect(differenceOf(await stored())).toBeUndefined();
  expect((await types()).at(-1)).toBe('BooksAgreed');
  expect(payment.balance(paymentKey)).toBe(0);
});

test('given all was returned at the desk, what the fee should have kept stays a difference', async () => {
  const { given, capture, noticed, settle, stored, atDesk, payment } = open();
  const paymentKey = capture();
  const refundedAt = '2026-11-21T10:04:00.000Z';
  const { cancellation } = inStatus.cancelling;
  await given({
    ...paidWith('cancelling', paymentKey),
    status: 'cancelled',
    cancellation: { ...cancellation, refundedAt },
  });
  atDesk.refunds(paymentKey, 340_000);
  await noticed();
  await settle();
  expect(differenceOf(await stored())).toMatchObject({
    kind: 'returned',
    ours: { captured: 340_000, refunded: 306_000 },
    provider: { captured: 340_000, refunded: 340_000 },
  });
  expect(payment.refundKeys).toEqual([]);
});

test('given a refused payment is captured after all, that is noted and all of it refunded, once', async () => {
  const { given, authorise, noticed, settle, stored, types, payment, atDesk } = open();
  const paymentKey = authorise({ card: 'decline' });
  payment.engine.confirm({ paymentKey, orderId: RESERVATION_ID, amount: 340_000 });
  const declined = [{ paymentKey, startedAt: inStatus.placed.placedAt }];
  await given({ ...inStatus.held, declined });
  atDesk.captures(paymentKey);
  await noticed();
  expect(differenceOf(await stored())).toBeUndefined();
  await settle();
  expect(await types()).toEqual(['MoneyCapturedOutside', 'BooksAgreed']);
  expect((await stored()).differences).toMatchObject([
    { kind: 'captured', ours: { captured: 0, refunded: 0 }, provider: paid, closedAt: expect.any(String) },
  ]);
  expect(payment.balance(paymentKey)).toBe(0);
  expect(payment.refundKeys).toHaveLength(1);
});

test('a refund of such a capture that is refused stays due and open until it is made', async () => {
  const { given, capture, noticed, sweep, settle, stored, payment } = open();
  const paymentKey = capture();
  await given({ ...inStatus.expired, declined: [{ paymentKey, startedAt: inStatus.placed.placedAt }] });
  payment.engine.changeFaults({ refuseCancels: 2 });
  await noticed();
  for (let runs = 0; runs < 2; runs++) await sweep();
  expect(differenceOf(await stored())).toMatchObject({ kind: 'captured' });
  expect((await stored()).dueAt).toBeDefined();
  await settle();
  expect(differenceOf(await stored())).toBeUndefined();
  expect(payment.balance(paymentKey)).toBe(0);
});

test('the payment of another reservation that somebody tried here is none of this one’s', async () => {
  const { given, noticed, stored, payment } = open();
  const theirs = payment.authorise('reservation-2', { amount: 340_000 });
  payment.engine.confirm({ paymentKey: theirs, orderId: 'reservation-2', amount: 340_000 });
  await given({
    ...inStatus.expired,
    declined: [{ paymentKey: theirs, startedAt: inStatus.placed.placedAt }],
  });
  await noticed();
  expect((await stored()).unsureSince).toBeUndefined();
  expect(payment.balance(theirs)).toBe(340_000);
});

test('given the provider does not have the payment, the money is missing, and nothing else happens', async () => {
  const { given, noticed, settle, stored, payment } = open();
  await given(completedWith(PAYMENT_KEY));
  await noticed();
  await settle();
  expect(differenceOf(await stored())).toMatchObject({
    kind: 'missing',
    provider: { captured: 0, refunded: 0 },
  });
  expect((await stored()).status).toBe('completed');
  expect(payment.refundKeys).toEqual([]);
});

test('given the provider does not answer, the reservation is due until it does', async () => {
  const { deps, given, capture, noticed, sweep, stored, atDesk } = open();
  const paymentKey = capture();
  await given(completedWith(paymentKey));
  atDesk.refunds(paymentKey, 100_000);
  const { find } = deps.payments;
  Object.assign(deps.payments, { find: async () => ({ kind: 'unknown' }) });
  await noticed();
  await sweep();
  const { unsureSince, dueAt, differences, attempts } = await stored();
  expect({ isUnsure: unsureSince !== undefined, isDue: dueAt !== undefined, differences, attempts }).toEqual({
    isUnsure: true,
    isDue: true,
    differences: undefined,
    attempts: 1,
  });
  Object.assign(deps.payments, { find });
  await sweep();
  expect(differenceOf(await stored())).toMatchObject({ kind: 'returned' });
});

test('a doubt that comes while the provider is asked is not taken off with the one before', async () => {
  const { deps, noticed, sweep, stored, atDesk, paymentKey } = await completed();
  atDesk.refunds(paymentKey, 1_000);
  await noticed();
  await sweep();
  const { find } = deps.payments;
  let isFirst = true;
  const asksMeanwhile: typeof find = async (key) => {
    const found = await find(key);
    if (isFirst) {
      isFirst = false;
      atDesk.refunds(paymentKey, 2_000);
      await noticed();
    }
    return found;
  };
  Object.assign(deps.payments, { find: asksMeanwhile });
  await sweep();
  expect((await stored()).unsureSince).toBeDefined();
  await sweep();
  expect(differenceOf(await stored())).toMatchObject({ provider: { refunded: 3_000 } });
});

test('given time to pay is left, a doubt does not make it expire, and when it is over the reservation does', async () => {
  const { given, capture, noticed, sweep, stored } = open();
  const paymentKey = capture();
  await given({
    ...inStatus.held,
    declined: [{ paymentKey, startedAt: inStatus.placed.placedAt }],
    dueAt: inStatus.held.sale.expiresAt,
  });
  await noticed();
  for (let runs = 0; runs < 3; runs++) await sweep();
  expect(await stored()).toMatchObject({ status: 'held', dueAt: inStatus.held.sale.expiresAt });
  await sweep();
  expect((await stored()).status).toBe('expired');
});
