import { musicalSaleState, priceRange, saleStateOf } from './saleState';

const NOW = Date.parse('2026-12-01T00:00:00Z');
const scheduled = { status: 'scheduled' as const, startsAt: '2026-12-24T10:30:00Z' };
const presale = { status: 'presale', at: '2026-12-02T05:00:00Z' };
const opens = (at: string) => ({ ...scheduled, salesOpenAt: at });

test.each([
  ['on sale', scheduled, { status: 'on-sale' }],
  ['not yet', opens('2026-12-02T05:00:00Z'), { status: 'opens', at: '2026-12-02T05:00:00Z' }],
  ['opened', opens('2026-12-01T00:00:00Z'), { status: 'on-sale' }],
  ['in its presale', { ...opens('2026-12-02T05:00:00Z'), presaleOpenAt: '2026-12-01T00:00:00Z' }, presale],
  [
    'not yet in its presale',
    { ...opens('2026-12-02T05:00:00Z'), presaleOpenAt: '2026-12-01T00:00:01Z' },
    { status: 'opens', at: '2026-12-02T05:00:00Z', presaleAt: '2026-12-01T00:00:01Z' },
  ],
  ['closed', { ...scheduled, salesCloseAt: '2026-12-01T00:00:00Z' }, { status: 'closed' }],
  ['begun', { ...scheduled, startsAt: '2026-11-30T10:30:00Z' }, { status: 'closed' }],
  ['cancelled', { ...scheduled, status: 'cancelled' as const }, { status: 'cancelled' }],
])('a performance is %s', (_what, performance, state) => {
  expect(saleStateOf(performance, NOW)).toEqual(state);
});

test('a musical says the most hopeful of its dates, and the earliest opening', () => {
  const later = opens('2026-12-03T05:00:00Z');
  const soon = opens('2026-12-02T05:00:00Z');
  const over = { ...scheduled, startsAt: '2026-11-01T00:00:00Z' };
  expect(musicalSaleState([later, soon, over], NOW)).toEqual({ status: 'opens', at: '2026-12-02T05:00:00Z' });
  expect(musicalSaleState([later, scheduled], NOW)).toEqual({ status: 'on-sale' });
  const members = { ...soon, presaleOpenAt: '2026-11-30T05:00:00Z' };
  expect(musicalSaleState([later, members, over], NOW)).toEqual(presale);
  expect(musicalSaleState([over], NOW)).toEqual({ status: 'closed' });
  expect(musicalSaleState([], NOW)).toBeUndefined();
});

test('prices go from the least to the most of all dates', () => {
  const won = (priceTiers: Record<string, number>) => ({ currency: 'KRW', priceTiers });
  expect(priceRange([won({ VIP: 170, S: 60 }), won({ VIP: 150 })])).toEqual({
    from: 60,
    to: 170,
    currency: 'KRW',
  });
  expect(priceRange([])).toBeUndefined();
  expect(priceRange([won({ A: 1 }), { currency: 'EUR', priceTiers: { A: 1 } }])).toBeUndefined();
});
