import { z } from 'zod';
import { type RequestParts, sampleInvocation, sampleRequest } from '../../tests/samples/http';
import { StoreDefect, StoreUnavailable } from '../cosmos/cosmos';
import { currentTraceparent } from '../telemetry/trace';
import type { HttpDeps } from './access';
import type { Answer } from './answer';
import type { Caller } from './auth';
import { type EndpointSpec, endpoint } from './endpoint';
import { httpHandler, httpOptions } from './handler';
import { generalProblem, Problem } from './problem';

const SECRET = 'AccountKey=C2y6yDjf5';
const spec: EndpointSpec = { method: 'POST', route: 'things', summary: '', auth: 'anyone', answers: {} };

const kim: Caller = { customerId: 'kim', isAdmin: false };
const admin: Caller = { customerId: 'lee', isAdmin: true };
const boxOffice: Caller = { customerId: 'park', isAdmin: false, isBoxOffice: true };
const door: Caller = { customerId: 'choi', isAdmin: false, isDoor: true };
const knows = (caller: Caller): HttpDeps => ({ authenticate: async () => caller });
const knowsNobody: HttpDeps = {
  authenticate: async () => {
    throw generalProblem('unauthenticated', 'Send a token.');
  },
};

type Call = {
  readonly deps?: HttpDeps;
  readonly spec?: Partial<EndpointSpec>;
  readonly request?: RequestParts;
};

async function call(
  handle: (caller: Caller) => Promise<Answer>,
  { deps = knowsNobody, spec: changes, request = {} }: Call = {},
) {
  const { context, lines } = sampleInvocation();
  const thing = endpoint<HttpDeps, unknown, unknown>(
    { ...spec, ...changes } as EndpointSpec<unknown, unknown>,
    async (_deps, { caller }) => handle(caller),
  );
  const answer = await httpHandler(deps, thing)(sampleRequest(request), context);
  const { status, headers, body } = answer as {
    status: number;
    headers: Record<string, string>;
    body?: string;
  };
  return { status, headers, text: body, body: body === undefined ? undefined : JSON.parse(body), lines };
}

const fails = (error: unknown) => async (): Promise<Answer> => {
  throw error;
};

test('an answer is JSON that nobody caches unless it says so', async () => {
  const { status, headers, body } = await call(async () => ({
    status: 201,
    body: { a: 1 },
    headers: { location: '/api/things/1' },
  }));
  expect({ status, headers, body }).toEqual({
    status: 201,
    body: { a: 1 },
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', location: '/api/things/1' },
  });
  const cached = await call(async () => ({
    status: 200,
    text: '[]',
    headers: { 'cache-control': 'no-cache' },
  }));
  expect(cached.headers['cache-control']).toBe('no-cache');
  expect(cached.text).toBe('[]');
});

test('an answer in a language says by what it was chosen, beside how it is written', async () => {
  const body = { title: '자정', translations: { en: { title: 'Midnight' } }, more: 'x'.repeat(2_000) };
  const get = (language: string, ifNoneMatch = '') =>
    call(async () => ({ status: 200, body, headers: { etag: '"v1"' } }), {
      spec: { isTranslated: true },
      request: { headers: { 'accept-language': language, 'if-none-match': ifNoneMatch } },
    });
  const english = await get('en-US');
  expect(english.body).toMatchObject({ title: 'Midnight' });
  expect(english.headers).toMatchObject({
    etag: '"v1-en"',
    'content-language': 'en',
    vary: 'accept-language, accept-encoding',
  });
  expect((await get('fr')).headers).toMatchObject({ etag: '"v1"', 'content-language': 'ko' });
});

test('an answer without a body has none', async () => {
  expect(await call(async () => ({ status: 204 }))).toMatchObject({
    status: 204,
    text: undefined,
    headers: {},
  });
});

