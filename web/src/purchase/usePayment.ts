import { useQuery } from '@tanstack/preact-query';
import { useEffect } from 'preact/hooks';

/** A payment that the customer has made, and what it is for. */
export type Made = {
  readonly orderId: string;
  readonly paymentKey: string | undefined;
  readonly isToBePaid: boolean;
  /** When that was read. */
  readonly readAtMs: number;
  readonly pay: (paymentKey: string, idempotencyKey: string) => Promise<unknown>;
};

/**
 * Asks the server to take the payment that the customer has made. The key of the request follows from the payment, so a
 * reload, a second tab or a lost answer asks the same again. When a payment without an answer turns out to have failed,
 * it is to be paid again: asking once more says so.
 */
export function usePayment({ orderId, paymentKey, isToBePaid, readAtMs, pay }: Made) {
  const isToBeTaken = isToBePaid && paymentKey !== undefined;
  const payment = useQuery({
    queryKey: ['payment', orderId, paymentKey],
    enabled: isToBeTaken,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => pay(paymentKey ?? '', `pay-${paymentKey}`),
  });
  const isOpenAgain = isToBeTaken && payment.isSuccess && readAtMs > payment.dataUpdatedAt;
  useEffect(() => {
    if (isOpenAgain) payment.refetch();
  }, [isOpenAgain, payment.refetch]);
  return payment;
}
