import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { useTracer } from '../../../shared/telemetry/trace';
import { openReservation } from '../../../tests/samples/openReservation';
import {
  inStatus,
  paidWith,
  RESERVATION_ID,
  sampleSale,
  seatsAreBack,
} from '../../../tests/samples/reservation';
import { publishedEvent } from '../commit/publishedEvent';
import type { Reservation } from '../domain/reservation';
import { sweepReservations } from './sweepReservations';

/** The time to pay of the samples is over. */
const DUE = '2026-11-21T10:10:00.000Z';

/** A reservation that is due now. */
async function due(reservation: Reservation, bank = {}) {
  const open = openReservation({ now: DUE, bank });
  await open.given({ ...reservation, dueAt: DUE });
  return open;
}

test.each([
  ['placed', inStatus.placed, 'ReservationPlaced'],
  ['paid', inStatus.paid, 'PaymentApproved'],
  ['cancelled', inStatus.cancelled, 'ReservationCancelled'],
  ['rejected', inStatus.rejected, 'ReservationRejected'],
  ['expired', inStatus.expired, 'ReservationExpired'],
] as const)(
  'given nothing is heard of what is %s, its event is published again, and later again',
  async (_status, reservation, type) => {
    const { sweep, stored, published } = await due(reservation);
    await sweep();
    expect(published()).toEqual([publishedEvent(reservation, type)]);
    expect(await stored()).toEqual({ ...reservation, attempts: 1, dueAt: '2026-11-21T10:10:20.000Z' });
    await sweep();
    expect(published()).toHaveLength(1);
    expect((await stored()).attempts).toBe(2);
  },
);

test('given the time to pay is over, what is held expires, and its end is told', async () => {
  const { sweep, stored, published } = await due(inStatus.held);
  await sweep();
  expect((await stored()).status).toBe('expired');
  expect(published()).toMatchObject([{ type: 'ReservationExpired' }]);
});

test('given it is not due yet, nothing is done', async () => {
  const { deps, given, stored } = openReservation();
  const early = { ...inStatus.held, dueAt: DUE };
  await given(early);
  await sweepReservations(deps);
  expect(await stored()).toEqual(early);
});

test('given another host has swept it since it was listed, nothing is done', async () => {
  const { deps, given, stored } = openReservation({ now: DUE });
  const postponed = { ...inStatus.cancelling, attempts: 1, dueAt: '2026-11-21T10:10:14.000Z' };
  await given(postponed);
  await sweepReservations({
    ...deps,
    reservations: { ...deps.reservations, due: async () => [RESERVATION_ID] },
  });
  expect(await stored()).toEqual(postponed);
});

test('given somebody changes it first, the provider is not asked', async () => {
  let asked = 0;
  const find = async () => {
    asked += 1;
    return { kind: 'unknown' };
  };
  const { deps, faults, stored } = await due(inStatus.paying, { find });
  const { reservations } = deps;
  faults.beforeReplace = async () => {
    faults.beforeReplace = async () => {};
    const now = await reservations.read(RESERVATION_ID);
    if (now !== undefined) await reservations.replace({ ...now, value: inStatus.paid });
  };
  await sweepReservations(deps);
  expect(asked).toBe(0);
  expect(await stored()).toEqual(inStatus.paid);
});

test('given its seats are back on sale and nothing is on watch, it is never due again', async () => {
  const { sweep, stored } = await due({ ...inStatus.expired, history: [seatsAreBack] });
  await sweep();
  expect(await stored()).not.toHaveProperty('dueAt');
});

test('a refund that is refused again and again alerts somebody from the sixth time on, and is made once in the end', async () => {
  const { given, capture, sweep, stored, lines, payment } = openReservation({ now: DUE });
  const paymentKey = capture();
  await given({ ...paidWith('cancelling', paymentKey), dueAt: DUE });
  payment.engine.changeFaults({ refuseCancels: 7 });
  const errors = () => lines.filter(({ level }) => level === 'error');
  for (let run = 1; run <= 5; run++) await sweep();
  expect(errors()).toEqual([]);
  await sweep();
  expect(errors()).toEqual([
    { level: 'error', message: 'refund owed', reservationId: RESERVATION_ID, attempts: 6, amount: 306_000 },
  ]);
  for (let run = 7; run <= 8; run++) await sweep();
  expect((await stored()).status).toBe('cancelled');
  expect(payment.balance(paymentKey)).toBe(34_000);
});

