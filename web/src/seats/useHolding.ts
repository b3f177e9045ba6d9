import type { Signal } from '@preact/signals';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { asProblem } from '../api/problem';
import { availabilityQuery, holdsQuery } from '../api/queries';
import { isBusy, pauseMs } from '../api/queryClient';
import type { Hold, SeatMap } from '../api/types';
import { useApp } from '../app/context';
import { pathTo } from '../app/routes';
import { type Choice, clearChoice, withoutSeats } from '../purchase/choice';
import { keepHeld } from '../purchase/heldHere';
import { holdChosen, mayBeHeld } from '../purchase/reserve';

const MOST_RETRIES = 3;

/**
 * Holds what is chosen, and goes on to the page of the hold. `gone` are the seats that somebody else has taken
 * from the choice, on the way or while it was looked at.
 */
export function useHolding(map: SeatMap, choice: Signal<Choice>) {
  const { api } = useApp();
  const { route } = useLocation();
  const queries = useQueryClient();
  const [gone, setGone] = useState<readonly string[]>([]);
  const { performanceId, sections } = map;
  const lose = (taken: readonly string[]) => {
    const own = choice.value.seats.filter((seatId) => taken.includes(seatId));
    if (own.length === 0) return;
    setGone(own);
    choice.value = withoutSeats(choice.value, own);
  };
  const holding = useMutation({
    mutationFn: () => holdChosen(api, sessionStorage, { performanceId, choice: choice.value, sections }),
    retry: (failures, error) => isBusy(error) && failures < MOST_RETRIES,
    retryDelay: pauseMs,
    onMutate: () => setGone([]),
    onSuccess: (hold: Hold) => {
      clearChoice(performanceId);
      keepHeld(performanceId);
      const { queryKey } = holdsQuery(api, performanceId);
      queries.setQueryData(queryKey, (known) => ({
        items: [...(known?.items ?? []).filter(({ holdId }) => holdId !== hold.holdId), hold],
      }));
      route(pathTo.hold(performanceId, hold.holdId));
    },
    onError: (error) => {
      lose(asProblem(error).taken);
      queries.invalidateQueries(availabilityQuery(api, performanceId));
    },
  });
  useEffect(() => {
    if (holding.isPending || mayBeHeld(sessionStorage, performanceId, choice.value)) return;
    lose(notFree(sections, choice.value.seats));
  }, [sections, holding.isPending]);
  return { ...holding, gone, forgetGone: () => setGone([]) };
}

function notFree(sections: SeatMap['sections'], chosen: readonly string[]): string[] {
  if (chosen.length === 0) return [];
  const free = new Set<string>();
  for (const { seats } of sections)
    for (const { seatId, status } of seats) if (status === 'available') free.add(seatId);
  return chosen.filter((seatId) => !free.has(seatId));
}
