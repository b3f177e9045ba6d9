import fc from 'fast-check';
import { drawnBy, steps } from '../../../../tests/drawn';
import { readHouse, written } from './file';
import { begun, did, MOST_STEPS, redone, undone } from './history';
import { emptyHouse } from './house';

test('whatever was done, undone step by step it is as it was, and done again as it became', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const start = emptyHouse('House', 'Asia/Seoul');
      const houses = all.map((_, index) => drawnBy(all.slice(0, index + 1)));
      let history = houses.reduce(did, begun(start));
      for (const house of [start, ...houses].toReversed()) {
        expect(history.now).toEqual(house);
        history = undone(history);
      }
      for (const house of [start, ...houses]) {
        expect(history.now).toEqual(house);
        history = redone(history);
      }
      expect(redone(history)).toBe(history);
    }),
    { numRuns: 50 },
  );
});

test('what is done after an undo is the only thing that can be undone next, and what changed nothing is no step', () => {
  const history = did(undone(did(did(begun('a'), 'b'), 'c')), 'd');
  expect(history).toEqual({ past: ['a', 'b'], now: 'd', future: [] });
  expect(did(history, 'd')).toBe(history);
});

test('old steps are forgotten, new ones are not', () => {
  const numbers = Array.from({ length: MOST_STEPS + 10 }, (_, index) => index + 1);
  const history = numbers.reduce(did, begun(0));
  expect(history.past.length).toBe(MOST_STEPS);
  expect(undone(history).now).toBe(MOST_STEPS + 9);
});

test('a house that is written and read again is the same house', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const house = drawnBy(all);
      expect(readHouse(written(house))).toEqual(house);
    }),
  );
});
