import { asRead } from '../../../tests/samples/asRead';
import { openReservation } from '../../../tests/samples/openReservation';
import { inStatus, paidWith, seatsAreBack } from '../../../tests/samples/reservation';
import type { In, Reservation } from '../domain/reservation';
import { type RefundDeps, refundIfOwed as refund } from './refund';

const DUE = '2026-11-21T10:10:00.000Z';

/** A reservation whose refund of 306,000 of 340,000 is due. */
async function cancelling() {
  const open = openReservation({ now: DUE });
  const paymentKey = open.capture();
  const reservation = { ...paidWith('cancelling', paymentKey), dueAt: DUE };
  await open.given(reservation);
  const { engine, refundKeys, balance } = open.payment;
  return {
    ...open,
    reservation,
    refundKeys,
    refuse: (refuseCancels: number) => engine.changeFaults({ refuseCancels }),
    /** The desk of the provider gives a part back. */
    deskRefunds: (cancelAmount: number) => engine.cancel(paymentKey, { cancelReason: 'desk', cancelAmount }),
    balance: () => balance(paymentKey),
  };
}

/** As a host does that has read the reservation at some time before. */
const refundOnce = async (deps: RefundDeps, reservation: In<'cancelling'>): Promise<Reservation> =>
  (await refund(deps, asRead(reservation))).value;

test('given a captured payment, when it is refunded, the fee is left at the provider and the refund is stored and told', async () => {
  const { deps, reservation, published, balance } = await cancelling();
  const after = await refundOnce(deps, reservation);
  expect(after).toMatchObject({ status: 'cancelled', cancellation: { fee: 34_000, refundedAt: DUE } });
  expect(after.history.map(({ type }) => type)).toEqual(['RefundMade', 'ReservationCancelled']);
  expect(published()).toMatchObject([
    { type: 'ReservationCancelled', data: { fee: 34_000, refund: 306_000 } },
  ]);
  expect(balance()).toBe(34_000);
});

test('given it was refunded already, when it is refunded again, nothing changes', async () => {
  const { deps, reservation, published, balance } = await cancelling();
  const after = await refundOnce(deps, reservation);
  expect(await refundOnce(deps, reservation)).toEqual(after);
  expect(published()).toHaveLength(1);
  expect(balance()).toBe(34_000);
});

test('given a provider that does not answer, the refund is still owed and nothing is thrown', async () => {
  const { deps, reservation, stored, lines, balance } = await cancelling();
  const away = { ...deps.payments, find: () => Promise.reject(new Error('away')) };
  expect(await refundOnce({ ...deps, payments: away }, reservation)).toEqual(reservation);
  expect(await stored()).toEqual(reservation);
  expect(lines).toMatchObject([{ level: 'warn', message: 'refund will be tried again', reason: 'away' }]);
  expect(balance()).toBe(340_000);
});

test('given the provider knows nothing of a capture, nothing is asked back and the refund is still owed', async () => {
  const { deps, given, stored, authorise, payment } = openReservation({ now: DUE });
  const reservation = { ...paidWith('cancelling', authorise()), dueAt: DUE };
  await given(reservation);
  await refundOnce(deps, reservation);
  expect(payment.refundKeys).toEqual([]);
  expect((await stored()).status).toBe('cancelling');
});

test('a refund that was refused is made when it is tried again, though the provider repeats its refusal under the same key', async () => {
  const { sweep, refuse, refundKeys, stored, balance } = await cancelling();
  refuse(2);
  for (let run = 0; run < 3; run++) await sweep();
  expect(await stored()).toMatchObject({ status: 'cancelled', refundsRefused: 2 });
  expect(balance()).toBe(34_000);
  expect(new Set(refundKeys).size).toBe(3);
});

test('a refusal does not make the sweep begin anew with its attempts', async () => {
  const { sweep, refuse, stored } = await cancelling();
  refuse(3);
  for (let run = 0; run < 3; run++) await sweep();
  expect((await stored()).attempts).toBe(3);
});

test('a refusal is never counted back by a host that has read the reservation long before', async () => {
  const { deps, reservation, refuse, refundKeys, stored } = await cancelling();
  refuse(3);
  await refundOnce(deps, reservation);
  await refundOnce(deps, await cancellingNow(stored));
  await refundOnce(deps, reservation);
  expect(refundKeys[2]).toBe(refundKeys[0]);
  expect((await stored()).refundsRefused).toBe(2);
});

async function cancellingNow(stored: () => Promise<Reservation>): Promise<In<'cancelling'>> {
  const now = await stored();
  if (now.status !== 'cancelling') throw new Error(now.status);
  return now;
}

test('a refusal that nobody stored is asked for under the same key, then under the next', async () => {
  const { sweep, refuse, refundKeys, faults, stored, balance } = await cancelling();
  refuse(1);
  faults.diesAfterRefund = true;
  await sweep();
  faults.diesAfterRefund = false;
  await sweep();
  expect(refundKeys[1]).toBe(refundKeys[0]);
  expect(balance()).toBe(340_000);
  await sweep();
  expect(refundKeys[2]).not.toBe(refundKeys[0]);
  expect((await stored()).status).toBe('cancelled');
  expect(balance()).toBe(34_000);
});

test('a refund without an answer is asked for again under the same key', async () => {
  const { deps, reservation, stored } = await cancelling();
  const keys: string[] = [];
  const cancel: RefundDeps['payments']['cancel'] = async ({ idempotencyKey }) => {
    keys.push(idempotencyKey);
    return 'unknown';
  };
  const unanswered = { ...deps, payments: { ...deps.payments, cancel } };
  await refundOnce(unanswered, reservation);
  await refundOnce(unanswered, await cancellingNow(stored));
  expect(keys).toEqual([keys[0], keys[0]]);
});

test('a refund that was made but not stored is found, and not asked for again', async () => {
  const { sweep, refundKeys, faults, stored, balance } = await cancelling();
  faults.diesAfterRefund = true;
  await sweep();
  faults.diesAfterRefund = false;
  await sweep();
  expect(refundKeys).toHaveLength(1);
  expect((await stored()).status).toBe('cancelled');
  expect(balance()).toBe(34_000);
});

test('what the provider refunded by itself is not refunded again', async () => {
  const { sweep, deskRefunds, stored, balance } = await cancelling();
  deskRefunds(100_000);
  await sweep();
  expect((await stored()).status).toBe('cancelled');
  expect(balance()).toBe(34_000);
});

test('a late capture whose refund was refused is refunded when it is tried again', async () => {
  const { given, capture, sweep, stored, payment } = openReservation({ now: DUE });
  const paymentKey = capture();
  const watch = { paymentKey, until: '2026-11-21T11:10:00.000Z' };
  await given({ ...inStatus.expired, history: [seatsAreBack], watch, dueAt: DUE });
  payment.engine.changeFaults({ refuseCancels: 1 });
  for (let run = 0; run < 2; run++) await sweep();
  expect(await stored()).toMatchObject({ watch: { closedAt: expect.any(String) } });
  expect(payment.balance(paymentKey)).toBe(0);
});
