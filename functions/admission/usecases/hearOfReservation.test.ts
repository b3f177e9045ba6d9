import type { EventOf } from '../../../shared/messaging/envelope';
import { sampleEvent } from '../../../tests/samples/events';
import { openAdmission } from '../../../tests/samples/openAdmission';
import {
  cancellationAccepted,
  reservationCancelled,
  reservationCompleted,
  reservationReduced,
} from '../../reservation/contract';
import { checkOf } from '../codes';
import type { ticketsIssued } from '../contract';
import * as use from './hearOfReservation';

const reference = { reservationId: 'r1', performanceId: 'm1.p1', customerId: 'kim' };
const lineOf = (seatId: string) => ({ seatId, tier: 'VIP', priceTypeId: 'youth', price: 1_000 });
const told = { ...reference, customer: {}, amount: 2_000, currency: 'KRW' };

const completed = (version: number | undefined, seats: readonly string[]) =>
  sampleEvent(reservationCompleted, 'r1', { ...told, version, seats: [...seats] });
const accepted = (n: number, version: number, seats: readonly string[], lines: readonly string[]) =>
  sampleEvent(cancellationAccepted, 'r1', {
    ...reference,
    version,
    n,
    seats: [...seats],
    lines: lines.map(lineOf),
    evenIfAdmitted: false,
  });
const cancelled = (fee: number, refund: number) =>
  sampleEvent(reservationCancelled, 'r1', {
    ...told,
    version: 9,
    seats: ['A-1'],
    reason: 'customer',
    fee,
    refund,
  });

const reduced = (version: number, seats: readonly string[], left: readonly string[]) =>
  sampleEvent(reservationReduced, 'r1', {
    ...told,
    ...{ version, n: 1, seats: [...seats], lines: left.map(lineOf) },
    ...{ fee: 0, refund: 1_000, part: { fee: 0, refund: 1_000 } },
  });

function admission() {
  const opened = openAdmission();
  const { deps, topic, database } = opened;
  return {
    ...opened,
    hearCompleted: (...given: Parameters<typeof completed>) => use.hearCompleted(deps, completed(...given)),
    hearAccepted: (...given: Parameters<typeof accepted>) =>
      use.hearCancellationAccepted(deps, accepted(...given)),
    hearReduced: (...given: Parameters<typeof reduced>) => use.hearReduced(deps, reduced(...given)),
    said: () => topic.taken.map(({ type, data }) => [type, data]),
    etag: () => database.query('tickets', undefined, 'SELECT c._etag FROM c', []),
  };
}

test('given it is completed, each seat gets a ticket, and that is told', async () => {
  const { hearCompleted, seats, said } = admission();
  await hearCompleted(3, ['A-1', 'A-2']);
  expect(await seats()).toEqual(['A-1 valid', 'A-2 valid']);
  expect(said()).toMatchObject([
    [
      'TicketsIssued',
      { reservationId: 'r1', customerId: 'kim', version: 3, tickets: [{ seatId: 'A-1' }, {}] },
    ],
  ]);
});

test('what is issued is told with codes that the door knows, and nothing of what is void', async () => {
  const { hearCompleted, hearAccepted, hearReduced, deps, topic } = admission();
  await hearCompleted(3, ['A-1', 'A-2']);
  await hearAccepted(1, 4, ['A-1'], ['A-1', 'A-2']);
  await hearCompleted(3, ['A-1', 'A-2']);
  await hearReduced(5, ['A-1'], ['A-2']);
  const told = topic.taken
    .filter(({ type }) => type === 'TicketsIssued')
    .map(({ data }) => (data as EventOf<typeof ticketsIssued>['data']).tickets ?? []);
  expect(told.map((tickets) => tickets.map(({ seatId }) => seatId))).toEqual([
    ['A-1', 'A-2'],
    ['A-2'],
    ['A-2'],
  ]);
  for (const { ticketId, code } of told.flat())
    expect(deps.codes.read(code)).toEqual({ ticketId, check: checkOf('m1.p1') });
});

