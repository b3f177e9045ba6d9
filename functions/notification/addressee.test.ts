import { openContainers } from '../../tests/samples/containers';
import { addresseeReader } from './addressee';

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

test('a customer is told at the address and in the language of the latest reservation', async () => {
  const addresseeOf = await open();
  expect(await addresseeOf('kim')).toEqual({ email: 'new@example.com', locale: 'en' });
  expect(await addresseeOf('lee')).toEqual({ email: 'lee@example.com' });
});

test('what was bought a moment ago is told to whoever bought it', async () => {
  const addresseeOf = await open();
  expect(await addresseeOf('kim', 'r1')).toEqual({ email: 'old@example.com', locale: 'ko' });
  expect(await addresseeOf('kim', 'r4')).toBeUndefined();
});

test('nobody is known of whom no reservation is seen', async () => {
  const addresseeOf = await open();
  expect(await addresseeOf('choi')).toBeUndefined();
});
