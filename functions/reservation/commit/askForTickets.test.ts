import { openReservation } from '../../../tests/samples/openReservation';
import { inStatus, paidWith, seatsAreBack } from '../../../tests/samples/reservation';
import { askForTickets } from './askForTickets';

test('what was completed before there were tickets is told again, and what has them or is not completed is not', async () => {
  const { container, given, deps, topic } = openReservation();
  const issued = { ...seatsAreBack, eventId: 'issued', type: 'TicketsIssued' };
  await given(
    { ...paidWith('completed', 'c1'), reservationId: 'without' },
    { ...paidWith('completed', 'c2'), reservationId: 'with', history: [issued] },
    { ...inStatus.paid, reservationId: 'paid' },
    { ...inStatus.cancelled, reservationId: 'cancelled' },
  );
  const ask = () => askForTickets(container('reservations'), deps.publisher);
  expect(await ask()).toBe(1);
  expect(await ask()).toBe(1);
  const subjects = topic.taken.map(({ type, subject, id }) => [type, subject, id]);
  expect(subjects[0]).toEqual(['ReservationCompleted', 'without', expect.any(String)]);
  expect(subjects[1]).toEqual(subjects[0]);
});
