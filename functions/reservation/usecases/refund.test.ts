import { isoTime } from '../../../shared/kernel/clock';
import { sampleProvider } from '../../../tests/samples/provider';
import { inStatus, sampleSale } from '../../../tests/samples/reservation';
import type { ReservationDeps } from '../deps';
import type { Reservation } from '../domain/reservation';
import type { PaymentProvider } from '../payments';
import { payReservation } from './payReservation';
import { sweepReservations } from './sweepReservations';

const START = Date.parse('2026-11-21T10:10:00.000Z');
const ORDER = 'reservation-1';

/** One reservation with a captured payment at the provider; each sweep is at the time it is due. */
function paidReservation(inState: (paymentKey: string) => Reservation, bank?: Partial<PaymentProvider>) {
  let nowMs = START;
  const { engine, provider, refundKeys, captured } = sampleProvider(() => nowMs);
  const paymentKey = captured(ORDER, sampleSale.amount);
  let stored: Reservation = { ...inState(paymentKey), reservationId: ORDER, dueAt: isoTime(START) };
  let dies = false;
  const deps = {
    clock: { now: () => nowMs },
    sleep: async () => {},
    random: () => 0,
    delays: { eventMs: 10_000, paymentMs: 7_000 },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    reservations: {
      due: async () => [ORDER],
      read: async () => ({ value: stored, etag: JSON.stringify(stored) }),
      replace: async ({ value, etag }: { value: Reservation; etag: string }) => {
        if (etag !== JSON.stringify(stored)) return 'conflict';
        stored = value;
        return 'committed';
      },
    },
    payments: {
      ...provider,
      cancel: async (refund) => {
        const answer = await provider.cancel(refund);
        if (dies) throw new Error('died before the answer was stored');
        return answer;
      },
      ...bank,
    } satisfies PaymentProvider,
  } as unknown as ReservationDeps;
  const sweep = async () => {
    if (stored.dueAt === undefined) return;
    nowMs = Math.max(nowMs, Date.parse(stored.dueAt));
    await sweepReservations(deps);
  };
  return {
    deps,
    sweep,
    refundKeys,
    refuse: (refuseCancels: number) => engine.changeFaults({ refuseCancels }),
    /** The desk of the provider gives a part back. */
    deskGivesBack: (cancelAmount: number) =>
      engine.cancel(paymentKey, { cancelReason: 'desk', cancelAmount }),
    /** Whoever asks for a refund dies before anything is stored of it. */
    dieAfterAsking: (yes: boolean) => {
      dies = yes;
    },
    now: () => stored,
    balance: () => (engine.find(paymentKey).body as { balanceAmount: number }).balanceAmount,
  };
}

const cancelling = (paymentKey: string): Reservation => ({
  ...inStatus.cancelling,
  payment: { ...inStatus.cancelling.payment, paymentKey },
});
const released = { eventId: 'e', type: 'SeatsReleased', time: '', source: '' };
const watched = (paymentKey: string): Reservation => ({
  ...inStatus.expired,
  history: [released],
  watch: { paymentKey, until: '2026-11-21T11:10:00.000Z' },
});

test('a refund that was refused is made when it is tried again, though the provider repeats its refusal under the same key', async () => {
  const { sweep, refuse, refundKeys, now, balance } = paidReservation(cancelling);
  refuse(2);
  for (let run = 0; run < 3; run++) await sweep();
  expect(now()).toMatchObject({ status: 'cancelled', refundsRefused: 2 });
  expect(balance()).toBe(34_000);
  expect(new Set(refundKeys).size).toBe(3);
});

test('a late capture whose refund was refused is given back when it is tried again', async () => {
  const { sweep, refuse, now, balance } = paidReservation(watched);
  refuse(1);
  for (let run = 0; run < 2; run++) await sweep();
  expect(now()).toMatchObject({ watch: { closedAt: expect.any(String) } });
  expect(balance()).toBe(0);
});

test('a refusal does not make the sweep begin anew with its attempts', async () => {
  const { sweep, refuse, now } = paidReservation(cancelling);
  refuse(3);
  for (let run = 0; run < 3; run++) await sweep();
  expect(now().attempts).toBe(3);
});

test('a refusal that nobody stored is asked for under the same key, then under the next', async () => {
  const { sweep, refuse, refundKeys, dieAfterAsking, now, balance } = paidReservation(cancelling);
  refuse(1);
  dieAfterAsking(true);
  await sweep();
  dieAfterAsking(false);
  await sweep();
  expect(refundKeys[1]).toBe(refundKeys[0]);
  expect(balance()).toBe(340_000);
  await sweep();
  expect(refundKeys[2]).not.toBe(refundKeys[0]);
  expect(now().status).toBe('cancelled');
  expect(balance()).toBe(34_000);
});

test('a refund that was made but not stored is found, and not asked for again', async () => {
  const { sweep, refundKeys, dieAfterAsking, now, balance } = paidReservation(cancelling);
  dieAfterAsking(true);
  await sweep();
  dieAfterAsking(false);
  await sweep();
  expect(refundKeys).toHaveLength(1);
  expect(now().status).toBe('cancelled');
  expect(balance()).toBe(34_000);
});

