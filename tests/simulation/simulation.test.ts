import { runEpisode } from './episode';
import { exploreAll } from './exhaustive/explore';

const plan = (seed: string) => ({ seed, reservations: 40, off: new Set<never>(), keepsTrace: false });
/** The last is one that fed a storm of messages. */
const FIXED = ['1/0', '1/8', '1/9', '7/3', 'theatre/1', 'theatre/2', '1796062210117/0'];
const FRESH = Array.from({ length: 6 }, (_, i) => `${Date.now()}/${i}`);

test.each([...FIXED, ...FRESH])('nothing that was promised is broken: seed %s', async (seed) => {
  const { violation, reservations } = await runEpisode(plan(seed));
  expect(violation?.message).toBeUndefined();
  expect(reservations).toBeGreaterThanOrEqual(40);
});

test('a seed gives the same run every time, step by step', async () => {
  const [first, second] = [await runEpisode(plan('same')), await runEpisode(plan('same'))];
  expect(second.traceHash).toBe(first.traceHash);
  expect(second.steps).toBe(first.steps);
});

test('every interleaving of two and of three operations on three seats keeps the seat rule', async () => {
  const said: string[] = [];
  expect([await exploreAll((line) => said.push(line), 3), ...said]).toEqual([
    true,
    expect.stringMatching(/of 2 operations .* no violation/),
    expect.stringMatching(/of 3 operations .* no violation/),
  ]);
}, 600_000);
