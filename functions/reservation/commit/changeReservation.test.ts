import fc from 'fast-check';
import { StoreUnavailable } from '../../../shared/cosmos/cosmos';
import { Problem } from '../../../shared/http/problem';
import { isoTime } from '../../../shared/kernel/time';
import type { EventEnvelope } from '../../../shared/messaging/envelope';
import { TooEarly } from '../../../shared/messaging/eventHandler';
import { openReservation } from '../../../tests/samples/openReservation';
import { inStatus, PAYMENT_KEY, RESERVATION_ID, sampleSale } from '../../../tests/samples/reservation';
import { cancel, refundMade } from '../domain/cancellation.decide';
import { type Decision, unchanged } from '../domain/decision';
import { cancellationsOf, isDone, moneyOf, partsOf, presentOf, refundedOf, stands } from '../domain/parts';
import {
  isWatched,
  paymentApproved,
  paymentDeclined,
  paymentGivenUp,
  startPayment,
  timeIsUp,
  watchClosed,
} from '../domain/payment.decide';
import {
  isEnded,
  type Reservation,
  reservationSchema,
  statusSchema,
  waitsForDoor,
} from '../domain/reservation';
import { seatsHeld, seatsRefused, seatsReleased, seatsRevoked, seatsSold } from '../domain/seats.decide';
import { cancelByStaff } from '../domain/settlement.decide';
import { ticketsAdmitted, ticketsVoided } from '../domain/tickets.decide';
import { isReleased, openCancellations, owedRefund, unreleasedParts } from '../domain/underWay';
import { changeReservation } from './changeReservation';

type Decide = (reservation: Reservation, now: string) => Decision;
type Step = { readonly name: string; readonly decide: Decide; readonly heard?: string; readonly n?: number };

const START = Date.parse('2026-11-21T10:00:30.000Z');
const refusal = { reason: 'seat-taken', detail: 'Taken.' } as const;
const key = fc.constantFrom(PAYMENT_KEY, 'card-2');
const command = (name: string, decide: Decide): Step => ({ name, decide });
const news = (heard: string, decide: Decide, n?: number): Step => ({
  name: [heard, n].join(' '),
  decide,
  heard,
  ...(n === undefined ? {} : { n }),
});

const held = news('SeatsHeld', (r, now) => seatsHeld(r, sampleSale, now));
const sold = news('SeatsSold', seatsSold);
const released = (n?: number) => news('SeatsReleased', (r) => seatsReleased(r, n), n);
const voided = (n: number) => news('TicketsVoided', (r, now) => ticketsVoided(r, n, now), n);
const admitted = (n: number) => news('TicketsAdmitted', (r) => ticketsAdmitted(r, n), n);
const seatLost = news('SeatAlreadySold', (r, now) => seatsRefused(r, refusal, now));
const revoked = news('SeatsRevoked', (r, now) => seatsRevoked(r, 'performance-cancelled', now));
const pay = (paymentKey: string, amount = 340_000) =>
  command(`pay ${paymentKey} ${amount}`, (r, now) => startPayment(r, { paymentKey, amount }, now));
const approved = (k: string) => command(`approved ${k}`, (r, now) => paymentApproved(r, k, now));
const declined = (k: string) => command(`declined ${k}`, (r, now) => paymentDeclined(r, k, now));
const givenUp = (k: string) =>
  command(`given up ${k}`, (r, now) => paymentGivenUp(r, k, now, '2026-11-21T12:00:00.000Z'));
const cancelled = command('cancel', (r, now) => cancel(r, now));
const some = (seatId: string) => command(`cancel ${seatId}`, (r, now) => cancel(r, now, { seats: [seatId] }));
const byStaff = (refund: 'policy' | 'none', evenIfAdmitted: boolean, seats?: string[]) =>
  command('cancel by staff', (r, now) =>
    cancelByStaff(r, { reason: 'Ill.', refund, evenIfAdmitted, seats }, now),
  );
const timeOver = command('time is up', timeIsUp);
const refunded = command('refund made', (r, now) => refundMade(r, owedRefund(r)?.n, now));
const lateRefunded = command('late capture refunded', (r, now) => watchClosed(r, true, now));

const noise: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(key, fc.constantFrom(340_000, 1)).map(([k, amount]) => pay(k, amount)),
  key.map(approved),
  key.map(declined),
  key.map(givenUp),
  fc.constantFrom(cancelled, timeOver, refunded, lateRefunded, held, seatLost, sold, revoked, released()),
  fc.constantFrom('A-1-1', 'A-1-2').map(some),
  fc
    .tuple(fc.constantFrom('policy' as const, 'none' as const), fc.boolean(), fc.boolean())
    .map(([refund, even, isSome]) => byStaff(refund, even, isSome ? ['A-1-2'] : undefined)),
  fc.nat(3).chain((n) => fc.constantFrom(voided(n + 1), admitted(n + 1), released(n + 1))),
);

