import { queryOptions, useQuery } from '@tanstack/preact-query';
import { useEffect, useMemo } from 'preact/hooks';
import { type Api, answered, done } from '../../api/client';
import { asProblem } from '../../api/problem';
import { performanceQuery, planQuery } from '../../api/queries';
import { seatMapOf } from '../../api/seatMap';
import type { Availability } from '../../api/types';
import { useApp } from '../../app/context';
import { type Offer, offered } from './marks';

type Kept = { readonly etag: string; readonly marks: Availability };
const kept = new Map<string, Kept>();

/** What is free of a performance as staff see it. Asked with the `ETag` of the last answer, for no cache may keep it. */
export const staffSeatsQuery = (api: Api, performanceId: string) =>
  queryOptions({
    queryKey: ['staff-seats', performanceId],
    queryFn: ({ signal }) => newerMarks(api, performanceId, signal),
  });

async function newerMarks(api: Api, performanceId: string, signal: AbortSignal): Promise<Availability> {
  const known = kept.get(performanceId);
  const header = known === undefined ? {} : { 'If-None-Match': known.etag };
  // The API's description leaves out what HTTP says already.
  const params = { path: { performanceId }, header } as { path: { performanceId: string } };
  try {
    const { data, response } = await done(
      api.GET('/admin/performances/{performanceId}/seats', { params, signal }),
    );
    const marks = data as Availability;
    kept.set(performanceId, { etag: response.headers.get('ETag') ?? '', marks });
    return marks;
  } catch (error) {
    if (known !== undefined && asProblem(error).status === 304) return known.marks;
    throw error;
  }
}

/** Which seats the theatre keeps for itself, and why. */
export const withheldQuery = (api: Api, performanceId: string) =>
  queryOptions({
    queryKey: ['withheld', performanceId],
    queryFn: ({ signal }) =>
      answered(
        api.GET('/admin/performances/{performanceId}/withheld', {
          params: { path: { performanceId } },
          signal,
        }),
      ),
  });

/** Not all at the same moment, and not while nobody looks. */
export const soon = (ms: number) => (): number => ms * (0.8 + Math.random() * 0.4);

const LOOK_AGAIN_MS = 4_000;

/** A performance and its plan with what is free in it, asked for again and again while the page is looked at. */
export function useStaffHouse(performanceId: string, offer: Offer = 'free') {
  const { api } = useApp();
  const performance = useQuery(performanceQuery(api, performanceId));
  const plan = useQuery(planQuery(api, performanceId));
  const seats = useQuery({
    ...staffSeatsQuery(api, performanceId),
    refetchInterval: soon(LOOK_AGAIN_MS),
  });
  const map = useMemo(
    () => plan.data && seats.data && seatMapOf(plan.data, offered(seats.data, offer)),
    [plan.data, seats.data, offer],
  );
  // The theatre has just changed the house: the marks are of a plan that is not here yet.
  const isOther = plan.data !== undefined && seats.data !== undefined && map === undefined;
  useEffect(() => {
    if (isOther) plan.refetch();
  }, [isOther, seats.data]);
  return {
    performance: performance.data,
    plan: plan.data,
    marks: seats.data?.marks,
    map,
    queries: [performance, plan, seats] as const,
  };
}
