import { backoffMs } from './backoff';

test('a pause doubles up to the longest, and stays there however often it comes', () => {
  const backoff = { firstMs: 500, longestMs: 60_000 };
  expect([0, 1, 2, 6, 7, 5_000].map((before) => backoffMs(before, backoff))).toEqual([
    500, 1_000, 2_000, 32_000, 60_000, 60_000,
  ]);
});
