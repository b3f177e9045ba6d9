import { isoTime } from '../../../shared/clock';
import { sampleProvider } from '../../../tests/samples/provider';
import { inStatus, sampleSale } from '../../../tests/samples/reservation';
import type { ReservationDeps } from '../deps';
import type { Reservation } from '../domain/reservation';
import type { PaymentProvider } from '../payments';
import { sweepReservations } from './sweepReservations';

const START = Date.parse('2026-11-21T10:10:00.000Z');
const ORDER = 'reservation-1';

/** One reservation with a captured payment at the provider; each sweep is at the time it is due. */
function paidReservation(inState: (paymentKey: string) => Reservation) {
  let nowMs = START;
  const { engine, provider, refundKeys, captured } = sampleProvider(() => nowMs);
  const paymentKey = captured(ORDER, sampleSale.amount);
  let stored: Reservation = { ...inState(paymentKey), reservationId: ORDER, dueAt: isoTime(START) };
  let dies = false;
  const deps = {
    clock: { now: () => nowMs },
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
    } satisfies PaymentProvider,
  } as unknown as ReservationDeps;
  const sweep = async () => {
    nowMs = Math.max(nowMs, Date.parse(stored.dueAt ?? ''));
    await sweepReservations(deps);
  };
  return {
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

const paying = (paymentKey: string): Reservation => ({
  ...inStatus.paying,
  sale: { ...sampleSale, expiresAt: '2026-11-21T10:20:00.000Z' },
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