const KEY = PAYMENT_KEY;
/** How reservations go; what is random comes in between, so that sequences get far before they go wrong. */
const JOURNEYS: readonly (readonly Step[])[] = [
  [held, pay(KEY), approved(KEY), sold, cancelled, voided(1), refunded, released(1)],
  [
    held,
    pay(KEY),
    approved(KEY),
    sold,
    some('A-1-1'),
    voided(1),
    refunded,
    released(1),
    cancelled,
    voided(2),
  ],
  [
    held,
    pay(KEY),
    approved(KEY),
    sold,
    some('A-1-1'),
    some('A-1-2'),
    voided(2),
    voided(1),
    refunded,
    refunded,
  ],
  [held, pay(KEY), approved(KEY), sold, some('A-1-1'), cancelled, voided(2), admitted(1), refunded],
  [held, pay(KEY), approved(KEY), sold, some('A-1-1'), revoked, refunded, released(2)],
  [held, pay(KEY), approved(KEY), sold, byStaff('none', false, ['A-1-2']), voided(1), released(1), cancelled],
  [held, pay(KEY), approved(KEY), sold, revoked, refunded, released(1)],
  [held, pay(KEY), cancelled, approved(KEY), refunded, released()],
  [held, pay(KEY), cancelled, givenUp(KEY), released(), lateRefunded],
  [held, pay(KEY), givenUp(KEY), released(), lateRefunded],
  [held, pay(KEY), declined(KEY), pay('card-2'), approved('card-2'), sold],
  [held, pay(KEY), approved(KEY), seatLost, refunded, released()],
  [held, timeOver, released()],
  [seatLost, released()],
];
const passMs = fc.constantFrom(0, 0, 0, 1_000, 1_000, 60_000, 600_000);
const steps = fc
  .record({
    journey: fc.constantFrom(...JOURNEYS),
    noises: fc.array(fc.record({ step: noise, at: fc.nat(9), passMs }), { maxLength: 6 }),
    repeats: fc.boolean(),
  })
  .map(({ journey, noises, repeats }) =>
    journey.flatMap((step, i) => [
      ...noises.filter(({ at }) => at === i),
      ...(repeats ? [step, step] : [step]).map((s) => ({ step: s, passMs: 1_000 })),
    ]),
  );

const envelope = (type: string, n?: number): EventEnvelope => ({
  specversion: '1.0',
  id: ['event', type, n].join(' '),
  source: '/marquee/musical',
  type,
  subject: RESERVATION_ID,
  time: isoTime(START),
  datacontenttype: 'application/json',
  data: n === undefined ? {} : { n },
});

const approvedAt = (r: Reservation) => ('payment' in r ? r.payment?.approvedAt : undefined);
/** By cancellations of some of the seats, and by the end. */
const givenBack = (r: Reservation) =>
  'cancellation' in r && r.cancellation.refundedAt !== undefined
    ? r.cancellation.refund
    : refundedOf(partsOf(r));

/** What must hold between any state and the next. */
function checkChange(before: Reservation, after: Reservation): void {
  expect(after.version).toBe(before.version + 1);
  expect(after.history.slice(0, before.history.length)).toEqual(before.history);
  expect(reservationSchema.parse({ id: after.reservationId, ...after })).toEqual(after);
  if (isEnded(before)) expect(after.status).toBe(before.status);
  if (approvedAt(before) !== undefined) expect(approvedAt(after)).toBe(approvedAt(before));
  if (after.status === 'completed') expect(approvedAt(after)).toBeDefined();
  if (before.status === 'paying' && before.cancelRequest !== undefined)
    expect(['paying', 'cancelling', 'cancelled']).toContain(after.status);
  if (before.status === 'paid' || before.status === 'completed')
    expect(['completed', 'cancelling', 'cancelled']).toContain(after.status);
  expect(givenBack(after)).toBeGreaterThanOrEqual(givenBack(before));
  checkCancellations(before, after);
}

function checkCancellations(before: Reservation, after: Reservation): void {
  if ('cancellation' in before && 'cancellation' in after && before.cancellation.n === after.cancellation.n) {
    const { fee, refund } = before.cancellation;
    expect(after).toMatchObject({ cancellation: { fee, refund } });
  }
  // A fee stays as it was fixed, and what is done or put back stays so, also when it does not end the reservation any more.
  for (const one of cancellationsOf(before)) {
    const now = cancellationsOf(after).find(({ n }) => n === one.n);
    expect(now).toMatchObject({ seats: one.seats, fee: one.fee, refund: one.refund });
    if (one.status !== 'accepted') expect(now?.status).toBe(one.status);
  }
}

/** A seat is cancelled at most once, nothing goes back before the door has answered, and all adds up to what was paid. */
function checkParts(r: Reservation): void {
  const parts = partsOf(r);
  const standing = cancellationsOf(r).filter((one) => one.status !== 'put-back');
  const seats = standing.flatMap((one) => one.seats);
  expect(new Set(seats).size).toBe(seats.length);
  for (const one of standing) {
    const isMade = one.status !== 'accepted';
    if (isMade && one.n !== undefined && waitsForDoor(one)) expect(one.voidedAt).toBeDefined();
    expect([one.fee >= 0, one.refund >= 0]).toEqual([true, true]);
  }
  if (r.status !== 'completed') return;
  const { fee, refund } = moneyOf(parts.filter(isDone));
  expect(presentOf(r.sale, parts).amount + fee + refund).toBe(r.sale.amount);
  expect(seats.length).toBeLessThan(r.sale.seats.length);
  expect(parts.filter(stands).length).toBe(standing.length);
}

