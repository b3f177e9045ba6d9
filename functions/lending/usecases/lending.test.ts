import { sampleEvent } from '../../../tests/samples/events';
import { openLending } from '../../../tests/samples/openLending';
import { loanRequested } from '../contract';
import { hearLoanRequested } from './decideLoan';
import { requestLoan } from './requestLoan';
import { returnLoan } from './returnLoan';

const requestOf = (loanId: string, quantity = 1) =>
  sampleEvent(loanRequested, loanId, { loanId, customerId: 'kim', itemId: 'glasses', quantity });

test('given as many are there, what is asked for is lent, and that is told', async () => {
  const { offer, borrow, lent, said } = openLending();
  await offer();
  expect(await borrow('l1', 3)).toMatchObject({
    status: 'lent',
    lentAt: '2026-12-24T10:00:00.000Z',
    returnBy: '2026-12-24T16:00:00.000Z',
    version: 2,
  });
  expect(await lent()).toBe(3);
  expect(said()).toEqual(['LoanRequested', 'ItemLent']);
});

test('given fewer are there, nothing of it is lent, and that is told', async () => {
  const { offer, borrow, lent, said } = openLending();
  await offer();
  await borrow('l1', 3);
  expect(await borrow('l2', 2)).toMatchObject({ status: 'cancelled', reason: 'out-of-stock' });
  expect(await lent()).toBe(3);
  expect(said().at(-1)).toBe('OutOfStock');
});

test('given many ask at once, no more are lent than there are', async () => {
  const { offer, borrow, lent } = openLending();
  await offer({ stock: 5 });
  const loans = await Promise.all(Array.from({ length: 9 }, (_, i) => borrow(`l${i}`, 2, `customer ${i}`)));
  expect(loans.filter(({ status }) => status === 'lent')).toHaveLength(2);
  expect(await lent()).toBe(4);
});

test('a loan that is returned is there for others, and that is told', async () => {
  const { offer, borrow, bringBack, loanOf, lent, said } = openLending();
  await offer();
  await borrow('l1', 4);
  expect(await bringBack('l1')).toMatchObject({ status: 'returned', returnedAt: '2026-12-24T10:00:00.000Z' });
  expect(await loanOf('l1')).not.toHaveProperty('dueAt');
  expect(await lent()).toBe(0);
  expect(said().at(-1)).toBe('LoanReturned');
});

test('it is returned once, however often that is said, at once or later', async () => {
  const { offer, borrow, bringBack, lent } = openLending();
  await offer();
  await borrow('l1', 2);
  await borrow('l2', 2);
  await Promise.all([bringBack('l1'), bringBack('l1')]);
  await bringBack('l1');
  expect(await lent()).toBe(2);
});

test('a request that comes again after the return lends nothing', async () => {
  const { deps, offer, borrow, bringBack, loanOf, lent, said } = openLending();
  await offer();
  await borrow('l1', 2);
  await bringBack('l1');
  const before = said();
  await hearLoanRequested(deps, requestOf('l1', 2));
  expect(await lent()).toBe(0);
  expect(await loanOf('l1')).toMatchObject({ status: 'returned' });
  expect(said()).toEqual(before);
});

test('a request that comes again after a refusal is refused still, although there are enough by then', async () => {
  const { deps, offer, borrow, bringBack, loanOf, lent } = openLending();
  await offer();
  await borrow('l1', 4);
  await borrow('l2', 1);
  await bringBack('l1');
  await hearLoanRequested(deps, requestOf('l2'));
  expect(await loanOf('l2')).toMatchObject({ status: 'cancelled' });
  expect(await lent()).toBe(0);
});

test('a slip stands beside the stock of what was lent, refused and returned', async () => {
  const { deps, offer, borrow, bringBack } = openLending();
  await offer();
  await borrow('l1', 4);
  await borrow('l2', 1);
  await bringBack('l1');
  expect((await deps.items.slip('glasses', 'l1'))?.value).toMatchObject({ status: 'returned', quantity: 4 });
  expect((await deps.items.slip('glasses', 'l2'))?.value).toMatchObject({ status: 'refused' });
});

test('who has something overdue borrows nothing until it is back, and everybody else does', async () => {
  const { offer, borrow, bringBack, hoursLater } = openLending();
  await offer();
  await borrow('l1');
  hoursLater(6);
  expect(await borrow('l2')).toMatchObject({ status: 'cancelled', reason: 'overdue' });
  expect(await borrow('l3', 1, 'lee')).toMatchObject({ status: 'lent' });
  await bringBack('l1');
  expect(await borrow('l4')).toMatchObject({ status: 'lent' });
});

test('a loan that was lent and is overdue by its slip blocks, although it does not know it yet', async () => {
  const { deps, offer, borrow, request, topic, hoursLater } = openLending();
  await offer();
  await request('l1');
  topic.isAway = true;
  await expect(hearLoanRequested(deps, requestOf('l1'))).rejects.toThrow('ItemLent');
  topic.isAway = false;
  hoursLater(6);
  expect(await borrow('l2')).toMatchObject({ status: 'cancelled', reason: 'overdue' });
});

