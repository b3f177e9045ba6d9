import { startTraces, type TracesServer } from './server';
import { TraceStore } from './store';

let server: TracesServer;
beforeAll(async () => {
  server = await startTraces(0, new TraceStore(3));
});
afterAll(() => server.close());

const exported = (traceId: string, spanId: string, facts: Record<string, string> = {}) => ({
  traceId,
  spanId,
  name: `step ${spanId}`,
  startTimeUnixNano: '1763700000000000000',
  endTimeUnixNano: '1763700000250000000',
  attributes: Object.entries(facts).map(([key, stringValue]) => ({ key, value: { stringValue } })),
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
    { traceId: 't1', reservationId: 'r1', spans: [{ name: 'step a' }, { name: 'step b' }] },
  ]);
  expect(await list('?reservationId=r2')).toEqual([]);
  await send(exported('t2', 'c'), exported('t2', 'd'));
  expect((await list()).map(({ traceId }: { traceId: string }) => traceId)).toEqual(['t2']);
});

test('the page takes its data from here only; what is no export is refused; the rest is not there', async () => {
  const page = await fetch(server.url);
  expect(page.headers.get('content-security-policy')).toContain("connect-src 'self'");
  expect(await page.text()).toContain('Traces of this machine');
  expect((await fetch(`${server.url}/v1/traces`, { method: 'POST', body: '{}' })).status).toBe(400);
  expect((await fetch(`${server.url}/etc`)).status).toBe(404);
});
