import {
  type Choice,
  choiceFor,
  clearChoice,
  parseChoice,
  seatCountOf,
  withBest,
  withoutSeats,
  withSeat,
} from './choice';
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

const seats = (...ids: string[]): Choice => ({ partySize: 2, wanted: { kind: 'seats', seats: ids } });

test('seats are added and taken away; standing places and named seats take each other’s place', () => {
  expect(withSeat(seats('A'), 'B', true)).toEqual(seats('A', 'B'));
  expect(withSeat(seats('A', 'B'), 'A', true)).toEqual(seats('B', 'A'));
  expect(withSeat(seats('A', 'B'), 'A', false)).toEqual(seats('B'));
  const standing = withBest(seats('A'), 'FLOOR', 3);
  expect(standing.wanted).toEqual({ kind: 'best', sectionId: 'FLOOR', quantity: 3 });
  expect([seatCountOf(standing), seatCountOf(seats('A', 'B'))]).toEqual([3, 2]);
  expect(withBest(standing, 'FLOOR', 0)).toEqual(seats());
  expect(withSeat(standing, 'B', true)).toEqual(seats('B'));
});

test('what is still free stays chosen when somebody else has some of it', () => {
  expect(withoutSeats(seats('A', 'B', 'C'), ['B', 'X'])).toEqual(seats('A', 'C'));
  const standing = withBest(seats(), 'FLOOR', 3);
  expect(withoutSeats(standing, ['B'])).toBe(standing);
});