/** What must hold in every state. */
function checkState(r: Reservation, published: readonly EventEnvelope[]): void {
  const captured = approvedAt(r) === undefined ? 0 : sampleSale.amount;
  if ('cancellation' in r) {
    expect(r.cancellation.fee + r.cancellation.refund).toBe(captured);
    expect(r.cancellation.refund).toBeGreaterThanOrEqual(0);
    if (r.status === 'cancelled') expect(captured - givenBack(r)).toBe(r.cancellation.fee);
  } else if (r.status !== 'paid' && r.status !== 'completed') expect(captured).toBe(0);
  checkParts(r);
  const types = published.map(({ type }) => type);
  expect(new Set(published.map(({ id }) => id)).size).toBe(types.length);
  const endings = types.filter((type) => /Rejected|Expired|Cancelled/.test(type));
  expect(endings).toHaveLength(isEnded(r) ? 1 : 0);
  const isSettled =
    isEnded(r) &&
    isReleased(r) &&
    !isWatched(r) &&
    [...openCancellations(r), ...unreleasedParts(r)].length === 0;
  expect(r.dueAt === undefined).toBe(isSettled);
}

/** Carries out one step on what is stored, checks what must hold then, and returns what is stored then. */
async function takeStep(
  { deps, stored, published }: ReturnType<typeof openReservation>,
  before: Reservation,
  { decide, heard, n }: Step,
): Promise<Reservation> {
  const { reservationId } = before;
  const event = heard === undefined ? undefined : envelope(heard, n);
  const result = await changeReservation(deps, reservationId, decide, event).catch((error) => error);
  const after = await stored(reservationId);
  if (result.kind === 'changed') {
    expect(after).toEqual(result.stored.value);
    checkChange(before, after);
    checkState(after, published(reservationId));
    return after;
  }
  expect(result.kind === 'unchanged' || result instanceof Problem || result instanceof TooEarly).toBe(true);
  expect(after).toEqual(before);
  return after;
}

test('in any sequence of commands and news, repeated, late or out of order, a reservation stays right', async () => {
  const open = openReservation();
  const reached = new Set<string>();
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      open.clock.nowMs = START;
      const placed = { ...inStatus.placed, reservationId: `reservation-${++runs}`, dueAt: isoTime(START) };
      await open.given(placed);
      let now: Reservation = placed;
      for (const { step, passMs } of sequence) {
        reached.add(now.status);
        open.clock.nowMs += passMs;
        now = await takeStep(open, now, step);
      }
      reached.add(now.status);
    }),
    { numRuns: 250 },
  );
  expect([...reached].sort()).toEqual([...statusSchema.options].sort());
});

test('given somebody else was faster, when a payment begins, it is decided on what is there then', async () => {
  const { deps, given, faults, stored } = openReservation();
  await given(inStatus.held);
  faults.beforeReplace = async () => {
    faults.beforeReplace = async () => {};
    await changeReservation(deps, RESERVATION_ID, (r, at) => cancel(r, at));
  };
  const command = { paymentKey: PAYMENT_KEY, amount: 340_000 };
  await expect(
    changeReservation(deps, RESERVATION_ID, (r, now) => startPayment(r, command, now)),
  ).rejects.toMatchObject({ code: 'wrong-state' });
  expect((await stored()).status).toBe('cancelled');
});

test('given the answer of the write is lost, what was written stands once, with one line and one event', async () => {
  const { deps, given, faults, stored, published } = openReservation();
  await given(inStatus.held);
  faults.losesReplies = true;
  const lost = changeReservation(deps, RESERVATION_ID, cancel);
  expect((await lost).stored.value.status).toBe('cancelled');
  expect((await stored()).history.map(({ type }) => type)).toEqual(['ReservationCancelled']);
  expect(published().map(({ type }) => type)).toEqual(['ReservationCancelled']);
});

test('given others are faster each time, it is given up as busy and nothing is written', async () => {
  const { deps, given, faults, stored } = openReservation();
  await given(inStatus.held);
  const { reservations } = deps;
  faults.beforeReplace = async (value) => {
    if (value.status === 'held') return;
    const now = await reservations.read(RESERVATION_ID);
    if (now !== undefined) await reservations.replace({ ...now, value: { ...inStatus.held, attempts: 1 } });
  };
  await expect(changeReservation(deps, RESERVATION_ID, cancel)).rejects.toThrow(StoreUnavailable);
  expect((await stored()).status).toBe('held');
});

test('news of a reservation that is not seen yet comes again; a command for it is not found', async () => {
  const { deps } = openReservation();
  const change = (heard?: EventEnvelope) => changeReservation(deps, RESERVATION_ID, () => unchanged, heard);
  await expect(change(envelope('SeatsHeld'))).rejects.toThrow(TooEarly);
  await expect(change()).rejects.toMatchObject({ code: 'not-found' });
});
