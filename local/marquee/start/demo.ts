import { z } from 'zod';
import { DEMO_PRICES, DEMO_VENUE, DEMO_WITHHELD, FOR_MEMBERS } from './demoHouse';

export type DemoTarget = { readonly apiUrl: string; readonly adminToken: string };

const DAY_MS = 24 * 60 * 60 * 1000;
type Show = {
  readonly title: string;
  readonly description: string;
  readonly translations: { readonly en: { readonly title: string; readonly description: string } };
  readonly poster: string;
  readonly runningTimeMinutes: number;
  readonly ageRating: string;
  /** Days from today of each performance, and the hour on the venue's clock. */
  readonly performances: readonly (readonly [days: number, hour: number])[];
};

const SEASON: readonly Show[] = [
  {
    title: '등불지기의 노래',
    description: '마지막 가스등을 지키는 청년과, 어둠 속에서만 노래하는 소녀의 이야기.',
    translations: {
      en: {
        title: 'The Lamplighter’s Song',
        description:
          'The last lamplighter of a harbour town keeps one street dark, because a girl there sings only when nobody can see her.',
      },
    },
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
    title: '종이배 함대',
    description: '비 오는 날마다 종이배를 띄우는 할머니와, 그 배를 따라 바다까지 걸어간 손자의 뮤지컬.',
    translations: {
      en: {
        title: 'A Fleet of Paper Boats',
        description:
          'Every rainy day a grandmother sets paper boats afloat; one morning her grandson follows them to the sea.',
      },
    },
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
    title: '자정의 시계공',
    description: '하루에 한 시간을 더 만들어 파는 시계공과 그 시간을 사는 사람들.',
    translations: {
      en: {
        title: 'The Midnight Clockmaker',
        description:
          'A clockmaker sells a thirteenth hour to those who have run out of time, until somebody asks who is paying for it.',
      },
    },
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

const ITEMS = [
  {
    name: '오페라글라스 · Opera glasses',
    description: '3배율 · Magnify three times',
    stock: 40,
    loanHours: 6,
  },
  {
    name: '보청 루프 · Hearing loop',
    description: '보청기와 함께 쓰는 목걸이형 · Worn around the neck',
    stock: 12,
    loanHours: 6,
  },
  { name: '대본 · Script', description: '등불지기의 노래 · The Lamplighter’s Song', stock: 5, loanHours: 72 },
];

const PLANS = [
  {
    name: '등불 친구 · Friends of the Lamp',
    monthlyFee: 9_000,
    currency: 'KRW',
    benefits: { presale: true },
  },
  {
    name: '자정의 동반자 · Midnight Companions',
    monthlyFee: 19_000,
    currency: 'KRW',
    benefits: { presale: true, percentOff: 10 },
  },
];

/** The last performance of the season takes a booking fee. */
const WITH_FEE_IN_DAYS = 40;
/** This one is in its presale, and on sale in some days. */
const WITH_PRESALE_IN_DAYS = 24;

/** What only this performance of the season has. */
function particularsOf(inDays: number, day: (days: number) => string): object {
  switch (inDays) {
    case WITH_FEE_IN_DAYS:
      return { bookingFeePerSeat: 2_000 };
    case WITH_PRESALE_IN_DAYS:
      return { presaleOpenAt: `${day(-1)}T10:00:00`, salesOpenAt: `${day(5)}T14:00:00`, ...FOR_MEMBERS };
    default:
      return {};
  }
}

const created = z.object({ musicalId: z.string() });
const built = z.object({ venueId: z.string() });
const scheduled = z.object({ performanceId: z.string() });

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
      const key = `${poster}-${startsAt}`;
      const fields = { ...DEMO_PRICES, ...particularsOf(inDays, day), venueId, startsAt };
      const made = await post(`/musicals/${musicalId}/performances`, key, fields);
      const at = `/admin/performances/${scheduled.parse(made).performanceId}/withheld`;
      for (const withheld of DEMO_WITHHELD) await post(at, `${key}-${withheld.seats[0]}`, withheld);
    }
  }
  const offered = [
    ...ITEMS.map((body) => ({ what: 'item', body })),
    ...PLANS.map((body) => ({ what: 'plan', body })),
  ];
  for (const [i, { what, body }] of offered.entries()) await post(`/${what}s`, `${what}-${i}`, body);
  return day(Math.max(...SEASON.flatMap(({ performances }) => performances.map(([inDays]) => inDays))));
}