test('an event of the version before, without a version, is heard as the oldest', async () => {
  const { hearCompleted, seats } = admission();
  await hearCompleted(undefined, ['A-1']);
  expect(await seats()).toEqual(['A-1 valid']);
  await hearCompleted(3, ['A-1', 'A-2']);
  await hearCompleted(undefined, ['A-3']);
  expect(await seats()).toEqual(['A-1 valid', 'A-2 valid']);
});

test('a copy of an event writes nothing, and is told again with the same id', async () => {
  const { hearCompleted, hearAccepted, topic, etag } = admission();
  await hearCompleted(3, ['A-1', 'A-2']);
  await hearAccepted(1, 4, ['A-1'], ['A-1', 'A-2']);
  const before = etag();
  await hearCompleted(3, ['A-1', 'A-2']);
  await hearAccepted(1, 4, ['A-1'], ['A-1', 'A-2']);
  expect(etag()).toEqual(before);
  expect(topic.taken).toHaveLength(4);
  expect(new Set(topic.taken.map(({ id }) => id)).size).toBe(3);
});

test('the topic is away: what was issued stands, and the message comes again and tells it', async () => {
  const { hearCompleted, seats, topic, said } = admission();
  topic.isAway = true;
  await expect(hearCompleted(3, ['A-1'])).rejects.toThrow('TicketsIssued');
  topic.isAway = false;
  await hearCompleted(3, ['A-1']);
  expect(await seats()).toEqual(['A-1 valid']);
  expect(said()).toHaveLength(1);
});

test('given nothing was issued yet, a cancellation is answered, and the completion that comes late issues the rest', async () => {
  const { hearCompleted, hearAccepted, seats, said } = admission();
  await hearAccepted(1, 4, ['A-1'], ['A-1', 'A-2']);
  await hearCompleted(3, ['A-1', 'A-2']);
  expect(await seats()).toEqual(['A-1 void', 'A-2 valid']);
  expect(said()).toMatchObject([
    ['TicketsVoided', { n: 1 }],
    ['TicketsIssued', { version: 4 }],
  ]);
});

test('a ticket shows the kind of price of its seat', async () => {
  const { hearAccepted, deps } = admission();
  await hearAccepted(1, 4, ['A-1'], ['A-1']);
  const stored = await deps.tickets.read('m1.p1', 'r1');
  expect(stored?.value.tickets).toMatchObject([{ priceTypeId: 'youth' }]);
});

test('seats that went back have void tickets, and those that are left stay', async () => {
  const { hearCompleted, hearReduced, seats } = admission();
  await hearCompleted(3, ['A-1', 'A-2']);
  await hearReduced(6, ['A-1'], ['A-2']);
  expect(await seats()).toEqual(['A-1 void', 'A-2 valid']);
});

test('a cancelled reservation has void tickets, and a completion that comes late issues none', async () => {
  const { deps, hearCompleted, seats } = admission();
  await hearCompleted(3, ['A-1']);
  await use.hearCancelled(deps, cancelled(200, 1_800));
  await hearCompleted(8, ['A-1', 'A-2']);
  expect(await seats()).toEqual(['A-1 void']);
});

test('given it was cancelled before any ticket was issued, a completion that comes late issues none and tells nothing', async () => {
  const { deps, hearCompleted, seats, said } = admission();
  await use.hearCancelled(deps, cancelled(200, 1_800));
  await hearCompleted(3, ['A-1']);
  expect(await seats()).toEqual([]);
  expect(said()).toEqual([]);
});

test('of a reservation that nobody paid for, nothing is written when it is cancelled', async () => {
  const { deps, etag } = admission();
  await use.hearCancelled(deps, cancelled(0, 0));
  expect(etag()).toEqual([]);
});

test('many hear of it at once, and each seat has one ticket', async () => {
  const { hearCompleted, hearAccepted, seats } = admission();
  await Promise.all([
    hearCompleted(3, ['A-1', 'A-2']),
    hearCompleted(3, ['A-1', 'A-2']),
    hearAccepted(1, 4, ['A-1'], ['A-1', 'A-2']),
    hearAccepted(2, 5, ['A-2'], ['A-1', 'A-2']),
  ]);
  expect((await seats()).sort()).toEqual(['A-1 void', 'A-2 void']);
});
