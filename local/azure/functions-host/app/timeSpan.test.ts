import { formatTimeSpan, parseTimeSpan } from './timeSpan';

test.each([
  ['00:00:05', 5_000],
  ['00:05:00', 300_000],
  ['1.02:03:04.5', 93_784_500],
  ['-00:00:01', -1_000],
  ['10:30', 37_800_000],
  ['-1', Number.POSITIVE_INFINITY],
  ['5', undefined],
  ['* * * * *', undefined],
])('%s is %s ms', (text, ms) => {
  expect(parseTimeSpan(text)).toBe(ms);
});

test.each([
  [5_000, '00:00:05'],
  [3_661_250, '01:01:01.2500000'],
])('%s ms is %s', (ms, text) => {
  expect(formatTimeSpan(ms)).toBe(text);
});
