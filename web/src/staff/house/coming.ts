import { queryOptions } from '@tanstack/preact-query';
import { type Api, answered } from '../../api/client';
import type { ListedPerformance, Musical } from '../../api/types';

/** A performance with whose it is. */
export type Coming = ListedPerformance & Pick<Musical, 'musicalId' | 'title' | 'venue'>;

/** Of so many musicals and dates; more than a theatre has at once. */
const MOST = 100;
/** What has begun is still sold and looked at for so long. */
const SHOWN_AFTER_MS = 6 * 3_600_000;

/** Every performance that is still to come, or has just begun, the next one first. */
export const comingQuery = (api: Api) =>
  queryOptions({
    queryKey: ['coming'],
    queryFn: async ({ signal }) => {
      const { items: musicals } = await answered(
        api.GET('/musicals', { params: { query: { limit: MOST } }, signal }),
      );
      const all = await Promise.all(musicals.map((musical) => datesOf(api, musical, signal)));
      return inOrder(all.flat(), Date.now());
    },
    staleTime: 20_000,
  });

type Listed = Pick<Musical, 'musicalId' | 'title' | 'venue'>;

async function datesOf(
  api: Api,
  { musicalId, title, venue }: Listed,
  signal: AbortSignal,
): Promise<readonly Coming[]> {
  const params = { path: { musicalId }, query: { limit: MOST } };
  const { items } = await answered(api.GET('/musicals/{musicalId}/performances', { params, signal }));
  return items.map((performance) => ({ ...performance, musicalId, title, venue }));
}

export const inOrder = (all: readonly Coming[], nowMs: number): readonly Coming[] =>
  all
    .filter(({ startsAt }) => Date.parse(startsAt) > nowMs - SHOWN_AFTER_MS)
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));

/** Those of which each word begins a word of the title or of the date, as both are shown. */
export function matching<T>(all: readonly T[], query: string, wordsOf: (one: T) => string): readonly T[] {
  const asked = fold(query).split(/\s+/).filter(Boolean);
  return all.filter((one) => {
    const words = fold(wordsOf(one)).split(/[\s·,()]+/);
    return asked.every((start) => words.some((word) => word.startsWith(start)));
  });
}

const fold = (text: string): string => text.normalize('NFC').toLowerCase();
