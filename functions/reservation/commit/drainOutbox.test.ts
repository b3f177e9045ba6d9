import { openReservation } from '../../../tests/samples/openReservation';
import { inStatus, RESERVATION_ID } from '../../../tests/samples/reservation';
import { keyOf } from '../../../tests/simulation/database';
import { drainOutbox } from './drainOutbox';
import { publishedEvent } from './publishedEvent';

const HOUR_MS = 3_600_000;

test('an event that the version before had stored is published, and only then its document is removed', async () => {
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
  const reservations = container('reservations');
  await reservations.items.upsert(outbox);
  const drainSince = (ms: number) => drainOutbox(reservations, deps.publisher, ms);
  topic.isAway = true;
  await expect(drainSince(clock.nowMs - HOUR_MS)).rejects.toThrow('ReservationCompleted');
  topic.isAway = false;
  expect(await drainSince(clock.nowMs + HOUR_MS)).toBe(0);
  expect(await drainSince(clock.nowMs - HOUR_MS)).toBe(1);
  expect(topic.published()).toMatchObject([{ id: event.id, type: event.type, data: event.data }]);
  const left = database.query('reservations', keyOf(RESERVATION_ID), 'SELECT c.kind FROM c', []);
  expect(left).toEqual([{ kind: 'reservation' }]);
});
