import {
  type Choice,
  choiceFor,
  clearChoice,
  parseChoice,
  seatCountOf,
  withoutSeats,
  withPartySize,
  withSeat,
  withStanding,
} from './choice';
import { isOpen, requestOf, settle, type TabStorage } from './intent';

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

const NOTHING: Choice = { partySize: 2, seats: [], standing: {} };
const seats = (...ids: string[]): Choice => ({ ...NOTHING, seats: ids });

test('a choice survives a reload: it is read back from the tab', () => {
  const storage = tab();
  const chosen = { partySize: 3, seats: ['A-1-1'], standing: { FLOOR: 2 } };
  choiceFor('p1', storage).value = chosen;
  expect(parseChoice(storage.getItem('choice:p1'))).toEqual(chosen);
  clearChoice('p1', storage);
  expect(parseChoice(storage.getItem('choice:p1'))).toEqual({ ...NOTHING, partySize: 3 });
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
  '{"seats":"A-1","standing":{"FLOOR":"2"}}',
  '{"partySize":2,"wanted":{"kind":"seats","seats":["A-1-1"]}}',
])('%j is no choice', (stored) => {
  expect(parseChoice(stored)).toEqual(NOTHING);
});

test('an intent sends the same until it is settled, whatever would be made of it meanwhile', () => {
  const storage = tab();
  const first = requestOf(storage, 'hold:p1', () => ['A']);
  expect(requestOf(storage, 'hold:p1', () => ['B'])).toEqual(first);
  expect(requestOf(storage, 'hold:p2', () => ['B'])).toMatchObject({ body: ['B'] });
  expect(isOpen(storage, 'hold:p1')).toBe(true);
  settle(storage, 'hold:p1');
  expect(isOpen(storage, 'hold:p1')).toBe(false);
  const again = requestOf(storage, 'hold:p1', () => ['B']);
  expect(again.body).toEqual(['B']);
  expect(again.key).not.toBe(first.key);
});

test('seats and standing places are added and taken away side by side', () => {
  expect(withSeat(seats('A'), 'B', true)).toEqual(seats('A', 'B'));
  expect(withSeat(seats('A', 'B'), 'A', true)).toEqual(seats('B', 'A'));
  expect(withSeat(seats('A', 'B'), 'A', false)).toEqual(seats('B'));
  const both = withStanding(seats('A'), 'FLOOR', 3);
  expect(both).toEqual({ ...seats('A'), standing: { FLOOR: 3 } });
  expect([seatCountOf(both), seatCountOf(seats('A', 'B'))]).toEqual([4, 2]);
  expect(withStanding(both, 'FLOOR', 0)).toEqual(seats('A'));
  expect(withSeat(both, 'B', true)).toEqual({ ...seats('A', 'B'), standing: { FLOOR: 3 } });
  expect(withPartySize(both, 5)).toEqual({ ...both, partySize: 5 });
});

test('what is still free stays chosen when somebody else has some of it', () => {
  expect(withoutSeats(seats('A', 'B', 'C'), ['B', 'X'])).toEqual(seats('A', 'C'));
  const standing = withStanding(seats(), 'FLOOR', 3);
  expect(withoutSeats(standing, ['B'])).toBe(standing);
});
