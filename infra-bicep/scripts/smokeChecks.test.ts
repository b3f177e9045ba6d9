import { once } from 'node:events';
import http, { type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { smoke, smokeChecks } from './smokeChecks';

let server: Server;
let answers: Record<string, { status: number; type: string; body: unknown }>;

const fine = (body: unknown) => ({ status: 200, type: 'application/json', body });
const refused = { status: 401, type: 'application/problem+json', body: { code: 'unauthenticated' } };

beforeEach(async () => {
  answers = {
    '/api/health': fine({ status: 'ok' }),
    '/api/openapi.json': fine({ paths: { '/reservations': {} } }),
    '/api/musicals': fine({ items: [] }),
  };
  server = http
    .createServer((request, response) => {
      const { status, type, body } = answers[request.url ?? ''] ?? refused;
      response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
    })
    .listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const problems = async () => {
  const results = await smoke(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  expect(results).toHaveLength(smokeChecks.length);
  return results.flatMap(({ name, problem }) => (problem === undefined ? [] : [`${name}: ${problem}`]));
};

test('a system that works passes', async () => expect(await problems()).toEqual([]));

test.each([
  ['a part is down', '/api/health', { ...fine({ status: 'down' }), status: 503 }, /answered 503, not 200/],
  ['the document is of something else', '/api/openapi.json', fine({ paths: {} }), /no \/reservations/],
  ['a call lets anybody in', '/api/mypage', fine({}), /answered 200, not 401/],
  [
    'the gateway refuses in its own form',
    '/api/notifications',
    { ...refused, type: 'application/json' },
    /refused in application\/json/,
  ],
])('%s', async (_, path, answer, message) => {
  answers[path] = answer;
  expect(await problems()).toContainEqual(expect.stringMatching(message));
});
