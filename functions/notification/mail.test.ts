import { uuidOf } from './mail';

test('a mail has the same operation at every attempt, and another mail another', () => {
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(uuidOf('<r1.completed@marquee>')).toMatch(uuid);
  expect(uuidOf('<r1.completed@marquee>')).toBe(uuidOf('<r1.completed@marquee>'));
  expect(uuidOf('<r1.completed@marquee>')).not.toBe(uuidOf('<r1.cancelled@marquee>'));
});
