import { queryOptions } from '@tanstack/preact-query';
import { type Api, answered } from '../../api/client';

/** A table for a spreadsheet comes only to who asks for one. */
const noTable = <Body>(answer: Body): Exclude<Body, string> => answer as Exclude<Body, string>;

export const performanceSalesQuery = (api: Api, performanceId: string) =>
  queryOptions({
    queryKey: ['performance-sales', performanceId],
    queryFn: ({ signal }) =>
      answered(
        api.GET('/admin/performances/{performanceId}/sales', { params: { path: { performanceId } }, signal }),
      ),
  });

export const doorQuery = (api: Api, performanceId: string) =>
  queryOptions({
    queryKey: ['door', performanceId],
    queryFn: ({ signal }) =>
      answered(
        api.GET('/admin/performances/{performanceId}/door', { params: { path: { performanceId } }, signal }),
      ),
  });

/** Days of the theatre, as `2026-12-24`. */
export type Days = { readonly from: string; readonly to: string };

export const salesByHourQuery = (api: Api, days: Days) =>
  queryOptions({
    queryKey: ['sales-by-hour', days.from, days.to],
    queryFn: async ({ signal }) =>
      noTable(
        await answered(api.GET('/admin/sales', { params: { query: { ...days, groupBy: 'hour' } }, signal })),
      ),
  });

const PAGE = 50;

export const owedQuery = (api: Api) =>
  queryOptions({
    queryKey: ['refunds-owed'],
    queryFn: ({ signal }) =>
      answered(api.GET('/admin/pending', { params: { query: { kind: 'refund', limit: PAGE } }, signal })),
  });

export const differencesQuery = (api: Api) =>
  queryOptions({
    queryKey: ['differences-first'],
    queryFn: ({ signal }) =>
      answered(api.GET('/admin/reconciliation', { params: { query: { limit: PAGE } }, signal })),
  });

/** Pages of a performance's reservations that are looked through for a seat. */
const MOST_PAGES = 20;
const LONG_PAGE = 100;

/** Whose a seat is: the newest reservation that has it and has not ended. */
export async function ownerOf(api: Api, performanceId: string, seatId: string) {
  let continuation: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = { limit: LONG_PAGE, ...(continuation === undefined ? {} : { continuation }) };
    const answer = noTable(
      await answered(
        api.GET('/admin/performances/{performanceId}/reservations', {
          params: { path: { performanceId }, query },
        }),
      ),
    );
    const owner = answer.items.find(({ seats, status }) => seats.includes(seatId) && !ENDED.has(status));
    continuation = answer.continuation;
    if (owner !== undefined || continuation === undefined) return owner;
  }
  return undefined;
}

const ENDED: ReadonlySet<string> = new Set(['cancelled', 'rejected', 'expired']);
