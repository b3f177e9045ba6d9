import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import http, { type IncomingMessage } from 'node:http';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { testGateway } from '../../../tests/samples/gateway';

const { open, host, gateway, folder } = testGateway();

const LARGE = JSON.stringify({ seats: 'A-1-1 '.repeat(1_000) });

/** As it comes over the wire: `fetch` would have unpacked it. */
async function raw(
  address: string,
  acceptEncoding: string,
  method = 'GET',
  more: Record<string, string> = {},
) {
  const request = http.request(`${gateway().url}${address}`, {
    method,
    headers: { 'Accept-Encoding': acceptEncoding, ...more },
  });
  request.end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}

beforeEach(async () => {
  mkdirSync(path.join(folder(), 'web/assets'));
  writeFileSync(path.join(folder(), 'web/assets/a.js'), LARGE);
  writeFileSync(path.join(folder(), 'web/assets/a.webp'), LARGE);
  const api = await host((request, response) => {
    if (request.headers['if-none-match'] === '"7"') {
      response.writeHead(304, { ETag: '"7"', 'Content-Type': 'application/json' }).end();
      return;
    }
    const body = request.url === '/api/large' ? LARGE : '{"status":"held"}';
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      ETag: '"7"',
    });
    response.end(body);
  });
  await open([api]);
});

test.each([
  ['/api/large', 'gzip, deflate, br', 'br', brotliDecompressSync],
  ['/api/large', 'gzip', 'gzip', gunzipSync],
  ['/assets/a.js', 'gzip, deflate, br', 'br', brotliDecompressSync],
  ['/assets/a.js', 'gzip', 'gzip', gunzipSync],
] as const)('%s for a client of %s is %s, and whole', async (address, accepts, encoding, unpack) => {
  const { headers, body } = await raw(address, accepts);
  expect(headers['content-encoding']).toBe(encoding);
  expect(headers.vary).toContain('Accept-Encoding');
  expect(body.length).toBeLessThan(LARGE.length / 10);
  expect(unpack(body).toString()).toBe(LARGE);
});

test.each([
  ['a small answer', '/api/small', 'br', 'GET'],
  ['a picture', '/assets/a.webp', 'br', 'GET'],
  ['for a client that takes none', '/api/large', 'identity', 'GET'],
  ['a HEAD', '/api/large', 'br', 'HEAD'],
])('%s is left as it is', async (_, address, accepts, method) => {
  const { headers } = await raw(address, accepts, method);
  expect(headers['content-encoding']).toBeUndefined();
  expect(Number(headers['content-length'])).toBeGreaterThan(0);
});

test('an ETag stays strong, and its 304 has no body and no encoding', async () => {
  expect((await raw('/api/large', 'br')).headers.etag).toBe('"7"');
  const { status, headers, body } = await raw('/api/large', 'br', 'GET', { 'If-None-Match': '"7"' });
  expect([status, headers.etag, headers['content-encoding'], body.length]).toEqual([
    304,
    '"7"',
    undefined,
    0,
  ]);
});

test('nobody gets a part of what is compressed', async () => {
  const { status, body } = await raw('/assets/a.js', 'gzip', 'GET', { Range: 'bytes=0-9' });
  expect(status).toBe(200);
  expect(gunzipSync(body).toString()).toBe(LARGE);
});
