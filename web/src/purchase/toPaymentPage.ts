import type { PaymentConfig } from '../config';
import type { Order } from './order';

/** Leaves for the page where the customer pays. It rejects when that page cannot be opened; nothing is charged then. */
export async function toPaymentPage(payment: PaymentConfig, order: Order): Promise<void> {
  switch (payment.kind) {
    case 'stand-in':
      return location.assign(standInAddress(payment.url, order));
    case 'toss':
      return (await import('./toss')).openToss(payment.clientKey, order);
    default:
      return payment satisfies never;
  }
}

export function standInAddress(page: string, order: Order): string {
  const address = new URL(page);
  for (const [name, value] of Object.entries(order)) address.searchParams.set(name, String(value));
  return address.href;
}
