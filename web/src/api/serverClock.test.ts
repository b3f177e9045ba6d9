import { clockDifference, serverNow, setServerClock } from './serverClock';

test.each([
  ['a clock that may be right is left alone', 10_000, 10_200, 10_400, 0],
  ['half a second of doubt is a second’s', 10_000, 10_900, 11_000, 0],
  ['a slow phone', 100_000, 10_000, 10_200, 90_400],
  ['a fast phone', 10_000, 100_000, 100_200, -89_600],
  ['a slow answer leaves more doubt', 14_000, 10_000, 20_000, 0],
])('%s', (_what, serverMs, sentAtMs, receivedAtMs, expected) => {
  expect(clockDifference(serverMs, sentAtMs, receivedAtMs)).toBe(expected);
});

test('the server’s time is told from its answers; one without a date changes nothing', () => {
  const hourAhead = Date.now() + 3_600_000;
  setServerClock(new Date(hourAhead).toUTCString(), Date.now(), Date.now());
  const aheadMs = serverNow() - Date.now();
  expect(Math.abs(aheadMs - 3_600_000)).toBeLessThan(2_000);
  setServerClock(null, 0, 0);
  setServerClock('yesterday', 0, 0);
  expect(serverNow() - Date.now()).toBe(aheadMs);
});