test('what the provider gave back by itself is not given back again', async () => {
  const { sweep, deskGivesBack, now, balance } = paidReservation(cancelling);
  deskGivesBack(100_000);
  await sweep();
  expect(now().status).toBe('cancelled');
  expect(balance()).toBe(34_000);
});

const lasting = { ...sampleSale, expiresAt: '2026-11-21T10:20:00.000Z' };
const paying = (paymentKey: string): Reservation => ({
  ...inStatus.paying,
  sale: lasting,
  payment: { ...inStatus.paying.payment, paymentKey },
});

test('a payment that was captured and not answered is found and approved', async () => {
  const { sweep, now, balance } = paidReservation(paying);
  await sweep();
  expect(now().status).toBe('paid');
  expect(balance()).toBe(340_000);
});

test('a payment that the desk gave back before it was found counts as declined', async () => {
  const { sweep, deskGivesBack, now, balance } = paidReservation(paying);
  deskGivesBack(340_000);
  await sweep();
  expect(now().status).toBe('held');
  expect(balance()).toBe(0);
});

test('of a payment that the desk gave back in part before it was found the rest is given back', async () => {
  const { sweep, deskGivesBack, now, balance } = paidReservation(paying);
  deskGivesBack(100_000);
  await sweep();
  expect(now().status).toBe('cancelled');
  expect(balance()).toBe(0);
});

test('a payment of another amount than the price is given back, also when that is refused at first', async () => {
  const { sweep, refuse, now, balance } = paidReservation((paymentKey) => ({
    ...inStatus.paying,
    payment: { ...inStatus.paying.payment, paymentKey },
    sale: { ...sampleSale, amount: 350_000 },
  }));
  refuse(1);
  await sweep();
  expect(now()).toMatchObject({ status: 'cancelling', cancellation: { refund: 340_000 } });
  await sweep();
  expect(now().status).toBe('cancelled');
  expect(balance()).toBe(0);
});

/** The customer has chosen to transfer the money; the bank refuses to close the account so many times. */
function account(refusals: number) {
  const asked: unknown[] = [];
  let isOpen = true;
  const bank: Partial<PaymentProvider> = {
    confirm: async () => ({ kind: 'awaiting-deposit', reservationId: ORDER }),
    find: async () =>
      isOpen
        ? { kind: 'awaiting-deposit', reservationId: ORDER }
        : { kind: 'captured', reservationId: ORDER, amount: 340_000, currency: 'KRW', refunded: 340_000 },
    cancel: async (cancellation) => {
      asked.push(cancellation);
      if (asked.length <= refusals) return 'refused';
      isOpen = false;
      return 'refunded';
    },
  };
  return { bank, asked, isOpen: () => isOpen };
}

test('an account to transfer the money into is closed at once, and the payment declined', async () => {
  const { bank, asked, isOpen } = account(0);
  const { deps, now } = paidReservation(() => ({ ...inStatus.held, sale: lasting }), bank);
  const pay = payReservation(deps, { reservationId: ORDER, paymentKey: 'card-1', amount: 340_000 });
  await expect(pay).rejects.toMatchObject({ code: 'payment-declined' });
  expect(now().status).toBe('held');
  expect(isOpen()).toBe(false);
  // The whole account: the provider cancels no part of what is not paid.
  expect(asked).toEqual([
    { paymentKey: 'card-1', reason: expect.any(String), idempotencyKey: expect.any(String) },
  ]);
});

test('an account that could not be closed at once is closed by the sweep, and nothing is declined before', async () => {
  const { bank, isOpen } = account(2);
  const { deps, sweep, now } = paidReservation(() => ({ ...inStatus.held, sale: lasting }), bank);
  await payReservation(deps, { reservationId: ORDER, paymentKey: 'card-1', amount: 340_000 });
  expect(now().status).toBe('paying');
  await sweep();
  expect(now().status).toBe('paying');
  await sweep();
  expect(now()).toMatchObject({ status: 'held', refundsRefused: 2 });
  expect(isOpen()).toBe(false);
});

test('an account that cannot be closed stays on watch for as long as somebody can pay into it', async () => {
  const { bank, isOpen } = account(400);
  const { sweep, now } = paidReservation(
    (paymentKey) => ({ ...paying(paymentKey), history: [released] }),
    bank,
  );
  for (let run = 0; run < 300; run++) await sweep();
  expect(now()).toMatchObject({
    status: 'expired',
    watch: expect.not.objectContaining({ closedAt: expect.anything() }),
  });
  for (let run = 0; run < 200; run++) await sweep();
  expect(now()).toMatchObject({ watch: { closedAt: expect.any(String) } });
  expect(now().dueAt).toBeUndefined();
  expect(isOpen()).toBe(false);
});

test('an account of another reservation is left alone', async () => {
  const { bank, asked } = account(0);
  const other = { kind: 'awaiting-deposit', reservationId: 'reservation-2' } as const;
  const { sweep, now } = paidReservation(paying, { ...bank, find: async () => other });
  await sweep();
  expect(now().status).toBe('held');
  expect(asked).toEqual([]);
});
