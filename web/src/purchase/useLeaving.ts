import { useMutation } from '@tanstack/preact-query';
import { useApp } from '../app/context';
import { useReturned } from '../app/useReturned';
import type { Order } from './order';
import { toPaymentPage } from './toPaymentPage';

/** Leaves for the page where the customer pays. It fails when that page does not open; nothing is charged then. */
export function useLeaving(order: () => Order) {
  const { config } = useApp();
  const leaving = useMutation({ mutationFn: () => toPaymentPage(config.payment, order()) });
  // A page that the browser kept while the customer was away begins anew.
  useReturned(leaving.reset);
  return { ...leaving, isUnderWay: leaving.isPending || leaving.isSuccess };
}
