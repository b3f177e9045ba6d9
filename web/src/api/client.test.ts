import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { reserve } from '../purchase/reserve';
import { type Api, answered, createApi } from './client';
import { ApiProblem, asProblem } from './problem';
import { serverNow } from './serverClock';

type Heard = { readonly call: string; readonly key: string | undefined; readonly token: string | undefined };

const heard: Heard[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => void = () => {};
let token: string | undefined = 'a-token';
let server: Server;
let api: Api;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { authorization, 'idempotency-key': key } = request.headers;
    heard.push({ call: `${request.method} ${request.url}`, key: key?.toString(), token: authorization });
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
  await answered(api.GET('/mypage'));
  expect(heard.map((request) => request.token)).toEqual([undefined, 'Bearer a-token']);
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

/** The server, whose answer to the reservation is lost `losses` times. */
function sells(losses: number) {
  let lost = 0;
  answer = (request, response) => {
    if (request.url?.endsWith('/holds')) json(response, 201, HOLD);
    else if (lost++ < losses) request.socket.destroy();
    else json(response, 201, { reservationId: 'h1', status: 'held' });
  };
}

test('a lost answer, then the same again: the same keys, so the seats are held once', async () => {
  sells(1);
  const storage = tab();
  const wanted = { kind: 'seats' as const, seats: ['A-1-1'] };
  await expect(reserve(api, storage, 'p1', wanted)).rejects.toMatchObject({ code: 'offline' });
  await expect(reserve(api, storage, 'p1', wanted)).resolves.toMatchObject({ reservationId: 'h1' });
  const [hold, reservation, holdAgain, reservationAgain] = heard.map(({ key }) => key);
  expect(hold).toBeDefined();
  expect(holdAgain).toBe(hold);
  expect([reservation, reservationAgain]).toEqual(['reserve-h1', 'reserve-h1']);
  expect(storage.kept.size).toBe(0);
});

test('a refusal ends the intent: wanting the same seats again asks anew', async () => {
  answer = (_request, response) => json(response, 409, { code: 'seat-taken', taken: ['A-1-1'] });
  const storage = tab();
  const wanted = { kind: 'seats' as const, seats: ['A-1-1'] };
  for (const _ of [1, 2]) {
    const problem = await reserve(api, storage, 'p1', wanted).catch(asProblem);
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({ code: 'seat-taken', taken: ['A-1-1'] });
  }
  expect(new Set(heard.map(({ key }) => key)).size).toBe(2);
});

test('the best of a section is asked for by number', async () => {
  sells(0);
  await reserve(api, tab(), 'p1', { kind: 'best', sectionId: 'FLOOR', quantity: 3 });
  expect(heard.map(({ call }) => call)).toEqual([
    'POST /api/performances/p1/holds',
    'POST /api/reservations',
  ]);
});
