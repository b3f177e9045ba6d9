import { z } from 'zod';
import { DEMO_PRICES, DEMO_VENUE } from './demoHouse';

export type DemoTarget = { readonly apiUrl: string; readonly adminToken: string };

const DAY_MS = 24 * 60 * 60 * 1000;
type Show = {
  readonly title: string;
  readonly description: string;
  readonly poster: string;
  readonly runningTimeMinutes: number;
  readonly ageRating: string;
  /** Days from today of each performance, and the hour on the venue's clock. */
  readonly performances: readonly (readonly [days: number, hour: number])[];
};

const SEASON: readonly Show[] = [
  {
    title: '등불지기의 노래 · The Lamplighter’s Song',
    description:
      '마지막 가스등을 지키는 청년과, 어둠 속에서만 노래하는 소녀의 이야기. — The last lamplighter of a harbour town keeps one street dark, because a girl there sings only when nobody can see her.',
    poster: '/posters/lamplighter.svg',
    runningTimeMinutes: 150,
    ageRating: '8세 이상 · 8 and over',
    performances: [
      [14, 19],
      [15, 14],
      [15, 19],
      [30, 19],
    ],
  },
  {
    title: '종이배 함대 · A Fleet of Paper Boats',
    description:
      '비 오는 날마다 종이배를 띄우는 할머니와, 그 배를 따라 바다까지 걸어간 손자의 뮤지컬. — Every rainy day a grandmother sets paper boats afloat; one morning her grandson follows them to the sea.',
    poster: '/posters/paper-boats.svg',
    runningTimeMinutes: 110,
    ageRating: '전체 관람가 · All ages',
    performances: [
      [10, 11],
      [11, 15],
      [24, 15],
    ],
  },
  {
    title: '자정의 시계공 · The Midnight Clockmaker',
    description:
      '하루에 한 시간을 더 만들어 파는 시계공과 그 시간을 사는 사람들. — A clockmaker sells a thirteenth hour to those who have run out of time, until somebody asks who is paying for it.',
    poster: '/posters/clockmaker.svg',
    runningTimeMinutes: 165,
    ageRating: '12세 이상 · 12 and over',
    performances: [
      [21, 19],
      [22, 19],
      [40, 19],
    ],
  },
];

const created = z.object({ musicalId: z.string() });
const built = z.object({ venueId: z.string() });

/**
 * Puts the demo season on sale, and gives its last day. Run again after a failure it goes on where it was, because
 * each call has a key of its own.
 */
export async function loadDemo({ apiUrl, adminToken }: DemoTarget): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  const day = (days: number) => new Date(Date.parse(today) + days * DAY_MS).toISOString().slice(0, 10);
  const post = async (path: string, key: string, body: object): Promise<unknown> => {
    const answer = await fetch(apiUrl + path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${adminToken}`,
        'content-type': 'application/json',
        'idempotency-key': `demo-${today}-${key}`,
      },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`POST ${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const { venueId } = built.parse(await post('/venues', 'house', DEMO_VENUE));
  const { name, timeZone } = DEMO_VENUE;
  for (const show of SEASON) {
    const { performances, poster, ...musical } = show;
    const days = performances.map(([inDays]) => inDays);
    const run = { startDate: day(Math.min(...days)), endDate: day(Math.max(...days)) };
    const body = { ...musical, ...run, venue: { name, timeZone }, posterUrl: poster };
    const { musicalId } = created.parse(await post('/musicals', poster, body));
    for (const [inDays, hour] of performances) {
      const startsAt = `${day(inDays)}T${hour}:00:00`;
      await post(`/musicals/${musicalId}/performances`, `${poster}-${startsAt}`, {
        ...DEMO_PRICES,
        venueId,
        startsAt,
      });
    }
  }
  return day(Math.max(...SEASON.flatMap(({ performances }) => performances.map(([inDays]) => inDays))));
}
