import type { Plan } from '../api/types';
import { hallOf as hallOfPlan, placeAt, SEAT_SIDE } from './hall';
import { isIn, meet, middleOf } from './hallShape';
import { placedNames } from './sectionNames';
import { fitted, kept, toHall, zoomed } from './view';

type Sections = Parameters<typeof hallOfPlan>[0]['sections'];
type Section = Sections[number];
type PlanSection = Plan['sections'][number];

/** A plan that nobody has drawn, with the rows that the seats have. */
const planOf = ({ sectionId, tier, kind, seats }: Section): PlanSection => {
  if (kind === 'standing') return { sectionId, tier, kind, capacity: seats.length };
  const rows = [...new Set(seats.map(({ row = '' }) => row))].map((row) => ({
    row,
    numbers: seats.filter((seat) => seat.row === row).map(({ number }) => number),
  }));
  return { sectionId, tier, kind, rows };
};
const hallOf = ({ sections }: { readonly sections: Section[] }) =>
  hallOfPlan({ sections }, { sections: sections.map(planOf) });

const seated = (sectionId: string, rows: number, seats: number, price = 100): Section => ({
  sectionId,
  kind: 'seated',
  tier: sectionId,
  price,
  seats: Array.from({ length: rows * seats }, (_, index) => {
    const [row, number] = [String(Math.floor(index / seats) + 1), (index % seats) + 1];
    return { seatId: `${sectionId}-${row}-${number}`, row, number, status: 'available' as const };
  }),
});
const standing = (sectionId: string, places: number): Section => ({
  sectionId,
  kind: 'standing',
  tier: sectionId,
  price: 50,
  seats: Array.from({ length: places }, (_, index) => ({
    seatId: `${sectionId}-${index + 1}`,
    number: index + 1,
    status: 'available' as const,
  })),
});
const HOUSES: [string, Section[]][] = [
  ['one seat', [seated('A', 1, 1)]],
  ['1,000', [seated('A', 10, 30), standing('PIT', 100), seated('B', 20, 30), seated('C', 10, 10)]],
  ['10,000', [seated('A', 20, 60), seated('B', 40, 120), seated('C', 50, 80), standing('PIT', 10)]],
];

describe.each(HOUSES)('a house of %s', (_, sections) => {
  const hall = hallOf({ sections });
  const seats = hall.rows.flatMap((row) => row.seats);
  const places = sections.flatMap((section) => (section.kind === 'seated' ? section.seats : []));

  test('has every seat once, inside its bounds', () => {
    expect(seats.map(({ seatId }) => seatId)).toEqual(places.map(({ seatId }) => seatId));
    const { left, top, right, bottom } = hall.bounds;
    const outside = seats.filter(
      ({ x, y }) =>
        x - SEAT_SIDE / 2 < left ||
        x + SEAT_SIDE / 2 > right ||
        y - SEAT_SIDE / 2 < top ||
        y + SEAT_SIDE / 2 > bottom,
    );
    expect(outside).toEqual([]);
  });

  test('no two seats overlap', () => {
    const byX = [...seats].sort((a, b) => a.x - b.x);
    const overlaps = byX.flatMap((seat, index) => {
      const end = byX.findIndex(({ x }, other) => other > index && x - seat.x >= SEAT_SIDE);
      return byX
        .slice(index + 1, end === -1 ? undefined : end)
        .filter(({ y }) => Math.abs(y - seat.y) < SEAT_SIDE)
        .map(({ seatId }) => `${seat.seatId} and ${seatId}`);
    });
    expect(overlaps).toEqual([]);
  });

  test('a point inside a seat is that seat, also at its corners', () => {
    const inside = [-0.3, 0, 0.3];
    const missed = seats.filter(({ seatId, x, y }) =>
      inside.some((dx) =>
        inside.some((dy) => {
          const place = placeAt(hall, x + dx, y + dy);
          return place === undefined || !('seatId' in place) || place.seatId !== seatId;
        }),
      ),
    );
    expect(missed).toEqual([]);
  });

  test('no seat lies in a block of standing places or on the stage', () => {
    for (const shape of [...hall.blocks.map((block) => block.shape), hall.stage])
      expect(seats.filter((seat) => isIn(shape, seat))).toEqual([]);
  });
});

test('sections lie from the stage outwards, and rows bend towards it', () => {
  const hall = hallOf({ sections: [seated('A', 3, 20), seated('B', 2, 20)] });
  const middles = hall.rows.map((row) => row.seats[10]?.y ?? 0);
  expect([...middles].sort((a, b) => a - b)).toEqual(middles);
  expect((middles[3] ?? 0) - (middles[2] ?? 0)).toBeGreaterThan(2);
  expect(hall.rows[0]?.seats[0]?.y).toBeLessThan(middles[0] ?? 0);
});

test('a point beside the seats is nothing, one on standing places is their block', () => {
  const hall = hallOf({ sections: [seated('A', 2, 10), standing('PIT', 40)] });
  const [block] = hall.blocks;
  expect(placeAt(hall, 0, -1)).toBeUndefined();
  expect(placeAt(hall, 9, 3)).toBeUndefined();
  const { x, y } = middleOf(block?.shape ?? []);
  expect(placeAt(hall, x, y)).toBe(block);
  expect(block?.left).toBe(40);
});

