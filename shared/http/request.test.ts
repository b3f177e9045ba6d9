import fc from 'fast-check';
import { z } from 'zod';
import { type RequestParts, sampleCaller, sampleRequest } from '../../tests/samples/http';
import type { EndpointSpec } from './endpoint';
import { Problem } from './problem';
import { readRequest } from './request';

const body = z.strictObject({
  name: z.string().min(1).max(10),
  'a/b~c': z.int().optional(),
  either: z.union([z.strictObject({ a: z.int() }), z.strictObject({ b: z.int() })]).optional(),
  parts: z
    .array(z.strictObject({ size: z.int() }))
    .max(3)
    .optional(),
});
const query = z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) });
const spec: EndpointSpec = {
  method: 'POST',
  route: 'things',
  summary: '',
  auth: 'anyone',
  body,
  query,
  answers: {},
};

const read = (parts: RequestParts, changes: Partial<EndpointSpec> = {}) =>
  readRequest({ ...spec, ...changes }, sampleRequest(parts), sampleCaller);

const OK = JSON.stringify({ name: 'x' });

/** The problem a request meets, as code and errors. */
async function problemOf(parts: RequestParts, changes?: Partial<EndpointSpec>) {
  try {
    await read(parts, changes);
  } catch (error) {
    if (error instanceof Problem)
      return { code: error.code, status: error.definition.status, ...error.extensions };
    throw error;
  }
  return undefined;
}

test('a good request arrives parsed, with defaults filled in', async () => {
  const parts = {
    body: OK,
    params: { thingId: 'm1.p1' },
    query: { limit: '5' },
    headers: { 'if-match': '"1"', 'if-none-match': '"2"', 'idempotency-key': 'k' },
  };
  expect(await read(parts)).toEqual({
    params: { thingId: 'm1.p1' },
    query: { limit: 5 },
    body: { name: 'x' },
    caller: sampleCaller,
    route: 'POST /api/things',
    idempotencyKey: 'k',
    ifMatch: '"1"',
    hasAlready: expect.any(Function),
    waitMs: 0,
    wantsCsv: false,
    file: new Uint8Array(),
    language: undefined,
  });
  expect((await read({ body: OK })).query).toEqual({ limit: 20 });
});

test('what looks the same is the same: text is in NFC, in bodies, their names and queries', async () => {
  const decomposed = '가'.normalize('NFD');
  const labels = z.record(z.string(), z.array(z.string()));
  const parts = { body: JSON.stringify({ [decomposed]: [decomposed] }), query: { text: decomposed } };
  const incoming = await read(parts, { body: labels, query: z.object({ text: z.string() }) });
  expect([incoming.body, incoming.query]).toEqual([{ 가: ['가'] }, { text: '가' }]);
});

test('a body that is nested without end is refused', async () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  expect(await problemOf({ body: deep })).toMatchObject({ code: 'invalid-request', status: 400 });
});

test.each([
  ['a member that is missing', '{}', ['/name']],
  ['a wrong type', '{"name":1}', ['/name']],
  ['an over-long value', '{"name":"12345678901"}', ['/name']],
  ['an unknown member', '{"name":"x","colour":"red"}', ['/colour']],
  [
    'a member that pollutes prototypes elsewhere',
    '{"name":"x","__proto__":{"isAdmin":true}}',
    ['/__proto__'],
  ],
  ['two unknown members', '{"name":"x","a":1,"b":2}', ['/a', '/b']],
  [
    'an unknown member deep inside',
    '{"name":"x","parts":[{"size":1},{"size":2,"colour":1}]}',
    ['/parts/1/colour'],
  ],
  ['a wrong type deep inside', '{"name":"x","parts":[{"size":"1"}]}', ['/parts/0/size']],
  ['what is no alternative at all', '{"name":"x","either":[]}', ['/either']],
  ['a fault in the alternative that is meant', '{"name":"x","either":{"a":"1"}}', ['/either/a']],
  ['two alternatives at once', '{"name":"x","either":{"a":1,"b":1}}', ['/either/b']],
  ['a member whose name needs escaping', '{"name":"x","a/b~c":"1"}', ['/a~1b~0c']],
  ['an array', '[]', ['']],
  ['null', 'null', ['']],
  ['a number', '1', ['']],
  ['broken JSON', '{"name":', ['']],
  ['what follows on JSON', '{"name":"x"} {}', ['']],
])('a body with %s is refused, and the member at fault is pointed at', async (_what, text, pointers) => {
  const problem = (await problemOf({ body: text })) as { errors?: { pointer: string; detail: string }[] };
  expect(problem).toMatchObject({ code: 'invalid-request', status: 400 });
  expect(problem.errors?.map(({ pointer }) => pointer)).toEqual(pointers);
  expect(problem.errors?.every(({ detail }) => detail !== '')).toBe(true);
});

