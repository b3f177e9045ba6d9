import { digest } from '../../../shared/kernel/ids';
import { reasonOf } from '../../../shared/telemetry/log';
import type { Bill } from '../domain/bill';
import { cancelPayment, refundMade, refundRefused } from '../domain/refund.decide';
import type { BillRef } from '../memberStore';
import { type BillDeps, changeBill } from './changeBill';

/**
 * Takes back the payment of a bill. `refunding` is stored first, then the provider is asked. When the money is back the
 * bill is unpaid again. Throws `wrong-state`, `not-found`.
 */
export async function cancelBillPayment(deps: BillDeps, ref: BillRef): Promise<Bill> {
  const { bill } = await changeBill(deps, ref, (known, { nowMs }) => cancelPayment(known, nowMs));
  return refundIfOwed(deps, bill);
}

/** Refunds what is owed. Never throws, for what failed is tried again by the sweep. */
export async function refundIfOwed(deps: BillDeps, bill: Bill): Promise<Bill> {
  if (bill.status !== 'refunding') return bill;
  try {
    return await refund(deps, bill);
  } catch (error) {
    deps.log.warn('refund of a bill will be tried again', { billId: bill.billId, reason: reasonOf(error) });
    return bill;
  }
}

/**
 * The provider is asked first what it has refunded, so nothing is refunded twice. The key of a try follows from what is
 * stored. After a crash it is the same again, and only a refusal that was stored makes it another one.
 */
async function refund(deps: BillDeps, bill: Bill): Promise<Bill> {
  const { payment, refund: owed } = bill;
  if (payment === undefined || owed === undefined) return bill;
  const { paymentKey, orderId } = payment;
  const found = await deps.payments.find(paymentKey);
  if (found.kind !== 'captured') return bill;
  if (found.refunded >= owed.amount) return noteRefund(deps, bill, paymentKey);
  const answer = await deps.payments.cancel({
    paymentKey,
    part: { amount: owed.amount - found.refunded, refundable: found.amount - found.refunded },
    reason: 'payment of a bill cancelled',
    idempotencyKey: digest(['refund', orderId, paymentKey, String(owed.refused)], 32),
  });
  if (answer === 'refused')
    return (await changeBill(deps, bill, (known) => refundRefused(known, owed.refused))).bill;
  return answer === 'refunded' ? noteRefund(deps, bill, paymentKey) : bill;
}

const noteRefund = async (deps: BillDeps, bill: Bill, paymentKey: string): Promise<Bill> =>
  (await changeBill(deps, bill, (known, moment) => refundMade(known, paymentKey, moment))).bill;
