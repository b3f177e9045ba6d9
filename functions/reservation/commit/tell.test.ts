import { sampleEvent } from '../../../tests/samples/events';
import { openReservation } from '../../../tests/samples/openReservation';
import { inStatus, RESERVATION_ID } from '../../../tests/samples/reservation';
import { seatsSold } from '../../musical/contract';
import { awaitingOf } from '../domain/awaiting';
import { cancelReservation } from '../usecases/cancelReservation';
import { hearSeatsSold } from '../usecases/hearOfSeats';
import { placeReservation } from '../usecases/placeReservation';
import { tell, toldOnHearing } from './tell';

const sold = sampleEvent(seatsSold, RESERVATION_ID, {
  reservationId: RESERVATION_ID,
  performanceId: 'm1.p1',
});
const types = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);
const SINCE = '2026-11-21T10:05:00.000Z';

test('given the topic is away for an hour, ReservationCompleted is told when it is back, and only its tickets are awaited then', async () => {
  const { deps, given, stored, sweep, topic, clock, lines } = openReservation();
  await given(inStatus.paid);
  topic.isAway = true;
  await hearSeatsSold(deps, sold);
  expect(await stored()).toMatchObject({ status: 'completed', untoldSince: SINCE });
  expect(lines).toMatchObject([{ level: 'warn', message: 'event not published' }]);
  for (const hourMs = clock.nowMs + 3_600_000; clock.nowMs < hourMs; ) await sweep();
  expect(await stored()).toMatchObject({ status: 'completed', untoldSince: SINCE });
  topic.isAway = false;
  await sweep();
  expect(types(topic.taken)).toContain('ReservationCompleted');
  expect(awaitingOf(await stored())).toMatchObject({ event: 'TicketsIssued' });
  expect(await stored()).not.toHaveProperty('untoldSince');
});

test('given the process died before it published, the message that comes again tells it, also when more has happened since', async () => {
  const { deps, given, topic, clock } = openReservation();
  await given(inStatus.paid);
  const died = { ...deps, publisher: () => new Promise<void>(() => {}) };
  void hearSeatsSold(died, sold);
  await new Promise((resolve) => setTimeout(resolve, 50));
  clock.nowMs += 1;
  await cancelReservation(deps, RESERVATION_ID);
  topic.taken.length = 0;
  await hearSeatsSold(deps, sold);
  expect(types(topic.taken)).toEqual(['ReservationCompleted']);
});

test('a message is not done before what it caused is told', async () => {
  const { deps, given, stored } = openReservation();
  await given(inStatus.paid);
  let take = () => {};
  const slow = { ...deps, publisher: () => new Promise<void>((resolve) => (take = resolve)) };
  let isDone = false;
  const heard = hearSeatsSold(slow, sold).then(() => {
    isDone = true;
  });
  while ((await stored()).status !== 'completed') await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  expect(isDone).toBe(false);
  take();
  await heard;
});

test('a message that comes again writes nothing', async () => {
  const { deps, given, stored, topic } = openReservation();
  await given(inStatus.paid);
  await hearSeatsSold(deps, sold);
  const once = await stored();
  await hearSeatsSold(deps, sold);
  expect(await stored()).toEqual(once);
  expect(types(topic.taken)).toEqual(['ReservationCompleted', 'ReservationCompleted']);
  expect(topic.published()).toHaveLength(1);
});

test('a debt that grew while the sweep told of the one before is not taken off', async () => {
  const { deps, given, stored, sweep, topic, faults } = openReservation();
  await given({ ...inStatus.paid, untoldSince: '2026-11-21T10:00:00.000Z', dueAt: SINCE });
  let isFirst = true;
  faults.beforeReplace = async (value) => {
    if (value.untoldSince !== undefined || !isFirst) return;
    isFirst = false;
    topic.isAway = true;
    await hearSeatsSold(deps, sold);
    topic.isAway = false;
  };
  await sweep();
  expect(await stored()).toMatchObject({ status: 'completed', untoldSince: expect.any(String) });
  await sweep();
  expect(types(topic.published())).toContain('ReservationCompleted');
  expect((await stored()).untoldSince).toBeUndefined();
});

test('the topic may lack any event of a debt, so the sweep tells them all', async () => {
  const { given, stored, sweep, topic } = openReservation();
  const untold = ['ReservationPlaced', 'PaymentApproved', 'ReservationCompleted'];
  const history = untold.map((type) => ({
    eventId: type,
    type,
    time: SINCE,
    source: '/marquee/reservation',
  }));
  await given({ ...inStatus.completed, history, untoldSince: SINCE, dueAt: SINCE });
  await sweep();
  expect(types(topic.published())).toEqual(untold);
  expect((await stored()).untoldSince).toBeUndefined();
});

test('a command that comes again tells again what has had no answer', async () => {
  const { deps, topic } = openReservation();
  const { reservationId, performanceId, customerId, customer, request } = inStatus.placed;
  const command = { reservationId, performanceId, customerId, customer, request };
  await placeReservation(deps, command);
  await placeReservation(deps, command);
  expect(types(topic.taken)).toEqual(['ReservationPlaced', 'ReservationPlaced']);
});

test('a defect is not taken for a topic that is away', async () => {
  const { deps } = openReservation();
  const broken = { ...inStatus.placed, history: undefined } as never;
  await expect(tell(deps, broken, [{ type: 'ReservationPlaced' }])).rejects.toThrow(TypeError);
});

const line = (eventId: string, type: string, time: string, source = '/marquee/reservation') => ({
  eventId,
  type,
  time,
  source,
});

test('what was told on hearing is what its version has told, and nothing that staff have asked for later', () => {
  const of = (version: number, entry: object) => ({ ...line('', '', String(version)), ...entry, version });
  const history = [
    of(5, { eventId: 'refused', type: 'ReseatRefused', source: '/marquee/musical', n: 1 }),
    of(6, { eventId: 'asked', type: 'ReseatAsked', n: 2 }),
    of(7, { eventId: 'reseated', type: 'SeatsReseated', source: '/marquee/musical', n: 2 }),
    of(7, { eventId: 'told', type: 'ReservationReseated', n: 2 }),
    of(8, { eventId: 'accepted', type: 'CancellationAccepted', n: 3 }),
  ];
  expect(toldOnHearing(history, 'refused')).toEqual([]);
  expect(toldOnHearing(history, 'reseated')).toEqual([{ type: 'ReservationReseated', n: 2 }]);
});

test('of what the version before has stored it is what stands behind it, and nothing that came later', () => {
  const history = [
    line('e1', 'ReservationPlaced', '1'),
    line('e2', 'SeatsHeld', '2', '/marquee/musical'),
    line('e3', 'PaymentStarted', '3'),
    line('e4', 'PaymentApproved', '4'),
    line('e5', 'SeatsSold', '5', '/marquee/musical'),
    line('e6', 'ReservationCompleted', '6'),
    line('e7', 'CancellationRequested', '7'),
    line('e8', 'ReservationCancelled', '8'),
  ];
  expect(toldOnHearing(history, 'e2')).toEqual([]);
  expect(toldOnHearing(history, 'e5')).toEqual([{ type: 'ReservationCompleted' }]);
  expect(toldOnHearing(history, 'unheard')).toEqual([]);
});
