import fc from 'fast-check';
import { around, gridOf, pointsIn, sidesOf } from './hallShape';

const lengthOf = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const point = fc.record({ x: lengthOf(-40, 40), y: lengthOf(-40, 40) });

test('the points in a box are those that a look at all of them finds', () => {
  const points = fc.array(point, { maxLength: 60 });
  fc.assert(
    fc.property(points, point, lengthOf(0, 50), lengthOf(0, 50), (all, middle, width, height) => {
      const { left, right, top, bottom } = around(middle, width, height);
      const inside = all.filter(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom);
      expect(new Set(pointsIn(gridOf(all), { left, right, top, bottom }))).toEqual(new Set(inside));
    }),
  );
});

test('the sides of points are those of the outermost', () => {
  const points = [
    { x: 3, y: -2 },
    { x: -1, y: 5 },
    { x: 0, y: 0 },
  ];
  expect(sidesOf(points)).toEqual({ left: -1, right: 3, top: -2, bottom: 5 });
});
