import { execFileSync } from 'node:child_process';
import path from 'node:path';

const PRELOADED = path.resolve('dist/local/marquee/start/childClock.js');
const WEEK_SECONDS = 7 * 24 * 60 * 60;

const run = (seconds: string, script: string): unknown => {
  const env = { ...process.env, MARQUEE_CLOCK_OFFSET_SECONDS: seconds };
  const print = `console.log(JSON.stringify(${script}))`;
  return JSON.parse(
    execFileSync(process.execPath, ['--require', PRELOADED, '-e', print], {
      env,
      stdio: 'pipe',
    }).toString(),
  );
};

/** Days by which a child is ahead of this test. */
const daysAhead = (time: unknown): number => (Number(time) - Date.now()) / 86_400_000;

test.each(['Date.now()', 'new Date().getTime()', 'Date.parse(Date())'])('%s of a child is shifted', (now) => {
  expect(daysAhead(run(String(WEEK_SECONDS), now))).toBeCloseTo(7, 1);
  expect(daysAhead(run('', now))).toBeCloseTo(0, 1);
});

test('a given time is what it was, and a date is a date', () => {
  const script = `[new Date(5).getTime(), new Date('2026-11-29').toISOString(), Date.UTC(1970, 0, 2),
    new Date() instanceof Date, require('node:fs').statSync('.').mtime instanceof Date]`;
  expect(run(String(WEEK_SECONDS), script)).toEqual([5, '2026-11-29T00:00:00.000Z', 86_400_000, true, true]);
});

test('what is no number of seconds is refused', () => {
  expect(() => run('a week', '1')).toThrow('MARQUEE_CLOCK_OFFSET_SECONDS must be a whole number from 0');
});
