import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { answered, done } from '../api/client';
import { asProblem } from '../api/problem';
import { holdsQuery } from '../api/queries';
import { isBusy, pauseMs } from '../api/queryClient';
import type { Hold } from '../api/types';
import { useApp } from '../app/context';

const LOOK_AGAIN_MS = 15_000;
const MOST_RETRIES = 3;

/** What the customer holds of a performance; another tab, or time, may change it. Nobody's without a login. */
export function useHolds(performanceId: string) {
  const { api, session } = useApp();
  return useQuery({
    ...holdsQuery(api, performanceId),
    enabled: session.customer.value !== undefined,
    refetchInterval: ({ state }) => (state.data?.items.length === 0 ? false : LOOK_AGAIN_MS),
  });
}

/** Gives the hold its whole time again. Its key names the renewal, so that a lost answer or a double tap spends one of them only. */
export function useRenewal({ performanceId, holdId, renewalsLeft }: Hold) {
  const { api } = useApp();
  const queries = useQueryClient();
  const holds = holdsQuery(api, performanceId);
  return useMutation({
    mutationFn: () =>
      answered(
        api.POST('/performances/{performanceId}/holds/{holdId}/renewal', {
          params: {
            path: { performanceId, holdId },
            header: { 'Idempotency-Key': `renew-${holdId}-${renewalsLeft}` },
          },
        }),
      ),
    retry: (failures, error) => isBusy(error) && failures < MOST_RETRIES,
    retryDelay: pauseMs,
    // An answer from before the renewal would turn the clock back.
    onMutate: () => queries.cancelQueries(holds),
    onSuccess: (renewed) =>
      queries.setQueryData(holds.queryKey, (known) => ({
        items: (known?.items ?? []).map((hold) => (hold.holdId === holdId ? renewed : hold)),
      })),
    onError: () => queries.invalidateQueries(holds),
  });
}

/** Releases the seats. Those that are free already are no trouble. */
export function useRelease({ performanceId, holdId }: Hold, onReleased: () => void) {
  const { api } = useApp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const params = { path: { performanceId, holdId } };
      await done(api.DELETE('/performances/{performanceId}/holds/{holdId}', { params })).catch((error) => {
        if (asProblem(error).code !== 'not-found') throw error;
      });
    },
    onSuccess: () => {
      onReleased();
      queries.setQueryData(holdsQuery(api, performanceId).queryKey, (known) => ({
        items: (known?.items ?? []).filter((hold) => hold.holdId !== holdId),
      }));
    },
  });
}
