import { entryStore } from '../../../functions/mypage/store';
import { noticeStore } from '../../../functions/notification/store';
import { publishedEvent } from '../../../functions/reservation/commit/publishedEvent';
import { openContainers } from '../../../tests/samples/containers';
import { inStatus, RESERVATION_ID } from '../../../tests/samples/reservation';
import { openTopic } from '../../../tests/samples/topic';
import type { ContainerName } from '../../../tests/simulation/database';
import { updateDocuments } from './updateDocuments';

const NOW_MS = Date.parse('2026-11-21T10:05:00.000Z');
const FIRST_PAGE = { after: undefined, limit: 10 };

const notice = {
  noticeId: 'r1:completed',
  customerId: 'kim',
  reservationId: 'r1',
  kind: 'completed',
  subject: 'Your tickets',
  body: 'Enjoy the show!',
  createdAt: '2026-11-21T10:00:00.000Z',
  mail: 'sent',
  attempts: 0,
};
const entry = {
  reservationId: 'r1',
  customerId: 'kim',
  version: 3,
  status: 'completed',
  placedAt: '2026-11-21T09:00:00.000Z',
  updatedAt: '2026-11-21T10:00:00.000Z',
  title: 'Midnight',
  seats: ['A-1-1'],
  amount: 170_000,
  currency: 'KRW',
  startsAt: null,
  captured: 170_000,
  refunded: 0,
};

test('what the version before had stored is listed, and its last events are published, once', async () => {
  const { container } = openContainers(NOW_MS);
  const event = publishedEvent(inStatus.completed, 'ReservationCompleted');
  // As that version wrote them.
  await container('notifications').items.upsert({ id: notice.noticeId, ...notice });
  await container('mypage').items.upsert({ id: entry.reservationId, ...entry });
  const outbox = { id: `outbox:${event.id}`, kind: 'outbox', event, ttl: 259_200 };
  await container('reservations').items.upsert({ reservationId: RESERVATION_ID, ...outbox });

  const topic = openTopic();
  const database = { container: (name: string) => container(name as ContainerName) };
  const update = () => updateDocuments(database as never, topic.publisher, NOW_MS);
  expect(await update()).toEqual({ events: 1, places: 2, tickets: 0 });
  expect(await update()).toEqual({ events: 0, places: 0, tickets: 0 });

  expect(topic.taken).toHaveLength(1);
  expect(await noticeStore(container('notifications')).of('kim', FIRST_PAGE)).toEqual([notice]);
  expect(await entryStore(container('mypage')).of('kim', FIRST_PAGE)).toEqual([entry]);
});
