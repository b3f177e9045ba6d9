import type { Found, PaymentProvider } from '../../../shared/payment/provider';
import { openReservation } from '../../../tests/samples/openReservation';
import {
  inStatus,
  paidWith,
  RESERVATION_ID,
  sampleSale,
  seatsAreBack,
} from '../../../tests/samples/reservation';
import { transferAccount } from '../../../tests/samples/transferAccount';
import type { In } from '../domain/reservation';

/** What the sweep does about payments without an answer. There are ten minutes left to pay. */
const NOW = '2026-11-21T10:10:00.000Z';
const sale = { ...sampleSale, expiresAt: '2026-11-21T10:20:00.000Z' };

/** A reservation that waits for the answer about a payment. */
async function paying(
  paymentKeyOf: (open: ReturnType<typeof openReservation>) => string,
  changes: Partial<In<'paying'>> = {},
  bank: Partial<PaymentProvider> = {},
) {
  const open = openReservation({ now: NOW, bank });
  const paymentKey = paymentKeyOf(open);
  await open.given({ ...paidWith('paying', paymentKey), sale, dueAt: NOW, ...changes });
  return { ...open, balance: () => open.payment.balance(paymentKey), paymentKey };
}

test('given the capture was not answered, it is found and approved', async () => {
  const { sweep, stored, published, balance } = await paying(({ capture }) => capture());
  await sweep();
  expect(await stored()).toMatchObject({ status: 'paid', payment: { approvedAt: NOW } });
  expect(published()).toMatchObject([{ type: 'PaymentApproved' }]);
  expect(balance()).toBe(340_000);
});

test('given the provider was never asked, it is asked as long as there is time to pay', async () => {
  const { sweep, stored, balance } = await paying(({ authorise }) => authorise());
  await sweep();
  expect((await stored()).status).toBe('paid');
  expect(balance()).toBe(340_000);
});

test('given the time to pay is over and the provider was never asked, the payment is given up at once and watched', async () => {
  const { sweep, stored, published, clock, payment, paymentKey } = await paying(({ authorise }) =>
    authorise(),
  );
  clock.nowMs = Date.parse(sale.expiresAt) + 7_000;
  await sweep();
  expect(await stored()).toMatchObject({
    status: 'expired',
    watch: { paymentKey, until: '2026-11-21T11:20:07.000Z' },
  });
  expect(published()).toMatchObject([{ type: 'ReservationExpired' }]);
  expect(payment.engine.find(paymentKey).body).toMatchObject({ status: 'IN_PROGRESS' });
});

test('given the provider is away, a payment is given up a quarter of an hour after the time to pay, not before', async () => {
  const away = { find: async (): Promise<Found> => ({ kind: 'unknown' }) };
  const { sweep, stored, clock } = await paying(({ authorise }) => authorise(), {}, away);
  clock.nowMs = Date.parse('2026-11-21T10:34:59.000Z');
  await sweep();
  expect((await stored()).status).toBe('paying');
  clock.nowMs = Date.parse('2026-11-21T10:35:00.000Z');
  await sweep();
  expect((await stored()).status).toBe('expired');
});

test('given the card was declined and nobody heard of it, another may be tried', async () => {
  const { sweep, stored, published, paymentKey } = await paying(({ authorise, payment }) => {
    const declined = authorise({ card: 'decline' });
    payment.engine.confirm({ paymentKey: declined, orderId: RESERVATION_ID, amount: sale.amount });
    return declined;
  });
  await sweep();
  expect(await stored()).toMatchObject({ status: 'held', declined: [{ paymentKey }] });
  expect(published()).toEqual([]);
});

test('given the payment was captured for another reservation, it counts as declined, and is left alone', async () => {
  const { sweep, stored, balance } = await paying(({ payment }) => {
    const paymentKey = payment.authorise('reservation-2', { amount: sale.amount });
    payment.engine.confirm({ paymentKey, orderId: 'reservation-2', amount: sale.amount });
    return paymentKey;
  });
  await sweep();
  expect((await stored()).status).toBe('held');
  expect(balance()).toBe(340_000);
});

/** The desk of the provider refunds a part, by hand. */
const refundByHand = (cancelAmount: number) => (open: ReturnType<typeof openReservation>) => {
  const paymentKey = open.capture();
  open.payment.engine.cancel(paymentKey, { cancelReason: 'desk', cancelAmount });
  return paymentKey;
};

