import { tokenBucket } from './tokenBucket';

test('so many are let through at once, and as many again as time goes by, but never more than at once', () => {
  let nowMs = 1_000;
  const letThrough = tokenBucket({ now: () => nowMs }, { burst: 3, perSecond: 2 });
  const asked = (times: number) => Array.from({ length: times }, letThrough);
  expect(asked(5)).toEqual([undefined, undefined, undefined, 1, 1]);
  nowMs += 1_000;
  expect(asked(3)).toEqual([undefined, undefined, 1]);
  nowMs += 60_000;
  expect(asked(4)).toEqual([undefined, undefined, undefined, 1]);
});

test('a clock that goes back lets nobody through by that', () => {
  let nowMs = 10_000;
  const letThrough = tokenBucket({ now: () => nowMs }, { burst: 1, perSecond: 1 });
  expect(letThrough()).toBeUndefined();
  nowMs -= 5_000;
  expect(letThrough()).toBe(1);
});
