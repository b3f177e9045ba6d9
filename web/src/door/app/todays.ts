import type { Api } from '../../api/client';
import { answered } from '../../api/client';
import { serverNow } from '../../api/serverClock';
import type { ListedPerformance, Musical } from '../../api/types';

/** A door is open for what has begun a while ago, such as a long evening, and for what comes within the day. */
const BEFORE_MS = 8 * 3_600_000;
const AFTER_MS = 16 * 3_600_000;

export type Todays = Pick<ListedPerformance, 'performanceId' | 'startsAt'> & {
  readonly title: string;
  readonly timeZone: string;
};

export const isTodays = (
  { startsAt, status }: Pick<ListedPerformance, 'startsAt' | 'status'>,
  nowMs: number,
): boolean => {
  const startsAtMs = Date.parse(startsAt);
  return status !== 'cancelled' && startsAtMs >= nowMs - BEFORE_MS && startsAtMs <= nowMs + AFTER_MS;
};

/** What is played around now, the first to begin first. */
export async function todays(api: Api): Promise<readonly Todays[]> {
  const nowMs = serverNow();
  const [from, to] = [dayOf(nowMs - BEFORE_MS - DAY_MS), dayOf(nowMs + AFTER_MS + DAY_MS)];
  const musicals = await everyPage<Musical>((continuation) =>
    answered(api.GET('/musicals', { params: { query: { from, to, limit: 100, ...continuation } } })),
  );
  const found = await Promise.all(musicals.map((musical) => performancesOf(api, musical)));
  return found
    .flat()
    .filter((one) => isTodays(one, nowMs))
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}

async function performancesOf(api: Api, { musicalId, title, venue }: Musical) {
  const all = await everyPage<ListedPerformance>((continuation) =>
    answered(
      api.GET('/musicals/{musicalId}/performances', {
        params: { path: { musicalId }, query: { limit: 100, ...continuation } },
      }),
    ),
  );
  return all.map((one) => ({ ...one, title, timeZone: venue.timeZone }));
}

type Page<Item> = { readonly items: readonly Item[]; readonly continuation?: string | undefined };

async function everyPage<Item>(
  ask: (after: { continuation?: string }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const all: Item[] = [];
  let after: string | undefined;
  do {
    const { items, continuation } = await ask(after === undefined ? {} : { continuation: after });
    all.push(...items);
    after = continuation;
  } while (after !== undefined);
  return all;
}

/** The calendar day of a moment in UTC. A day is added on either side, wherever the theatre is. */
const DAY_MS = 24 * 3_600_000;
const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);
