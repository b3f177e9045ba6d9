import type { EventContract, EventEnvelope } from '../../../shared/messaging/envelope';
import { react, TooEarly } from '../../../shared/messaging/eventHandler';
import { openReservation } from '../../../tests/samples/openReservation';
import {
  inStatus,
  paidWith,
  RESERVATION_ID,
  sampleMove,
  sampleSale,
  ticketsAreIssued,
} from '../../../tests/samples/reservation';
import {
  performanceMoved,
  seatAlreadySold,
  seatsHeld,
  seatsRefused,
  seatsReleased,
  seatsRevoked,
  seatsSold,
  seatsSoldOut,
} from '../../musical/contract';
import { changeReservation } from '../commit/changeReservation';
import { cancel } from '../domain/cancellation.decide';
import type { Reservation } from '../domain/reservation';
import { reservationReactions } from '../triggers/events';

const reference = { reservationId: RESERVATION_ID, performanceId: 'm1.p1' };

const heard = ({ type, source }: EventContract, data: object = {}): EventEnvelope => ({
  specversion: '1.0',
  id: `event of ${type}`,
  source,
  type,
  subject: RESERVATION_ID,
  time: '2026-11-21T10:04:00.000Z',
  datacontenttype: 'application/json',
  data: { ...reference, ...data },
});

const events = {
  held: heard(seatsHeld, sampleSale),
  taken: heard(seatAlreadySold, { taken: ['A-1-1'] }),
  soldOut: heard(seatsSoldOut, { sectionId: 'A', quantity: 2 }),
  refused: heard(seatsRefused, { reason: 'customer-limit', detail: 'More than 4 seats.' }),
  sold: heard(seatsSold),
  revoked: heard(seatsRevoked, { reason: 'performance-cancelled' }),
  released: heard(seatsReleased),
  moved: heard(performanceMoved, sampleMove),
};

/** A reservation, and what it hears by the context's own queue. */
async function reservation(...given: readonly Reservation[]) {
  const open = openReservation();
  await open.given(...given);
  const hear = (event: EventEnvelope) => react(open.deps, reservationReactions, event);
  return { ...open, hear };
}

test('given it is placed, when its seats are held, it keeps the terms, and waits for its payment', async () => {
  const { hear, stored, published } = await reservation(inStatus.placed);
  await hear(events.held);
  expect(await stored()).toMatchObject({ status: 'held', sale: sampleSale, dueAt: sampleSale.expiresAt });
  expect((await stored()).history).toEqual([
    {
      eventId: 'event of SeatsHeld',
      type: 'SeatsHeld',
      version: 2,
      time: '2026-11-21T10:04:00.000Z',
      source: '/marquee/musical',
    },
  ]);
  expect(published()).toEqual([]);
});

test.each([
  ['taken', { reason: 'seat-taken', detail: 'Taken by somebody else: A-1-1.', taken: ['A-1-1'] }],
  ['soldOut', { reason: 'sold-out', detail: 'There are no 2 such seats left (section A).' }],
  ['refused', { reason: 'customer-limit', detail: 'More than 4 seats.' }],
] as const)(
  'given it is placed, when its seats are %s, it is rejected and says why',
  async (what, refusal) => {
    const { hear, stored, published } = await reservation(inStatus.placed);
    await hear(events[what]);
    expect(await stored()).toMatchObject({ status: 'rejected', refusal });
    expect(published()).toMatchObject([{ type: 'ReservationRejected', data: { reason: refusal.reason } }]);
  },
);

test('given it is paid, when its seats are sold, it is completed and waits for its tickets', async () => {
  const { hear, stored, published } = await reservation(inStatus.paid);
  await hear(events.sold);
  expect(await stored()).toMatchObject({ status: 'completed', dueAt: expect.any(String) });
  expect(published()).toMatchObject([{ type: 'ReservationCompleted', data: { seats: sampleSale.seats } }]);
});

test('given it is paid, when its seats turn out to be taken, all that was paid is refunded at once', async () => {
  const { hear, given, stored, capture, payment } = await reservation();
  const paymentKey = capture();
  await given(paidWith('paid', paymentKey));
  await hear(events.taken);
  expect(await stored()).toMatchObject({
    status: 'cancelled',
    cancellation: { reason: 'seats-lost', fee: 0, refund: 340_000 },
  });
  expect(payment.balance(paymentKey)).toBe(0);
});

