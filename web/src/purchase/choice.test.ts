import { choiceFor, clearChoice, parseChoice } from './choice';
import { keyOf, settle, type TabStorage } from './intent';

/** What a tab keeps, as `sessionStorage` does. */
function tab(): TabStorage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}

test('a choice survives a reload: it is read back from the tab', () => {
  const storage = tab();
  choiceFor('p1', storage).value = { partySize: 3, wanted: { kind: 'seats', seats: ['A-1-1'] } };
  expect(parseChoice(storage.getItem('choice:p1'))).toEqual({
    partySize: 3,
    wanted: { kind: 'seats', seats: ['A-1-1'] },
  });
  clearChoice('p1', storage);
  expect(parseChoice(storage.getItem('choice:p1'))).toEqual({
    partySize: 3,
    wanted: { kind: 'seats', seats: [] },
  });
});

test('one performance has one choice', () => {
  const storage = tab();
  expect(choiceFor('p2', storage)).toBe(choiceFor('p2', storage));
  expect(choiceFor('p2', storage)).not.toBe(choiceFor('p3', storage));
});

test.each([
  null,
  '',
  'nonsense',
  'null',
  '[]',
  '{"partySize":-1}',
  '{"wanted":{"kind":"best","quantity":2}}',
  '{"wanted":{"kind":"seats","seats":"A-1"}}',
])('%j is no choice', (stored) => {
  expect(parseChoice(stored)).toEqual({ partySize: 2, wanted: { kind: 'seats', seats: [] } });
});

test('an intent has one key until it is settled', () => {
  const storage = tab();
  const first = keyOf(storage, 'hold:p1:A-1-1');
  expect(keyOf(storage, 'hold:p1:A-1-1')).toBe(first);
  expect(keyOf(storage, 'hold:p1:A-1-2')).not.toBe(first);
  settle(storage, 'hold:p1:A-1-1');
  expect(keyOf(storage, 'hold:p1:A-1-1')).not.toBe(first);
});
