import { openMembership } from '../../../tests/samples/openMembership';
import { payBill } from './payBill';

const BILL = 'm1-2026-12';

async function openBilled(opened: Parameters<typeof openMembership>[0] = {}) {
  const all = openMembership(opened);
  await all.offer();
  await all.enter();
  const later = async () => {
    all.clock.nowMs += 60_000;
    await all.sweep();
  };
  return { ...all, later };
}

test('a bill is paid, and that is told', async () => {
  const { authorise, pay, payment, said } = await openBilled();
  const card = authorise(BILL);
  expect(await pay(BILL, card)).toMatchObject({ status: 'paid', payment: { orderId: BILL, means: 'card' } });
  expect(payment.balance(card)).toBe(9_000);
  expect(said().at(-1)).toBe('BillPaid');
});

test('the same payment again is paid once; another one of a paid bill is refused', async () => {
  const { authorise, pay, said } = await openBilled();
  const card = authorise(BILL);
  await pay(BILL, card, 'key-1');
  expect(await pay(BILL, card, 'key-1')).toMatchObject({ status: 'paid' });
  await expect(pay(BILL, authorise(BILL), 'key-1')).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  await expect(pay(BILL, authorise(BILL))).rejects.toMatchObject({ code: 'wrong-state' });
  expect(said().filter((type) => type === 'BillPaid')).toHaveLength(1);
});

test('a declined card leaves the bill to be paid by another, and is never asked for again', async () => {
  const { authorise, pay, billOf } = await openBilled();
  const declined = authorise(BILL, { card: 'decline' });
  await expect(pay(BILL, declined)).rejects.toMatchObject({ code: 'payment-declined' });
  expect(await billOf(BILL)).toMatchObject({ status: 'unpaid' });
  await expect(pay(BILL, declined)).rejects.toMatchObject({ code: 'payment-declined' });
  expect(await pay(BILL, authorise(BILL))).toMatchObject({ status: 'paid' });
});

test('another amount than the bill says is refused before the provider is asked', async () => {
  const { deps, authorise, billOf } = await openBilled();
  const command = { paymentKey: authorise(BILL, { amount: 1 }), amount: 1 };
  await expect(payBill(deps, { customerId: 'kim', billId: BILL }, command)).rejects.toMatchObject({
    code: 'amount-mismatch',
  });
  expect(await billOf(BILL)).toMatchObject({ status: 'unpaid' });
});

test('without an answer it is paying until the provider says what became of it', async () => {
  const { authorise, pay, billOf, later, said, payment } = await openBilled();
  const card = authorise(BILL, { card: 'approve-late' });
  expect(await pay(BILL, card)).toMatchObject({ status: 'paying' });
  await expect(pay(BILL, authorise(BILL))).rejects.toMatchObject({ code: 'wrong-state' });
  await later();
  expect(await billOf(BILL)).toMatchObject({ status: 'paid' });
  expect(payment.balance(card)).toBe(9_000);
  expect(said().at(-1)).toBe('BillPaid');
});

test('who dies between the intent and the provider has it done by the sweep', async () => {
  let dies = true;
  const opened = await openBilled({
    bank: {
      confirm: async (asked) => {
        if (dies) throw new Error('died');
        return opened.payment.provider.confirm(asked);
      },
    },
  });
  const { authorise, pay, billOf, later } = opened;
  await expect(pay(BILL, authorise(BILL))).rejects.toThrow('died');
  expect(await billOf(BILL)).toMatchObject({ status: 'paying' });
  dies = false;
  await later();
  expect(await billOf(BILL)).toMatchObject({ status: 'paid' });
});

test('a card that hangs until its payment expires is declined then, and another may pay', async () => {
  const { authorise, pay, billOf, later, clock } = await openBilled();
  await pay(BILL, authorise(BILL, { card: 'hang' }));
  await later();
  expect(await billOf(BILL)).toMatchObject({ status: 'paying' });
  clock.nowMs += 31 * 60_000;
  await later();
  expect(await billOf(BILL)).toMatchObject({ status: 'unpaid' });
  expect(await pay(BILL, authorise(BILL))).toMatchObject({ status: 'paid' });
});

test('what was paid in another currency goes back, and the bill is to be paid again', async () => {
  const { authorise, pay, billOf, payment } = await openBilled();
  const card = authorise(BILL, { currency: 'USD' });
  await expect(pay(BILL, card)).rejects.toMatchObject({ code: 'wrong-state' });
  expect(await billOf(BILL)).toMatchObject({ status: 'unpaid', paidBack: [{ refund: 9_000 }] });
  expect(payment.balance(card)).toBe(0);
});

test('a payment that is taken back leaves the bill unpaid, under another order, and it can be paid again', async () => {
  const { authorise, pay, payBack, billOf, payment, said } = await openBilled();
  const first = authorise(BILL);
  await pay(BILL, first);
  expect(await payBack(BILL)).toMatchObject({
    status: 'unpaid',
    paidBack: [{ orderId: BILL, refund: 9_000 }],
  });
  expect(await billOf(BILL)).not.toHaveProperty('payment');
  expect(payment.balance(first)).toBe(0);
  const second = authorise(`${BILL}-2`);
  expect(await pay(BILL, second)).toMatchObject({ status: 'paid', payment: { orderId: `${BILL}-2` } });
  expect(payment.balance(second)).toBe(9_000);
  expect(said().slice(-3)).toEqual(['BillPaid', 'BillPaymentCancelled', 'BillPaid']);
});

