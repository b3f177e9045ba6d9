import { CosmosClient } from '@azure/cosmos';
import { ServiceBusClient } from '@azure/service-bus';
import { rebuildAvailability } from '../../functions/musical/seats/triggers/rebuildAvailability';
import {
  eventually,
  newPerformance,
  openTheatre,
  reserve,
  seatMap,
  type Theatre,
  untilStatus,
} from '../marquee';
import { deadLetters, MEANT, timelineOf } from './breaking';

let theatre: Theatre;
let bus: ServiceBusClient;
let cosmos: CosmosClient;
beforeAll(async () => {
  theatre = await openTheatre({ env: { SWEEP_SECONDS: '1' } });
  const { SERVICEBUS = '', COSMOS = '' } = theatre.settings();
  bus = new ServiceBusClient(SERVICEBUS);
  cosmos = new CosmosClient({
    connectionString: COSMOS,
    connectionPolicy: { enableEndpointDiscovery: false },
  });
}, 200_000);
afterAll(async () => {
  await bus?.close();
  cosmos?.dispose();
  await theatre?.close();
});

const send = async (queue: string, ...bodies: unknown[]): Promise<void> => {
  const sender = bus.createSender(queue);
  await sender.sendMessages(bodies.map((body) => ({ body, contentType: 'application/json' })));
  await sender.close();
};

const event = (id: string, type: string, data: unknown) => ({
  specversion: '1.0',
  id,
  source: '/marquee/musical',
  type,
  subject: 'x',
  time: new Date().toISOString(),
  datacontenttype: 'application/json',
  data,
});

const replay = (queue: string, body: object) =>
  theatre.admin.post(`/admin/dead-letters/${queue}/replay`, body);

test('messages that cannot be read: each with its reason in words; a replay of them ends', async () => {
  await send(
    'notification',
    'not even JSON, {',
    { hello: 'world' },
    event('strange-1', 'SeatsPainted', {}),
    event('strange-2', 'ReservationCompleted', { reservationId: 'r' }),
  );
  const letters = await eventually(
    () => deadLetters(theatre),
    (items) => items.length === 4,
    20_000,
  );
  expect(letters.every(({ queue, deliveryCount }) => queue === 'notification' && deliveryCount >= 10)).toBe(
    true,
  );
  expect(letters.every(({ eventId }) => eventId !== '')).toBe(true);
  const reasons = letters.map(({ reason }) => reason).join('\n');
  expect(reasons).toContain('not a CloudEvent');
  expect(reasons).toContain('no handler for events of type SeatsPainted');
  expect(letters.find(({ eventId }) => eventId === 'strange-2')).toMatchObject({
    type: 'ReservationCompleted',
    reason: expect.stringMatching(/performanceId/),
  });
  expect(await replay('notification', { eventIds: ['strange-2'] })).toMatchObject({
    status: 202,
    body: { replayed: 1 },
  });
  const twoAtOnce = await Promise.all([replay('notification', {}), replay('notification', {})]);
  expect(twoAtOnce.map(({ status }) => status)).toEqual([202, 202]);
  await eventually(
    () => deadLetters(theatre),
    (items) => items.length === 4,
    20_000,
  );
  expect((await replay('nowhere', {})).status).toBe(404);
});

test('a handler that fails until its cause is mended: the last error is told, and the replay is handled', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('dead-letter');
  const { reservationId } = (await reserve(buyer, { performanceId, seats: ['A-1-1'] })).body;
  const reservations = cosmos.database('marquee').container('reservations');
  const { resource: whole } = await reservations.item(reservationId, reservationId).read();
  await reservations.items.upsert({ ...whole, version: 'three' });
  await theatre.admin.delete(`/performances/${performanceId}${MEANT}`);
  const ours = async () => (await deadLetters(theatre)).filter(({ type }) => type === 'SeatsRevoked');
  const [letter] = await eventually(ours, (items) => items.length === 1);
  expect(letter).toMatchObject({
    queue: 'reservation',
    reason: expect.stringMatching(/handler failed.*version/s),
  });

  await reservations.items.upsert(whole);
  expect((await replay('reservation', { eventIds: [letter?.eventId] })).body).toEqual({ replayed: 1 });
  await untilStatus(buyer, reservationId, 'cancelled');
  expect(await timelineOf(theatre, reservationId)).toContain('SeatsRevoked');
  expect(await ours()).toEqual([]);
});

test('a document that a feed cannot read is parked with its reason, and what comes behind it goes on', async () => {
  const seats = cosmos.database('marquee').container('seats');
  await seats.items.create({ id: 'odd-allocation', kind: 'allocation', performanceId: 'none' });
  const parked = await eventually(
    async () => (await deadLetters(theatre)).filter(({ queue }) => queue.startsWith('musical-')),
    (items) => items.length === 1,
  );
  expect(parked).toMatchObject([{ queue: 'musical-seatmap', eventId: 'odd-allocation' }]);
  expect(parked[0]?.reason).toContain('Parked');
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('behind-poison');
  expect((await reserve(buyer, { performanceId, seats: ['A-1-1'] })).status).toBe(201);
});

test('an availability that is lost is rebuilt by one command', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('map-lost');
  expect((await reserve(buyer, { performanceId, seats: ['A-1-1', 'A-1-2'] })).status).toBe(201);
  const shown = () => seatMap(theatre, performanceId);
  await eventually(shown, (map) => map['A-1-2'] === 'held');
  await cosmos.database('marquee').container('availability').item(performanceId, performanceId).delete();
  await eventually(shown, (map) => map['A-1-2'] === 'available');
  await rebuildAvailability(theatre.settings(), performanceId);
  await eventually(
    shown,
    (map) => map['A-1-1'] === 'held' && map['A-1-2'] === 'held' && map['A-1-3'] === 'available',
  );
});
