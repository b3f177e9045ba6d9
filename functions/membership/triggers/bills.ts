import { listKeyAfter, pageOf } from '../../../shared/http/continuation';
import { endpoint } from '../../../shared/http/endpoint';
import type { MembershipDeps } from '../deps';
import { type Bill, billListKey, orderIdOf } from '../domain/bill';
import { readBill } from '../usecases/changeBill';
import { payBill } from '../usecases/payBill';
import { cancelBillPayment } from '../usecases/refundBill';
import { billPaymentBody, billsQuery, billsView, billView } from './schemas';

export const billViewOf = (bill: Bill) => billView.parse({ ...bill, orderId: orderIdOf(bill) });

export const listBills = endpoint(
  {
    method: 'GET',
    route: 'bills',
    summary: 'Your bills, the newest first',
    auth: 'customer',
    query: billsQuery,
    answers: { 200: { description: 'A page of bills', body: billsView } },
  },
  async (deps: MembershipDeps, { caller: { customerId }, query: { status, limit, continuation } }) => {
    const page = { after: listKeyAfter(continuation), limit };
    const bills = await deps.members.billsOf(customerId, status, page);
    return { status: 200, body: pageOf(bills, limit, billListKey, billViewOf) };
  },
);

export const getBill = endpoint(
  {
    method: 'GET',
    route: 'bills/{billId}',
    summary: 'One of your bills',
    auth: 'customer',
    answers: { 200: { description: 'As it is now', body: billView } },
  },
  async (deps: MembershipDeps, { params: { billId = '' }, caller: { customerId } }) => ({
    status: 200,
    body: billViewOf((await readBill(deps, { customerId, billId })).value),
  }),
);

export const postBillPayment = endpoint(
  {
    method: 'POST',
    route: 'bills/{billId}/payment',
    summary: 'Pay a bill with a payment that you have authorised at the provider under its orderId',
    auth: 'customer',
    body: billPaymentBody,
    idempotencyKey: 'honoured',
    answers: {
      200: { description: 'Paid', body: billView },
      202: { description: 'The provider has not answered in time; it settles later', body: billView },
    },
    problems: ['payment-declined', 'wrong-state', 'amount-mismatch', 'unavailable'],
  },
  async (deps: MembershipDeps, { params: { billId = '' }, body, caller, idempotencyKey }) => {
    const { customerId } = caller;
    const bill = await payBill(deps, { customerId, billId }, { ...body, idempotencyKey });
    return { status: bill.status === 'paying' ? 202 : 200, body: billViewOf(bill) };
  },
);

export const postBillPaymentCancellation = endpoint(
  {
    method: 'POST',
    route: 'bills/{billId}/payment/cancellation',
    summary: 'Take back the payment of a bill; when the money is back it is to be paid again',
    auth: 'customer',
    answers: { 202: { description: 'Accepted; the bill says how far it is', body: billView } },
    problems: ['wrong-state'],
  },
  async (deps: MembershipDeps, { params: { billId = '' }, caller: { customerId } }) => ({
    status: 202,
    body: billViewOf(await cancelBillPayment(deps, { customerId, billId })),
    headers: { location: `/api/bills/${billId}` },
  }),
);
