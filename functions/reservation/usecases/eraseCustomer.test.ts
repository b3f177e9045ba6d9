import { newEvent } from '../../../shared/messaging/envelope';
import { openReservation } from '../../../tests/samples/openReservation';
import { inStatus } from '../../../tests/samples/reservation';
import type { KeptLoan } from '../../lending/contract';
import { ERASING_CONTEXTS, erasureAnswered, type Objection } from '../contract';
import { GRACE_MS } from '../domain/erasure.decide';
import type { Reservation } from '../domain/reservation';
import { changeProfile } from './changeProfile';
import { hearErasureAnswered, requestErasure, sweepErasures } from './eraseCustomer';
import { placeReservation } from './placeReservation';

const { sale } = inStatus.completed;
const watched: Reservation = {
  ...inStatus.completed,
  sale: { ...sale, startsAt: '2026-11-01T10:00:00.000Z' },
};
const command = {
  reservationId: 'later',
  performanceId: 'm1.p1',
  request: { seats: ['A-1-1'] },
  customerId: 'kim',
  customer: { email: 'kim@example.com' },
};

/** Kim asks to be erased, and all others answer what is asked of them when a test says so. */
async function open(...given: readonly Reservation[]) {
  const opened = openReservation();
  const { deps, clock, topic } = opened;
  await opened.given(...given);
  const asked = () => topic.published().filter(({ type }) => type === 'ErasureAsked');
  const answer = async (objections: Partial<Record<string, Objection>> = {}) => {
    const last = asked().at(-1);
    for (const context of ERASING_CONTEXTS) {
      const objection = objections[context];
      const data = { ...(last?.data as object), context, ...(objection && { objection }) } as never;
      const about = { causeId: `${last?.id}/${context}`, subject: 's', time: last?.time ?? '' };
      await hearErasureAnswered(deps, newEvent(erasureAnswered, { ...about, data }));
    }
  };
  const later = async (ms: number) => {
    clock.nowMs += ms;
    await sweepErasures(deps);
  };
  const step = async () => (await deps.customers.read('kim')).erasure?.step;
  const steps = () => asked().map(({ data }) => (data as { step: string }).step);
  return { ...opened, answer, later, step, steps };
}

test('step by step the customer is marked and emptied everywhere, and bought again as somebody new', async () => {
  const { deps, stored, answer, later, step, steps } = await open(watched);
  await changeProfile(deps, 'kim', { name: 'Kim' });
  await requestErasure(deps, 'kim');
  await expect(placeReservation(deps, command)).rejects.toMatchObject({ code: 'erasure-under-way' });
  await expect(changeProfile(deps, 'kim', { name: 'Lee' })).rejects.toMatchObject({
    code: 'erasure-under-way',
  });
  await answer();
  await later(GRACE_MS - 60_000);
  expect([await step(), (await stored()).customer.name]).toEqual(['mark', 'Kim']);

  await later(60_000);
  expect([await step(), (await stored()).customer]).toEqual(['empty', {}]);
  expect((await deps.customers.read('kim')).profile).toBeUndefined();
  await answer();
  await later(GRACE_MS);
  await expect(placeReservation(deps, command)).rejects.toMatchObject({ code: 'erasure-under-way' });
  await answer();
  expect([await step(), steps()]).toEqual(['done', ['mark', 'empty', 'empty-again']]);
  expect((await placeReservation(deps, command)).customer).toEqual(command.customer);
  expect((await deps.customers.read('kim')).dueAt).toBeUndefined();
});

test.each<[string, Reservation]>([
  ['a performance to come', { ...watched, sale: { ...sale, startsAt: '2026-12-24T10:30:00.000Z' } }],
  ['what is not paid yet', inStatus.held],
  ['a refund that is owed', inStatus.cancelling],
  ['an end whose seats are not back yet', { ...inStatus.expired, dueAt: '2026-11-21T10:06:00.000Z' }],
])('%s stands against it: nobody else is asked, and nothing is marked', async (_what, reservation) => {
  const { deps, steps, step } = await open(watched, { ...reservation, reservationId: 'r2' });
  await expect(requestErasure(deps, 'kim')).rejects.toMatchObject({ code: 'in-use' });
  expect([steps(), await step()]).toEqual([[], 'lifted']);
  expect((await deps.customers.read('kim')).dueAt).toBeUndefined();
  expect((await placeReservation(deps, command)).status).toBe('placed');
});

test('one objection lifts it for all, once they are told, and it can be asked for again', async () => {
  const { deps, answer, later, step, topic } = await open(watched);
  await requestErasure(deps, 'kim');
  topic.isAway = true;
  await answer({ notification: 'holding' } as never);
  expect(await step()).toBe('lifted');
  expect((await placeReservation(deps, command)).status).toBe('placed');
  topic.isAway = false;
  await later(0);
  const lifted = topic.published().filter(({ type }) => type === 'ErasureLifted');
  expect(lifted).toMatchObject([{ data: { customerId: 'kim', n: 1, objection: 'holding' } }]);
  expect((await deps.customers.read('kim')).dueAt).toBeUndefined();
  expect((await deps.customers.read('kim')).erasure?.n).toBe(1);
});

