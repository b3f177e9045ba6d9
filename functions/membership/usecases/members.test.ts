import { openMembership } from '../../../tests/samples/openMembership';
import { readPlan, removePlan, updatePlan } from './editPlan';
import { previewBilling, runBilling } from './issueBills';

const monthsOf = (bills: readonly { readonly month: string }[]) => bills.map(({ month }) => month);

test('who joins is a member at once, with the first month billed in full and due on that day', async () => {
  const { offer, enter, bills, standing, said } = openMembership();
  await offer();
  expect(await enter()).toMatchObject({ status: 'active', nextMonth: '2027-01', monthlyFee: 9_000 });
  expect(await bills()).toMatchObject([
    { billId: 'm1-2026-12', status: 'unpaid', amount: 9_000, dueOn: '2026-12-24' },
  ]);
  expect(await standing()).toEqual({
    status: 'active',
    benefits: { presale: true, percentOff: 10 },
    overdue: 0,
  });
  expect(said()).toEqual(['MembershipStarted', 'BillIssued']);
});

test('there is one live membership, also when many join at once', async () => {
  const { offer, enter, bills } = openMembership();
  await offer();
  const tries = await Promise.allSettled(['m1', 'm2', 'm3'].map((id) => enter(id)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const one of tries)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'wrong-state' });
  expect(await bills()).toHaveLength(1);
});

test('a call that is repeated, or whose answer was lost, finds its membership', async () => {
  const { offer, enter, bills, faults, said } = openMembership();
  await offer();
  faults.losesReplies = true;
  const first = await enter();
  faults.losesReplies = false;
  expect(await enter()).toEqual(first);
  expect(await bills()).toHaveLength(1);
  expect(said()).toEqual(['MembershipStarted', 'BillIssued']);
});

test('a plan that changes, or is offered no more, leaves its members what they joined by', async () => {
  const { deps, offer, enter, sweep, bills, at } = openMembership();
  const { etag } = await offer();
  await enter();
  const dearer = { name: 'Friends', monthlyFee: 12_000, currency: 'KRW', benefits: {} };
  await updatePlan(deps, 'friends', dearer, etag);
  await expect(updatePlan(deps, 'friends', { ...dearer, name: 'X' }, etag)).rejects.toMatchObject({
    code: 'stale',
  });
  await removePlan(deps, 'friends', undefined);
  await expect(readPlan(deps, 'friends')).rejects.toMatchObject({ code: 'not-found' });
  await expect(enter('m2', 'lee')).rejects.toMatchObject({ code: 'not-found' });
  expect(await deps.plans.list({ after: undefined, limit: 10 })).toEqual([]);
  at('2027-01-02T10:00:00.000Z');
  await sweep();
  expect(await bills()).toMatchObject([{ amount: 9_000 }, { month: '2027-01', amount: 9_000 }]);
});

test('a month is billed once, however often and on how many hosts it is run', async () => {
  const { deps, offer, enter, sweep, bills, said, at } = openMembership();
  await offer();
  await enter();
  at('2027-01-01T10:00:00.000Z');
  await Promise.all([sweep(), sweep(), runBilling(deps, '2027-01')]);
  await sweep();
  expect(await runBilling(deps, '2027-01')).toEqual({ month: '2027-01', issued: 0, isDone: true });
  expect(monthsOf(await bills())).toEqual(['2026-12', '2027-01']);
  expect(said().filter((type) => type === 'BillIssued')).toHaveLength(2);
});

test('a reply that is lost bills nobody twice', async () => {
  const { offer, enter, sweep, bills, faults, at } = openMembership();
  await offer();
  await enter();
  at('2027-02-01T10:00:00.000Z');
  faults.losesReplies = true;
  await sweep();
  faults.losesReplies = false;
  await sweep();
  expect(monthsOf(await bills())).toEqual(['2026-12', '2027-01', '2027-02']);
});

test('months that were missed are made up, each with two weeks to pay from then', async () => {
  const { offer, enter, sweep, bills, at } = openMembership();
  await offer();
  await enter();
  at('2027-03-05T10:00:00.000Z');
  await sweep();
  expect(await bills()).toMatchObject([
    { month: '2026-12' },
    { month: '2027-01', dueOn: '2027-03-19' },
    { month: '2027-02', dueOn: '2027-03-19' },
    { month: '2027-03', dueOn: '2027-03-19' },
  ]);
});

test('a run by hand bills up to its month, and not one that has not begun', async () => {
  const { deps, offer, enter, bills, at } = openMembership();
  await offer();
  await enter();
  await enter('m2', 'lee');
  at('2027-02-10T10:00:00.000Z');
  expect(await runBilling(deps, '2027-01')).toEqual({ month: '2027-01', issued: 2, isDone: true });
  expect(monthsOf(await bills())).toEqual(['2026-12', '2027-01']);
  await expect(runBilling(deps, '2027-03')).rejects.toMatchObject({ code: 'wrong-state' });
});

