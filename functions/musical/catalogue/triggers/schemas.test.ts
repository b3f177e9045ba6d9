import { musicalBody, performanceBody } from './schemas';

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

test.each([
  ['a line break', 'Midnight\r\nBcc: x'],
  ['a NUL', 'Mid\0night'],
  ['half a character', 'Midnight \ud83c!'],
])('a title with %s is refused: it is the subject of mails', (_what, title) => {
  const body = {
    title: 'Midnight 🎭',
    startDate: '2026-12-01',
    endDate: '2026-12-31',
    venue: { name: 'V', timeZone: 'Asia/Seoul' },
  };
  expect(musicalBody.safeParse(body).success).toBe(true);
  expect(musicalBody.safeParse({ ...body, title }).error?.issues).toMatchObject([{ path: ['title'] }]);
});
