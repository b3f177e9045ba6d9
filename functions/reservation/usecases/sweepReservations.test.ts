import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { useTracer } from '../../../shared/telemetry/trace';
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
    sleep: async () => {},
    random: () => 0,
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

test('what the sweep does belongs to the reservation’s own trace', async () => {
  const kept = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(kept)] });
  useTracer(provider.getTracer('test'));
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  await refundsRefused({ ...inStatus.cancelling, traceparent }, 0).sweep();
  useTracer(undefined);
  const spans = kept.getFinishedSpans().map((span) => [span.name, span.spanContext().traceId]);
  expect(spans).toContainEqual(['sweep cancelling', '0af7651916cd43dd8448eb211c80319c']);
});

/** Held reservations whose time is up, in the order they are due; those that `fails` cannot be read. A read takes its time. */
function manyExpired(count: number, fails: (index: number) => boolean, readMs = 0) {
  let nowMs = Date.parse('2026-11-21T10:10:00.000Z');
  const ids = Array.from({ length: count }, (_, i) => `r${i}`);
  const due = new Set(ids);
  const looks = new Map<string, number>();
  const deps = {
    clock: { now: () => nowMs },
    sleep: async () => {},
    random: () => 0,
    delays: { eventMs: 10_000, paymentMs: 7_000 },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    reservations: {
      due: async (_now: string, limit: number) => [...due].slice(0, limit),
      read: async (reservationId: string) => {
        nowMs += readMs;
        looks.set(reservationId, (looks.get(reservationId) ?? 0) + 1);
        if (fails(ids.indexOf(reservationId))) throw new Error('unreadable');
        const value = { ...inStatus.held, reservationId, dueAt: '2026-11-21T10:10:00.000Z' };
        return { value, etag: '1' };
      },
      replace: async ({ value }: { value: Reservation }) => {
        due.delete(value.reservationId);
        return 'committed';
      },
    },
  } as unknown as ReservationDeps;
  return { deps, due, looks, now: () => nowMs };
}

test('all that are due are swept in one run, however many', async () => {
  const { deps, due } = manyExpired(1_050, () => false);
  await sweepReservations(deps);
  expect(due.size).toBe(0);
});

test('more than a page that fails each time neither hides the others nor keeps the run going', async () => {
  const { deps, due, looks } = manyExpired(700, (index) => index < 450);
  await sweepReservations(deps);
  expect(due.size).toBe(450);
  expect(looks.size).toBe(700);
  expect(looks.get('r0')).toBe(1);
});

test('a run ends in time when all is slow, and the next goes on', async () => {
  const { deps, due, now } = manyExpired(1_000, () => false, 1_000);
  const startedAt = now();
  await sweepReservations(deps);
  expect(now() - startedAt).toBeLessThan(150_000);
  const left = due.size;
  expect(left).toBeLessThan(1_000);
  await sweepReservations(deps);
  expect(due.size).toBeLessThan(left);
});

/** What the log warns of when the reservation is swept at this time. */
async function warningsAt(now: string, reservation: Reservation): Promise<unknown[]> {
  const warnings: unknown[] = [];
  const deps = {
    clock: { now: () => Date.parse(now) },
    sleep: async () => {},
    random: () => 0,
    delays: { eventMs: 10_000, paymentMs: 7_000 },
    log: {
      info: () => {},
      warn: (message: string, fields: object) => warnings.push({ message, ...fields }),
      error: () => {},
    },
    reservations: {
      due: async () => [reservation.reservationId],
      read: async () => ({ value: { ...reservation, dueAt: '2026-11-21T10:00:00.000Z' }, etag: '1' }),
      // Somebody else is always faster: only what is said is looked at.
      replace: async () => (reservation.status === 'held' ? 'committed' : 'changed'),
    },
  } as unknown as ReservationDeps;
  await sweepReservations(deps);
  return warnings;
}

test.each(['placed', 'paying', 'paid', 'cancelling'] as const)(
  'a reservation that is %s for more than five minutes is warned of, and not before',
  async (status) => {
    expect(await warningsAt('2026-11-21T10:05:00.000Z', inStatus[status])).toEqual([]);
    expect(await warningsAt('2026-11-21T10:05:00.001Z', inStatus[status])).toEqual([
      { message: 'reservation unsettled', reservationId: 'r1', status, ageMs: 300_001 },
    ]);
  },
);

test.each(['held', 'completed', 'cancelled', 'rejected', 'expired'] as const)(
  'a reservation that is %s waits for nobody but its customer, however old it is',
  async (status) => {
    expect(await warningsAt('2026-11-21T12:00:00.000Z', inStatus[status])).toEqual([]);
  },
);

test('what counts is the time since its last change, not since it was placed', async () => {
  const lately = { ...inStatus.paying, updatedAt: '2026-11-21T10:09:00.000Z' };
  expect(await warningsAt('2026-11-21T10:09:30.000Z', lately)).toEqual([]);
});
