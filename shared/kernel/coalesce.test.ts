import { coalesceReads } from './coalesce';

const FRESH_MS = 250;

function reader() {
  let nowMs = 0;
  const reads: string[] = [];
  const answers: ((value: string | Error) => void)[] = [];
  const read = (key: string) =>
    new Promise<string>((resolve, reject) => {
      reads.push(key);
      answers.push((value) => (value instanceof Error ? reject(value) : resolve(value)));
    });
  return {
    get: coalesceReads(read, FRESH_MS, { now: () => nowMs }),
    reads,
    answer: (index: number, value: string | Error) => answers[index]?.(value),
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

test('a crowd that asks for the same costs one read, also while it is under way', async () => {
  const { get, reads, answer } = reader();
  const crowd = [get('a'), get('a'), get('a')];
  answer(0, 'one');
  expect(await Promise.all([...crowd, get('a')])).toEqual(['one', 'one', 'one', 'one']);
  expect(reads).toEqual(['a']);
});

test('another key is another read', () => {
  const { get, reads } = reader();
  get('a');
  get('b');
  expect(reads).toEqual(['a', 'b']);
});

test('an answer is fresh for its time and not a moment longer', () => {
  const { get, reads, pass } = reader();
  get('a');
  pass(FRESH_MS - 1);
  get('a');
  expect(reads).toHaveLength(1);
  pass(1);
  get('a');
  expect(reads).toHaveLength(2);
});

test('a read that failed is told to those who waited, and not kept', async () => {
  const { get, reads, answer } = reader();
  const waiting = [get('a'), get('a')];
  answer(0, new Error('busy'));
  for (const one of waiting) await expect(one).rejects.toThrow('busy');
  const again = get('a');
  answer(1, 'two');
  expect(await again).toBe('two');
  expect(reads).toHaveLength(2);
});

test('an old read that fails late does not take the newer one with it', async () => {
  const { get, reads, answer, pass } = reader();
  const old = get('a');
  pass(FRESH_MS);
  get('a');
  answer(0, new Error('busy'));
  await expect(old).rejects.toThrow('busy');
  get('a');
  expect(reads).toHaveLength(2);
});

test('it keeps a bounded number of keys: of 501 the oldest goes', () => {
  const { get, reads } = reader();
  for (let i = 0; i <= 500; i++) get(`key ${i}`);
  get('key 500');
  get('key 1');
  expect(reads).toHaveLength(501);
  get('key 0');
  expect(reads).toHaveLength(502);
});
