import { useQuery } from '@tanstack/preact-query';
import { useEffect, useMemo } from 'preact/hooks';
import { availabilityQuery, planQuery } from '../api/queries';
import { seatMapOf } from '../api/seatMap';
import { useApp } from '../app/context';

/** Not all at the same moment. */
const lookAgainMs = (): number => 4_000 + Math.random() * 2_000;

/** The plan with what is free in it, which is asked for again and again while the page is looked at. */
export function useSeatMap(performanceId: string) {
  const { api } = useApp();
  const plan = useQuery(planQuery(api, performanceId));
  const availability = useQuery({ ...availabilityQuery(api, performanceId), refetchInterval: lookAgainMs });
  const map = useMemo(
    () => plan.data && availability.data && seatMapOf(plan.data, availability.data),
    [plan.data, availability.data],
  );
  // The theatre has just changed the house: the marks are of a plan that is not here yet.
  const isOther = plan.data !== undefined && availability.data !== undefined && map === undefined;
  useEffect(() => {
    if (isOther) plan.refetch();
  }, [isOther, availability.data]);
  return { map, queries: [plan, availability] as const };
}
