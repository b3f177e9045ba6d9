import { isNearlyFull, leftByTier } from './leftByTier';
import { byMonth, pricesOfAll } from './months';

const seoul = { name: '마키 극장', timeZone: 'Asia/Seoul' };
const at = (startsAt: string) => ({ startsAt, venue: seoul });

test('dates are grouped by the month on the venue’s calendar, in the order they are played', () => {
  const months = byMonth([
    at('2026-12-31T16:00:00Z'),
    at('2026-12-31T10:00:00Z'),
    at('2026-12-01T10:00:00Z'),
  ]);
  expect(months.map(({ key, performances }) => [key, performances.length])).toEqual([
    ['2026-12', 2],
    ['2027-01', 1],
  ]);
  expect(months[0]?.performances[0]?.startsAt).toBe('2026-12-01T10:00:00Z');
});

test('prices are told once when they are the same on every date', () => {
  const prices = (priceTiers: Record<string, number>) => ({ priceTiers, currency: 'KRW' });
  expect(pricesOfAll([prices({ S: 110, VIP: 170 }), prices({ VIP: 170, S: 110 })])).toEqual({
    currency: 'KRW',
    tiers: [
      ['VIP', 170],
      ['S', 110],
    ],
  });
  expect(pricesOfAll([prices({ S: 110 }), prices({ S: 120 })])).toBeUndefined();
  expect(pricesOfAll([])).toBeUndefined();
});

const seat = (status: 'available' | 'held' | 'sold') => ({ seatId: 'x', number: 1, status });

test('what is left is counted by tier, the dearest first', () => {
  const section = (tier: string, price: number, ...seats: ReturnType<typeof seat>[]) => ({
    sectionId: tier,
    kind: 'seated' as const,
    tier,
    price,
    seats,
  });
  const sections = [
    section('S', 110, seat('available'), seat('sold')),
    section('VIP', 170, seat('held')),
    section('S', 110, seat('available')),
  ];
  expect(leftByTier({ sections })).toEqual([
    { tier: 'VIP', price: 170, left: 0 },
    { tier: 'S', price: 110, left: 2 },
  ]);
});

test.each([
  [50, 1_000, true],
  [51, 1_000, false],
  [10, 40, true],
  [0, 1_000, false],
])('%i of %i is nearly full: %s', (available, capacity, expected) => {
  expect(isNearlyFull({ available, capacity })).toBe(expected);
});
