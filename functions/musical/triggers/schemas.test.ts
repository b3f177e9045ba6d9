import { performanceBody } from './schemas';

const bodyAt = (price: number) => ({
  startsAt: '2026-12-24T19:30:00',
  currency: 'KRW',
  priceTiers: { R: price },
  sections: [{ sectionId: 'A', kind: 'standing', tier: 'R', capacity: 5 }],
});

test.each([1, 1_000_000_000])('a seat may cost %i', (price) => {
  expect(performanceBody.safeParse(bodyAt(price)).success).toBe(true);
});

test('a seat for nothing is refused, for a payment of nothing can never be made', () => {
  expect(performanceBody.safeParse(bodyAt(0)).error?.issues).toEqual([
    expect.objectContaining({ path: ['priceTiers', 'R'], message: expect.stringMatching(/at least 1/) }),
  ]);
});
