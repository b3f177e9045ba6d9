import { reconciliationRuns } from '../../../shared/payment/reconciliationRun';
import { openReservation } from '../../../tests/samples/openReservation';
import { inStatus, paidWith, ticketsAreIssued } from '../../../tests/samples/reservation';
import type { Reservation } from '../domain/reservation';
import { reconcile } from './reconcile';

const DAY_MS = 24 * 60 * 60 * 1000;

/** So many completed reservations, the first placed first, and the keys of their payments. */
async function sold(count: number) {
  const opened = openReservation();
  const { payment, deps, container, clock } = opened;
  const ids = Array.from({ length: count }, (_, i) => `reservation-${String(i + 1).padStart(3, '0')}`);
  const keys = ids.map((orderId) => {
    const paymentKey = payment.authorise(orderId, { amount: 340_000 });
    payment.engine.confirm({ paymentKey, orderId, amount: 340_000 });
    return paymentKey;
  });
  await opened.given(
    ...ids.map((reservationId, i): Reservation => {
      const placedAt = new Date(Date.parse(inStatus.placed.placedAt) + i * 1000).toISOString();
      const history = [ticketsAreIssued];
      return { ...paidWith('completed', keys[i] ?? ''), reservationId, placedAt, history };
    }),
  );
  const run = {
    ...deps,
    reconciliation: reconciliationRuns(container('pending'), 'reservation'),
    everySeconds: 86_400,
  };
  const dueOnes = async () => {
    const all = await Promise.all(ids.map((id) => opened.stored(id)));
    return all.filter(({ dueAt }) => dueAt !== undefined).map(({ reservationId }) => reservationId);
  };
  const nextDay = () => {
    clock.nowMs += DAY_MS;
  };
  return { ...opened, ids, keys, run, dueOnes, nextDay };
}

test('given one was refunded at the desk and its webhook lost, the reconciliation makes that one due, and writes no other', async () => {
  const { ids, keys, payment, run, dueOnes, stored, lines } = await sold(3);
  const before = await stored(ids[0]);
  payment.engine.refundAtDesk(keys[1] ?? '', { amount: 1_000 });
  await reconcile(run);
  expect(await dueOnes()).toEqual([ids[1]]);
  expect(await stored(ids[0])).toEqual(before);
  expect(lines).toMatchObject([
    { level: 'info', message: 'reconciliation ended', compared: 3, differing: 1, unanswered: 0 },
  ]);
});

test('it compares once a day, and what is known already makes nothing due', async () => {
  const { ids, keys, payment, run, dueOnes, sweep, nextDay } = await sold(2);
  await reconcile(run);
  payment.engine.refundAtDesk(keys[0] ?? '', { amount: 1_000 });
  await reconcile(run);
  expect(await dueOnes()).toEqual([]);
  nextDay();
  await reconcile(run);
  expect(await dueOnes()).toEqual([ids[0]]);
  for (let runs = 0; runs < 2; runs++) await sweep(ids[0]);
  nextDay();
  await reconcile(run);
  expect(await dueOnes()).toEqual([]);
});

test('a run that dies goes on where it was, and misses none', async () => {
  const { ids, keys, payment, run, dueOnes } = await sold(250);
  for (const index of [0, 120, 249]) payment.engine.refundAtDesk(keys[index] ?? '', { amount: 1_000 });
  let asked = 0;
  const dying = {
    ...run.payments,
    find: async (key: string) => {
      asked += 1;
      if (asked > 150) throw new Error('killed');
      return run.payments.find(key);
    },
  };
  await expect(reconcile({ ...run, payments: dying })).rejects.toThrow('killed');
  await reconcile(run);
  expect(await dueOnes()).toEqual([ids[0], ids[120], ids[249]]);
});

test('given a provider that does not answer, the run ends, says so, and makes nothing due', async () => {
  const { run, dueOnes, lines } = await sold(2);
  await reconcile({ ...run, payments: { ...run.payments, find: async () => ({ kind: 'unknown' }) } });
  expect(await dueOnes()).toEqual([]);
  expect(lines).toMatchObject([
    { level: 'warn', message: 'reconciliation ended without all answers', unanswered: 2 },
  ]);
});

test('nobody asks about what was never paid, is in motion, or was placed before the window', async () => {
  const { given, authorise, run, nextDay } = await sold(0);
  const old = { ...paidWith('completed', authorise()), reservationId: 'reservation-old' };
  await given(
    inStatus.expired,
    { ...paidWith('paying', authorise()), reservationId: 'reservation-paying' },
    { ...old, placedAt: '2026-01-01T00:00:00.000Z' },
  );
  nextDay();
  const find = jest.fn();
  await reconcile({ ...run, payments: { ...run.payments, find } });
  expect(find).not.toHaveBeenCalled();
});