test('given the request was not told, the sweep decides it, and tells', async () => {
  const { offer, request, loanOf, topic, hoursLater, sweep, said } = openLending();
  await offer();
  topic.isAway = true;
  await request('l1');
  hoursLater(1);
  await sweep();
  expect(await loanOf('l1')).toMatchObject({ status: 'requested', attempts: 1 });
  topic.isAway = false;
  hoursLater(1);
  await sweep();
  expect(await loanOf('l1')).toMatchObject({ status: 'lent', lentAt: '2026-12-24T11:00:00.000Z' });
  expect(said()).toEqual(['ItemLent']);
});

test('given a return was not told, the sweep tells it, and the stock has it once', async () => {
  const { offer, borrow, bringBack, loanOf, lent, topic, hoursLater, sweep, said } = openLending();
  await offer();
  await borrow('l1', 2);
  topic.isAway = true;
  await bringBack('l1');
  topic.isAway = false;
  hoursLater(1);
  await sweep();
  expect(said().at(-1)).toBe('LoanReturned');
  expect(await loanOf('l1')).not.toHaveProperty('dueAt');
  expect(await lent()).toBe(0);
});

test('given the store broke off after the loan said it is back, the sweep puts it into the stock', async () => {
  const { deps, offer, borrow, loanOf, lent, hoursLater, sweep } = openLending();
  await offer();
  await borrow('l1', 2);
  const died = { ...deps, items: { ...deps.items, writeSlip: () => Promise.reject(new Error('died')) } };
  await expect(returnLoan(died, 'l1', { customerId: 'kim', isAdmin: false })).rejects.toThrow('died');
  expect([await lent(), (await loanOf('l1')).status]).toEqual([2, 'returned']);
  hoursLater(1);
  await sweep();
  expect(await lent()).toBe(0);
});

test('what is overdue is told when it is, once a day, each time with its number, and no more than a week', async () => {
  const { offer, borrow, topic, hoursLater, sweep } = openLending();
  await offer();
  await borrow('l1');
  const told = () =>
    topic
      .published('l1')
      .flatMap(({ type, data }) => (type === 'LoanOverdue' ? [(data as { n: number }).n] : []));
  await sweep();
  expect(told()).toEqual([]);
  hoursLater(6);
  await sweep();
  await sweep();
  expect(told()).toEqual([1]);
  for (let day = 0; day < 10; day++) {
    hoursLater(24);
    await sweep();
  }
  expect(told()).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('connections that break before or after a write cost nobody anything', async () => {
  const { offer, borrow, bringBack, faults, loanOf, lent, sweep, hoursLater } = openLending();
  await offer();
  faults.losesReplies = true;
  await borrow('l1', 2).catch(() => {});
  faults.losesReplies = false;
  hoursLater(1);
  await sweep();
  expect([await lent(), (await loanOf('l1')).status]).toEqual([2, 'lent']);
  faults.losesReplies = true;
  await bringBack('l1').catch(() => {});
  faults.losesReplies = false;
  hoursLater(1);
  await sweep();
  expect([await lent(), (await loanOf('l1')).status]).toEqual([0, 'returned']);
});

test('somebody else’s loan is not returned, and staff take it back', async () => {
  const { deps, offer, borrow, lent } = openLending();
  await offer();
  await borrow('l1');
  await expect(returnLoan(deps, 'l1', { customerId: 'lee', isAdmin: false })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await returnLoan(deps, 'l1', { customerId: 'staff', isAdmin: false, isBoxOffice: true });
  expect(await lent()).toBe(0);
});

test('what is not out is not returned', async () => {
  const { offer, borrow, request, bringBack } = openLending();
  await offer({ stock: 0 });
  await borrow('l1');
  await request('l2');
  for (const loanId of ['l1', 'l2'])
    await expect(bringBack(loanId)).rejects.toMatchObject({ code: 'wrong-state' });
  await expect(bringBack('l3')).rejects.toMatchObject({ code: 'not-found' });
});

test('whoever is being erased borrows nothing, and a request from before is answered', async () => {
  const { deps, offer, request, borrow } = openLending();
  await offer();
  await borrow('l1');
  await deps.marks.set({ customerId: 'kim', n: 1, at: '2026-12-24T10:00:00.000Z', state: 'asked' });
  await expect(request('l2')).rejects.toMatchObject({ code: 'erasure-under-way' });
  expect(await request('l1')).toMatchObject({ status: 'lent' });
});

test('what nobody offers cannot be asked for', async () => {
  const { deps } = openLending();
  const command = { loanId: 'l1', customerId: 'kim', itemId: 'nothing', quantity: 1 };
  await expect(requestLoan(deps, command)).rejects.toMatchObject({ code: 'not-found' });
});

test('what is out is listed for staff, and a customer’s own for the customer', async () => {
  const { deps, offer, borrow, bringBack, clock } = openLending();
  await offer({ loanHours: 12 });
  await offer({ loanHours: 2 }, 'scripts');
  for (const [loanId, customerId, itemId] of [
    ['l1', 'kim', 'glasses'],
    ['l2', 'lee', 'scripts'],
    ['l3', 'kim', 'glasses'],
  ] as const) {
    clock.nowMs += 1_000;
    await borrow(loanId, 1, customerId, itemId);
  }
  await bringBack('l1');
  const page = { after: undefined, limit: 10 };
  expect((await deps.loans.out(page)).map(({ loanId }) => loanId)).toEqual(['l2', 'l3']);
  expect((await deps.loans.of('kim', page)).map(({ loanId }) => loanId)).toEqual(['l3', 'l1']);
});
