import type { RunningServer } from '../http/server';
import { startTraces } from './server';
import { TraceStore } from './store';

let server: RunningServer;
beforeAll(async () => {
  server = await startTraces(0, new TraceStore(3));
});
afterAll(() => server.close());

const exported = (traceId: string, spanId: string, attributes: Record<string, string> = {}) => ({
  traceId,
  spanId,
  name: `span ${spanId}`,
  startTimeUnixNano: '1763700000000000000',
  endTimeUnixNano: '1763700000250000000',
  attributes: Object.entries(attributes).map(([key, stringValue]) => ({ key, value: { stringValue } })),
});
const send = (...spans: object[]) =>
  fetch(`${server.url}/v1/traces`, {
    method: 'POST',
    body: JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans }] }] }),
  });
const list = async (query = '') => {
  const reply = await fetch(`${server.url}/traces${query}`);
  return ((await reply.json()) as { traces: { traceId: string }[] }).traces;
};

test('a trace is found by its reservation; when there are too many the oldest goes', async () => {
  await send(exported('t1', 'a', { reservationId: 'r1' }), exported('t1', 'b'));
  expect(await list('?reservationId=r1')).toMatchObject([
    { traceId: 't1', reservationId: 'r1', spans: [{ name: 'span a' }, { name: 'span b' }] },
  ]);
  expect(await list('?reservationId=r2')).toEqual([]);
  await send(exported('t2', 'c'), exported('t2', 'd'));
  expect((await list()).map(({ traceId }: { traceId: string }) => traceId)).toEqual(['t2']);
});

test('the page takes its data from here only; what is no export is refused; the rest is not there', async () => {
  const page = await fetch(server.url);
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'; connect-src 'self'");
  const html = await page.text();
  expect(html).toContain('Traces of this machine');
  const script = /src="([^"]+)"/.exec(html)?.[1] ?? '';
  expect((await fetch(`${server.url}${script}`)).headers.get('content-type')).toContain('javascript');
  expect((await fetch(`${server.url}/v1/traces`, { method: 'POST', body: '{}' })).status).toBe(400);
  expect((await fetch(`${server.url}/etc`)).status).toBe(404);
});
