import { fixture, type HostProcess, startHostProcess } from '../fixtures/hostProcess';

let host: HostProcess;
const TRACE = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

beforeAll(async () => {
  host = await startHostProcess(fixture('eventgrid'));
});
afterAll(async () => {
  expect(await host.stop()).toBe(0);
});

const post = (body: unknown, headers: Record<string, string> = {}, name = 'receive') =>
  fetch(host.url(`/runtime/webhooks/eventgrid?functionName=${name}`), {
    method: 'POST',
    headers: { 'aeg-event-type': 'Notification', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

test('a CloudEvent runs the function, in its trace', async () => {
  const event = { specversion: '1.0', id: 'c-1', type: 't', source: 's', traceparent: TRACE, data: { n: 1 } };
  expect((await post(event)).status).toBe(202);
  const [, json] = await host.printed(/event (\{"event":\{"specversion".*)/);
  expect(JSON.parse(json ?? '')).toEqual({ event, traceParent: TRACE });
});

test('a list of events of the other schema runs it for each', async () => {
  expect(
    (
      await post([
        { id: 'g-1', eventType: 't' },
        { id: 'g-2', eventType: 't' },
      ])
    ).status,
  ).toBe(202);
  await host.printed(/"id":"g-1"/);
  await host.printed(/"id":"g-2"/);
});

test('a function that throws asks for another delivery', async () => {
  expect((await post([{ id: 'g-3', data: { throws: true } }])).status).toBe(500);
});

test('both handshakes', async () => {
  const validation = await post([{ data: { validationCode: 'abc' } }], {
    'aeg-event-type': 'SubscriptionValidation',
  });
  expect(await validation.json()).toEqual({ validationResponse: 'abc' });
  const options = await fetch(host.url('/runtime/webhooks/eventgrid?functionName=receive'), {
    method: 'OPTIONS',
    headers: { 'webhook-request-origin': 'eventgrid.example' },
  });
  expect(options.headers.get('webhook-allowed-origin')).toBe('eventgrid.example');
});

test.each([
  ['{', 'receive', 400],
  ['{}', 'nobody', 404],
])('%s to %s is %s', async (body, name, status) => {
  expect((await post(body, {}, name)).status).toBe(status);
});
