import { eventIdOf } from '../../../shared/kernel/ids';
import { withTraceparent } from '../../../shared/telemetry/trace';
import { inStatus, RESERVATION_ID, sampleMove, sampleSale } from '../../../tests/samples/reservation';
import type { PublishedFact } from '../contract';
import type { Reservation } from '../domain/reservation';
import { publishedEvent } from './publishedEvent';

const reference = { reservationId: RESERVATION_ID, performanceId: 'm1.p1', customerId: 'kim' };
const { amount, bookingFee, currency, lines, seats, title, startsAt, venue } = sampleSale;
const told = {
  ...reference,
  version: 1,
  seats,
  lines,
  bookingFee,
  amount,
  currency,
  title,
  startsAt,
  venue,
};
const beforeSeats = { ...reference, version: 1, seats: [], amount: 0, currency: '' };

type Numbered =
  | 'CancellationAccepted'
  | 'CancellationPutBack'
  | 'ReservationReduced'
  | 'ReservationMoved'
  | 'ReseatAsked'
  | 'ReservationReseated';

const events: Readonly<Record<Exclude<PublishedFact, Numbered>, readonly [Reservation, object]>> = {
  ReservationPlaced: [inStatus.placed, { ...reference, request: { seats } }],
  PaymentApproved: [inStatus.paid, { ...reference, amount, currency }],
  ReservationCompleted: [inStatus.completed, told],
  ReservationExpired: [inStatus.expired, told],
  ReservationRejected: [inStatus.rejected, { ...beforeSeats, reason: 'seat-taken' }],
  ReservationRevoked: [inStatus.cancelling, { ...told, reason: 'customer', fee: 34_000, refund: 306_000 }],
  ReservationCancelled: [inStatus.cancelled, { ...told, reason: 'customer', fee: 0, refund: 0 }],
};

test.each(Object.keys(events) as (keyof typeof events)[])(
  '%s says all that its contract asks for, and nothing else',
  (type) => {
    const [reservation, data] = events[type];
    expect(publishedEvent(reservation, type)).toEqual({
      specversion: '1.0',
      id: eventIdOf(RESERVATION_ID, type),
      source: '/marquee/reservation',
      type,
      subject: RESERVATION_ID,
      time: reservation.updatedAt,
      datacontenttype: 'application/json',
      data,
    });
  },
);

test('a move has its number in its id, and says what was before it and after it, whatever came later', () => {
  const { from, to } = sampleMove;
  const later = { n: 2, from: to, to: { ...to, startsAt: '2026-12-25T10:30:00.000Z' } };
  const sale = { ...sampleSale, ...later.to, moves: [sampleMove, later] };
  const time = '2026-11-21T10:02:30.000Z';
  const line = (n: number, at: string) => ({
    eventId: `e${n}`,
    type: 'ReservationMoved',
    time: at,
    source: '/marquee/reservation',
    n,
  });
  const reservation = { ...inStatus.completed, sale, history: [line(2, '2026-11-22'), line(1, time)] };
  const first = publishedEvent(reservation, 'ReservationMoved', 1);
  expect(first).toMatchObject({ id: eventIdOf(`${RESERVATION_ID}/1`, 'ReservationMoved'), time });
  expect(first.data).toEqual({ ...told, n: 1, from, startsAt: to.startsAt });
  expect(publishedEvent(reservation, 'ReservationMoved', 2).data).toEqual({
    ...told,
    n: 2,
    from: to,
    startsAt: later.to.startsAt,
  });
});

test('what never had seats names none, because what was asked for can be any words', () => {
  const { sale: _none, ...unplaced } = inStatus.cancelled;
  const { data } = publishedEvent(unplaced, 'ReservationCancelled');
  expect(data).toEqual({ ...beforeSeats, reason: 'customer', fee: 0, refund: 0 });
});

test('an event has the time of its line in the timeline, so that it is the same whenever it is published', () => {
  const time = '2026-11-21T10:02:30.000Z';
  const line = { eventId: 'e', type: 'ReservationCompleted', time, source: '/marquee/reservation' };
  const completed = { ...inStatus.completed, history: [line] };
  expect(publishedEvent(completed, 'ReservationCompleted').time).toBe(time);
  const later = { ...completed, updatedAt: '2026-11-21T10:09:00.000Z', attempts: 3 };
  expect(publishedEvent(later, 'ReservationCompleted')).toEqual(
    publishedEvent(completed, 'ReservationCompleted'),
  );
});

test('an event belongs to the trace of the request that placed its reservation', () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const other = '00-11111111111111111111111111111111-b7ad6b7169203331-01';
  const traced = { ...inStatus.completed, traceparent };
  expect(withTraceparent(other, () => publishedEvent(traced, 'ReservationCompleted'))).toMatchObject({
    traceparent,
  });
});
