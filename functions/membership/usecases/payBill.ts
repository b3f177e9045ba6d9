import { Problem } from '../../../shared/http/problem';
import { digest } from '../../../shared/kernel/ids';
import type { Found, PaymentProvider } from '../../../shared/payment/provider';
import { inSpan } from '../../../shared/telemetry/trace';
import { problem, problems } from '../../problems';
import type { Bill, BillPayment } from '../domain/bill';
import {
  type PayWith,
  paymentApproved,
  paymentDeclined,
  paymentUnfit,
  startPayment,
} from '../domain/payment.decide';
import { type BillOutcome, judgeConfirmation, judgeFound } from '../domain/paymentAnswer';
import type { BillRef } from '../memberStore';
import { type BillDeps, changeBill } from './changeBill';
import { refundIfOwed } from './refundBill';

/**
 * Pays a bill. `paying` is stored first, then the provider is asked. Whatever happens in between, the sweep finds the bill
 * and asks the provider what became of the payment. Without an answer in time it stays `paying`. Throws
 * `payment-declined`, `wrong-state`, `amount-mismatch`, `idempotency-key-reused`, `not-found`, `unavailable` (circuit
 * open, nothing was begun).
 */
export async function payBill(deps: BillDeps, ref: BillRef, command: PayWith): Promise<Bill> {
  refuseWhileClosed(deps.payments);
  const { isChanged, bill } = await changeBill(deps, ref, (known, { nowMs }) =>
    startPayment(known, command, nowMs),
  );
  if (!isChanged) return bill;
  const { outcome, bill: asked } = await confirmAtProvider(deps, bill);
  if (outcome.kind === 'declined')
    throw problem('payment-declined', `The payment was declined (${outcome.reason}). Try another card.`);
  if (outcome.kind === 'unfit')
    throw problem('wrong-state', `The payment is not the whole bill in ${bill.currency}. It is refunded.`);
  return asked;
}

function refuseWhileClosed(payments: PaymentProvider): void {
  const closedFor = payments.closedForSeconds();
  if (closedFor === undefined) return;
  const detail = 'Payments do not work for a moment. Try again then.';
  throw new Problem('unavailable', problems.unavailable, detail, {}, closedFor);
}

type Asked = { readonly outcome: BillOutcome; readonly bill: Bill };

/** Asks the provider to capture, and stores what it answered. */
function confirmAtProvider(deps: BillDeps, bill: Bill): Promise<Asked> {
  const { payment, amount } = bill;
  if (payment === undefined) throw new Error(`bill ${bill.billId} is ${bill.status} without a payment`);
  const { paymentKey, orderId } = payment;
  return inSpan({ name: 'pay bill', attributes: { billId: bill.billId } }, async () => {
    const answer = await deps.payments.confirm({ paymentKey, orderId, amount });
    return settle(deps, bill, payment, judgeConfirmation(bill, answer));
  });
}

/** What the provider says of the payment, when it says anything. One that waits for a deposit is closed first. */
async function settle(
  deps: BillDeps,
  bill: Bill,
  payment: BillPayment,
  judgement: BillOutcome,
): Promise<Asked> {
  const { paymentKey } = payment;
  const outcome = judgement.kind === 'awaiting-deposit' ? await closeAccount(deps, bill, payment) : judgement;
  switch (outcome.kind) {
    case 'approved': {
      const change = await changeBill(deps, bill, (known, { nowMs }) =>
        paymentApproved(known, paymentKey, nowMs, outcome.means),
      );
      return { outcome, bill: change.bill };
    }
    case 'declined': {
      const change = await changeBill(deps, bill, (known, moment) =>
        paymentDeclined(known, paymentKey, moment),
      );
      return { outcome, bill: change.bill };
    }
    case 'unfit': {
      const change = await changeBill(deps, bill, (known, { nowMs }) =>
        paymentUnfit(known, paymentKey, outcome.amount, nowMs),
      );
      return { outcome, bill: await refundIfOwed(deps, change.bill) };
    }
    case 'awaiting-deposit':
    case 'unknown':
      return { outcome, bill };
    default:
      return outcome satisfies never;
  }
}

/** Waiting days for a transfer is not offered. Until its account is closed the bill is `paying`. */
async function closeAccount(deps: BillDeps, { attempts }: Bill, payment: BillPayment): Promise<BillOutcome> {
  const { orderId, paymentKey } = payment;
  const reason = 'this way of paying is not offered';
  const idempotencyKey = digest(['close', orderId, paymentKey, String(attempts)], 32);
  const answer = await deps.payments.cancel({ paymentKey, reason, idempotencyKey });
  return answer === 'refunded' ? { kind: 'declined', reason } : { kind: 'unknown' };
}

/** Finds out what became of a payment that never answered. What the provider knows nothing of is asked for again. */
export async function settlePayment(deps: BillDeps, bill: Bill): Promise<void> {
  const { payment } = bill;
  if (payment === undefined) return;
  const found: Found = await deps.payments.find(payment.paymentKey);
  if (found.kind === 'open') await confirmAtProvider(deps, bill);
  else await settle(deps, bill, payment, judgeFound(bill, found));
}
