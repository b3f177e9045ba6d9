import { openReservation } from '../../../tests/samples/openReservation';
import { inStatus, RESERVATION_ID, sampleSale } from '../../../tests/samples/reservation';
import { transferAccount } from '../../../tests/samples/transferAccount';
import { changeReservation } from '../commit/changeReservation';
import { cancel } from '../domain/cancellation.decide';
import { cancelReservation } from './cancelReservation';
import { payReservation } from './payReservation';

/** Five minutes before the time to pay ends. */
const NOW = '2026-11-21T10:05:00.000Z';
const price = { amount: sampleSale.amount };

/** A held reservation, and the ways to pay it. */
async function held(bank = {}) {
  const open = openReservation({ now: NOW, bank });
  await open.given(inStatus.held);
  const pay = (paymentKey: string, more: { amount?: number; idempotencyKey?: string } = {}) =>
    payReservation(open.deps, RESERVATION_ID, { ...price, paymentKey, ...more });
  return { ...open, pay };
}

test('given held seats, when the provider approves, the reservation is paid, and the money captured once', async () => {
  const { pay, authorise, stored, published, payment } = await held();
  const paymentKey = authorise();
  const paid = await pay(paymentKey);
  expect(paid).toMatchObject({ status: 'paid', payment: { paymentKey, startedAt: NOW, approvedAt: NOW } });
  expect(await stored()).toEqual(paid);
  expect(paid.history.map(({ type }) => type)).toEqual(['PaymentStarted', 'PaymentApproved']);
  expect(published()).toMatchObject([
    { type: 'PaymentApproved', data: { amount: 340_000, currency: 'KRW' } },
  ]);
  expect(payment.balance(paymentKey)).toBe(340_000);
});

test('given a payment that was made, when the same one comes again, the answer is the reservation as it is', async () => {
  const { pay, authorise, published } = await held();
  const paymentKey = authorise();
  const paid = await pay(paymentKey);
  expect(await pay(paymentKey)).toEqual(paid);
  expect(published()).toHaveLength(1);
});

test('given held seats, the intent to pay is stored before the provider is asked', async () => {
  const { deps, authorise, stored } = await held();
  const seen: string[] = [];
  const payments = {
    ...deps.payments,
    confirm: async (asked: Parameters<typeof deps.payments.confirm>[0]) => {
      seen.push((await stored()).status);
      return deps.payments.confirm(asked);
    },
  };
  await payReservation({ ...deps, payments }, RESERVATION_ID, { ...price, paymentKey: authorise() });
  expect(seen).toEqual(['paying']);
});

test('given a card that is declined, when another is tried, that one pays; the first stays declined', async () => {
  const { pay, authorise, stored } = await held();
  const declined = authorise({ card: 'decline' });
  await expect(pay(declined, { idempotencyKey: 'k1' })).rejects.toMatchObject({ code: 'payment-declined' });
  expect(await stored()).toMatchObject({ status: 'held', declined: [{ paymentKey: declined }] });
  await expect(pay(declined, { idempotencyKey: 'k1' })).rejects.toMatchObject({ code: 'payment-declined' });
  const second = authorise();
  await expect(pay(second, { idempotencyKey: 'k1' })).rejects.toMatchObject({
    code: 'idempotency-key-reused',
  });
  expect((await pay(second, { idempotencyKey: 'k2' })).status).toBe('paid');
});

test('given a provider that does not answer, the reservation stays paying and can be asked about', async () => {
  const { pay, authorise, stored, published } = await held();
  const paymentKey = authorise({ card: 'hang' });
  expect((await pay(paymentKey)).status).toBe('paying');
  expect((await pay(paymentKey)).status).toBe('paying');
  expect((await stored()).history.map(({ type }) => type)).toEqual(['PaymentStarted']);
  expect(published()).toEqual([]);
});

test('given a payment in another currency, it goes back in full, and the reservation is cancelled', async () => {
  const { pay, authorise, stored, payment } = await held();
  const paymentKey = authorise({ currency: 'USD' });
  await expect(pay(paymentKey)).rejects.toMatchObject({ code: 'wrong-state' });
  expect(await stored()).toMatchObject({ status: 'cancelled', cancellation: { fee: 0, refund: 340_000 } });
  expect(payment.balance(paymentKey)).toBe(0);
});

