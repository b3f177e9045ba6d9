import { clockFace, endOf, minutesToSpeak } from './countdown';

test.each([
  [600_000, '10:00'],
  [599_001, '10:00'],
  [61_000, '1:01'],
  [1, '0:01'],
  [0, '0:00'],
  [-5_000, '0:00'],
])('%i ms shows %s', (leftMs, face) => {
  expect(clockFace(leftMs)).toBe(face);
});

test('the time left is spoken at five, two and one minutes, once each, also when a phone slept over it', () => {
  const spoken = [];
  for (let leftMs = 600_000; leftMs > 0; leftMs -= 1_000) spoken.push(minutesToSpeak(leftMs, leftMs - 1_000));
  expect(spoken.filter((minutes) => minutes !== undefined)).toEqual([5, 2, 1]);
  expect(minutesToSpeak(300_500, 299_000)).toBe(5);
  expect(minutesToSpeak(130_000, 110_000)).toBe(2);
});

test('the end is counted from the answer, and whole seconds of the next answer do not move it', () => {
  const first = endOf({ expiresInSeconds: 600, answeredAtMs: 1_000 });
  expect(first).toBe(601_000);
  expect(endOf({ expiresInSeconds: 590, answeredAtMs: 11_900 }, first)).toBe(first);
  expect(endOf({ expiresInSeconds: 600, answeredAtMs: 12_000 }, first)).toBe(612_000);
  expect(endOf({ answeredAtMs: 5 })).toBe(5);
});
