import { idFor } from '../../../shared/cosmos/idempotency';
import type { Answer } from '../../../shared/http/answer';
import { continuedAfter, listKeyAfter, pageOf } from '../../../shared/http/continuation';
import { endpoint } from '../../../shared/http/endpoint';
import { randomId } from '../../../shared/kernel/ids';
import { isoTime } from '../../../shared/kernel/time';
import { problem } from '../../problems';
import type { LendingDeps } from '../deps';
import type { Refusal } from '../domain/item';
import { isOverdue, type Loan, loanListKey, outKey } from '../domain/loan';
import { readLoan } from '../usecases/readLoans';
import { requestLoan, waitUntilDecided } from '../usecases/requestLoan';
import { returnLoan } from '../usecases/returnLoan';
import { loanBody, loansQuery, loansView, loanView, outListView, outQuery } from './schemas';

const withOverdue = (loan: Loan, { clock }: Pick<LendingDeps, 'clock'>) => ({
  ...loan,
  overdue: isOverdue(loan, isoTime(clock.now())),
});
const viewOf = (deps: LendingDeps, loan: Loan) => loanView.parse(withOverdue(loan, deps));

const WHY: Readonly<Record<Refusal, string>> = {
  'out-of-stock': 'There are not as many. GET /items/{itemId} says how many there are.',
  overdue: 'Something that you have borrowed is overdue. Bring it back first.',
};

export const postLoan = endpoint(
  {
    method: 'POST',
    route: 'loans',
    summary: 'Borrow something; with `Prefer: wait=<s>` the answer waits until that is decided',
    auth: 'customer',
    body: loanBody,
    idempotencyKey: 'required',
    answers: {
      201: { description: 'It is lent until returnBy', body: loanView },
      202: { description: 'Accepted; Location says where to look', body: loanView },
    },
    problems: ['not-found', 'out-of-stock', 'overdue', 'erasure-under-way'],
  },
  async (deps: LendingDeps, { body, caller: { customerId }, idempotencyKey: key, route, waitMs }) => {
    const loanId = await idFor(deps.idempotency, { customerId, key, route, body }, randomId);
    const asked = await requestLoan(deps, { ...body, loanId, customerId });
    return answerTo(deps, await waitUntilDecided(deps, asked, waitMs), waitMs > 0);
  },
);

function answerTo(deps: LendingDeps, loan: Loan, hasWaited: boolean): Answer {
  const { loanId, reason } = loan;
  const location = `/api/loans/${loanId}`;
  if (loan.status === 'requested' || !hasWaited)
    return { status: 202, body: viewOf(deps, loan), headers: { location, 'retry-after': '1' } };
  if (reason !== undefined) throw problem(reason, WHY[reason], { loanId });
  return { status: 201, body: viewOf(deps, loan), headers: { location } };
}

export const listLoans = endpoint(
  {
    method: 'GET',
    route: 'loans',
    summary: 'What you have borrowed or asked for, the newest first',
    auth: 'customer',
    query: loansQuery,
    answers: { 200: { description: 'A page of loans', body: loansView } },
  },
  async (deps: LendingDeps, { caller: { customerId }, query: { limit, continuation } }) => {
    const loans = await deps.loans.of(customerId, { after: listKeyAfter(continuation), limit });
    return { status: 200, body: pageOf(loans, limit, loanListKey, (loan) => viewOf(deps, loan)) };
  },
);

export const getLoan = endpoint(
  {
    method: 'GET',
    route: 'loans/{loanId}',
    summary: 'One loan',
    auth: 'customer',
    answers: { 200: { description: 'As it is now', body: loanView } },
  },
  async (deps: LendingDeps, { params: { loanId = '' }, caller }) => ({
    status: 200,
    body: viewOf(deps, await readLoan(deps, loanId, caller)),
  }),
);

export const postReturn = endpoint(
  {
    method: 'POST',
    route: 'loans/{loanId}/return',
    summary: 'Bring a loan back, or take it back at the counter',
    auth: 'customer',
    answers: { 200: { description: 'It is back', body: loanView } },
    problems: ['wrong-state'],
  },
  async (deps: LendingDeps, { params: { loanId = '' }, caller }) => ({
    status: 200,
    body: viewOf(deps, await returnLoan(deps, loanId, caller)),
  }),
);

export const listOut = endpoint(
  {
    method: 'GET',
    route: 'admin/loans',
    summary: 'What is out and with whom, what has to be back first before the others',
    auth: 'box-office',
    query: outQuery,
    answers: { 200: { description: 'A page of loans', body: outListView } },
  },
  async (deps: LendingDeps, { query: { limit, continuation } }) => {
    const loans = await deps.loans.out({ after: continuedAfter(continuation), limit });
    const body = pageOf(loans, limit, outKey, (loan) => withOverdue(loan, deps));
    return { status: 200, body: outListView.parse(body) };
  },
);
