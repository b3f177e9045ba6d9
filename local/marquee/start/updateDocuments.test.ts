import type { SaleLine } from '../../../functions/musical/contract';
import { entryStore } from '../../../functions/mypage/store';
import { noticeStore } from '../../../functions/notification/store';
import { publishedEvent } from '../../../functions/reservation/commit/publishedEvent';
import { rewriteDocuments } from '../../../shared/cosmos/rewriteDocuments';
import before from '../../../tests/samples/before/documents.json';
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

const databaseOf = (container: ReturnType<typeof openContainers>['container']) =>
  ({ container: (name: string) => container(name as ContainerName) }) as never;

test('what the version before had stored is listed, and its last events are published, once', async () => {
  const { container } = openContainers(NOW_MS);
  const event = publishedEvent(inStatus.completed, 'ReservationCompleted');
  // As that version wrote them.
  await container('notifications').items.upsert({ id: notice.noticeId, ...notice });
  await container('mypage').items.upsert({ id: entry.reservationId, ...entry });
  const outbox = { id: `outbox:${event.id}`, kind: 'outbox', event, ttl: 259_200 };
  await container('reservations').items.upsert({ reservationId: RESERVATION_ID, ...outbox });

  const topic = openTopic();
  const update = () => updateDocuments(databaseOf(container), topic.publisher, NOW_MS);
  expect(await update()).toEqual({ events: 1, places: 2, sales: 0, tickets: 0 });
  expect(await update()).toEqual({ events: 0, places: 0, sales: 0, tickets: 0 });

  expect(topic.taken).toHaveLength(1);
  expect(await noticeStore(container('notifications')).of('kim', FIRST_PAGE)).toEqual([notice]);
  expect(await entryStore(container('mypage')).of('kim', FIRST_PAGE)).toEqual([entry]);
});

test('what was sold before a sale had lines has them in both places: at today’s prices, or in equal parts', async () => {
  const { container, faults } = openContainers(NOW_MS);
  for (const [name, documents] of Object.entries(before.documents))
    for (const document of documents) await container(name as ContainerName).items.upsert(document as never);
  const dearer = before.documents.reservations.find(
    ({ reservationId }) => reservationId === before.ids.standing,
  );
  await container('reservations').items.upsert({ ...dearer, sale: { ...dearer?.sale, amount: 100_001 } });

  const update = () => updateDocuments(databaseOf(container), openTopic().publisher, NOW_MS);
  faults.losesReplies = true;
  expect(await update()).toMatchObject({ tickets: 2 });
  faults.losesReplies = false;
  expect(await update()).toMatchObject({ places: 0, sales: 0, tickets: 2 });

  const linesIn = async (name: ContainerName, id: string, partition: string) => {
    const { resource } = await container(name).item(id, partition).read();
    const { lines } = resource.sale ?? resource;
    return lines.map((line: SaleLine) => [line.seatId, line.tier, line.priceTypeId, line.price]);
  };
  const { done, standing, performanceId } = before.ids;
  const bought = ['A-1-1', 'A-1-2'].map((seatId) => [seatId, 'R', 'standard', 100_000]);
  expect(await linesIn('reservations', done, done)).toEqual(bought);
  expect(await linesIn('seats', done, performanceId)).toEqual(bought);
  expect(await linesIn('reservations', standing, standing)).toEqual([
    ['F-3', '', 'standard', 50_001],
    ['F-4', '', 'standard', 50_000],
  ]);
});

test('what is written meanwhile is not lost: it is brought to today’s form as it is then', async () => {
  const { container } = openContainers(NOW_MS);
  const stored = { id: 'one', reservationId: 'one', form: 'old', seats: 1 };
  await container('reservations').items.upsert(stored);
  let isWritten = false;
  const rewritten = await rewriteDocuments({
    container: container('reservations'),
    where: "c.form = 'old'",
    partition: 'reservationId',
    today: async (document) => {
      if (!isWritten) await container('reservations').items.upsert({ ...stored, seats: 2 });
      isWritten = true;
      return document.form === 'old' ? { ...document, form: 'new' } : undefined;
    },
  });
  expect(rewritten).toBe(1);
  expect((await container('reservations').item('one', 'one').read()).resource).toMatchObject({
    seats: 2,
    form: 'new',
  });
});
