/** The house of the demo season: 900 seats on three floors and 100 standing places, as a theatre has them. */

const ROW_DEPTH = 1.15;

/** Odd numbers at the left from the middle out, even ones at the right. */
const oddEven = (seats: number): number[] => [
  ...Array.from({ length: seats / 2 }, (_, i) => seats - 1 - 2 * i),
  ...Array.from({ length: seats / 2 }, (_, i) => 2 * i + 2),
];

/** Rows around the middle of the hall, bent as far as they are wide. `after` are the seats before an aisle. */
const middle = (names: string, seatsOf: (index: number) => number, after: readonly number[] = []) =>
  [...names].map((row, index) => ({
    row,
    numbers: oddEven(seatsOf(index)),
    ...(after.length > 0 ? { gapsAfter: after } : {}),
    y: index * ROW_DEPTH,
    curve: (seatsOf(index) / 2) ** 2 / 90,
  }));

const side = (names: string, seats: number) =>
  [...names].map((row, index) => ({ row, seats, y: index * ROW_DEPTH }));

/** The same kind for these seats of each of the rows. */
const kinds = (
  kind: string | readonly string[],
  sectionId: string,
  rows: string,
  numbers: readonly number[],
) =>
  Object.fromEntries(
    [...rows].flatMap((row) => numbers.map((number) => [`${sectionId}-${row}-${number}`, kind])),
  );

const STALLS = 'ABCDEFGHIJ';
const [FIRST, SECOND, THIRD] = ['1층 · Stalls', '2층 · Circle', '3층 · Upper circle'];

const stalls = [
  {
    sectionId: 'VIP',
    name: '1층 가운데 앞 · Stalls, front',
    floor: FIRST,
    x: 0,
    y: 0,
    kind: 'seated',
    rows: middle(STALLS, (index) => 18 + 2 * Math.floor(index / 2)),
  },
  {
    sectionId: 'LEFT',
    name: '1층 왼쪽 · Stalls, left',
    floor: FIRST,
    x: -15.4,
    y: -2,
    rotation: 16,
    kind: 'seated',
    rows: side(STALLS, 8),
    kinds: { ...kinds('aisle', 'LEFT', STALLS, [8]), ...kinds('restricted-view', 'LEFT', 'ABC', [1]) },
  },
  {
    sectionId: 'RIGHT',
    name: '1층 오른쪽 · Stalls, right',
    floor: FIRST,
    x: 15.4,
    y: -2,
    rotation: -16,
    kind: 'seated',
    rows: side(STALLS, 8),
    kinds: { ...kinds('aisle', 'RIGHT', STALLS, [1]), ...kinds('restricted-view', 'RIGHT', 'ABC', [8]) },
  },
  {
    sectionId: 'R',
    name: '1층 가운데 뒤 · Stalls, middle',
    floor: FIRST,
    x: 0,
    y: 14.5,
    kind: 'seated',
    rows: middle('KLMNOP', () => 26, [1]),
    kinds: {
      ...kinds('aisle', 'R', 'KLMNO', [1, 2]),
      ...kinds(['wheelchair', 'aisle'], 'R', 'P', [1, 2]),
      ...kinds('companion', 'R', 'P', [3, 4]),
      ...kinds('wheelchair', 'R', 'P', [25, 26]),
      ...kinds('companion', 'R', 'P', [23, 24]),
    },
  },
  {
    sectionId: 'FLOOR',
    name: '1층 뒤 · Stalls, back',
    floor: FIRST,
    x: 0,
    y: 22.5,
    kind: 'standing',
    capacity: 100,
  },
];

const circles = [
  {
    sectionId: 'S',
    name: '2층 가운데 · Circle, centre',
    floor: SECOND,
    x: 0,
    y: 30,
    kind: 'seated',
    rows: middle('ABCDEF', () => 24),
  },
  {
    sectionId: 'SL',
    name: '2층 왼쪽 · Circle, left',
    floor: SECOND,
    x: -17,
    y: 28.3,
    rotation: 12,
    kind: 'seated',
    rows: side('ABCDEF', 7),
  },
  {
    sectionId: 'SR',
    name: '2층 오른쪽 · Circle, right',
    floor: SECOND,
    x: 17,
    y: 28.3,
    rotation: -12,
    kind: 'seated',
    rows: side('ABCDEF', 7),
  },
  {
    sectionId: 'A',
    name: '3층 · Upper circle',
    floor: THIRD,
    x: 0,
    y: 42.5,
    kind: 'seated',
    rows: middle('ABCD', () => 34, [17, 16]),
    kinds: kinds('restricted-view', 'A', 'A', [27, 29, 31, 33, 28, 30, 32, 34]),
  },
];

export const DEMO_VENUE = {
  name: '마키 극장 · Marquee Theatre',
  timeZone: 'Asia/Seoul',
  floors: [FIRST, SECOND, THIRD],
  stage: { x: 0, y: -6, width: 22 },
  sections: [...stalls, ...circles],
};

const half = (priceTypeId: string, ko: string, en: string, proof: { ko: string; en: string }) => ({
  priceTypeId,
  name: { ko, en },
  percentOff: 50,
  proof,
});
const ID_CARD = { ko: '신분증', en: 'An identity card' };

/** What the theatre keeps off sale of every performance, and why. */
export const DEMO_WITHHELD = [
  {
    seats: ['VIP-J-21', 'VIP-J-23', 'VIP-J-25'],
    reason: '하우스석 · House seats',
    note: '공연 당일 정오까지 제작사 · Kept for the producers until noon of the day',
  },
  { seats: ['A-D-33'], reason: '수리 중 · Broken seat', note: '등받이 · The back of the seat is loose' },
];

const PRICE_TYPES = [
  half('senior', '경로 (만 65세 이상)', 'Senior (65 and older)', ID_CARD),
  half('youth', '청소년 (만 24세 이하)', 'Youth (24 and younger)', {
    ko: '신분증 또는 학생증',
    en: 'An identity or student card',
  }),
  half('disability', '장애인', 'Disability', { ko: '복지카드', en: 'A welfare card' }),
];

/** A presale's prices, with one for members beside those for all. */
export const FOR_MEMBERS = {
  priceTypes: [
    ...PRICE_TYPES,
    {
      priceTypeId: 'friends',
      name: { ko: '극장의 친구 (회원)', en: 'Friends of the theatre (members)' },
      percentOff: 20,
      membersOnly: true,
    },
  ],
};

/** What every performance of the season costs, by what it is painted on. */
export const DEMO_PRICES = {
  currency: 'KRW',
  priceTiers: {
    VIP: { price: 170_000, name: { ko: 'VIP석', en: 'VIP' }, colour: '#7b2d8b' },
    R: { price: 140_000, name: { ko: 'R석', en: 'Royal' }, colour: '#c0392b' },
    S: { price: 110_000, name: { ko: 'S석', en: 'Superior' }, colour: '#1f6f9f' },
    A: { price: 80_000, name: { ko: 'A석', en: 'Standard' }, colour: '#4f7a28' },
    STANDING: { price: 60_000, name: { ko: '스탠딩', en: 'Standing' }, colour: '#8a5a12' },
  },
  priceTypes: PRICE_TYPES,
  tiers: {
    VIP: 'VIP',
    LEFT: 'R',
    RIGHT: 'R',
    R: 'R',
    S: 'S',
    SL: 'S',
    SR: 'S',
    A: 'A',
    FLOOR: 'STANDING',
  },
};
