import fc from 'fast-check';
import { seededRandom } from '../../../../local/azure/chaos';
import { sampleAllocation, seated, standing } from '../../../../tests/samples/house';
import { blocksOf, type Section, seatIdOf } from '../../catalogue/domain/seatingPlan';
import { type Availability, emptyAvailability, withAllocation } from './availability';
import { pickBest } from './bestAvailable';

const EMPTY = emptyAvailability('m1.p1');
const seatIdsOf = (section: Section) =>
  blocksOf(section).flatMap((block) => Array.from({ length: block.seats }, (_, i) => seatIdOf(block, i + 1)));

const withSold = (seats: readonly string[]): Availability =>
  withAllocation(EMPTY, sampleAllocation({ seats, turns: seats.map(() => 1), phase: 'sold' }));

const by = (random: number, attempt = 0, gone: readonly string[] = []) => ({
  nowMs: 0,
  attempt,
  random: () => random,
  isTaken: (seatId: string) => gone.includes(seatId),
});

/** A section of which some seats are shown as sold and some are known to be gone. */
const situation = fc
  .record({
    rows: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
    isStanding: fc.boolean(),
    marks: fc.array(fc.constantFrom('free', 'free', 'sold', 'gone'), { minLength: 36, maxLength: 36 }),
    quantity: fc.integer({ min: 1, max: 6 }),
    attempt: fc.integer({ min: 0, max: 12 }),
    random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  })
  .map(({ rows, isStanding, marks, ...rest }) => {
    const section = isStanding
      ? standing(
          'S',
          rows.reduce((a, b) => a + b, 0),
        )
      : seated('A', rows);
    const marked = (mark: string) => seatIdsOf(section).filter((_, i) => marks[i] === mark);
    return { section, sold: marked('sold'), gone: marked('gone'), free: marked('free'), ...rest };
  });
type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never;

const pick = ({ section, sold, gone, quantity, attempt, random }: Situation) =>
  pickBest(section, withSold(sold), quantity, by(random, attempt, gone));