test('what the sweep does belongs to the reservation’s own trace', async () => {
  const kept = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(kept)] });
  useTracer(provider.getTracer('test'));
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const { sweep } = await due({ ...inStatus.cancelling, traceparent });
  await sweep();
  useTracer(undefined);
  const spans = kept.getFinishedSpans().map((span) => [span.name, span.spanContext().traceId]);
  expect(spans).toContainEqual(['sweep cancelling', '0af7651916cd43dd8448eb211c80319c']);
});

/** Held reservations whose time is up. A read of each takes its time. */
async function manyExpired(count: number, { readMs = 0 } = {}) {
  const { deps, clock, given } = openReservation({ now: DUE });
  const ids = Array.from({ length: count }, (_, i) => `r${i}`);
  await given(...ids.map((reservationId) => ({ ...inStatus.held, reservationId, dueAt: DUE })));
  const looks = new Map<string, number>();
  const reservations = {
    ...deps.reservations,
    read: (reservationId: string) => {
      clock.nowMs += readMs;
      looks.set(reservationId, (looks.get(reservationId) ?? 0) + 1);
      return deps.reservations.read(reservationId);
    },
  };
  const stillHeld = async () => (await deps.reservations.list({ status: 'held', limit: count })).length;
  return { deps: { ...deps, reservations }, clock, given, looks, stillHeld };
}

test('all that are due are swept in one run, however many', async () => {
  const { deps, stillHeld } = await manyExpired(1_050);
  await sweepReservations(deps);
  expect(await stillHeld()).toBe(0);
});

test('more than a page that cannot be read each time neither hides the others nor keeps the run going', async () => {
  const { deps, given, looks } = await manyExpired(250);
  const unreadable = { ...inStatus.held, version: 'one' } as unknown as Reservation;
  const bad = Array.from({ length: 450 }, (_, i) => `bad${i}`);
  const longAgo = '2026-11-21T10:00:00.000Z';
  await given(...bad.map((reservationId) => ({ ...unreadable, reservationId, dueAt: longAgo })));
  await sweepReservations(deps);
  expect(await deps.reservations.due(DUE, 1_000)).toHaveLength(450);
  expect(looks.size).toBe(700);
  expect(looks.get('bad0')).toBe(1);
});

test('a run ends in time when all is slow, and the next goes on', async () => {
  const { deps, clock, stillHeld } = await manyExpired(1_000, { readMs: 1_000 });
  const startedAt = clock.nowMs;
  await sweepReservations(deps);
  expect(clock.nowMs - startedAt).toBeLessThan(150_000);
  const left = await stillHeld();
  expect(left).toBeLessThan(1_000);
  await sweepReservations(deps);
  expect(await stillHeld()).toBeLessThan(left);
});

/** What the log warns of as unsettled when the reservation is swept at this time. */
async function unsettledAt(now: string, reservation: Reservation): Promise<unknown[]> {
  const { deps, given, lines } = openReservation({ now });
  await given({ ...reservation, dueAt: '2026-11-21T10:00:00.000Z' });
  await sweepReservations(deps);
  return lines.filter(({ message }) => message === 'reservation unsettled');
}

test.each(['placed', 'paying', 'paid', 'cancelling'] as const)(
  'a reservation that is %s for more than five minutes is warned of, and not before',
  async (status) => {
    expect(await unsettledAt('2026-11-21T10:05:00.000Z', inStatus[status])).toEqual([]);
    expect(await unsettledAt('2026-11-21T10:05:00.001Z', inStatus[status])).toMatchObject([
      { level: 'warn', reservationId: RESERVATION_ID, status, ageMs: 300_001 },
    ]);
  },
);

test.each(['held', 'completed', 'cancelled', 'rejected', 'expired'] as const)(
  'a reservation that is %s waits for nobody but its customer, however old it is',
  async (status) => {
    expect(await unsettledAt('2026-11-21T12:00:00.000Z', inStatus[status])).toEqual([]);
  },
);

test('what counts is the time since its last change, not since it was placed', async () => {
  const lately = { ...inStatus.paying, sale: sampleSale, updatedAt: '2026-11-21T10:09:00.000Z' };
  expect(await unsettledAt('2026-11-21T10:09:30.000Z', lately)).toEqual([]);
});
