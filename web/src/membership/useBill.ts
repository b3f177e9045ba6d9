import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { answered } from '../api/client';
import type { Bill } from '../api/types';
import { useApp } from '../app/context';
import { usePayment } from '../purchase/usePayment';
import { billQuery, MEMBER } from './queries';

/** How soon a status may change by itself; 0 is never. */
const LOOK_AGAIN_MS: Record<Bill['status'], number> = {
  unpaid: 0,
  paying: 2_500,
  paid: 0,
  refunding: 2_500,
  overdue: 0,
};

const JITTER = 0.25;

/** A bill, looked at again as long as the card company may still say something of it. */
export function useBill(billId: string) {
  const { api } = useApp();
  return useQuery({
    ...billQuery(api, billId),
    refetchInterval: ({ state }) => {
      const pauseMs = state.data === undefined ? 0 : LOOK_AGAIN_MS[state.data.status];
      return pauseMs === 0 ? false : pauseMs * (1 + Math.random() * JITTER);
    },
  });
}

export const isToBePaid = ({ status }: Pick<Bill, 'status'>): boolean =>
  status === 'unpaid' || status === 'overdue';

/** Takes the payment that a member has made of it. */
export function useBillPayment(
  billId: string,
  { data, dataUpdatedAt }: ReturnType<typeof useBill>,
  paymentKey: string | undefined,
) {
  const { api } = useApp();
  const queries = useQueryClient();
  const { orderId = '', amount = 0 } = data ?? {};
  return usePayment({
    orderId,
    paymentKey,
    isToBePaid: data !== undefined && isToBePaid(data),
    readAtMs: dataUpdatedAt,
    pay: (made, key) =>
      answered(
        api.POST('/bills/{billId}/payment', {
          params: { path: { billId }, header: { 'Idempotency-Key': key } },
          body: { paymentKey: made, amount },
        }),
      ).finally(() => queries.invalidateQueries({ queryKey: MEMBER })),
  });
}