test('of very many faults only some are told', async () => {
  const many = JSON.stringify({ name: 'x', parts: Array.from({ length: 500 }, () => ({ size: '' })) });
  const problem = (await problemOf({ body: many })) as { errors?: unknown[] };
  expect(problem.errors?.length).toBeGreaterThan(0);
  expect(problem.errors?.length).toBeLessThanOrEqual(20);
});

test.each([
  ['limit', 'abc'],
  ['limit', '0'],
  ['limit', '101'],
  ['limit', '1.5'],
])('a query with %s=%s is refused', async (name, value) => {
  expect(await problemOf({ body: OK, query: { [name]: value } })).toMatchObject({
    code: 'invalid-request',
    errors: [{ pointer: '/limit' }],
  });
});

test('a body that says it is huge is refused before it is read; one that is huge, after', async () => {
  const header = { 'content-length': String(64 * 1024 + 1) };
  expect(await problemOf({ body: OK, headers: header })).toMatchObject({
    code: 'body-too-large',
    status: 413,
  });
  const huge = JSON.stringify({ name: 'x'.repeat(64 * 1024) });
  expect(await problemOf({ body: huge })).toMatchObject({ code: 'body-too-large', status: 413 });
});

test.each([
  ['application/json', undefined],
  ['application/json; charset=utf-8', undefined],
  ['APPLICATION/JSON', undefined],
  ['application/merge-patch+json', undefined],
  ['text/plain', 'unsupported-media-type'],
  ['application/jsonp', 'unsupported-media-type'],
  ['application/x-www-form-urlencoded', 'unsupported-media-type'],
  ['', 'unsupported-media-type'],
])('a body of type "%s" is read or refused', async (type, code) => {
  expect((await problemOf({ body: OK, headers: { 'content-type': type } }))?.code).toBe(code);
});

test.each([
  '',
  ' ',
  'a b',
  'a/b',
  '../x',
  '<script>',
  "' OR 1=1",
  '좌석',
  'x'.repeat(129),
  'a\u0000b',
  '%2e',
])('an id that no id looks like is not found: %j', async (thingId) => {
  expect(await problemOf({ body: OK, params: { thingId } })).toMatchObject({
    code: 'not-found',
    status: 404,
  });
});

test.each([
  ['is missing though required', undefined, 'required', 'idempotency-key-required'],
  ['is empty though required', '', 'required', 'idempotency-key-required'],
  ['is missing', undefined, 'honoured', undefined],
  ['is empty', '', 'honoured', undefined],
  ['is one character', '!', 'required', undefined],
  ['is as long as it may be', 'k'.repeat(255), 'required', undefined],
  ['is too long', 'k'.repeat(256), 'required', 'invalid-request'],
  ['has a space', 'a b', 'honoured', 'invalid-request'],
  ['has a letter beyond ASCII', 'schl\u00fcssel', 'honoured', 'invalid-request'],
] as const)('an Idempotency-Key that %s', async (_what, key, idempotencyKey, code) => {
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
  const problem = (await problemOf({ body: OK, headers }, { idempotencyKey })) as
    | { code: string; errors?: object[] }
    | undefined;
  expect(problem?.code).toBe(code);
  if (code === 'invalid-request') expect(problem?.errors).toMatchObject([{ pointer: '/Idempotency-Key' }]);
});

test('If-Match is asked for where it is required, and nowhere else', async () => {
  expect(await problemOf({ body: OK }, { ifMatch: 'required' })).toMatchObject({
    code: 'precondition-required',
    status: 428,
  });
  expect(await problemOf({ body: OK })).toBeUndefined();
});

