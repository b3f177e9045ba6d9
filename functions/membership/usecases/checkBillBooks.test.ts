import { reconciliationRuns } from '../../../shared/payment/reconciliationRun';
import { openMembership } from '../../../tests/samples/openMembership';
import { paymentNoticed } from '../../reservation/contract';
import { billIdOfOrder } from '../domain/bill';
import { hearPaymentNoticed } from './hearPaymentNoticed';
import { reconcile } from './reconcile';

const BILL = 'm1-2026-12';
const paid = { captured: 9_000, refunded: 0 };

/** A bill of Kim's, and the provider's people and its webhook. */
async function openBilled(opened: Parameters<typeof openMembership>[0] = {}) {
  const all = openMembership(opened);
  await all.offer();
  await all.enter();
  const { deps, clock, payment, billOf, container } = all;
  const noticed = (orderId = BILL) =>
    hearPaymentNoticed(deps, { type: paymentNoticed.type, data: { orderId } } as never);
  /** The sweep runs until there is no doubt, which is soon. */
  const settle = async (): Promise<void> => {
    for (let runs = 0; runs < 10; runs++) {
      if ((await billOf(BILL)).unsureSince === undefined) return;
      clock.nowMs += 60_000;
      await all.sweep();
    }
    throw new Error('the doubt stays');
  };
  const reconciliation = reconciliationRuns(container('pending'), 'bill');
  return {
    ...all,
    noticed,
    settle,
    returned: (paymentKey: string, amount: number) => payment.engine.refundAtDesk(paymentKey, { amount }),
    reconcile: () => reconcile({ ...deps, reconciliation, everySeconds: 86_400 }),
  };
}

async function openPaid(opened: Parameters<typeof openMembership>[0] = {}) {
  const all = await openBilled(opened);
  const card = all.authorise(BILL);
  await all.pay(BILL, card);
  return { ...all, card };
}

test('a webhook of a payment whose answer is awaited has the provider asked by the next sweep', async () => {
  const { authorise, pay, billOf, noticed, sweep, said } = await openBilled();
  const card = authorise(BILL, { card: 'approve-late' });
  expect(await pay(BILL, card)).toMatchObject({ status: 'paying' });
  await sweep();
  expect(await billOf(BILL)).toMatchObject({ status: 'paying' });
  await noticed();
  await sweep();
  expect(await billOf(BILL)).toMatchObject({ status: 'paid' });
  expect(said().at(-1)).toBe('BillPaid');
});

test('when nothing has happened, a webhook that says otherwise writes nothing', async () => {
  const { noticed, billOf, payment } = await openPaid();
  const before = await billOf(BILL);
  for (const orderId of [BILL, BILL, `${BILL}-2`]) await noticed(orderId);
  expect(await billOf(BILL)).toEqual(before);
  expect(payment.refundKeys).toEqual([]);
});

test('a webhook of another order is heard and done', async () => {
  const { noticed, database } = await openPaid();
  await noticed('m1-2026-11');
  const asked = jest.spyOn(database, 'container');
  await noticed('wy108vqacb3jhsxn3cy4211ch70fy');
  expect(asked).not.toHaveBeenCalled();
  expect(['m1-2026-12', 'm1-2026-12-3', 'm1-2026', 'r1'].map(billIdOfOrder)).toEqual([
    'm1-2026-12',
    'm1-2026-12',
    undefined,
    undefined,
  ]);
});

test('money returned at the desk is noted with both sums, once, and its bill stays paid', async () => {
  const { noticed, settle, billOf, returned, card, said } = await openPaid();
  const told = said().length;
  returned(card, 3_000);
  for (let times = 0; times < 2; times++) await noticed();
  await settle();
  await noticed();
  const bill = await billOf(BILL);
  expect(bill).toMatchObject({
    status: 'paid',
    differences: [{ kind: 'returned', ours: paid, provider: { captured: 9_000, refunded: 3_000 } }],
  });
  expect(bill.differences).toHaveLength(1);
  expect([bill.dueAt, bill.unsureSince]).toEqual([undefined, undefined]);
  expect(said()).toHaveLength(told);
});

test('what the desk has returned counts when the payment is taken back, and then the books agree', async () => {
  const { noticed, settle, billOf, returned, payBack, card, payment } = await openPaid();
  returned(card, 3_000);
  await noticed();
  await settle();
  await payBack(BILL);
  expect(payment.balance(card)).toBe(0);
  await settle();
  const { status, differences, dueAt } = await billOf(BILL);
  expect(status).toBe('unpaid');
  expect(differences).toMatchObject([{ kind: 'returned', closedAt: expect.any(String) }]);
  // It is due on its last day again.
  expect(dueAt).toBe('2026-12-24T15:00:00.000Z');
});

test('a declined card that is captured after all is noted and refunded, once, and the bill is paid under another order', async () => {
  const { authorise, pay, noticed, settle, billOf, payment } = await openBilled();
  const card = authorise(BILL, { card: 'decline' });
  await expect(pay(BILL, card)).rejects.toMatchObject({ code: 'payment-declined' });
  payment.engine.captureAtDesk(card);
  payment.engine.changeFaults({ refuseCancels: 1 });
  await noticed();
  await settle();
  expect(payment.balance(card)).toBe(0);
  expect(new Set(payment.refundKeys).size).toBe(2);
  expect(await billOf(BILL)).toMatchObject({
    status: 'unpaid',
    declined: [],
    paidBack: [{ paymentKey: card, orderId: BILL, refund: 9_000 }],
    differences: [{ kind: 'captured', provider: paid, closedAt: expect.any(String) }],
  });
  expect(await pay(BILL, authorise(`${BILL}-2`))).toMatchObject({ status: 'paid' });
});

test('as long as the provider does not answer the bill stays due, and falls overdue in time', async () => {
  let isAway = false;
  const opened = await openBilled({
    bank: {
      find: async (key) => (isAway ? { kind: 'unknown' } : opened.payment.provider.find(key)),
    },
  });
  const { authorise, pay, noticed, settle, billOf, at, sweep, standing } = opened;
  await expect(pay(BILL, authorise(BILL, { card: 'decline' }))).rejects.toMatchObject({
    code: 'payment-declined',
  });
  isAway = true;
  await noticed();
  at('2026-12-24T15:00:00.000Z');
  await sweep();
  expect(await billOf(BILL)).toMatchObject({ status: 'overdue', unsureSince: expect.any(String) });
  expect(await standing()).toMatchObject({ overdue: 1 });
  isAway = false;
  await settle();
  const { status, dueAt, differences } = await billOf(BILL);
  expect({ status, dueAt, differences }).toEqual({
    status: 'overdue',
    dueAt: undefined,
    differences: undefined,
  });
});

test('the reconciliation finds what no webhook told of, and asks nobody about what has no money', async () => {
  const { enter, returned, card, billOf, settle, reconcile: run, deps } = await openPaid();
  await enter('m2', 'lee');
  const asked = jest.spyOn(deps.payments, 'find');
  returned(card, 1_000);
  await run();
  expect(asked.mock.calls).toEqual([[card]]);
  expect(await billOf('m2-2026-12', 'lee')).not.toHaveProperty('unsureSince');
  await settle();
  const { differences } = await billOf(BILL);
  expect(differences).toMatchObject([{ kind: 'returned' }]);
  await run();
  expect((await billOf(BILL)).unsureSince).toBeUndefined();
});
