import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useMemo, useState } from 'preact/hooks';
import { answered } from '../api/client';
import { cancellationQuery, reservationQuery } from '../api/ownQueries';
import type { Reservation } from '../api/types';
import { announce } from '../app/announce';
import { useApp } from '../app/context';
import { useOwnTexts } from '../texts';

/** What cancelling costs, of the seats that are chosen, and the cancelling itself. At first all seats are. */
export function useCancelling({ reservationId, seats: all }: Reservation, onDone: () => void) {
  const t = useOwnTexts().reservation;
  const { api } = useApp();
  const queries = useQueryClient();
  const [chosen, choose] = useState<readonly string[]>(all);
  const seats = chosen.length < all.length ? [...chosen] : undefined;
  // What is pressed twice, or sent again for want of an answer, is one cancellation.
  const key = useMemo(() => crypto.randomUUID(), [chosen]);
  const quote = useQuery({
    ...cancellationQuery(api, reservationId, seats),
    enabled: chosen.length > 0,
    placeholderData: keepPreviousData,
  });
  const cancelling = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/reservations/{reservationId}/cancellation', {
          params: { path: { reservationId }, header: { 'Idempotency-Key': key } },
          body: seats === undefined ? {} : { seats },
        }),
      ),
    onSuccess: (cancelled) => {
      queries.setQueryData(reservationQuery(api, reservationId).queryKey, cancelled);
      announce(seats === undefined ? t.cancelled : t.someCancelled);
      onDone();
    },
    onError: () => quote.refetch(),
  });
  return { chosen, choose, quote, cancelling };
}
