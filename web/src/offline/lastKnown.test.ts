import { keepKnown, lastKnown } from './lastKnown';

/** As a browser's, with room for so many letters. */
function storageOf(room = 1_000): Storage {
  const stored: Record<string, string> = {};
  const methods = {
    getItem: (name: string) => stored[name] ?? null,
    removeItem: (name: string) => void delete stored[name],
    setItem: (name: string, value: string) => {
      if (value.length > room) throw new Error('QuotaExceededError');
      stored[name] = value;
    },
  };
  return new Proxy(stored, {
    get: (_, name) => methods[name as keyof typeof methods] ?? stored[String(name)],
  }) as unknown as Storage;
}

test('what was seen last is found again by its name', () => {
  const storage = storageOf();
  keepKnown('a', 1, storage);
  keepKnown('b', 2, storage);
  keepKnown('a', 3, storage);
  expect(lastKnown('a', storage)).toEqual({ data: 3, atMs: expect.any(Number) });
  expect(lastKnown('b', storage)).toMatchObject({ data: 2 });
  expect(lastKnown('c', storage)).toBeUndefined();
});

test('when there is no room, what was kept goes, and nothing else does', () => {
  const storage = storageOf(100);
  storage.setItem('language', 'ko');
  keepKnown('a', 1, storage);
  keepKnown('b', 'x'.repeat(100), storage);
  expect(lastKnown('a', storage)).toBeUndefined();
  expect(lastKnown('b', storage)).toBeUndefined();
  expect(storage.getItem('language')).toBe('ko');
});

test.each(['{', 'null', '7', '[]', '{"data":1}'])('what cannot be read is not known: %s', (stored) => {
  const storage = storageOf();
  storage.setItem('known:a', stored);
  expect(lastKnown('a', storage)).toBeUndefined();
});