test('whatever is taken, the pick has as many different free seats as were asked for; there is none only when fewer are free', () => {
  fc.assert(
    fc.property(situation, (given) => {
      const seats = pick(given);
      if (seats === undefined) return expect(given.free.length).toBeLessThan(given.quantity);
      expect(seats).toHaveLength(given.quantity);
      expect(new Set(seats).size).toBe(given.quantity);
      expect(seats.filter((seat) => !given.free.includes(seat))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

/** Every way to sit side by side, with the number of single seats it would leave to its left and right. */
function placements({ section, free, quantity }: Situation) {
  return blocksOf(section).flatMap((block) => {
    const isFree = Array.from({ length: block.seats + 2 }, (_, i) => free.includes(seatIdOf(block, i)));
    const starts = Array.from({ length: block.seats }, (_, i) => i + 1);
    return starts
      .filter((start) => isFree.slice(start, start + quantity).filter(Boolean).length === quantity)
      .map((start) => {
        const end = start + quantity;
        const leftSingle = isFree[start - 1] === true && isFree[start - 2] !== true;
        const rightSingle = isFree[end] === true && isFree[end + 1] !== true;
        const seats = Array.from({ length: quantity }, (_, i) => seatIdOf(block, start + i));
        return { seats, leavesSingle: leftSingle || rightSingle };
      });
  });
}

test('in rows, the seats are side by side where there are such, and leave no single seat where that can be avoided', () => {
  fc.assert(
    fc.property(situation, (given) => {
      const possible = placements(given);
      fc.pre(given.section.kind === 'seated' && possible.length > 0);
      const chosen = possible.find(({ seats }) => seats.join() === pick(given)?.join());
      expect(chosen).toBeDefined();
      if (possible.some(({ leavesSingle }) => !leavesSingle)) expect(chosen?.leavesSingle).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('without enough seats side by side, the party takes the longest runs, so it is in as few places as possible', () => {
  const availability = withSold(['A-1-3', 'A-2-4']);
  expect(pickBest(seated('A', [6, 6]), availability, 5, by(0.5))).toEqual([
    'A-1-4',
    'A-1-5',
    'A-1-6',
    'A-2-1',
    'A-2-2',
  ]);
});

test('a party of two sits in the middle of the first row when it comes alone', () => {
  expect(pickBest(seated('A', [10, 10]), EMPTY, 2, by(0))).toEqual(['A-1-5', 'A-1-6']);
});

test('a row is offered from both of its ends, but for pairs that would leave a single seat', () => {
  const chances = Array.from({ length: 20 }, (_, i) => i / 20);
  const picks = new Set(chances.map((chance) => pickBest(seated('A', [7]), EMPTY, 2, by(chance))?.join(' ')));
  expect([...picks].sort()).toEqual(['A-1-1 A-1-2', 'A-1-3 A-1-4', 'A-1-6 A-1-7']);
});

test('places of a standing section go round its end', () => {
  expect(pickBest(standing('S', 5), EMPTY, 3, by(0.9))).toEqual(['S-5', 'S-1', 'S-2']);
});

test('a hold that has run out is free again', () => {
  const held = withAllocation(EMPTY, sampleAllocation({ seats: ['S-1'], turns: [1] }));
  const nowMs = Date.parse('2026-11-21T10:10:00.000Z');
  expect(pickBest(standing('S', 1), held, 1, { ...by(0), nowMs: nowMs - 1 })).toBeUndefined();
  expect(pickBest(standing('S', 1), held, 1, { ...by(0), nowMs })).toEqual(['S-1']);
});

/** All the groups that chance may give at an attempt. */
const choiceAt = (section: Section, quantity: number, attempt: number) => {
  const chances = Array.from({ length: 400 }, (_, i) => i / 400);
  return new Set(chances.map((chance) => pickBest(section, EMPTY, quantity, by(chance, attempt))?.join(' ')));
};

test('buyers of one moment are spread: over 16 groups where there are so many, over twice as many at each attempt', () => {
  const rows = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 24 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 4 }), (seatsInRows, quantity) => {
      const section = seated('A', seatsInRows);
      const withTwoEnds = seatsInRows.filter((seats) => seats >= 2 * quantity && seats - quantity !== 1);
      for (const attempt of [0, 1]) {
        const now = choiceAt(section, quantity, attempt);
        const next = choiceAt(section, quantity, attempt + 1);
        expect(now.size).toBeGreaterThanOrEqual(Math.min(2 * withTwoEnds.length, 16 * 2 ** attempt));
        expect([...now].filter((group) => !next.has(group))).toEqual([]);
      }
    }),
    { numRuns: 20 },
  );
});

const MOST_TRIES = 12;

/** Buyers of one moment, all on the same empty availability. Each tries again, knowing what it lost, until it has seats. */
function rush(section: Section, buyers: number, quantity: number) {
  const random = seededRandom(7);
  const taken = new Set<string>();
  const take = (attempt: number, lost: Set<string>): boolean => {
    const isTaken = (seat: string) => lost.has(seat);
    const seats = pickBest(section, EMPTY, quantity, { nowMs: 0, attempt, random, isTaken }) ?? [];
    const inTheWay = seats.filter((seat) => taken.has(seat));
    for (const seat of inTheWay) lost.add(seat);
    for (const seat of inTheWay.length > 0 ? [] : seats) taken.add(seat);
    return inTheWay.length === 0;
  };
  const triesOfOne = () => {
    const lost = new Set<string>();
    for (let tries = 1; tries <= MOST_TRIES; tries++) if (take(tries - 1, lost)) return tries;
    return Number.POSITIVE_INFINITY;
  };
  const triesOf = Array.from({ length: buyers }, triesOfOne);
  return { lostFirst: triesOf.filter((tries) => tries > 1).length, most: Math.max(...triesOf) };
}

/** By chance alone 160 picks among 500 groups meet about 24 earlier ones, and among 16 groups 144 at least. */
const FEW = 40;

test.each([
  [
    'seated',
    seated(
      'A',
      Array.from({ length: 40 }, () => 200),
    ),
  ],
  ['standing', standing('S', 8_000)],
])(
  '160 buyers of two on 8,000 free seats (%s) and a picture that knows none of them: few lose the first try',
  (_kind, section) => {
    const { lostFirst, most } = rush(section, 160, 2);
    expect(lostFirst).toBeLessThan(FEW);
    expect(most).toBeLessThanOrEqual(4);
  },
);
