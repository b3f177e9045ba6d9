import { monitorsByDefault, parseSchedule } from './timerSchedule';

test('a TimeSpan is an interval', () => {
  expect(parseSchedule('00:00:05').next(1_000)).toBe(6_000);
  expect(parseSchedule('1.00:00:00').next(0)).toBe(86_400_000);
});

test('anything else is NCRONTAB', () => {
  expect(parseSchedule('*/5 * * * * *').next(1_000)).toBe(5_000);
});

test.each(['00:00:00', 'soon', ''])('"%s" is refused', (schedule) => {
  expect(() => parseSchedule(schedule)).toThrow();
});

test.each([
  ['*/5 * * * * *', false],
  ['0 * * * * *', true],
  ['00:00:59', false],
  ['00:01:00', true],
])('"%s" is monitored by default: %s', (schedule, expected) => {
  expect(monitorsByDefault(parseSchedule(schedule), 0)).toBe(expected);
});