test('what a run would do is said before: whom, how many bills, how much of each currency', async () => {
  const { deps, offer, enter, exit, at } = openMembership();
  await offer();
  await enter();
  await enter('m2', 'lee');
  await exit();
  at('2027-02-10T10:00:00.000Z');
  const preview = await previewBilling(deps, '2027-02');
  const sums = [{ currency: 'KRW', amount: 18_000 }];
  expect(preview).toEqual({ month: '2027-02', members: 1, bills: 2, sums, isAll: true });
  expect(await runBilling(deps, '2027-02')).toMatchObject({ issued: preview.bills });
  const none = { month: '2027-02', members: 0, bills: 0, sums: [], isAll: true };
  expect(await previewBilling(deps, '2027-02')).toEqual(none);
  await expect(previewBilling(deps, '2027-03')).rejects.toMatchObject({ code: 'wrong-state' });
});

test('a membership ends with its month, nothing is billed after that, and then one may join again', async () => {
  const { offer, enter, exit, sweep, bills, membershipOf, standing, said, topic, at } = openMembership();
  await offer();
  await enter();
  expect(await exit()).toMatchObject({ status: 'ending', endsOn: '2026-12-31' });
  expect(await exit()).toMatchObject({ status: 'ending' });
  expect(await standing()).toMatchObject({
    status: 'ending',
    endsOn: '2026-12-31',
    benefits: { presale: true },
  });
  await expect(enter('m2')).rejects.toMatchObject({ code: 'wrong-state' });
  at('2027-02-05T10:00:00.000Z');
  await sweep();
  await sweep();
  expect(await membershipOf()).toMatchObject({ status: 'ended', endsOn: '2026-12-31' });
  expect(await standing()).toMatchObject({ status: 'ended', benefits: {} });
  expect(monthsOf(await bills())).toEqual(['2026-12']);
  expect(said().filter((type) => type === 'MembershipEnded')).toHaveLength(2);
  expect(await enter('m2')).toMatchObject({ status: 'active' });
  const versions = topic.published().map(({ data }) => (data as { version: number }).version);
  expect(versions).toEqual(versions.map((_, i) => i + 1));
});

test('nobody leaves a membership of somebody else', async () => {
  const { offer, enter, exit } = openMembership();
  await offer();
  await enter();
  await expect(exit('m1', 'lee')).rejects.toMatchObject({ code: 'not-found' });
});

test('what the topic did not take is told by the sweep, in its order', async () => {
  const { offer, enter, exit, sweep, said, topic, deps, clock } = openMembership();
  await offer();
  topic.isAway = true;
  await enter();
  await exit();
  expect(said()).toEqual([]);
  topic.isAway = false;
  clock.nowMs += 60_000;
  await sweep();
  expect(said()).toEqual(['MembershipStarted', 'BillIssued', 'MembershipEnded']);
  const stored = await deps.members.customer('kim');
  expect(stored?.value).toMatchObject({ untold: [], version: 3 });
  expect(stored?.value).not.toHaveProperty('dueAt');
});

test('a bill that is not paid in time is overdue for its customer, once', async () => {
  const { offer, enter, sweep, bills, standing, said, at } = openMembership();
  await offer();
  await enter();
  at('2026-12-24T14:59:59.999Z');
  await sweep();
  expect(await bills()).toMatchObject([{ status: 'unpaid' }]);
  at('2026-12-24T15:00:00.000Z');
  await Promise.all([sweep(), sweep()]);
  await sweep();
  expect(await bills()).toMatchObject([{ status: 'overdue', overdueSince: '2026-12-24T15:00:00.000Z' }]);
  expect(await standing()).toMatchObject({ overdue: 1 });
  expect(said().filter((type) => type === 'BillOverdue')).toHaveLength(1);
});

test('what a later version has added survives an older host that bills', async () => {
  const { container, offer, enter, sweep, database, at } = openMembership();
  await offer();
  await enter();
  for (const id of ['customer', 'm1']) {
    const { resource } = await container('memberships').item(id, 'kim').read();
    await container('memberships').items.upsert({ ...resource, addedLater: 'red' });
  }
  at('2027-01-01T10:00:00.000Z');
  await sweep();
  const query = "SELECT * FROM c WHERE c.kind IN ('customer', 'membership')";
  const stored = database.query('memberships', undefined, query, []);
  expect(stored).toMatchObject([{ addedLater: 'red' }, { addedLater: 'red' }]);
});
