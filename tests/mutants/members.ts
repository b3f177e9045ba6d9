import { heldBy, type Mutant, mutant } from './patch';

/** What would break the promises to members. */
export const memberMutants: readonly Mutant[] = [
  mutant(
    'N1',
    'a month is billed twice, by two hosts at once',
    {
      file: 'functions/membership/memberStore.ts',
      find: "return { operationType: 'Replace', id, resourceBody, ifMatch: stored.etag };",
      replace: "return { operationType: 'Replace', id, resourceBody, ifMatch: '*' };",
    },
    {
      file: 'functions/membership/usecases/issueBills.ts',
      find: 'bill: { value: bill, etag: undefined },',
      replace: 'bill: { value: { ...bill, billId: bill.billId + moment.nowMs }, etag: undefined },',
    },
  ),
  mutant('N2', 'a payment has gone back, and its bill is still paid', {
    file: 'functions/membership/domain/refund.decide.ts',
    find: 'return changed(toPay({ ...rest, paidBack: [...paidBack, back] }, timeZone), nowMs);',
    replace:
      "return timeZone === '' ? changed(toPay(bill, timeZone), nowMs) : changed({ ...rest, payment, status: 'paid', paidBack: [...paidBack, back] }, nowMs);",
  }),
  mutant('N3', 'an order is paid again after its payment has gone back', {
    file: 'functions/membership/domain/bill.ts',
    find: 'paidBack.length === 0 ? billId',
    replace: 'paidBack.length >= 0 ? billId',
  }),
  mutant('N4', 'a month after the end is billed', {
    file: 'functions/membership/domain/membership.ts',
    find: 'endsOn !== undefined && month > monthOf(endsOn);',
    replace: "endsOn !== undefined && month > monthOf(endsOn) && month === '';",
  }),
  heldBy(
    'functions/membership/usecases/payBill.test.ts',
    mutant('N5', 'a refund that nobody knows of is taken for made', {
      file: 'functions/membership/usecases/refundBill.ts',
      find: "return answer === 'refunded' ? noteRefund",
      replace: 'return noteRefund !== undefined ? noteRefund',
    }),
  ),
  mutant('N6', 'who is a member joins once more', {
    file: 'functions/membership/usecases/join.ts',
    find: 'if (live !== undefined)',
    replace: "if (live === '')",
  }),
  mutant('N7', 'months that an outage has missed are not made up', {
    file: 'functions/membership/domain/membership.ts',
    find: 'changed({ ...membership, nextMonth: monthAfter(month) }, moment);',
    replace:
      'changed({ ...membership, nextMonth: monthAfter(monthAt(month === "" ? 0 : moment.nowMs, moment.timeZone)) }, moment);',
  }),
  mutant('N8', 'an overdue bill is counted on when it is paid', {
    file: 'functions/membership/domain/billFact.ts',
    find: 'before.overdueSince === undefined ? 0 : -1',
    replace: 'before.overdueSince === undefined ? 0 : -0',
  }),
  mutant('N9', 'a declined payment of a bill that is captured after all is forgotten', {
    file: 'functions/membership/domain/books.decide.ts',
    find: 'strays: declined,',
    replace: 'strays: declined.slice(0, 0),',
  }),
  heldBy(
    'functions/membership/usecases/checkBillBooks.test.ts',
    mutant('N10', 'a bill shows the order again that a captured stray has used up', {
      file: 'functions/membership/domain/books.decide.ts',
      find: 'paidBack: [...paidBack, back] },',
      replace: 'paidBack: [...paidBack, back].slice(0, 0) },',
    }),
  ),
  mutant('T1', 'the presale is looked at as if sales were open', {
    file: 'functions/musical/catalogue/domain/performance.ts',
    find: 'presaleOpenAt <= now && now < salesOpenAt;',
    replace: 'presaleOpenAt <= now && now < presaleOpenAt;',
  }),
  mutant('T2', 'an overdue bill suspends nobody', {
    file: 'functions/musical/seats/domain/member.ts',
    find: "return overdue > 0 ? { kind: 'overdue' }",
    replace: "return overdue > 99 ? { kind: 'overdue' }",
  }),
  mutant('T3', 'the prices of members are for all', {
    file: 'functions/musical/seats/domain/member.ts',
    find: "const isForMembers = buyer.kind === 'member' || buyer.kind === 'counter';",
    replace: 'const isForMembers = buyer.kind.length > 0;',
  }),
];
