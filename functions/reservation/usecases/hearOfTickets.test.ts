import { TooEarly } from '../../../shared/messaging/eventHandler';
import { sampleEvent } from '../../../tests/samples/events';
import { openReservation } from '../../../tests/samples/openReservation';
import { inStatus, RESERVATION_ID, seatsAreBack } from '../../../tests/samples/reservation';
import { ticketsIssued } from '../../admission/contract';
import { seatsSold } from '../../musical/contract';
import { hasTickets, type Reservation, type Status } from '../domain/reservation';
import { hearSeatsSold } from './hearOfSeats';
import { hearTicketsIssued } from './hearOfTickets';

const reference = { reservationId: RESERVATION_ID, performanceId: 'm1.p1' };
const sold = sampleEvent(seatsSold, RESERVATION_ID, reference);
const issued = (version: number) => sampleEvent(ticketsIssued, RESERVATION_ID, { ...reference, version });

async function reservation(one: Reservation) {
  const opened = openReservation();
  await opened.given(one);
  return { ...opened, hear: (version: number) => hearTicketsIssued(opened.deps, issued(version)) };
}

test('given it is completed, ReservationCompleted is told again until its tickets are issued, and never after', async () => {
  const { deps, hear, stored, sweep, topic } = await reservation(inStatus.paid);
  await hearSeatsSold(deps, sold);
  await sweep();
  await sweep();
  expect(topic.taken.map(({ type }) => type)).toEqual(Array(3).fill('ReservationCompleted'));
  await hear(2);
  expect(await stored()).not.toHaveProperty('dueAt');
  await sweep();
  expect(topic.taken).toHaveLength(3);
});

test('that tickets were issued is noted once, under the version that was there', async () => {
  const { hear, stored } = await reservation(inStatus.completed);
  await hear(1);
  const noted = await stored();
  expect(noted).toMatchObject({
    version: 1,
    history: [{ type: 'TicketsIssued', source: '/marquee/admission' }],
  });
  await hear(1);
  expect(await stored()).toEqual(noted);
});

test('one that was completed before there were tickets is not due, and waits for nothing', async () => {
  const { sweep, topic } = await reservation(inStatus.completed);
  await sweep();
  expect(topic.taken).toEqual([]);
});

test('tickets of a version that is not seen yet come again', async () => {
  const { hear } = await reservation(inStatus.completed);
  await expect(hear(2)).rejects.toThrow(TooEarly);
});

test.each<Status>(['cancelling', 'cancelled', 'expired'])(
  'given it is %s, its tickets change nothing',
  async (status) => {
    const before = { ...inStatus[status], history: [seatsAreBack] };
    const { hear, stored } = await reservation(before);
    await hear(1);
    expect(await stored()).toEqual(before);
    expect(hasTickets(await stored())).toBe(false);
  },
);