test('given it is completed, when the theatre takes the seats back, all that was paid is refunded at once', async () => {
  const { hear, given, stored, published, capture, payment } = await reservation();
  const paymentKey = capture();
  await given(paidWith('completed', paymentKey));
  await hear(events.revoked);
  expect(await stored()).toMatchObject({
    status: 'cancelled',
    cancellation: { reason: 'performance-cancelled', fee: 0, refund: 340_000 },
  });
  const data = { reason: 'performance-cancelled', refund: 340_000 };
  expect(published()).toMatchObject([
    { type: 'CancellationAccepted', data: { n: 1, evenIfAdmitted: true, seats: sampleSale.seats } },
    { type: 'ReservationRevoked', data },
    { type: 'ReservationCancelled', data },
  ]);
  expect(payment.balance(paymentKey)).toBe(0);
});

test('given the provider is away, when the theatre takes the seats back, the news is done and the refund left to the sweep', async () => {
  const { deps, given, stored, sweep, capture, payment } = await reservation();
  const paymentKey = capture();
  await given(paidWith('completed', paymentKey));
  const payments = { ...deps.payments, find: async () => ({ kind: 'unknown' }) as const };
  await react({ ...deps, payments }, reservationReactions, events.revoked);
  expect((await stored()).status).toBe('cancelling');
  await sweep();
  expect((await stored()).status).toBe('cancelled');
  expect(payment.balance(paymentKey)).toBe(0);
});

const movedSale = { ...sampleSale, ...sampleMove.from };

test.each(['held', 'paying', 'paid', 'completed'] as const)(
  'given it is %s, when its performance is moved, it stays, for the new time, and tells it once',
  async (status) => {
    const { hear, stored, published } = await reservation({ ...inStatus[status], sale: movedSale });
    for (let times = 0; times < 2; times++) await hear(events.moved);
    expect(await stored()).toMatchObject({
      status,
      version: 2,
      sale: { ...sampleSale, moves: [sampleMove] },
      history: [{ type: 'PerformanceMoved' }, { type: 'ReservationMoved', n: 1 }],
    });
    expect(published()).toMatchObject([
      { type: 'ReservationMoved', data: { n: 1, from: sampleMove.from, ...sampleMove.to } },
    ]);
  },
);

test.each(['cancelling', 'cancelled', 'rejected', 'expired'] as const)(
  'given it is %s, that its performance is moved is no news',
  async (status) => {
    const { hear, stored, published } = await reservation(inStatus[status]);
    await hear(events.moved);
    expect(await stored()).toEqual(inStatus[status]);
    expect(published()).toEqual([]);
  },
);

test('a reservation whose SeatsHeld knew of the move shows it before it is paid, and tells it when it is told', async () => {
  const { hear, stored, published } = await reservation(inStatus.placed);
  const moves = [sampleMove];
  await hear(heard(seatsHeld, { ...sampleSale, moves }));
  expect(await stored()).toMatchObject({ status: 'held', sale: { ...sampleSale, moves } });
  await hear(events.moved);
  expect((await stored()).history.map(({ type }) => type)).toEqual([
    'SeatsHeld',
    'PerformanceMoved',
    'ReservationMoved',
  ]);
  expect(await stored()).toMatchObject({ sale: { moves } });
  expect(published()).toHaveLength(1);
});

test('given it is held, when its performance is moved to within its time to pay, that ends with the start', async () => {
  const { hear, stored } = await reservation(inStatus.held);
  const startsAt = '2026-11-21T10:08:00.000Z';
  await hear(heard(performanceMoved, { ...sampleMove, to: { ...sampleMove.to, startsAt } }));
  expect(await stored()).toMatchObject({ status: 'held', dueAt: startsAt, sale: { expiresAt: startsAt } });
});

test('the latest move counts, whichever is heard of last', async () => {
  const { hear, stored, published } = await reservation({ ...inStatus.completed, sale: movedSale });
  const { to } = sampleMove;
  const later = { n: 2, from: to, to: { ...to, startsAt: '2026-12-25T10:30:00.000Z' } };
  await hear({ ...heard(performanceMoved, later), id: 'move 2' });
  await hear(events.moved);
  expect(await stored()).toMatchObject({ sale: { startsAt: later.to.startsAt, moves: [sampleMove, later] } });
  expect(published().map(({ data }) => (data as { n: number }).n)).toEqual([2, 1]);
});

test('given it has ended, when its seats are back on sale, nothing is left to be done', async () => {
  const { hear, stored } = await reservation(inStatus.expired);
  await hear(events.released);
  expect(await stored()).toMatchObject({ status: 'expired', history: [{ type: 'SeatsReleased' }] });
  expect(await stored()).not.toHaveProperty('dueAt');
});

test.each([
  ['held', inStatus.placed],
  ['taken', inStatus.placed],
  ['sold', inStatus.paid],
  ['released', inStatus.rejected],
] as const)(
  'given it has heard that its seats are %s, the same news again changes nothing',
  async (what, before) => {
    const { hear, stored, published } = await reservation(before);
    await hear(events[what]);
    const after = await stored();
    await hear(events[what]);
    expect(await stored()).toEqual(after);
    expect(published().length).toBeLessThanOrEqual(1);
  },
);

