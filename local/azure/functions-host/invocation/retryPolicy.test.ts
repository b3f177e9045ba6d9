import { mayRetry, retryDelayMs, toRetryPolicy } from './retryPolicy';

const fixed = toRetryPolicy({ retryStrategy: 'fixedDelay', maxRetryCount: 2, delayInterval: { seconds: 3 } });
const growing = toRetryPolicy({
  strategy: 'exponentialBackoff',
  maxRetryCount: -1,
  minimumInterval: '00:00:01',
  maximumInterval: '00:00:10',
});

test('a fixed delay is retried as often as it says', () => {
  if (!fixed) throw new Error('no policy');
  expect([1, 2, 3].map((failures) => mayRetry(fixed, failures))).toEqual([true, true, false]);
  expect(retryDelayMs(fixed, 5, 0.5)).toBe(3_000);
});

test('an exponential one doubles up to its maximum, without end', () => {
  if (!growing) throw new Error('no policy');
  expect([1, 2, 3, 4, 5].map((retry) => retryDelayMs(growing, retry, 0.5))).toEqual([
    1_000, 2_000, 4_000, 8_000, 10_000,
  ]);
  expect(retryDelayMs(growing, 1, 0)).toBe(800);
  expect(mayRetry(growing, 1_000_000)).toBe(true);
});

test('an interval that the library has rounded to nothing still pauses', () => {
  const none = toRetryPolicy({
    retryStrategy: 'fixedDelay',
    maxRetryCount: -1,
    delayInterval: { seconds: 0 },
  });
  expect(none && retryDelayMs(none, 1, 0)).toBeGreaterThan(0);
});

test('no options, no policy', () => {
  expect(toRetryPolicy(undefined)).toBeUndefined();
});
