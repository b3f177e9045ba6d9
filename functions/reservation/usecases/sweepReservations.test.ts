import { inStatus } from '../../../tests/samples/reservation';
import type { ReservationDeps } from '../deps';
import type { Reservation } from '../domain/reservation';
import { sweepReservations } from './sweepReservations';

/** One reservation that is due whenever it is looked at, and a provider that refuses the first refunds. */
function refundsRefused(first: Reservation, refusals: number) {
  let stored: Reservation = { ...first, dueAt: '2026-11-21T10:00:00.000Z' };
  let nowMs = Date.parse('2026-11-21T10:10:00.000Z');
  let left = refusals;
  let refunds = 0;
  const errors: unknown[] = [];
  const deps = {
    clock: { now: () => nowMs },
    delays: { eventMs: 10_000, paymentMs: 7_000 },
    log: {
      info: () => {},
      warn: () => {},
      error: (message: string, fields: object) => errors.push({ message, ...fields }),
    },
    reservations: {
      due: async () => [stored.reservationId],
      read: async () => ({ value: stored, etag: String(stored.version) }),
      replace: async ({ value }: { value: Reservation }) => {
        stored = value;
        return 'committed';
      },
    },
    payments: {
      find: async () => ({
        kind: 'captured',
        reservationId: stored.reservationId,
        amount: 340_000,
        refunded: refunds * 306_000,
      }),
      cancel: async () => {
        if (left-- > 0) return 'unknown';
        refunds += 1;
        return 'refunded';
      },
    },
  } as unknown as ReservationDeps;
  const sweep = async () => {
    nowMs = Math.max(nowMs, Date.parse(stored.dueAt ?? ''));
    await sweepReservations(deps);
  };
  return { sweep, errors, refunds: () => refunds, status: () => stored.status };
}

test('a refund that is refused again and again alerts somebody from the sixth time on, and is made once in the end', async () => {
  const { sweep, errors, refunds, status } = refundsRefused(inStatus.cancelling, 7);
  for (let run = 1; run <= 5; run++) await sweep();
  expect(errors).toEqual([]);
  await sweep();
  expect(errors).toEqual([{ message: 'refund owed', reservationId: 'r1', attempts: 5, amount: 306_000 }]);
  await sweep();
  await sweep();
  expect(status()).toBe('cancelled');
  expect(refunds()).toBe(1);
});
