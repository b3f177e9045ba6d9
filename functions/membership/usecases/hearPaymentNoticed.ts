import type { EventOf } from '../../../shared/messaging/envelope';
import { addAttributes } from '../../../shared/telemetry/trace';
import type { paymentNoticed } from '../../reservation/contract';
import { billIdOfOrder, isUnsettled } from '../domain/bill';
import { doubted } from '../domain/books.decide';
import { type BillDeps, changeBill, readBill } from './changeBill';
import { lookAtBillBooks } from './checkBillBooks';

/**
 * Somebody says that something happened to a payment of this order. Nothing of it is believed: the provider is asked, and
 * only when it says something new, or nothing, the bill becomes due. An order that is of no bill is none of ours.
 */
export async function hearPaymentNoticed(
  deps: BillDeps,
  { data: { orderId } }: EventOf<typeof paymentNoticed>,
): Promise<void> {
  const billId = billIdOfOrder(orderId);
  if (billId === undefined) return;
  const ref = await deps.members.findBill(billId);
  if (ref === undefined) return;
  addAttributes({ billId });
  const { value: bill } = await readBill(deps, ref);
  const look = isUnsettled(bill) ? 'no answer' : await lookAtBillBooks(deps, bill);
  if (look === 'no answer') await changeBill(deps, ref, doubted);
}
