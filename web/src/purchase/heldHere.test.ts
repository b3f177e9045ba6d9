import { heldHere, keepHeld } from './heldHere';

const storageOf = (text: string | null) => {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_: string, value: string) => {
      kept = value;
    },
  };
};

test('the newest is first, each once, and the oldest are forgotten', () => {
  const storage = storageOf(null);
  for (const id of ['a', 'b', 'c', 'd', 'b', 'e', 'f']) keepHeld(id, storage);
  expect(heldHere(storage)).toEqual(['f', 'e', 'b', 'd', 'c']);
});

test.each([[null], ['nonsense'], ['{}'], ['[1, null]']])('what is stored as %s names none', (text) => {
  expect(heldHere(storageOf(text))).toEqual([]);
});
