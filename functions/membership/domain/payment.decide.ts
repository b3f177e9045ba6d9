import { isoTime } from '../../../shared/kernel/time';
import { type Bill, type BillPayment, orderIdOf } from './bill';
import { type BillDecision, changed, type Refused, refused, toPay, unchanged, waiting } from './bill.decide';
import type { Moment } from './membership';
import { refunding } from './refund.decide';

export type PayWith = {
  readonly paymentKey: string;
  readonly amount: number;
  readonly idempotencyKey?: string | undefined;
};

/** Cards that may be declined for one bill. Then somebody should look. */
const MAX_DECLINED = 50;

/** The customer pays with a card that the provider knows by `paymentKey`. Stored before the provider is asked. */
export function startPayment(bill: Bill, command: PayWith, nowMs: number): BillDecision {
  switch (bill.status) {
    case 'unpaid':
    case 'overdue':
      return objectionTo(bill, command) ?? start(bill, command, nowMs);
    case 'paying':
    case 'paid':
      return repeated(bill, command);
    case 'refunding':
      return refused('wrong-state', 'Its last payment is being refunded. Pay it again when that is done.');
    default:
      return bill.status satisfies never;
  }
}

function objectionTo(bill: Bill, command: PayWith): Refused | undefined {
  const { declined = [] } = bill;
  if (declined.some(({ paymentKey }) => paymentKey === command.paymentKey))
    return refused('payment-declined', 'This payment was declined. Try another card.');
  if ([...declined, ...(bill.paidBack ?? [])].some((payment) => hasSameKey(payment, command)))
    return keyReused;
  if (command.amount !== bill.amount)
    return refused('amount-mismatch', `The bill is of ${bill.amount}, not ${command.amount}.`);
  if (declined.length >= MAX_DECLINED)
    return refused('wrong-state', `More than ${MAX_DECLINED} payments were declined. Ask the box office.`);
  return undefined;
}

const hasSameKey = (payment: BillPayment, { idempotencyKey }: PayWith): boolean =>
  idempotencyKey !== undefined && payment.idempotencyKey === idempotencyKey;

const keyReused = refused(
  'idempotency-key-reused',
  'This Idempotency-Key came with another payment before. Use a new key.',
);

function start(bill: Bill, { paymentKey, idempotencyKey }: PayWith, nowMs: number): BillDecision {
  const payment = {
    paymentKey,
    orderId: orderIdOf(bill),
    startedAt: isoTime(nowMs),
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  };
  return waiting({ ...bill, status: 'paying', payment }, nowMs);
}

/** The same payment again changes nothing. Another one is refused, for one is under way or made. */
function repeated(bill: Bill, command: PayWith): BillDecision {
  const { payment, amount, status } = bill;
  const isSame = payment?.paymentKey === command.paymentKey;
  if (isSame && amount === command.amount) return unchanged;
  if (payment !== undefined && hasSameKey(payment, command)) return keyReused;
  return isSame
    ? refused('amount-mismatch', `The bill is of ${amount}, not ${command.amount}.`)
    : refused('wrong-state', `Another payment is ${status === 'paying' ? 'under way' : 'made'} already.`);
}

/** Whether the answer for this payment is the one that is awaited. Any other is old news. */
const awaits = (bill: Bill, paymentKey: string): boolean =>
  bill.status === 'paying' && bill.payment?.paymentKey === paymentKey;

/** The money is captured. */
export function paymentApproved(bill: Bill, paymentKey: string, nowMs: number, means?: string): BillDecision {
  if (!awaits(bill, paymentKey) || bill.payment === undefined) return unchanged;
  const { dueAt: _waited, overdueSince: _paid, ...rest } = bill;
  const payment = { ...bill.payment, approvedAt: isoTime(nowMs), ...(means === undefined ? {} : { means }) };
  return changed({ ...rest, status: 'paid', payment }, nowMs);
}

/** The card is refused for good. Another may be tried. */
export function paymentDeclined(bill: Bill, paymentKey: string, { nowMs, timeZone }: Moment): BillDecision {
  if (!awaits(bill, paymentKey) || bill.payment === undefined) return unchanged;
  const { payment, ...rest } = bill;
  const declined = [...(bill.declined ?? []), payment];
  return changed(toPay({ ...rest, declined }, timeZone), nowMs);
}

/** `captured` minor units are there, but they do not pay the bill. They go back. */
export function paymentUnfit(bill: Bill, paymentKey: string, captured: number, nowMs: number): BillDecision {
  if (!awaits(bill, paymentKey) || bill.payment === undefined) return unchanged;
  const payment = { ...bill.payment, approvedAt: isoTime(nowMs) };
  return refunding({ ...bill, payment }, captured, nowMs);
}