test.each([
  ['anyone', knowsNobody, 200],
  ['customer', knowsNobody, 401],
  ['customer', knows(kim), 200],
  ['customer', knows(admin), 200],
  ['admin', knowsNobody, 401],
  ['admin', knows(kim), 403],
  ['admin', knows(admin), 200],
  ['admin', knows(boxOffice), 403],
  ['admin', knows(door), 403],
  ['box-office', knows(kim), 403],
  ['box-office', knows(door), 403],
  ['box-office', knows(boxOffice), 200],
  ['box-office', knows(admin), 200],
  ['door', knows(kim), 403],
  ['door', knows(boxOffice), 403],
  ['door', knows(door), 200],
  ['door', knows(admin), 200],
] as const)('a call for %s', async (auth, deps, status) => {
  let calls = 0;
  const handle = async () => {
    calls++;
    return { status: 200, body: {} };
  };
  const answer = await call(handle, { deps, spec: { auth } });
  expect(answer.status).toBe(status);
  expect(calls).toBe(status === 200 ? 1 : 0);
  expect(answer.headers['www-authenticate']).toBe(status === 401 ? 'Bearer' : undefined);
});

test('who is not known is not told what is wrong with the request', async () => {
  const body = z.strictObject({ name: z.string() });
  const answer = await call(async () => ({ status: 200 }), {
    spec: { auth: 'customer', body },
    request: { body: '{}' },
  });
  expect(answer.status).toBe(401);
});

test('a problem is answered as RFC 9457 says, with its own members', async () => {
  const answer = await call(fails(generalProblem('not-found', 'There is no thing 1.', { taken: ['A'] })));
  expect(answer.status).toBe(404);
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(answer.body).toEqual({
    type: 'https://marquee.example/problems/not-found',
    title: 'There is no such thing',
    status: 404,
    detail: 'There is no thing 1.',
    code: 'not-found',
    taken: ['A'],
  });
});

test.each([
  ['an error', new Error(`cannot reach ${SECRET}`)],
  ['a defect of the store', new StoreDefect(SECRET)],
  ['an error of a library', Object.assign(new TypeError(SECRET), { code: 'ERR_INVALID_ARG_TYPE' })],
  ['a wrong document', new z.ZodError([])],
  ['a text', SECRET],
  ['nothing', undefined],
])(
  'given the call throws %s, it answers 500 with a fixed text and the correlation id; the log has the rest',
  async (_what, error) => {
    const answer = await call(fails(error));
    expect(answer.status).toBe(500);
    expect(answer.body).toEqual({
      type: 'https://marquee.example/problems/internal-error',
      title: 'Something went wrong on our side',
      status: 500,
      detail: 'Please try again. If it stays, tell us the correlation id.',
      code: 'internal-error',
      correlationId: 'invocation-1',
    });
    expect(answer.text).not.toContain(SECRET);
    expect(answer.lines.filter((line) => line.startsWith('error'))).toHaveLength(1);
  },
);

test.each([
  ['a busy store', new StoreUnavailable(SECRET)],
  ...[408, 410, 429, 449, 500, 502, 503].map((code): [string, unknown] => [
    `${code} of a store`,
    Object.assign(new Error(SECRET), { code }),
  ]),
  ...[
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOTFOUND',
    'ETIMEDOUT',
    'EPIPE',
    'EAI_AGAIN',
    'REQUEST_SEND_ERROR',
    'TimeoutError',
  ].map((code): [string, unknown] => [code, Object.assign(new Error(SECRET), { code })]),
  ['a connection that broke', new Error('socket hang up')],
])('given %s, it answers 503 with Retry-After and a warning in the log', async (_what, error) => {
  const answer = await call(fails(error));
  expect(answer).toMatchObject({
    status: 503,
    body: { code: 'unavailable' },
    headers: { 'retry-after': '2' },
  });
  expect(answer.text).not.toContain(SECRET);
  expect(answer.lines.map((line) => line.split(' ')[0])).not.toContain('error');
});

test('a problem may say itself when to come again', async () => {
  const circuitOpen = new Problem(
    'unavailable',
    { status: 503, title: 'Not available', retryable: true },
    'Later.',
    {},
    10,
  );
  expect((await call(fails(circuitOpen))).headers['retry-after']).toBe('10');
});

