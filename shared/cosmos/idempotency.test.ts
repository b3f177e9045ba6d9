import type { Container } from '@azure/cosmos';
import { idFor, type KeyedRequest } from './idempotency';

type Fault = Error & { readonly code: unknown };
const fault = (code: unknown): Fault => Object.assign(new Error(`answered ${code}`), { code });

/** A container that creates a document once, as Cosmos DB does; `lost` makes it store and then fail. */
function containerOf({ lost, refuses }: { lost?: Fault; refuses?: Fault } = {}) {
  const documents = new Map<string, Record<string, unknown>>();
  const container = {
    items: {
      create: async (document: { id: string; customerId: string }) => {
        if (refuses) throw refuses;
        const key = `${document.customerId}/${document.id}`;
        if (documents.has(key)) throw fault(409);
        documents.set(key, { ...document, _etag: '1' });
        if (lost) throw lost;
      },
    },
    item: (id: string, customerId: string) => ({
      read: async () => ({ resource: documents.get(`${customerId}/${id}`), statusCode: 200 }),
    }),
  } as unknown as Container;
  return { container, documents };
}

const first: KeyedRequest = {
  customerId: 'kim',
  key: 'k1',
  route: 'POST /api/things',
  body: { a: 1, b: { c: [1, 2], d: null } },
};

/** Ids that differ each time: id1, id2, … */
function counter() {
  let made = 0;
  return () => `id${++made}`;
}

test('without a key each request has an id of its own and nothing is stored', async () => {
  const { container, documents } = containerOf();
  const newId = counter();
  const { key: _key, ...request } = first;
  expect(await idFor(container, { ...request, key: undefined }, newId)).toBe('id1');
  expect(await idFor(container, { ...request, key: undefined }, newId)).toBe('id2');
  expect(documents.size).toBe(0);
});

test.each<[string, KeyedRequest]>([
  ['the very same', first],
  ['its members in another order', { ...first, body: { b: { d: null, c: [1, 2] }, a: 1 } }],
])('the same key again, %s: the first id', async (_what, again) => {
  const { container } = containerOf();
  const newId = counter();
  await idFor(container, first, newId);
  expect(await idFor(container, again, newId)).toBe('id1');
});

test.each<[string, KeyedRequest]>([
  ['another value', { ...first, body: { a: 2, b: { c: [1, 2], d: null } } }],
  ['a list in another order', { ...first, body: { a: 1, b: { c: [2, 1], d: null } } }],
  ['a member less', { ...first, body: { a: 1, b: { c: [1, 2] } } }],
  ['no body', { ...first, body: undefined }],
  ['another route', { ...first, route: 'POST /api/others' }],
])('the same key with %s is refused', async (_what, other) => {
  const { container } = containerOf();
  await idFor(container, first, counter());
  await expect(idFor(container, other, counter())).rejects.toMatchObject({ code: 'idempotency-key-reused' });
});

test.each<[string, KeyedRequest]>([
  ['another customer', { ...first, customerId: 'lee' }],
  ['another key', { ...first, key: 'k2' }],
])('%s has an id of its own', async (_what, other) => {
  const { container } = containerOf();
  const newId = counter();
  await idFor(container, first, newId);
  expect(await idFor(container, other, newId)).toBe('id2');
});

test('a key is remembered for a day at least, and the request itself is not stored', async () => {
  const { container, documents } = containerOf();
  await idFor(container, { ...first, body: { card: 'secret' } }, counter());
  const [document] = [...documents.values()];
  expect(document?.ttl).toBeGreaterThanOrEqual(24 * 60 * 60);
  expect(JSON.stringify(document)).not.toMatch(/secret|k1/);
});

test('given the reply to the first write was lost, the id it stored is found', async () => {
  const { container } = containerOf({ lost: fault('ECONNRESET') });
  expect(await idFor(container, first, counter())).toBe('id1');
});

test('given the store is busy and nothing was stored, the caller is asked to send it again', async () => {
  const { container } = containerOf({ refuses: fault(429) });
  await expect(idFor(container, first, counter())).rejects.toMatchObject({ code: 'unavailable' });
});

test('given the store refuses for good, that is a defect', async () => {
  const { container } = containerOf({ refuses: fault(403) });
  await expect(idFor(container, first, counter())).rejects.toMatchObject({ code: 403 });
});