test('given the desk refunded it before it was found, it counts as declined', async () => {
  const { sweep, stored, balance } = await paying(refundByHand(340_000));
  await sweep();
  expect((await stored()).status).toBe('held');
  expect(balance()).toBe(0);
});

test('given the desk refunded a part before it was found, the rest is refunded', async () => {
  const { sweep, stored, balance } = await paying(refundByHand(100_000));
  await sweep();
  expect((await stored()).status).toBe('cancelled');
  expect(balance()).toBe(0);
});

test('given another amount than the price, it is refunded, also when that is refused at first', async () => {
  const { sweep, stored, payment, balance } = await paying(({ capture }) => capture(), {
    sale: { ...sale, amount: 350_000 },
  });
  payment.engine.changeFaults({ refuseCancels: 1 });
  await sweep();
  expect(await stored()).toMatchObject({ status: 'cancelling', cancellation: { refund: 340_000 } });
  await sweep();
  expect((await stored()).status).toBe('cancelled');
  expect(balance()).toBe(0);
});

test('given it was cancelled while the payment was under way, what is found captured is refunded in full', async () => {
  const { sweep, stored, balance } = await paying(({ capture }) => capture(), { cancelRequest: 'customer' });
  await sweep();
  expect(await stored()).toMatchObject({ status: 'cancelled', cancellation: { fee: 0, refund: 340_000 } });
  expect(balance()).toBe(0);
});

test('given an account of another reservation, it is left alone', async () => {
  const { bank, asked } = transferAccount({ refusals: 0 });
  const other = { kind: 'awaiting-deposit', orderId: 'reservation-2' } as const;
  const { sweep, stored } = await paying(() => 'account-1', {}, { ...bank, find: async () => other });
  await sweep();
  expect((await stored()).status).toBe('held');
  expect(asked).toEqual([]);
});

test('given an account that cannot be closed, it stays on watch for as long as somebody can pay into it', async () => {
  const { bank, isOpen } = transferAccount({ refusals: 400 });
  const { sweep, stored } = await paying(() => 'account-1', { history: [seatsAreBack] }, bank);
  for (let run = 0; run < 300; run++) await sweep();
  expect(await stored()).toMatchObject({
    status: 'expired',
    watch: expect.not.objectContaining({ closedAt: expect.anything() }),
  });
  for (let run = 0; run < 200; run++) await sweep();
  expect(await stored()).toMatchObject({ watch: { closedAt: expect.any(String) } });
  expect(await stored()).not.toHaveProperty('dueAt');
  expect(isOpen()).toBe(false);
});

/** A payment that was given up is watched for a minute more. */
const watchedUntil = '2026-11-21T10:11:00.000Z';
async function watched(paymentKeyOf: (open: ReturnType<typeof openReservation>) => string) {
  const open = openReservation({ now: NOW });
  const paymentKey = paymentKeyOf(open);
  const watch = { paymentKey, until: watchedUntil };
  await open.given({ ...inStatus.expired, history: [seatsAreBack], watch, dueAt: NOW });
  return { ...open, balance: () => open.payment.balance(paymentKey) };
}

test('given a payment that was given up, when a capture shows up, it is refunded in full, and the watch closed', async () => {
  const { sweep, stored, balance } = await watched(({ capture }) => capture());
  await sweep();
  expect(await stored()).toMatchObject({ status: 'expired', watch: { closedAt: NOW } });
  expect((await stored()).history.map(({ type }) => type)).toEqual(['SeatsReleased', 'LateCaptureRefunded']);
  expect(balance()).toBe(0);
});

test('given a payment that was given up, when none shows up, it is watched to the end and not longer', async () => {
  const { sweep, stored, published, clock } = await watched(({ authorise }) => authorise());
  await sweep();
  expect(await stored()).not.toMatchObject({ watch: { closedAt: expect.anything() } });
  clock.nowMs = Date.parse(watchedUntil);
  await sweep();
  expect(await stored()).toMatchObject({ watch: { closedAt: watchedUntil } });
  expect((await stored()).history).toHaveLength(1);
  expect(published()).toEqual([]);
});

test('given a payment that was given up, what another reservation captured with it is left alone', async () => {
  const { sweep, stored, balance } = await watched(({ payment }) => {
    const paymentKey = payment.authorise('reservation-2', { amount: 340_000 });
    payment.engine.confirm({ paymentKey, orderId: 'reservation-2', amount: 340_000 });
    return paymentKey;
  });
  await sweep();
  expect((await stored()).status).toBe('expired');
  expect(balance()).toBe(340_000);
});
