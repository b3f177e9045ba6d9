import { TooEarly } from '../../../shared/messaging/eventHandler';
import { sampleEvent } from '../../../tests/samples/events';
import { openReservation } from '../../../tests/samples/openReservation';
import {
  inStatus,
  paidWith,
  RESERVATION_ID,
  sampleSale,
  seatsAreBack,
} from '../../../tests/samples/reservation';
import { ticketsAdmitted, ticketsIssued, ticketsVoided } from '../../admission/contract';
import { seatsRevoked, seatsSold } from '../../musical/contract';
import { hasTickets, type Reservation, type Status } from '../domain/reservation';
import { cancelReservation } from './cancelReservation';
import { hearSeatsRevoked, hearSeatsSold } from './hearOfSeats';
import { hearTicketsAdmitted, hearTicketsIssued, hearTicketsVoided } from './hearOfTickets';

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

const revoked = sampleEvent(seatsRevoked, RESERVATION_ID, {
  ...reference,
  reason: 'performance-cancelled' as const,
});
const numbered = (n: number, id: string) => ({
  ...sampleEvent(ticketsVoided, id, { ...reference, n }),
  subject: RESERVATION_ID,
});

/** Completed and paid for, with its tickets, and what may become of a cancellation. */
async function withTickets() {
  const opened = openReservation();
  const paymentKey = opened.capture();
  const { eventId: _id, ...line } = seatsAreBack;
  const history = [{ ...line, eventId: 'issued', type: 'TicketsIssued' }];
  await opened.given({ ...paidWith('completed', paymentKey), history });
  const { deps, topic } = opened;
  return {
    ...opened,
    refunded: () => sampleSale.amount - opened.payment.balance(paymentKey),
    cancel: () => cancelReservation(deps, RESERVATION_ID),
    voided: (n: number) => hearTicketsVoided(deps, numbered(n, `voided-${n}`)),
    admitted: (n: number) =>
      hearTicketsAdmitted(deps, {
        ...sampleEvent(ticketsAdmitted, `admitted-${n}`, { ...reference, n, seats: ['A-1-1'] }),
        subject: RESERVATION_ID,
      }),
    types: () =>
      topic.taken.map(({ type, data }) => [type, (data as { n?: number }).n].filter(Boolean).join(' ')),
  };
}

test('given it has tickets, a cancellation refunds nothing before they are void, however often the sweep looks', async () => {
  const { cancel, sweep, stored, refunded, types, voided } = await withTickets();
  await cancel();
  await sweep();
  await sweep();
  expect([refunded(), (await stored()).status]).toEqual([0, 'cancelling']);
  expect(types()).toEqual(Array(3).fill('CancellationAccepted 1'));
  await voided(1);
  expect(refunded()).toBe(sampleSale.amount);
  expect(await stored()).toMatchObject({ status: 'cancelled', cancellation: { n: 1 } });
});

test('CancellationAccepted says all that the door has to know', async () => {
  const { cancel, topic } = await withTickets();
  await cancel();
  expect(topic.taken.at(-1)?.data).toEqual({
    ...reference,
    customerId: 'kim',
    version: 2,
    n: 1,
    seats: sampleSale.seats,
    lines: sampleSale.lines,
    evenIfAdmitted: false,
  });
});

test('given somebody was let in, the cancellation is put back, and the next one has its own number', async () => {
  const { cancel, stored, refunded, types, admitted, voided, topic } = await withTickets();
  await cancel();
  await admitted(1);
  expect(await stored()).toMatchObject({ status: 'completed' });
  expect(await stored()).not.toHaveProperty('dueAt');
  expect(refunded()).toBe(0);
  await cancel();
  expect(types()).toEqual(['CancellationAccepted 1', 'CancellationPutBack 1', 'CancellationAccepted 2']);
  expect(topic.taken[1]?.data).toMatchObject({ n: 1, seats: sampleSale.seats });
  // What was said of the first says nothing of the second.
  await admitted(1);
  expect((await stored()).status).toBe('cancelling');
  await voided(2);
  expect([(await stored()).status, refunded()]).toEqual(['cancelled', sampleSale.amount]);
});

test('an answer that is heard twice, or to what is not seen yet, changes nothing more', async () => {
  const { cancel, stored, voided, admitted } = await withTickets();
  await expect(voided(1)).rejects.toThrow(TooEarly);
  await expect(admitted(1)).rejects.toThrow(TooEarly);
  await cancel();
  await voided(1);
  const after = await stored();
  await voided(1);
  expect(await stored()).toEqual(after);
});

test('the theatre’s own cancellation refunds at once, and asks for the tickets of those in the house too', async () => {
  const { deps, topic, refunded } = await withTickets();
  await hearSeatsRevoked(deps, revoked);
  expect(refunded()).toBe(sampleSale.amount);
  expect(topic.taken[0]).toMatchObject({
    type: 'CancellationAccepted',
    data: { n: 1, evenIfAdmitted: true },
  });
});

test('the theatre cancels while a customer’s cancellation waits for the door: all is refunded at once', async () => {
  const { deps, cancel, admitted, voided, stored, refunded, types } = await withTickets();
  await cancel();
  await hearSeatsRevoked(deps, revoked);
  expect(refunded()).toBe(sampleSale.amount);
  const end = await stored();
  expect(end).toMatchObject({ status: 'cancelled', cancellation: { n: 2, fee: 0 } });
  expect(types()).toEqual([
    'CancellationAccepted 1',
    'CancellationAccepted 2',
    'ReservationRevoked 2',
    'ReservationCancelled 2',
  ]);
  await admitted(1);
  await voided(2);
  expect(await stored()).toEqual(end);
});
