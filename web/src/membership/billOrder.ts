import type { Bill } from '../api/types';
import { pathTo } from '../app/routes';
import { type Order, orderName } from '../purchase/order';
import { inLanguage, month } from '../texts/format';

/** What a payment page is asked for. Whatever becomes of it, the member comes back to the bill. */
export function billOrder(bill: Bill, origin: string = location.origin): Order {
  const { billId, orderId, planName, amount, currency } = bill;
  const back = origin + pathTo.bill(billId);
  const name = orderName(`${inLanguage(planName)} · ${month(bill.month)}`);
  return { orderId, orderName: name, amount, currency, successUrl: back, failUrl: back };
}
