import type { PaymentProvider } from '../../shared/payment/provider';
import { RESERVATION_ID, sampleSale } from './reservation';

/** The customer has chosen to transfer the money; the bank refuses to close the account so many times. */
export function transferAccount({ refusals }: { readonly refusals: number }) {
  const asked: unknown[] = [];
  let isOpen = true;
  const waits = { kind: 'awaiting-deposit', orderId: RESERVATION_ID } as const;
  const { amount, currency } = sampleSale;
  const closed = { ...waits, kind: 'captured', amount, currency, refunded: amount } as const;
  const bank: Partial<PaymentProvider> = {
    confirm: async () => waits,
    find: async () => (isOpen ? waits : closed),
    cancel: async (cancellation) => {
      asked.push(cancellation);
      if (asked.length <= refusals) return 'refused';
      isOpen = false;
      return 'refunded';
    },
  };
  return { bank, asked, isOpen: () => isOpen };
}
