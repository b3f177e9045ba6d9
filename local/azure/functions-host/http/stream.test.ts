import { fixture, type HostProcess, startHostProcess } from '../fixtures/hostProcess';

let host: HostProcess;

beforeAll(async () => {
  host = await startHostProcess(fixture('stream'), { FUNCTIONS_REQUEST_BODY_SIZE_LIMIT: '5000000' });
});
afterAll(async () => {
  expect(await host.stop()).toBe(0);
});

test('a request streams in and its answer streams out', async () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const response = await fetch(host.url('/api/upper/kim?q=1'), {
    method: 'POST',
    body: new Blob(['ab', 'cd']).stream(),
    duplex: 'half',
    headers: { traceparent },
  } as RequestInit);
  expect(response.status).toBe(201);
  expect(await response.text()).toBe('ABCD');
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'x-name': 'kim',
    'x-query': '1',
    'x-trace': traceparent,
    'set-cookie': 'c=v',
  });
  expect(response.headers.has('x-ms-invocation-id')).toBe(false);
});

test('the first part arrives before the last is written', async () => {
  const response = await fetch(host.url('/api/slow'));
  const parts: string[] = [];
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>)
    parts.push(Buffer.from(chunk).toString());
  expect(parts).toEqual(['first ', 'second']);
});

test('a large body passes through', async () => {
  const response = await fetch(host.url('/api/count'), { method: 'POST', body: Buffer.alloc(4_000_000) });
  expect(await response.json()).toEqual({ bytes: 4_000_000 });
});

test('a body past the limit is a 413', async () => {
  const response = await fetch(host.url('/api/count'), { method: 'POST', body: Buffer.alloc(6_000_000) });
  expect(response.status).toBe(413);
});

test('the app sees the address that was asked for', async () => {
  const response = await fetch(host.url('/api/plain?x=1'));
  expect(await response.json()).toEqual({ url: host.url('/api/plain?x=1') });
});

test.each([
  ['/api/nothing', 204],
  ['/api/throws', 500],
  ['/api/nowhere', 404],
])('%s is %s', async (path, status) => {
  expect((await fetch(host.url(path))).status).toBe(status);
});

test('an answer that breaks off is seen as broken', async () => {
  await expect(fetch(host.url('/api/breaks')).then((response) => response.text())).rejects.toThrow();
});
