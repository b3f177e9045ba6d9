import { z } from 'zod';
import { openContainers } from '../../tests/samples/containers';
import { type RequestParts, sampleInvocation, sampleRequest } from '../../tests/samples/http';
import type { Answer } from './answer';
import { auditTrail } from './auditTrail';
import type { Caller } from './auth';
import { type EndpointSpec, endpoint } from './endpoint';
import { httpHandler, httpOptions } from './handler';
import { generalProblem } from './problem';

/** Past midnight in Seoul, and not yet in UTC. */
const NOW = '2026-11-21T15:00:00.000Z';
const TODAY = '2026-11-22';
const BOX: Caller = {
  customerId: 'counter-1',
  isAdmin: false,
  isBoxOffice: true,
  name: 'Park',
  email: 'park@example.com',
};
const KIM: Caller = { customerId: 'kim', isAdmin: false };

const spec = {
  method: 'POST',
  route: 'admin/things/{thingId}',
  summary: '',
  auth: 'box-office',
  body: z.object({ seats: z.array(z.string()), note: z.string().optional() }),
  query: z.object({ count: z.coerce.number().optional() }),
  audited: ['seats', 'count'],
  answers: {},
} as const satisfies EndpointSpec;

const request: RequestParts = {
  params: { thingId: 't1' },
  query: { count: '2' },
  body: JSON.stringify({ seats: ['A-1-1'], note: 'for Kim Nari' }),
};

function openAudit() {
  const { clock, container, faults } = openContainers(Date.parse(NOW));
  const audit = auditTrail(container('audit'), { now: () => clock.nowMs }, 'Asia/Seoul');
  const page = (limit = 20, after?: string) => audit.of(TODAY, { after, limit });
  type Given = { readonly caller?: Caller; readonly changes?: Partial<EndpointSpec> };
  const call = async (work: () => Promise<Answer>, { caller = BOX, changes = {} }: Given = {}) => {
    const { context, lines } = sampleInvocation();
    const deps = { authenticate: async () => caller, audit };
    const thing = endpoint<typeof deps, unknown, unknown>({ ...spec, ...changes } as never, work);
    const { status } = (await httpHandler(deps, thing)(sampleRequest(request), context)) as {
      status: number;
    };
    return { status, lines };
  };
  return { call, page, audit, clock, container, faults };
}

const begun = {
  id: expect.any(String),
  ...{ day: TODAY, at: NOW, staff: 'counter-1', call: 'POST /api/admin/things/{thingId}' },
  ...{ ids: { thingId: 't1' }, said: { seats: ['A-1-1'], count: 2 } },
};

test('it is written before the act, and completed with what it made', async () => {
  const { call, page } = openAudit();
  let before: unknown;
  const made = { status: 201, body: {}, headers: { location: '/api/things/t2' } };
  const { status } = await call(async () => {
    before = await page();
    return made;
  });
  expect(status).toBe(201);
  expect(before).toEqual([begun]);
  expect(await page()).toEqual([{ ...begun, outcome: { at: NOW, status: 201, made: '/api/things/t2' } }]);
});

test('who did it and which ids are all it says of anybody', async () => {
  const { call, container } = openAudit();
  await call(async () => ({ status: 200 }));
  const { resources } = await container('audit').items.readAll().fetchAll();
  expect(JSON.stringify(resources)).not.toMatch(/Nari|Park|park@/);
  expect(resources).toMatchObject([{ ttl: 158_112_000 }]);
});

test('what was refused, and what failed, is kept as that', async () => {
  const { call, page, clock } = openAudit();
  const failing = async (error: unknown) => {
    clock.nowMs += 1_000;
    await call(() => Promise.reject(error));
  };
  await failing(generalProblem('stale', 'It has changed.'));
  await failing(new Error('of nobody’s making'));
  await failing(Object.assign(new Error('busy'), { code: 503 }));
  expect((await page()).map(({ outcome }) => [outcome?.status, outcome?.code])).toEqual([
    [503, 'unavailable'],
    [500, 'internal-error'],
    [412, 'stale'],
  ]);
});

test('what cannot be written down is not done', async () => {
  const { call, faults } = openAudit();
  const act = jest.fn(async () => ({ status: 200 }));
  faults.losesRequests = true;
  expect((await call(act)).status).toBe(503);
  expect(act).not.toHaveBeenCalled();
});

test('what was done is answered though it cannot be completed, and the log says so', async () => {
  const { call, faults } = openAudit();
  const { status, lines } = await call(async () => {
    faults.losesRequests = true;
    return { status: 200 };
  });
  expect(status).toBe(200);
  expect(lines.join()).toContain('audit not completed');
});

test('what only looks, what was refused at the door, and what a customer does is not of it', async () => {
  const { call, page } = openAudit();
  const act = async () => ({ status: 200 });
  await call(act, { changes: { method: 'GET' } });
  await call(act, { changes: { auth: 'admin' } });
  await call(act, { changes: { auth: 'customer' }, caller: KIM });
  await call(act, { changes: { body: z.object({ other: z.string() }) } });
  expect(await page()).toEqual([]);
});

test('a customer’s call that staff make is of it', async () => {
  const { call, page } = openAudit();
  await call(async () => ({ status: 202 }), { changes: { auth: 'customer' } });
  expect(await page()).toMatchObject([{ staff: 'counter-1', outcome: { status: 202 } }]);
});

test('a day is read page by page, the newest first', async () => {
  const { call, page, audit, clock } = openAudit();
  for (let count = 0; count < 3; count++) {
    await call(async () => ({ status: 200 + count }));
    clock.nowMs += 1_000;
  }
  const [first, second] = await page(2);
  expect([first?.outcome?.status, second?.outcome?.status]).toEqual([202, 201]);
  const rest = await page(2, `${second?.at} ${second?.id}`);
  expect(rest.map(({ outcome }) => outcome?.status)).toEqual([200]);
  expect(await audit.of('2026-11-21', { after: undefined, limit: 2 })).toEqual([]);
  expect(audit.today()).toBe(TODAY);
});

test('a call of staff that changes something is not registered without it', () => {
  const deps = { authenticate: async () => BOX };
  const thing = (changes: Partial<EndpointSpec>) =>
    endpoint<typeof deps, unknown, unknown>({ ...spec, ...changes } as never, async () => ({ status: 200 }));
  expect(() => httpOptions(deps, thing({}))).toThrow('there is no audit');
  expect(() => httpOptions(deps, thing({ method: 'GET' }))).not.toThrow();
  expect(() => httpOptions(deps, thing({ auth: 'customer' }))).not.toThrow();
});