test('a refusal for good has no Retry-After', async () => {
  expect((await call(fails(generalProblem('stale', 'Read it again.')))).headers).not.toHaveProperty(
    'retry-after',
  );
});

test('what the call does is in a trace of its own, whatever the caller says of a trace', async () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00';
  let seen: string | undefined = 'not called';
  const handle = async () => {
    seen = currentTraceparent();
    return { status: 204 };
  };
  await call(handle, { request: { headers: { traceparent } } });
  expect(seen).toBeUndefined();
});

test('a path that is none of ours is told so first, and nothing of it is kept', async () => {
  const handle = jest.fn();
  const deps: HttpDeps = { authenticate: jest.fn(), admit: jest.fn() };
  const thingId = 'eyJ-'.repeat(3_870);
  const { status, lines } = await call(handle, {
    deps,
    spec: { auth: 'admin', route: 'admin/things/{thingId}' },
    request: { path: `admin/things/${thingId}`, params: { thingId } },
  });
  expect(status).toBe(404);
  for (const asked of [handle, deps.authenticate, deps.admit]) expect(asked).not.toHaveBeenCalled();
  expect(lines.join()).toContain('"route":"POST /api/admin/things/{thingId}"');
  expect(lines.join()).not.toContain('eyJ');
});

test('it is registered below api/, open to the host, which leaves the tokens to us', () => {
  const options = httpOptions(
    knowsNobody,
    endpoint({ ...spec, route: 'admin/things' }, async () => ({ status: 204 })),
  );
  expect(options).toMatchObject({ methods: ['POST'], route: 'api/admin/things', authLevel: 'anonymous' });
});

test('who is not admitted is told so before anything is done, on public calls too', async () => {
  const handle = jest.fn();
  const seen: (string | undefined)[] = [];
  const deps: HttpDeps = {
    ...knows(admin),
    admit: async (value) => {
      seen.push(value);
      throw generalProblem('forbidden', 'Call this through the gateway.');
    },
  };
  const request = { headers: { 'x-gateway-authorization': 'Bearer x' } };
  const { status } = await call(handle, { deps, spec: { auth: 'anyone' }, request });
  expect({ status, seen, calls: handle.mock.calls.length }).toEqual({
    status: 403,
    seen: ['Bearer x'],
    calls: 0,
  });
  const health = await call(async () => ({ status: 204 }), { deps, spec: { pastGateway: true }, request });
  expect({ status: health.status, asked: seen.length }).toEqual({ status: 204, asked: 1 });
});

test.each<[string, HttpDeps, number, string]>([
  ['an admin', knows(admin), 204, 'lee'],
  ['the door, refused', knows(door), 403, 'choi'],
  ['who is refused', knows(kim), 403, 'kim'],
  ['who has no token', knowsNobody, 401, 'refused'],
])('an admin call leaves a line in the log: %s', async (_who, deps, status, caller) => {
  const { lines } = await call(async () => ({ status: 204 }), {
    deps,
    spec: { auth: 'admin', method: 'DELETE', route: 'admin/things/{thingId}' },
    request: {
      path: 'admin/things/7?secret=1',
      params: { thingId: '7' },
      headers: { authorization: 'Bearer abcdefgh' },
    },
  });
  const audits = lines.filter((line) => line.includes('"audit":true'));
  expect(audits.map((line) => JSON.parse(line.slice(line.indexOf('{'))))).toMatchObject([
    { message: 'admin call', caller, route: 'DELETE /api/admin/things/7', status },
  ]);
  expect(audits.join()).not.toMatch(/abcdefgh|secret/);
});

test('a customer’s call leaves no such line', async () => {
  const { lines } = await call(async () => ({ status: 204 }), {
    deps: knows(kim),
    spec: { auth: 'customer' },
  });
  expect(lines.join()).not.toContain('audit');
});
