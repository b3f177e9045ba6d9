import { queryOptions } from '@tanstack/preact-query';
import { type Api, answered, done } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import type { paths } from '../../api/schema';
import { inRows } from './model/file';
import type { House } from './model/house';

type VenuesPage = paths['/venues']['get']['responses'][200]['content']['application/json'];
export type ListedVenue = VenuesPage['items'][number];
/** Something of another system's plan that has no place with us. */
export type NotKept = { readonly pointer: string; readonly detail: string };

/** A house as a venue has it, and which version of it that is. */
export type Loaded = { readonly house: House; readonly etag: string | undefined };

const MOST_PAGES = 50;

/** All venues by their names. */
export const venuesQuery = (api: Api) =>
  queryOptions({
    queryKey: ['venues'],
    queryFn: async ({ signal }) => {
      const venues: ListedVenue[] = [];
      let continuation: string | undefined;
      for (let page = 0; page < MOST_PAGES; page++) {
        const query = { limit: 100, ...(continuation === undefined ? {} : { continuation }) };
        const found: VenuesPage = await answered(api.GET('/venues', { params: { query }, signal }));
        venues.push(...found.items);
        continuation = found.continuation;
        if (continuation === undefined) break;
      }
      return venues;
    },
  });

/** Throws an `ApiProblem`. */
export async function loadVenue(api: Api, venueId: string): Promise<Loaded> {
  const answer = await done(api.GET('/venues/{venueId}', { params: { path: { venueId } } }));
  return loadedFrom(answer);
}

type Answer = { readonly data?: unknown; readonly response: Response };

function loadedFrom({ data, response }: Answer): Loaded {
  if (typeof data !== 'object' || data === null || !('sections' in data))
    throw new ApiProblem('unreadable', response.status);
  const { venueId: _id, capacity: _sum, ...house } = data as House & { venueId: string; capacity: number };
  return { house: inRows(house), etag: response.headers.get('ETag') ?? undefined };
}

/** Adds a venue and says which. The same house under the same key is one venue. Throws an `ApiProblem`. */
export async function addVenue(api: Api, house: House, key: string) {
  const params = { header: { 'Idempotency-Key': key } };
  const answer = await done(api.POST('/venues', { params, body: house as never }));
  if (answer.data === undefined) throw new ApiProblem('unreadable', answer.response.status);
  return { venueId: answer.data.venueId, ...loadedFrom(answer) };
}

/** Throws an `ApiProblem`: `stale` when somebody else has drawn it anew since. */
export async function replaceVenue(api: Api, venueId: string, house: House, etag: string): Promise<Loaded> {
  const params = { path: { venueId }, header: { 'If-Match': etag } };
  return loadedFrom(await done(api.PUT('/venues/{venueId}', { params, body: house as never })));
}

/** Adds a venue from a plan of pretix, and says what of it was not kept. Throws an `ApiProblem`. */
export async function importPretix(api: Api, plan: unknown, timeZone: string, key: string) {
  const params = { header: { 'Idempotency-Key': key } };
  const body = { format: 'pretix', plan, timeZone };
  const { venueId, notKept } = await answered(api.POST('/venues/import', { params, body: body as never }));
  return { venueId, notKept: notKept as readonly NotKept[] };
}

/** The venue as it was saved last, as a plan of pretix. Throws an `ApiProblem`. */
export const exportPretix = (api: Api, venueId: string): Promise<unknown> =>
  answered(api.GET('/venues/{venueId}', { params: { path: { venueId }, query: { format: 'pretix' } } }));