test('the provider takes no payment of an order that was paid before', async () => {
  const { authorise, pay, payBack } = await openBilled();
  await pay(BILL, authorise(BILL));
  await payBack(BILL);
  await expect(pay(BILL, authorise(BILL))).rejects.toMatchObject({ code: 'payment-declined' });
});

test('as long as a refund is not known the bill is refunding, and nobody pays it', async () => {
  const { authorise, pay, payBack, billOf, later, payment, said } = await openBilled();
  await pay(BILL, authorise(BILL));
  payment.engine.changeFaults({ refuseCancels: 1 });
  expect(await payBack(BILL)).toMatchObject({ status: 'refunding', refund: { amount: 9_000, refused: 1 } });
  expect(await payBack(BILL)).toMatchObject({ status: 'unpaid' });
  await pay(BILL, authorise(`${BILL}-2`));
  payment.engine.changeFaults({ refuseCancels: 1 });
  await payBack(BILL);
  await expect(pay(BILL, authorise(`${BILL}-3`))).rejects.toMatchObject({ code: 'wrong-state' });
  expect(said().at(-1)).toBe('BillPaid');
  await later();
  expect(await billOf(BILL)).toMatchObject({ status: 'unpaid' });
  expect(new Set(payment.refundKeys).size).toBe(payment.refundKeys.length);
});

test('who dies after the refund refunds nothing twice', async () => {
  let dies = true;
  const opened = await openBilled({
    bank: {
      cancel: async (asked) => {
        const answer = await opened.payment.provider.cancel(asked);
        if (dies) throw new Error('died');
        return answer;
      },
    },
  });
  const { authorise, pay, payBack, billOf, later, payment } = opened;
  const card = authorise(BILL);
  await pay(BILL, card);
  expect(await payBack(BILL)).toMatchObject({ status: 'refunding' });
  dies = false;
  await later();
  expect(await billOf(BILL)).toMatchObject({ status: 'unpaid' });
  expect(payment.refundKeys).toHaveLength(1);
  expect(payment.balance(card)).toBe(0);
});

test('a refund that the provider has not answered is not taken for made', async () => {
  let isAway = true;
  const opened = await openBilled({
    bank: { cancel: async (asked) => (isAway ? 'unknown' : opened.payment.provider.cancel(asked)) },
  });
  const { authorise, pay, payBack, billOf, later, payment, said } = opened;
  const card = authorise(BILL);
  await pay(BILL, card);
  expect(await payBack(BILL)).toMatchObject({ status: 'refunding' });
  await later();
  expect(await billOf(BILL)).toMatchObject({ status: 'refunding' });
  expect(said().at(-1)).toBe('BillPaid');
  isAway = false;
  await later();
  expect(await billOf(BILL)).toMatchObject({ status: 'unpaid' });
  expect(payment.balance(card)).toBe(0);
});

test('what is not paid has no payment to take back', async () => {
  const { authorise, pay, payBack } = await openBilled();
  await expect(payBack(BILL)).rejects.toMatchObject({ code: 'wrong-state' });
  await pay(BILL, authorise(BILL, { card: 'approve-late' }));
  await expect(payBack(BILL)).rejects.toMatchObject({ code: 'wrong-state' });
});

test('an overdue bill counts until it is paid, and again when that is taken back', async () => {
  const { authorise, pay, payBack, billOf, later, standing, at, sweep, said } = await openBilled();
  at('2026-12-25T10:00:00.000Z');
  await sweep();
  await pay(BILL, authorise(BILL, { card: 'approve-late' }));
  expect(await billOf(BILL)).toMatchObject({ status: 'paying' });
  expect(await standing()).toMatchObject({ overdue: 1 });
  await later();
  expect(await standing()).toMatchObject({ overdue: 0 });
  expect(await payBack(BILL)).toMatchObject({ status: 'unpaid' });
  await later();
  expect(await billOf(BILL)).toMatchObject({ status: 'overdue' });
  expect(await standing()).toMatchObject({ overdue: 1 });
  expect(said().slice(-4)).toEqual(['BillOverdue', 'BillPaid', 'BillPaymentCancelled', 'BillOverdue']);
});

test('a transfer that waits for days is closed, and counts as declined only then', async () => {
  let isOpen = true;
  const waits = { kind: 'awaiting-deposit', orderId: BILL } as const;
  let refusals = 1;
  const { pay, billOf, later } = await openBilled({
    bank: {
      confirm: async () => waits,
      find: async () => waits,
      cancel: async () => {
        if (refusals-- > 0) return 'refused';
        isOpen = false;
        return 'refunded';
      },
    },
  });
  expect(await pay(BILL, 'transfer')).toMatchObject({ status: 'paying' });
  expect(isOpen).toBe(true);
  await later();
  expect(isOpen).toBe(false);
  expect(await billOf(BILL)).toMatchObject({ status: 'unpaid' });
});

test('when the provider is known to be down nothing is begun', async () => {
  const { authorise, pay, billOf } = await openBilled({ bank: { closedForSeconds: () => 7 } });
  await expect(pay(BILL, authorise(BILL))).rejects.toMatchObject({
    code: 'unavailable',
    retryAfterSeconds: 7,
  });
  expect(await billOf(BILL)).toMatchObject({ status: 'unpaid' });
});

test('a bill is nobody else’s', async () => {
  const { deps, authorise } = await openBilled();
  const command = { paymentKey: authorise(BILL), amount: 9_000 };
  await expect(payBill(deps, { customerId: 'lee', billId: BILL }, command)).rejects.toMatchObject({
    code: 'not-found',
  });
});