test.each([
  ['another amount', { amount: 1 }, 'amount-mismatch'],
  ['too late', {}, 'hold-expired'],
])('given held seats, when it is paid with %s, nothing is begun', async (what, more, code) => {
  const { pay, authorise, stored, clock, payment } = await held();
  if (what === 'too late') clock.nowMs = Date.parse(sampleSale.expiresAt);
  const paymentKey = authorise();
  await expect(pay(paymentKey, more)).rejects.toMatchObject({ code });
  expect(await stored()).toEqual(inStatus.held);
  expect(payment.engine.find(paymentKey).body).toMatchObject({ status: 'IN_PROGRESS' });
});

test.each([0, 1])(
  'given the time to pay is over by %d ms between the intent and the call, the provider is not asked',
  async (byMs) => {
    const { pay, authorise, clock, faults, payment } = await held();
    faults.beforeReplace = async () => {
      clock.nowMs = Date.parse(sampleSale.expiresAt) + byMs;
    };
    const paymentKey = authorise();
    expect((await pay(paymentKey)).status).toBe('paying');
    expect(payment.engine.find(paymentKey).body).toMatchObject({ status: 'IN_PROGRESS' });
  },
);

test('given the breaker is open, nothing is begun, and the caller learns when to come again', async () => {
  const { pay, authorise, stored } = await held({ closedForSeconds: () => 7 });
  await expect(pay(authorise())).rejects.toMatchObject({ code: 'unavailable', retryAfterSeconds: 7 });
  expect(await stored()).toEqual(inStatus.held);
});

test('given it is cancelled while the provider is asked, what is captured goes back in full', async () => {
  const { deps, pay, authorise, stored, payment, faults } = await held();
  const paymentKey = authorise();
  faults.beforeReplace = async (next) => {
    if (next.status !== 'paid') return;
    faults.beforeReplace = async () => {};
    await changeReservation(deps, RESERVATION_ID, cancel);
  };
  expect((await pay(paymentKey)).status).toBe('cancelled');
  expect(await stored()).toMatchObject({ status: 'cancelled', cancellation: { fee: 0, refund: 340_000 } });
  expect(payment.balance(paymentKey)).toBe(0);
});

test('given a declined card, when another is under way and it is cancelled, the declined one is still told so', async () => {
  const { deps, pay, authorise } = await held();
  const declined = authorise({ card: 'decline' });
  await expect(pay(declined)).rejects.toMatchObject({ code: 'payment-declined' });
  await pay(authorise({ card: 'hang' }));
  await expect(pay(declined)).rejects.toMatchObject({ code: 'payment-declined' });
  await cancelReservation(deps, RESERVATION_ID);
  await expect(pay(declined)).rejects.toMatchObject({ code: 'payment-declined' });
});

test('an account to transfer the money into is closed at once, and the payment declined', async () => {
  const { bank, asked, isOpen } = transferAccount({ refusals: 0 });
  const { pay, stored } = await held(bank);
  await expect(pay('account-1')).rejects.toMatchObject({ code: 'payment-declined' });
  expect((await stored()).status).toBe('held');
  expect(isOpen()).toBe(false);
  // The whole account: the provider cancels no part of what is not paid.
  expect(asked).toEqual([
    { paymentKey: 'account-1', reason: expect.any(String), idempotencyKey: expect.any(String) },
  ]);
});

test('an account that could not be closed at once is closed by the sweep, and nothing is declined before', async () => {
  const { bank, isOpen } = transferAccount({ refusals: 2 });
  const { pay, sweep, stored } = await held(bank);
  expect((await pay('account-1')).status).toBe('paying');
  await sweep();
  expect((await stored()).status).toBe('paying');
  await sweep();
  expect(await stored()).toMatchObject({ status: 'held', refundsRefused: 2 });
  expect(isOpen()).toBe(false);
});
