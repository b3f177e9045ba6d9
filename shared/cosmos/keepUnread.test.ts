import fc from 'fast-check';
import { z } from 'zod';
import { inProcessClient } from '../../local/azure/cosmos/inProcess';
import { Database } from '../../tests/simulation/database';
import { commit, readDocument } from './cosmos';
import { keepUnread } from './keepUnread';

const placeSchema = z.object({ name: z.string(), zone: z.string().optional() });
const thingSchema = z.object({
  thingId: z.string(),
  size: z.int(),
  note: z.string().optional(),
  place: placeSchema.optional(),
  parts: z.array(z.object({ part: z.string() })),
});
type Thing = z.infer<typeof thingSchema>;

/** Rewrites what is stored as a host does that knows of it only what the schema says. */
const rewrite = (stored: object, change: (thing: Thing) => Thing = (thing) => thing) => {
  const known = thingSchema.parse(stored);
  return keepUnread({ ...change(known) }, { stored, known });
};

const stored = {
  thingId: 't1',
  size: 1,
  note: 'old',
  colour: 'red',
  place: { name: 'hall', floor: 2 },
  parts: [
    { part: 'a', weight: 1 },
    { part: 'b', weight: 2 },
  ],
};

test('a member that is not known stays, at every depth', () => {
  expect(rewrite(stored, (thing) => ({ ...thing, size: 2 }))).toEqual({ ...stored, size: 2 });
});

test('what is known and removed is gone, with what was in it', () => {
  const { note: _note, place: _place, ...left } = stored;
  expect(rewrite(stored, ({ note: _n, place: _p, ...thing }) => thing)).toEqual(left);
});

test('an item of a list keeps its members wherever it goes; a new one has none', () => {
  const { parts } = rewrite(stored, (thing) => ({
    ...thing,
    parts: [{ part: 'new' }, { part: 'b' }],
  }));
  expect(parts).toEqual([{ part: 'new' }, { part: 'b', weight: 2 }]);
});

test('what Cosmos DB and the store write themselves is not carried over', () => {
  const system = { ...stored, _etag: '"1"', _ts: 1, ttl: 60, kind: 'thing', checkAt: 'soon' };
  const known = thingSchema.parse(system);
  expect(keepUnread({ ...known }, { stored: system, known }, ['checkAt'])).toEqual(stored);
});

test('whatever a later version added, a document that is read and written back is what it was', () => {
  const added = fc.dictionary(fc.stringMatching(/^x[a-z]{1,5}$/), fc.jsonValue(), { maxKeys: 3 });
  const later = fc.tuple(added, added, fc.array(added, { maxLength: 3 })).map(([top, place, items]) => ({
    thingId: 't1',
    size: 1,
    ...top,
    place: { name: 'hall', ...place },
    parts: items.map((item, i) => ({ part: `p${i}`, ...item })),
  }));
  fc.assert(fc.property(later, (document) => expect(rewrite(document)).toEqual(document)));
});

test('from the container and back: a read says what it has not read', async () => {
  const database = new Database({ now: () => 0 }, () => {});
  const client = inProcessClient(database.engine);
  const container = client.database('marquee').container('mypage');
  await container.items.create({ id: 't1', customerId: 'kim', ...stored });
  const read = await readDocument(container, 't1', 'kim', thingSchema);
  const resourceBody = keepUnread({ id: 't1', customerId: 'kim', ...read?.value, size: 2 }, read?.unread);
  await commit(container, 'kim', [
    { operationType: 'Replace', id: 't1', resourceBody: resourceBody as never },
  ]);
  expect((await container.item('t1', 'kim').read()).resource).toMatchObject({ ...stored, size: 2 });
  client.dispose();
  database.close();
});
