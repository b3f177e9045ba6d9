import fc from 'fast-check';
import { StoreUnavailable } from '../../../shared/cosmos/cosmos';
import { Problem } from '../../../shared/http/problem';
import { isoTime } from '../../../shared/kernel/clock';
import type { EventEnvelope } from '../../../shared/messaging/envelope';
import { TooEarly } from '../../../shared/messaging/eventHandler';
import { openReservation } from '../../../tests/samples/openReservation';
import { inStatus, PAYMENT_KEY, RESERVATION_ID, sampleSale } from '../../../tests/samples/reservation';
import { cancel, refundMade } from '../domain/cancellation.decide';
import { type Decision, unchanged } from '../domain/decision';
import {
  isWatched,
  paymentApproved,
  paymentDeclined,
  paymentGivenUp,
  startPayment,
  timeIsUp,
  watchClosed,
} from '../domain/payment.decide';
import { happened, isEnded, type Reservation, reservationSchema, statusSchema } from '../domain/reservation';
import { seatsHeld, seatsRefused, seatsReleased, seatsRevoked, seatsSold } from '../domain/seats.decide';
import { changeReservation } from './changeReservation';

type Decide = (reservation: Reservation, now: string) => Decision;
type Step = { readonly name: string; readonly decide: Decide; readonly heard?: string };

const START = Date.parse('2026-11-21T10:00:30.000Z');
const refusal = { reason: 'seat-taken', detail: 'Taken.' } as const;
const key = fc.constantFrom(PAYMENT_KEY, 'card-2');
const command = (name: string, decide: Decide): Step => ({ name, decide });
const news = (heard: string, decide: Decide): Step => ({ name: heard, decide, heard });

const held = news('SeatsHeld', (r, now) => seatsHeld(r, sampleSale, now));
const sold = news('SeatsSold', seatsSold);
const released = news('SeatsReleased', seatsReleased);
const seatLost = news('SeatAlreadySold', (r, now) => seatsRefused(r, refusal, now));
const revoked = news('SeatsRevoked', (r, now) => seatsRevoked(r, 'performance-cancelled', now));
const pay = (paymentKey: string, amount = 340_000) =>
  command(`pay ${paymentKey} ${amount}`, (r, now) => startPayment(r, { paymentKey, amount }, now));
const approved = (k: string) => command(`approved ${k}`, (r, now) => paymentApproved(r, k, now));
const declined = (k: string) => command(`declined ${k}`, (r, now) => paymentDeclined(r, k, now));
const givenUp = (k: string) =>
  command(`given up ${k}`, (r, now) => paymentGivenUp(r, k, now, '2026-11-21T12:00:00.000Z'));
const cancelled = command('cancel', cancel);
const timeOver = command('time is up', timeIsUp);
const refunded = command('refund made', (r, now) =>
  r.status === 'cancelling' ? refundMade(r, now) : unchanged,
);
const lateRefunded = command('late capture refunded', (r, now) => watchClosed(r, true, now));

const noise: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(key, fc.constantFrom(340_000, 1)).map(([k, amount]) => pay(k, amount)),
  key.map(approved),
  key.map(declined),
  key.map(givenUp),
  fc.constantFrom(cancelled, timeOver, refunded, lateRefunded, held, seatLost, sold, revoked, released),
);

const KEY = PAYMENT_KEY;
/** How reservations go; what is random comes in between, so that sequences get far before they go wrong. */
const JOURNEYS: readonly (readonly Step[])[] = [
  [held, pay(KEY), approved(KEY), sold, cancelled, refunded, released],
  [held, pay(KEY), approved(KEY), sold, revoked, refunded, released],
  [held, pay(KEY), cancelled, approved(KEY), refunded, released],
  [held, pay(KEY), cancelled, givenUp(KEY), released, lateRefunded],
  [held, pay(KEY), givenUp(KEY), released, lateRefunded],
  [held, pay(KEY), declined(KEY), pay('card-2'), approved('card-2'), sold],
  [held, pay(KEY), approved(KEY), seatLost, refunded, released],
  [held, timeOver, released],
  [seatLost, released],
];
const passMs = fc.constantFrom(0, 0, 0, 1_000, 1_000, 60_000, 600_000);
const steps = fc
  .record({
    journey: fc.constantFrom(...JOURNEYS),
    noises: fc.array(fc.record({ step: noise, at: fc.nat(7), passMs }), { maxLength: 6 }),
    repeats: fc.boolean(),
  })
  .map(({ journey, noises, repeats }) =>
    journey.flatMap((step, i) => [
      ...noises.filter(({ at }) => at === i),
      ...(repeats ? [step, step] : [step]).map((s) => ({ step: s, passMs: 1_000 })),
    ]),
  );

const envelope = (type: string): EventEnvelope => ({
  specversion: '1.0',
  id: `event ${type}`,
  source: '/marquee/musical',
  type,
  subject: RESERVATION_ID,
  time: isoTime(START),
  datacontenttype: 'application/json',
  data: {},
});

const approvedAt = (r: Reservation) => ('payment' in r ? r.payment?.approvedAt : undefined);
const givenBack = (r: Reservation) =>
  'cancellation' in r && r.cancellation.refundedAt !== undefined ? r.cancellation.refund : 0;

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
  if (givenBack(before) > 0) expect(givenBack(after)).toBe(givenBack(before));
  if ('cancellation' in before) {
    const { fee, refund } = before.cancellation;
    expect(after).toMatchObject({ cancellation: { fee, refund } });
  }
}

/** What must hold in every state. */
function checkState(r: Reservation, published: readonly EventEnvelope[]): void {
  const captured = approvedAt(r) === undefined ? 0 : sampleSale.amount;
  if ('cancellation' in r) {
    expect(r.cancellation.fee + r.cancellation.refund).toBe(captured);
    expect(r.cancellation.refund).toBeGreaterThanOrEqual(0);
    if (r.status === 'cancelled') expect(captured - givenBack(r)).toBe(r.cancellation.fee);
  } else if (r.status !== 'paid' && r.status !== 'completed') expect(captured).toBe(0);
  const types = published.map(({ type }) => type);
  expect(new Set(types).size).toBe(types.length);
  const endings = types.filter((type) => /Rejected|Expired|Cancelled/.test(type));
  expect(endings).toHaveLength(isEnded(r) ? 1 : 0);
  const isSettled = isEnded(r) && happened(r, 'SeatsReleased') && !isWatched(r);
  expect(r.dueAt === undefined).toBe(isSettled);
}

/** Carries out one step on what is stored, checks what must hold then, and returns what is stored then. */
async function takeStep(
  { deps, stored, published }: ReturnType<typeof openReservation>,
  before: Reservation,
  { decide, heard }: Step,
): Promise<Reservation> {
  const { reservationId } = before;
  const event = heard === undefined ? undefined : envelope(heard);
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
    { numRuns: 300 },
  );
  expect([...reached].sort()).toEqual([...statusSchema.options].sort());
});

test('given somebody else was faster, when a payment begins, it is decided on what is there then', async () => {
  const { deps, given, faults, stored } = openReservation();
  await given(inStatus.held);
  faults.beforeReplace = async () => {
    faults.beforeReplace = async () => {};
    await changeReservation(deps, RESERVATION_ID, cancel);
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
