import { asSent, onWallClock } from './wallClock';

test('an instant is shown on the clock of the place', () => {
  expect(onWallClock('2026-12-11T10:30:00Z', 'Asia/Seoul')).toBe('2026-12-11T19:30');
  expect(onWallClock('2026-12-31T15:00:00Z', 'Asia/Seoul')).toBe('2027-01-01T00:00');
  expect(onWallClock('2026-07-01T18:30:00Z', 'Europe/London')).toBe('2026-07-01T19:30');
});

test('what a field says is sent without an offset', () => {
  expect(asSent('2026-12-11T19:30')).toBe('2026-12-11T19:30:00');
  expect(asSent('2026-12-11T19:30:15')).toBe('2026-12-11T19:30:15');
});
