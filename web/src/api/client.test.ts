import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { holdChosen, mayBeHeld, reserveHeld } from '../purchase/reserve';
import { LANGUAGES, language } from '../texts';
import { type Api, answered, createApi } from './client';
import { ApiProblem, asProblem } from './problem';
import { serverNow } from './serverClock';

type Heard = {
  readonly call: string;
  readonly key: string | undefined;
  readonly token: string | undefined;
  readonly language: string | undefined;
  readonly body: { readonly seats: readonly string[] };
};

const heard: Heard[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => void = () => {};
let token: string | undefined = 'a-token';
let server: Server;
let api: Api;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { authorization, 'idempotency-key': key, 'accept-language': language } = request.headers;
    const call = `${request.method} ${request.url}`;
    const body = JSON.parse((await text(request)) || '{}');
    heard.push({ call, key: key?.toString(), token: authorization, language, body });
    answer(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  api = createApi(`http://127.0.0.1:${port}/api`, async () => token);
});
afterAll(() => new Promise((closed) => server.close(closed)));
beforeEach(() => {
  heard.length = 0;
  token = 'a-token';
});

const json = (response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}) =>
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));

const tab = () => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
};

test('what everybody may read goes without a token, so that caches can keep it; the rest carries it', async () => {
  answer = (_request, response) => json(response, 200, { items: [] });
  await answered(api.GET('/musicals'));
  const params = { path: { performanceId: 'p1' } };
  await answered(api.GET('/performances/{performanceId}/plan', { params }));
  await answered(api.GET('/performances/{performanceId}/holds', { params }));
  await answered(api.GET('/mypage'));
  const own = 'Bearer a-token';
  expect(heard.map((request) => request.token)).toEqual([undefined, undefined, own, own]);
});

test('every call says in which language the page is read', async () => {
  answer = (_request, response) => json(response, 200, { items: [] });
  for (const spoken of LANGUAGES) {
    language.value = spoken;
    await answered(api.GET('/musicals'));
  }
  expect(heard.map((request) => request.language)).toEqual(LANGUAGES);
});

test('who has not signed in is told so, and nothing is sent', async () => {
  token = undefined;
  await expect(answered(api.GET('/mypage'))).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(heard).toEqual([]);
});

test('an answer that is a problem is thrown as one, also when it is not JSON', async () => {
  answer = (_request, response) => json(response, 409, { code: 'sold-out', detail: '' });
  await expect(answered(api.GET('/mypage'))).rejects.toMatchObject({ code: 'sold-out', status: 409 });
  answer = (_request, response) =>
    response.writeHead(502, { 'Content-Type': 'text/html' }).end('<p>Bad gateway');
  await expect(answered(api.GET('/mypage'))).rejects.toMatchObject({ code: 'unavailable', status: 502 });
});

test('the server’s clock is read from answers that no cache keeps', async () => {
  const hourAhead = new Date(Date.now() + 3_600_000).toUTCString();
  answer = (_request, response) => json(response, 200, { items: [] }, { Date: hourAhead });
  await answered(api.GET('/musicals'));
  expect(Math.abs(serverNow() - Date.now())).toBeLessThan(5_000);
  await answered(api.GET('/notifications'));
  expect(serverNow() - Date.now()).toBeGreaterThan(3_500_000);
});

const HOLD = {
  holdId: 'h1',
  performanceId: 'p1',
  seats: ['A-1-1'],
  amount: 1,
  currency: 'KRW',
  expiresAt: '',
};

/** The server, whose answer to the hold is lost `losses` times. */
function holds(losses: number) {
  let lost = 0;
  answer = (request, response) => {
    if (lost++ < losses) request.socket.destroy();
    else
      json(response, 201, request.url?.endsWith('/holds') ? HOLD : { reservationId: 'h1', status: 'held' });
  };
}

/** Ten standing places, the first of them sold. */
const FLOOR = {
  sectionId: 'FLOOR',
  kind: 'standing' as const,
  tier: 'FLOOR',
  price: 1,
  seats: Array.from({ length: 10 }, (_, index) => ({
    seatId: `FLOOR-${index + 1}`,
    number: index + 1,
    status: index === 0 ? ('sold' as const) : ('available' as const),
  })),
};
const wish = (seats: string[], standing: Record<string, number> = {}) => ({
  performanceId: 'p1',
  sections: [FLOOR],
  choice: { partySize: 2, seats, standing },
});

test('a lost answer, then the same again: the same keys and the same places, so they are held once', async () => {
  holds(1);
  const storage = tab();
  const wanted = wish(['A-1-1'], { FLOOR: 2 });
  await expect(holdChosen(api, storage, wanted)).rejects.toMatchObject({ code: 'offline' });
  expect(mayBeHeld(storage, 'p1', wanted.choice)).toBe(true);
  await expect(holdChosen(api, storage, wanted)).resolves.toMatchObject({ holdId: 'h1' });
  const [hold, holdAgain] = heard;
  expect(hold?.key).toBeDefined();
  expect(holdAgain).toEqual(hold);
  expect(storage.kept.size).toBe(0);
});

test('what is held is reserved under a key that follows from the hold, from whatever tab', async () => {
  holds(0);
  const hold = await holdChosen(api, tab(), wish(['A-1-1']));
  for (const _ of [1, 2]) await reserveHeld(api, hold, {});
  expect(heard.slice(1).map(({ call, key }) => [call, key])).toEqual([
    ['POST /api/reservations', 'reserve-h1'],
    ['POST /api/reservations', 'reserve-h1'],
  ]);
});

test('a refusal ends the intent: wanting the same seats again asks anew', async () => {
  answer = (_request, response) => json(response, 409, { code: 'seat-taken', taken: ['A-1-1'] });
  const storage = tab();
  for (const _ of [1, 2]) {
    const problem = await holdChosen(api, storage, wish(['A-1-1'])).catch(asProblem);
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({ code: 'seat-taken', taken: ['A-1-1'] });
  }
  expect(new Set(heard.map(({ key }) => key)).size).toBe(2);
});

test('standing places alone are asked for by number', async () => {
  holds(0);
  await holdChosen(api, tab(), wish([], { FLOOR: 3 }));
  expect(heard.map(({ call }) => call)).toEqual(['POST /api/performances/p1/holds']);
  expect(heard[0]?.body).toEqual({ sectionId: 'FLOOR', quantity: 3 });
});

test('standing places that somebody else was faster with are others at once; named seats are not', async () => {
  let refused = 0;
  answer = (_request, response) => {
    const taken = heard.at(-1)?.body.seats.slice(1);
    return refused++ < 2 ? json(response, 409, { code: 'seat-taken', taken }) : json(response, 201, HOLD);
  };
  await holdChosen(api, tab(), wish(['A-1-1'], { FLOOR: 3 }));
  const asked = heard.filter(({ call }) => call.endsWith('/holds')).map(({ body }) => body.seats);
  expect(asked).toHaveLength(3);
  expect(new Set(asked.flatMap((seats) => seats.slice(1))).size).toBe(9);
});