test.each([
  ['"2"', true],
  ['W/"2"', true],
  ['"1", W/"2"', true],
  ['*', true],
  ['"1"', false],
  ['2', false],
  ['', false],
])('If-None-Match %s has "2": %s', async (header, expected) => {
  const { hasAlready } = await read({ body: OK, headers: { 'if-none-match': header } });
  expect(hasAlready('"2"')).toBe(expected);
});

test.each([
  ['text/csv', true],
  ['Text/CSV; header=present', true],
  ['text/csv, application/json;q=0.9', true],
  ['application/json;q=0.9,text/csv;q=0.8', false],
  ['application/json, text/csv', true],
  ['text/csv;q=0', false],
  ['text/*', false],
  ['*/*', false],
  ['application/json', false],
  ['', false],
])('who accepts "%s" wants a table: %s', async (accept, wantsCsv) => {
  expect((await read({ body: OK, headers: { accept } })).wantsCsv).toBe(wantsCsv);
});

test.each([
  ['en', '"2-en"', true],
  ['en', '"2"', false],
  ['ko', '"2-en"', false],
  ['ko', '"2"', true],
])('who reads %s and has %s has the version: %s', async (language, header, expected) => {
  const headers = { 'accept-language': language, 'if-none-match': header };
  const { hasAlready } = await read({ body: OK, headers }, { isTranslated: true });
  expect(hasAlready('"2"')).toBe(expected);
});

test.each([
  ['wait=10', 10_000],
  ['wait="5"', 5_000],
  ['respond-async, wait=3', 3_000],
  ['respond-async; wait = 3', 3_000],
  ['Wait=7', 7_000],
  ['wait=0', 0],
  ['wait=30', 30_000],
  ['wait=31', 30_000],
  ['wait=999999', 30_000],
  ['wait=99999999999999999999', 30_000],
  ['wait=-1', 0],
  ['wait=soon', 0],
  ['await=10', 0],
  ['respond-async', 0],
])('the preference "%s" waits %i ms', async (prefer, waitMs) => {
  expect((await read({ body: OK, headers: { prefer } })).waitMs).toBe(waitMs);
});

test('a call without a body schema does not read the body', async () => {
  const { body: _body, ...withoutBody } = spec;
  const incoming = await readRequest(withoutBody, sampleRequest({ body: 'not JSON' }), sampleCaller);
  expect(incoming.body).toBeUndefined();
});

const headerText = fc
  .string({ maxLength: 300 })
  .map((text) => text.replaceAll(/[^\x20-\x7e\xa0-\xff]/g, '').trim());
const anyRequest = fc.record({
  body: fc.oneof(
    fc.json(),
    fc.string(),
    fc.constantFrom('', '[', `${'['.repeat(30_000)}`, '{"name":"x","parts":{"length":9}}'),
  ),
  params: fc.dictionary(fc.constantFrom('thingId', 'otherId'), fc.string({ unit: 'binary' })),
  query: fc.dictionary(fc.constantFrom('limit', '__proto__', 'x'), fc.string()),
  headers: fc.record(
    {
      'content-type': fc.oneof(fc.constant('application/json'), headerText),
      'content-length': headerText,
      prefer: headerText,
      'if-match': headerText,
      'idempotency-key': headerText,
    },
    { requiredKeys: ['content-type'] },
  ),
});

test('whatever is sent, it is read or refused with a problem; nothing else is thrown', async () => {
  await fc.assert(
    fc.asyncProperty(anyRequest, fc.constantFrom('required', 'honoured', undefined), async (parts, key) => {
      const given = key === undefined ? spec : { ...spec, idempotencyKey: key, ifMatch: 'required' as const };
      const outcome = await readRequest(given, sampleRequest(parts), sampleCaller).catch(
        (error: unknown) => error,
      );
      if (outcome instanceof Problem) expect([400, 404, 413, 415, 428]).toContain(outcome.definition.status);
      else expect(outcome).toMatchObject({ body: { name: expect.any(String) } });
    }),
    { numRuns: 200 },
  );
});
