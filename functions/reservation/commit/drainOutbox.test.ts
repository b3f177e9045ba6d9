import { openReservation } from '../../../tests/samples/openReservation';
import { inStatus, RESERVATION_ID } from '../../../tests/samples/reservation';
import { keyOf } from '../../../tests/simulation/database';
import { drainOutbox } from './drainOutbox';
import { publishedEvent } from './publishedEvent';

test('an event that the version before had stored and not published is published, and then its document is gone', async () => {
  const { container, deps, topic, given, database, clock } = openReservation();
  await given(inStatus.completed);
  const event = publishedEvent(inStatus.completed, 'ReservationCompleted');
  // As that version wrote it.
  const outbox = {
    id: `outbox:${event.id}`,
    kind: 'outbox',
    event,
    ttl: 259_200,
    reservationId: RESERVATION_ID,
  };
  await container('reservations').items.upsert(outbox);
  const drain = drainOutbox(container('reservations'), deps.publisher, { now: () => clock.nowMs });
  topic.isAway = true;
  await expect(drain()).rejects.toThrow('ReservationCompleted');
  topic.isAway = false;
  await drain();
  expect(topic.published()).toMatchObject([{ id: event.id, type: event.type, data: event.data }]);
  const left = database.query('reservations', keyOf(RESERVATION_ID), 'SELECT c.kind FROM c', []);
  expect(left).toEqual([{ kind: 'reservation' }]);
});

test('a process looks for such events on its first runs only', async () => {
  const { container, deps, clock } = openReservation();
  let queries = 0;
  const reservations = container('reservations');
  const items = () => {
    queries += 1;
    return reservations.items;
  };
  const counting = Object.create(reservations, { items: { get: items } });
  const drain = drainOutbox(counting, deps.publisher, { now: () => clock.nowMs });
  for (let run = 0; run < 10; run++) await drain();
  expect(queries).toBe(3);
});