test.each([
  ['sold', inStatus.held],
  ['moved', inStatus.placed],
  ['taken', inStatus.held],
  ['released', inStatus.paid],
] as const)(
  'that the seats are %s comes again as long as the state is an earlier one',
  async (what, before) => {
    const { hear, stored } = await reservation(before);
    await expect(hear(events[what])).rejects.toThrow(TooEarly);
    expect(await stored()).toEqual(before);
  },
);

test('news of a reservation that is not seen yet comes again', async () => {
  const { hear } = await reservation();
  await expect(hear(events.held)).rejects.toThrow(TooEarly);
});

test('a rejection counts against its customer once, however often it is heard', async () => {
  const { hear, deps } = await reservation(inStatus.placed);
  for (let times = 0; times < 2; times++) await hear(events.taken);
  expect((await deps.customers.read('kim')).rejections?.count).toBe(1);
});

test('a rejection that cannot be counted is one all the same', async () => {
  const { hear, deps, stored, lines } = await reservation(inStatus.placed);
  Object.assign(deps.customers, { change: () => Promise.reject(new Error('away')) });
  await hear(events.soldOut);
  expect((await stored()).status).toBe('rejected');
  expect(lines).toMatchObject([{ level: 'warn', message: 'rejection not counted' }]);
});

test('given the provider refuses the refund, who is cancelled by the theatre is told at once, and again when it is over', async () => {
  const open = openReservation();
  const paymentKey = open.capture();
  await open.given({ ...paidWith('completed', paymentKey), history: [ticketsAreIssued] });
  open.payment.engine.changeFaults({ refuseCancels: 1 });
  await react(open.deps, reservationReactions, events.revoked);
  expect((await open.stored()).status).toBe('cancelling');
  expect(open.published()).toMatchObject([
    { type: 'CancellationAccepted', data: { n: 1, evenIfAdmitted: true } },
    { type: 'ReservationRevoked', data: { reason: 'performance-cancelled', fee: 0, refund: 340_000 } },
  ]);
  await open.sweep();
  expect((await open.stored()).status).toBe('cancelled');
  expect(open.published().map(({ type }) => type)).toEqual([
    'CancellationAccepted',
    'ReservationRevoked',
    'ReservationCancelled',
  ]);
});

test('given who was to tell it died, the first sweep tells that the theatre has cancelled, and later ones do not', async () => {
  const open = openReservation();
  const paymentKey = open.capture();
  await open.given({
    ...paidWith('cancelling', paymentKey),
    history: [{ ...ticketsAreIssued, eventId: 'revoked', type: 'ReservationRevoked' }],
    dueAt: '2026-11-21T10:05:00.000Z',
  });
  open.payment.engine.changeFaults({ refuseCancels: 3 });
  for (let runs = 0; runs < 3; runs++) await open.sweep();
  expect(open.topic.taken.map(({ type }) => type)).toEqual(['ReservationRevoked']);
});

test('given its customer cancels, the door alone is told before the money is back', async () => {
  const open = openReservation();
  const paymentKey = open.capture();
  await open.given({ ...paidWith('completed', paymentKey), history: [ticketsAreIssued] });
  await changeReservation(open.deps, RESERVATION_ID, cancel);
  expect(open.published().map(({ type }) => type)).toEqual(['CancellationAccepted']);
});

test('given the theatre has cancelled and its refund is refused, the door is asked until it has answered', async () => {
  const open = openReservation();
  const cancelling = paidWith('cancelling', open.capture());
  const cancellation = { ...cancelling.cancellation, reason: 'performance-cancelled', n: 1 } as const;
  const dueAt = '2026-11-21T10:05:00.000Z';
  open.payment.engine.changeFaults({ refuseCancels: 9 });
  await open.given({ ...cancelling, cancellation, dueAt });
  await open.sweep();
  const asked = { type: 'CancellationAccepted', data: { n: 1, evenIfAdmitted: true } };
  expect(open.topic.taken).toMatchObject([asked]);
});

test('given the door has answered, it is not asked again while the refund is refused', async () => {
  const open = openReservation();
  const cancelling = paidWith('cancelling', open.capture());
  const dueAt = '2026-11-21T10:05:00.000Z';
  const cancellation = {
    ...cancelling.cancellation,
    reason: 'performance-cancelled',
    n: 1,
    voidedAt: dueAt,
  } as const;
  open.payment.engine.changeFaults({ refuseCancels: 9 });
  await open.given({ ...cancelling, cancellation, dueAt });
  await open.sweep();
  expect(open.topic.taken).toEqual([]);
});
