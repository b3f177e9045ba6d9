import { keepRun, keptRun, left, makeRun } from './makeRun';

const tab = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};
const RUN = { runId: 'r1', fields: { price: 1 }, starts: ['a', 'b', 'c'], made: [] };

test('whatever ends it, each performance is made once', async () => {
  const storage = tab();
  keepRun(storage, 'm1', RUN);
  const made = new Map<string, string>();
  let requests = 0;
  // The server does what it is asked once for a key; the answer to the second request is lost.
  const make = async (_: unknown, start: string, key: string) => {
    made.set(key, start);
    if (++requests === 2) throw new TypeError('Failed to fetch');
  };
  await expect(makeRun(storage, 'm1', make, () => undefined)).rejects.toThrow('Failed to fetch');
  expect(left(keptRun(storage, 'm1') ?? RUN)).toEqual(['b', 'c']);
  await makeRun(storage, 'm1', make, () => undefined);
  expect([...made.values()]).toEqual(['a', 'b', 'c']);
  expect(requests).toBe(4);
  expect(left(keptRun(storage, 'm1') ?? RUN)).toEqual([]);
});