test('what a request had begun before the mark stood is found before anything is emptied', async () => {
  const { deps, given, answer, later, step, stored } = await open(watched);
  await requestErasure(deps, 'kim');
  await given({ ...inStatus.held, reservationId: 'slipped' });
  await answer();
  await later(GRACE_MS);
  expect(await step()).toBe('lifted');
  expect((await stored()).customer).toEqual(watched.customer);
});

test('who does not answer is asked again, and nothing is emptied before', async () => {
  const { deps, later, step, topic, lines } = await open(watched);
  await requestErasure(deps, 'kim');
  for (let times = 0; times < 8; times++) await later(GRACE_MS);
  expect(await step()).toBe('mark');
  expect(topic.taken.filter(({ type }) => type === 'ErasureAsked').length).toBeGreaterThan(5);
  expect(lines).toContainEqual(expect.objectContaining({ level: 'error', message: 'erasure waits' }));
});

test('asked for twice it is one, and a late answer to an earlier step changes nothing', async () => {
  const { deps, answer, steps, later, step } = await open(watched);
  for (let times = 0; times < 2; times++) await requestErasure(deps, 'kim');
  expect((await deps.customers.read('kim')).erasure?.n).toBe(1);
  await answer();
  await later(GRACE_MS);
  const before = await deps.customers.read('kim');
  const late = {
    customerId: 'kim',
    n: 1,
    at: '',
    step: 'mark',
    context: 'musical',
    objection: 'holding',
  } as const;
  await hearErasureAnswered(
    deps,
    newEvent(erasureAnswered, { causeId: 'x', subject: 's', time: '', data: late }),
  );
  expect(await deps.customers.read('kim')).toEqual(before);
  expect([await step(), steps()]).toEqual(['empty', ['mark', 'empty']]);
});

test('when two ask at once and the first finds an objection, whoever was asked by the second is told too', async () => {
  const { deps, topic, step } = await open({ ...inStatus.held });
  const { list } = deps.reservations;
  const slow = {
    ...deps,
    reservations: {
      ...deps.reservations,
      list: async (filter: Parameters<typeof list>[0]) => {
        await requestErasure(deps, 'kim');
        return list(filter);
      },
    },
  };
  await expect(requestErasure(slow, 'kim')).rejects.toMatchObject({ code: 'in-use' });
  expect(await step()).toBe('lifted');
  expect(topic.published().map(({ type }) => type)).toEqual(['ErasureAsked', 'ErasureLifted']);
});

test('who asks again before all know that it was lifted, and is refused at once, is not left marked by the first', async () => {
  const { deps, given, answer, later, topic } = await open(watched);
  await requestErasure(deps, 'kim');
  topic.isAway = true;
  await answer({ notification: 'holding' } as never);
  await given({ ...inStatus.held, reservationId: 'another' });
  await expect(requestErasure(deps, 'kim')).rejects.toMatchObject({ code: 'in-use' });
  topic.isAway = false;
  await later(0);
  const lifted = topic.published().filter(({ type }) => type === 'ErasureLifted');
  expect(lifted).toMatchObject([{ data: { customerId: 'kim', n: 2 } }]);
  expect((await deps.customers.read('kim')).dueAt).toBeUndefined();
});

test('as long as the provider says another sum of a reservation, its customer is not erased', async () => {
  const difference = {
    kind: 'returned',
    ours: { captured: 340_000, refunded: 0 },
    provider: { captured: 340_000, refunded: 100_000 },
    foundAt: '2026-11-21T10:02:00.000Z',
  } as const;
  const { deps, step } = await open({ ...watched, differences: [difference] });
  await expect(requestErasure(deps, 'kim')).rejects.toMatchObject({
    code: 'in-use',
    extensions: { reason: 'unsettled' },
  });
  expect(await step()).toBe('lifted');

  const closed = { ...difference, closedAt: '2026-11-21T10:03:00.000Z' };
  const settled = await open({ ...watched, differences: [closed] });
  await requestErasure(settled.deps, 'kim');
  expect(await settled.step()).toBe('mark');
});

test('who has borrowed something is refused at once, and asked nothing, until it is back', async () => {
  const { deps, container, step, topic } = await open();
  const loans = container('loans');
  const loan = (status: KeptLoan['status']) => {
    const times = { requestedAt: '2026-11-21T09:00:00.000Z', updatedAt: '2026-11-21T09:00:00.000Z' };
    const asked = { loanId: 'l1', customerId: 'kim', itemId: 'i1', itemName: 'Opera glasses', quantity: 1 };
    const kept: KeptLoan = { ...asked, ...times, status, version: 2 };
    return loans.items.upsert({ id: 'l1', kind: 'loan', listKey: `${times.requestedAt} l1`, ...kept });
  };
  await loan('lent');
  await expect(requestErasure(deps, 'kim')).rejects.toMatchObject({
    code: 'in-use',
    extensions: { reason: 'borrowed' },
  });
  expect([await step(), topic.published().length]).toEqual(['lifted', 0]);
  await loan('returned');
  await requestErasure(deps, 'kim');
  expect(await step()).toBe('mark');
});
