import { digest, eventIdOf, isRandomId, randomId } from './ids';

test('a random id has 16 characters that survive a telephone call', () => {
  expect(randomId()).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/);
  expect(new Set(Array.from({ length: 1000 }, randomId)).size).toBe(1000);
});

test.each(['', 'call-010-1234-56', 'callmeoncallmeon', '0123456789abcde', '0123456789abcdef0'])(
  '%p is no random id',
  (text) => {
    expect(isRandomId(text)).toBe(false);
    expect(isRandomId(randomId())).toBe(true);
  },
);

test('a digest depends on every part and on where one part ends', () => {
  expect(digest(['ab', 'c'], 13)).toBe(digest(['ab', 'c'], 13));
  expect(digest(['ab', 'c'], 13)).not.toBe(digest(['a', 'bc'], 13));
  expect(digest(['ab', 'c'], 13)).toHaveLength(13);
});

test('the same cause has the same event id, another type another', () => {
  expect(eventIdOf('r1', 'SeatsHeld')).toBe(eventIdOf('r1', 'SeatsHeld'));
  expect(eventIdOf('r1', 'SeatsHeld')).not.toBe(eventIdOf('r1', 'SeatsSold'));
});
