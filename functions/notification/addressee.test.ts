import { openContainers } from '../../tests/samples/containers';
import { addresseeReader } from './addressee';
import type { NoticeEvent } from './domain/language';

const news = (type: NoticeEvent['type'], reservationId: string) =>
  ({ type, data: { reservationId, customerId: 'kim' } }) as NoticeEvent;

async function open() {
  const { container } = openContainers(1);
  const reservations = container('reservations');
  const given = (reservationId: string, placedAt: string, customer: object, customerId = 'kim') =>
    reservations.items.create({
      ...{ id: reservationId, reservationId, customerId, customer },
      listKey: `${placedAt} ${reservationId}`,
    });
  await given('r1', '2026-03-01', { email: 'old@example.com', locale: 'ko' });
  await given('r2', '2026-05-01', { email: 'new@example.com', locale: 'en' });
  await given('r3', '2026-06-01', { email: 'lee@example.com' }, 'lee');
  return addresseeReader(reservations);
}

test('what was bought a moment ago is told to whom its own reservation names', async () => {
  const addresseeOf = await open();
  expect(await addresseeOf(news('ReservationCompleted', 'r1'))).toEqual({
    email: 'old@example.com',
    locale: 'ko',
  });
});

test('a cancellation is told at the address and in the language that the customer had last', async () => {
  const addresseeOf = await open();
  expect(await addresseeOf(news('ReservationCancelled', 'r1'))).toEqual({
    email: 'new@example.com',
    locale: 'en',
  });
});

test('a reservation that is not seen yet lets its news come again', async () => {
  const addresseeOf = await open();
  await expect(addresseeOf(news('ReservationCompleted', 'r9'))).rejects.toThrow('not seen yet');
});