const rowsOf = (rows: Extract<PlanSection, { kind: 'seated' }>['rows'], more = {}): PlanSection => ({
  sectionId: 'A',
  tier: 'A',
  kind: 'seated',
  rows,
  ...more,
});
const oddEven = seated('A', 1, 6);
const numbers = [1, 3, 5, 6, 4, 2];
const shown = {
  sections: [
    {
      ...oddEven,
      seats: numbers.map((number) => ({
        seatId: `A-1-${number}`,
        row: '1',
        number,
        status: 'available' as const,
      })),
    },
  ],
};

test('a row is drawn as it stands, whatever its numbers say, and wider across an aisle', () => {
  const hall = hallOfPlan(shown, { sections: [rowsOf([{ row: '1', numbers, gapsAfter: [5] }])] });
  const seats = hall.rows[0]?.seats ?? [];
  expect(seats.map(({ number }) => number)).toEqual(numbers);
  const steps = seats.slice(1).map(({ x }, index) => Math.round(x - (seats[index]?.x ?? 0)));
  expect(steps).toEqual([1, 1, 2, 1, 1]);
});

test('a house that was drawn stands where it was drawn: moved, turned, bent, in its own units', () => {
  const section = rowsOf([{ row: '1', numbers, y: 10, curve: 20 }], { x: 100, y: 50, rotation: 90 });
  const hall = hallOfPlan(shown, { sections: [section], pitch: 10 });
  const places = hall.rows[0]?.seats.map(({ x, y }) => [x, y].map((value) => Math.round(value * 100) / 100));
  expect(places).toEqual([
    [11, 2.5],
    [9.72, 3.5],
    [9.08, 4.5],
    [9.08, 5.5],
    [9.72, 6.5],
    [11, 7.5],
  ]);
});

test('seats with positions of their own stand there', () => {
  const positions = numbers.map((_, index) => [index * 3, index]);
  const hall = hallOfPlan(shown, {
    sections: [rowsOf([{ row: '1', numbers, x: 1, y: 2, positions }], { x: 10, y: 20 })],
  });
  expect(hall.rows[0]?.seats.map(({ x, y }) => [x, y])).toEqual(
    numbers.map((_, index) => [11 + index * 3, 22 + index]),
  );
});

test('tiers are counted by price, not by where they lie', () => {
  const hall = hallOf({ sections: [seated('cheap', 1, 2, 10), seated('dear', 1, 2, 90)] });
  expect(hall.rows.map(({ seats: [seat] }) => seat?.tier)).toEqual([2, 1]);
});

describe('names of sections', () => {
  const at = (x: number) => ({
    x,
    y: 0,
    rows: [
      { row: '1', seats: 10 },
      { row: '2', seats: 10, y: 1 },
    ],
  });
  const hallBehind = (y: number) => {
    const sections = [
      { ...rowsOf([]), ...at(0) },
      { ...rowsOf([]), ...at(14), sectionId: 'B' },
    ];
    const plan = { sections, stage: { x: 0, y, width: 6 } };
    return hallOfPlan({ sections: [seated('A', 2, 10), seated('B', 2, 10)] }, plan as Plan);
  };
  const hall = hallBehind(-6);
  const namesOf = (width: number, of = hall) => placedNames(of, 0.6, () => width, 0.5);

  test('stand above their first row where there is room', () => {
    expect(namesOf(4).map(({ text, x, y }) => [text, x, y < 0])).toEqual([
      ['A', 0, true],
      ['B', 14, true],
    ]);
  });

  test('stand below their last row where the stage is in the way', () => {
    expect(namesOf(4, hallBehind(-2)).map(({ text, y }) => [text, y > 1])).toEqual([
      ['A', true],
      ['B', false],
    ]);
  });

  test('meet neither each other nor seats: what has no room is left out', () => {
    const placed = namesOf(30);
    expect(placed.length).toBeLessThan(2);
    const seats = hall.rows.flatMap((row) => row.seats);
    for (const { sides } of namesOf(12))
      expect(seats.filter(({ x, y }) => meet(sides, { left: x, right: x, top: y, bottom: y }))).toEqual([]);
  });
});

describe('the view', () => {
  const { bounds } = hallOf({ sections: [seated('A', 30, 40)] });
  const phone = { width: 360, height: 480 };
  const whole = fitted(bounds, phone);

  test('shows the whole hall', () => {
    const [from, to] = [toHall(whole, { x: 0, y: 0 }), toHall(whole, { x: 360, y: 480 })];
    expect(from.x).toBeLessThanOrEqual(bounds.left + 1e-9);
    expect(from.y).toBeLessThanOrEqual(bounds.top + 1e-9);
    expect(to.x).toBeGreaterThanOrEqual(bounds.right - 1e-9);
    expect(to.y).toBeGreaterThanOrEqual(bounds.bottom - 1e-9);
  });

  test('what is under the finger stays there when it zooms', () => {
    const at = { x: 100, y: 200 };
    const near = toHall(zoomed(whole, 30, at), at);
    expect(near.x).toBeCloseTo(toHall(whole, at).x);
    expect(near.y).toBeCloseTo(toHall(whole, at).y);
  });

  test('never loses the hall', () => {
    const far = kept({ scale: 30, x: 99_999, y: -99_999 }, bounds, phone);
    expect(far.x).toBeCloseTo(-bounds.left * 30);
    expect(far.y).toBeCloseTo(480 - bounds.bottom * 30);
    const small = kept({ scale: 0.01, x: 0, y: 0 }, bounds, phone);
    expect([small.scale, small.x, small.y]).toEqual(
      [whole.scale, whole.x, whole.y].map((n) => expect.closeTo(n)),
    );
  });
});
