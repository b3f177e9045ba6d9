import type { Log } from '../telemetry/log';
import type { EventEnvelope } from './envelope';
import { OUTBOX_TTL_SECONDS, outboxWrite } from './outbox';
import { relay } from './relay';

const event = (id: string): EventEnvelope => ({
  specversion: '1.0',
  id,
  source: '/marquee/things',
  type: 'ThingMade',
  subject: 't1',
  time: '2026-11-21T10:00:00.000Z',
  datacontenttype: 'application/json',
  data: { thingId: 't1' },
  traceparent: '00-a-b-01',
});

const document = (id: string) => ({
  ...(outboxWrite(event(id), { thingId: 't1' }) as { resourceBody: object }).resourceBody,
  _etag: '1',
});

function published() {
  const sent: EventEnvelope[][] = [];
  const parked: string[] = [];
  const log: Log = { info: () => {}, warn: () => {}, error: () => {} };
  return {
    sent,
    parked,
    note: async (id: string) => void parked.push(id),
    log,
    publisher: async (events: readonly EventEnvelope[]) => void sent.push([...events]),
  };
}

test('of all changes only the outbox is published, in its order and whole', async () => {
  const { sent, publisher, note, log } = published();
  await relay(publisher, [document('e1'), { id: 't1', kind: 'thing' }, null, 7, document('e2')], note, log);
  expect(sent).toEqual([[event('e1'), event('e2')]]);
});

test('without an outbox among the changes nothing is sent', async () => {
  const { sent, publisher, note, log } = published();
  await relay(publisher, [{ id: 't1', kind: 'thing' }], note, log);
  expect(sent).toEqual([]);
});

test.each([
  ['is no event', {}],
  ['has a time that is none', { ...event('x'), time: 'yesterday' }],
])('an outbox document that %s is parked, and does not keep back those after it', async (_what, odd) => {
  const { sent, parked, publisher, note, log } = published();
  await relay(publisher, [{ id: 'outbox:x', kind: 'outbox', event: odd }, document('e2')], note, log);
  expect(sent).toEqual([[event('e2')]]);
  expect(parked).toEqual(['outbox:x']);
});

test('a publisher that fails leaves the feed where it is', async () => {
  const { note, log } = published();
  const fails = async () => {
    throw new Error('busy');
  };
  await expect(relay(fails, [document('e1')], note, log)).rejects.toThrow('busy');
});

test('publishing the same event again writes the same document, in the partition of its cause, for some days', () => {
  const operation = outboxWrite(event('e1'), { thingId: 't1' });
  expect(operation).toEqual(outboxWrite(event('e1'), { thingId: 't1' }));
  expect(operation).toMatchObject({
    operationType: 'Upsert',
    resourceBody: { id: 'outbox:e1', kind: 'outbox', thingId: 't1', ttl: OUTBOX_TTL_SECONDS },
  });
  expect(OUTBOX_TTL_SECONDS).toBeGreaterThan(24 * 60 * 60);
});
