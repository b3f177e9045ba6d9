import { StoreUnavailable } from './cosmos';
import { MAX_TRIES, untilCommitted } from './untilCommitted';

/** Answers one of these at each try, the last for ever, and notes the pauses. */
function rivals(outcomes: readonly ('conflict' | 'committed')[], random = 0.5) {
  const pauses: number[] = [];
  const tries: number[] = [];
  const pacing = { sleep: async (ms: number) => void pauses.push(ms), random: () => random };
  const run = () =>
    untilCommitted(pacing, 'thing', async (triesBefore) => {
      tries.push(triesBefore);
      return outcomes[triesBefore] ?? outcomes.at(-1) ?? 'committed';
    });
  return { run, pauses, tries };
}

test('a write that is stored at once waits for nothing', async () => {
  const { run, pauses } = rivals(['committed']);
  expect(await run()).toBe('committed');
  expect(pauses).toEqual([]);
});

test('a conflict is tried again after a pause that grows', async () => {
  const { run, pauses, tries } = rivals(['conflict', 'conflict', 'conflict', 'committed']);
  expect(await run()).toBe('committed');
  expect(tries).toEqual([0, 1, 2, 3]);
  expect(pauses).toEqual([5, 10, 20]);
});

test('chance sets how much of a pause is waited', async () => {
  const { run, pauses } = rivals(['conflict', 'committed'], 0.9);
  await run();
  expect(pauses).toEqual([9]);
});

test('it ends: after the last try the caller is told to send the same again', async () => {
  const { run, pauses, tries } = rivals(['conflict']);
  const failure = run();
  await expect(failure).rejects.toThrow(StoreUnavailable);
  await expect(failure).rejects.toThrow('Others changed the thing at each of 12 tries.');
  await expect(failure).rejects.toThrow('send the same request again');
  expect(tries).toHaveLength(MAX_TRIES);
  expect(pauses).toHaveLength(MAX_TRIES - 1);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(500);
});

test('what a try throws ends the loop', async () => {
  const broken = untilCommitted({ sleep: async () => {}, random: () => 0 }, 'thing', async () => {
    throw new Error('broken');
  });
  await expect(broken).rejects.toThrow('broken');
});
