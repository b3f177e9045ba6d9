import fc from 'fast-check';
import { seededRandom } from '../../../../local/azure/chaos';
import { sampleAllocation, seated, standing } from '../../../../tests/samples/house';
import { blocksOf, type Row, type Section, seatIdsIn } from '../../catalogue/domain/seatingPlan';
import { type Availability, emptyAvailability, withAllocation } from './availability';
import { pickBest } from './bestAvailable';
import type { Party, Picking } from './freeRow';

const EMPTY = emptyAvailability('m1.p1');
const seatIdsOf = (section: Section) => blocksOf(section).flatMap(seatIdsIn);

const withSold = (sections: readonly Section[], seats: readonly string[]): Availability =>
  withAllocation(EMPTY, sampleAllocation({ seats, turns: seats.map(() => 1), phase: 'sold' }), sections);

/** The best seats of one section. */
const pickIn = (section: Section, availability: Availability, party: Party | number, by: Picking) =>
  pickBest([section], availability, typeof party === 'number' ? { quantity: party } : party, by);

const by = (random: number, attempt = 0, gone: readonly string[] = []) => ({
  nowMs: 0,
  attempt,
  random: () => random,
  isTaken: (seatId: string) => gone.includes(seatId),
});

/** As halls have them: numbers in order, or odd ones at the left and even ones at the right, perhaps with aisles. */
const rowOf = fc
  .record({
    seats: fc.integer({ min: 1, max: 12 }),
    isOdd: fc.boolean(),
    gaps: fc.uniqueArray(fc.nat({ max: 11 }), { maxLength: 2 }),
    restricted: fc.nat({ max: 3 }),
  })
  .map(({ seats, isOdd, gaps, restricted }, index = 0): Omit<Row, 'row'> => {
    const all = Array.from({ length: seats }, (_, i) => i + 1);
    const numbers = isOdd
      ? [...all.filter((n) => n % 2 === 1).reverse(), ...all.filter((n) => n % 2 === 0)]
      : all;
    const gapsAfter = gaps.flatMap((gap) => numbers[gap] ?? []);
    const poor = Math.min(restricted, seats);
    const kinds = [
      { kinds: ['restricted-view' as const], seats: poor },
      { kinds: [], seats: seats - poor },
    ].filter((run) => run.seats > 0);
    return { numbers, gapsAfter, ...(index === 0 ? { kinds } : {}) };
  });

/** A section of which some seats are shown as sold and some are known to be gone. */
const situation = fc
  .record({
    rows: fc.array(rowOf, { minLength: 1, maxLength: 4 }),
    isStanding: fc.boolean(),
    marks: fc.array(fc.constantFrom('free', 'free', 'sold', 'gone'), { minLength: 48, maxLength: 48 }),
    quantity: fc.integer({ min: 1, max: 6 }),
    attempt: fc.integer({ min: 0, max: 12 }),
    random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  })
  .map(({ rows, isStanding, marks, ...rest }) => {
    const section: Section = isStanding
      ? standing(
          'S',
          rows.reduce((sum, { numbers = [] }) => sum + numbers.length, 0),
        )
      : {
          sectionId: 'A',
          kind: 'seated',
          tier: 'R',
          rows: rows.map((row, i) => ({ ...row, row: `${i + 1}` })),
        };
    const marked = (mark: string) => seatIdsOf(section).filter((_, i) => marks[i] === mark);
    return { section, sold: marked('sold'), gone: marked('gone'), free: marked('free'), ...rest };
  });
type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never;

const pick = ({ section, sold, gone, quantity, attempt, random }: Situation) =>
  pickIn(section, withSold([section], sold), quantity, by(random, attempt, gone));

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

type Placement = {
  readonly seats: readonly string[];
  readonly worth: readonly [singles: number, restricted: number, rank: number];
};

/** Every way to sit side by side, with what it is worth, counted by hand. */
function placements({ section, free }: Situation, quantity: number): Placement[] {
  return blocksOf(section).flatMap((block, depth) => {
    const ids = seatIdsIn(block);
    const gaps = new Set(block.row?.gapsAfter?.map(String));
    const isFree = (i: number) => free.includes(ids[i] ?? '');
    const together = (left: number) =>
      left >= 0 && left + 1 < ids.length && !gaps.has(String(block.row?.numbers?.[left]));
    const neighboursOf = (i: number) => [
      ...(together(i - 1) && isFree(i - 1) ? [i - 1] : []),
      ...(together(i) && isFree(i + 1) ? [i + 1] : []),
    ];
    return ids.flatMap((_, start) => {
      const places = Array.from({ length: quantity }, (_, i) => start + i);
      const isOne = places.every((i) => isFree(i) && (i === start || together(i - 1)));
      if (!isOne) return [];
      const left = [...new Set(places.flatMap(neighboursOf))].filter((i) => !places.includes(i));
      const singles = left.filter((i) => neighboursOf(i).every((other) => places.includes(other))).length;
      const poor = block.row?.kinds?.[0]?.kinds.includes('restricted-view')
        ? (block.row.kinds[0].seats ?? 0)
        : 0;
      const restricted = places.filter((i) => i < poor).length;
      const rank = 2 * depth + Math.abs(start + quantity / 2 - ids.length / 2);
      return [{ seats: places.map((i) => ids[i] ?? ''), worth: [singles, restricted, rank] as const }];
    });
  });
}

const compare = (a: Placement['worth'], b: Placement['worth']): number =>
  a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

test('alone, a party gets what an exhaustive search finds best: side by side, nobody left single, a full view, near', () => {
  fc.assert(
    fc.property(situation, (given) => {
      const possible = placements(given, given.quantity);
      fc.pre(given.section.kind === 'seated' && possible.length > 0);
      const best = possible.map(({ worth }) => worth).sort(compare)[0];
      const seats = pick({ ...given, random: 0 });
      expect(possible.find((one) => one.seats.join() === seats?.join())?.worth).toEqual(best);
    }),
    { numRuns: 500 },
  );
});

test('in a crowd, the seats are side by side where there are such, and leave no single seat where that can be avoided', () => {
  fc.assert(
    fc.property(situation, (given) => {
      const possible = placements(given, given.quantity);
      fc.pre(given.section.kind === 'seated' && possible.length > 0);
      const chosen = possible.find(({ seats }) => seats.join() === pick(given)?.join());
      const fewest = Math.min(...possible.map(({ worth: [singles] }) => singles));
      expect(chosen?.worth[0]).toBe(fewest);
    }),
    { numRuns: 500 },
  );
});

/** Every way to divide a party over runs: how many parts, and how many single seats stay. Runs are whole, so each is one part at most. */
function divisions(given: Situation): { readonly parts: number; readonly singles: number }[] {
  const runs = runsOf(given);
  const go = (
    at: number,
    left: number,
    parts: number,
    singles: number,
  ): { parts: number; singles: number }[] => {
    if (left === 0) return [{ parts, singles }];
    const run = runs[at];
    if (run === undefined) return [];
    return [
      ...go(at + 1, left, parts, singles),
      ...run.flatMap((fewest, i) =>
        i + 1 <= left ? go(at + 1, left - i - 1, parts + 1, singles + fewest) : [],
      ),
    ];
  };
  return go(0, given.quantity, 0, 0);
}

/** For each run, the fewest singles that taking 1, 2, … of its seats leaves. */
function runsOf(given: Situation): number[][] {
  const pairs = new Set(placements(given, 2).map(({ seats }) => seats.join()));
  const order = blocksOf(given.section)
    .flatMap(seatIdsIn)
    .filter((seat) => given.free.includes(seat));
  const runs: string[][] = [];
  for (const seat of order) {
    const run = runs.at(-1);
    if (run !== undefined && pairs.has([run.at(-1), seat].join())) run.push(seat);
    else runs.push([seat]);
  }
  return runs.map((run) =>
    run.map((_, i) =>
      Math.min(
        ...placements(given, i + 1)
          .filter(({ seats }) => seats.every((seat) => run.includes(seat)))
          .map(({ worth: [singles] }) => singles),
      ),
    ),
  );
}

test('without enough seats side by side, the party is in as few parts as an exhaustive search finds, and leaves as few singles', () => {
  let divided = 0;
  fc.assert(
    fc.property(situation, (given) => {
      fc.pre(given.section.kind === 'seated' && given.free.length >= given.quantity);
      fc.pre(placements(given, given.quantity).length === 0);
      divided++;
      const possible = divisions(given);
      const parts = Math.min(...possible.map((one) => one.parts));
      const singles = Math.min(...possible.filter((one) => one.parts === parts).map((one) => one.singles));
      const seats = pick(given) ?? [];
      const all = placements(given, 1).map((one) => one.seats[0]);
      expect(seats.filter((seat) => !all.includes(seat))).toEqual([]);
      expect({ parts: partsOf(given, seats), singles: singlesAfter(given, seats) }).toEqual({
        parts,
        singles,
      });
    }),
    { numRuns: 300 },
  );
  expect(divided).toBeGreaterThan(20);
});

function partsOf(given: Situation, seats: readonly string[]): number {
  const pairs = new Set(placements(given, 2).map((one) => one.seats.join()));
  const order = seatIdsOf(given.section).filter((seat) => seats.includes(seat));
  return order.filter((seat, i) => !pairs.has([order[i - 1], seat].join())).length;
}

/** Free seats whose last free neighbour went with these. */
function singlesAfter(given: Situation, seats: readonly string[]): number {
  const pairs = placements(given, 2).map((one) => one.seats);
  const after = pairs.filter((pair) => pair.every((seat) => !seats.includes(seat))).flat();
  const touched = pairs.filter((pair) => pair.some((seat) => seats.includes(seat))).flat();
  return new Set(touched.filter((seat) => !seats.includes(seat) && !after.includes(seat))).size;
}

const hall: Section = {
  sectionId: 'main',
  kind: 'seated',
  tier: 'R',
  rows: [{ row: '2', numbers: [1, 3, 5, 6, 4, 2] }],
};

test('side by side is what stands side by side, whatever the numbers say', () => {
  expect(pickIn(hall, EMPTY, 2, by(0))).toEqual(['main-2-5', 'main-2-6']);
  expect(pickIn(hall, withSold([hall], ['main-2-5', 'main-2-6']), 2, by(0))).toEqual([
    'main-2-1',
    'main-2-3',
  ]);
});

test('nobody sits together across an aisle', () => {
  const divided: Section = {
    ...hall,
    rows: [{ row: '2', numbers: [1, 3, 5, 6, 4, 2], gapsAfter: [5] }],
  } as Section;
  expect(pickIn(divided, EMPTY, 4, by(0))).toEqual(['main-2-1', 'main-2-3', 'main-2-5', 'main-2-6']);
  expect(pickIn(divided, EMPTY, 3, by(0))).toEqual(['main-2-1', 'main-2-3', 'main-2-5']);
});

describe('places for wheelchairs and their companions', () => {
  const rows: Row[] = [
    {
      row: '1',
      seats: 6,
      kinds: [
        { kinds: ['wheelchair'], seats: 1 },
        { kinds: ['companion'], seats: 1 },
        { kinds: [], seats: 4 },
      ],
    },
    {
      row: '2',
      seats: 3,
      kinds: [
        { kinds: [], seats: 2 },
        { kinds: ['wheelchair'], seats: 1 },
      ],
    },
  ];
  const section: Section = { sectionId: 'A', kind: 'seated', tier: 'R', rows };
  const kinds = { wheelchair: 1, companion: 1 };

  test('are given to nobody who just asks for seats', () => {
    expect(pickIn(section, EMPTY, 6, by(0))).toHaveLength(6);
    expect(pickIn(section, EMPTY, 7, by(0))).toBeUndefined();
    for (const chance of [0, 0.3, 0.6, 0.9])
      expect(
        pickIn(section, EMPTY, 2, by(chance))?.some((seat) => ['A-1-1', 'A-1-2', 'A-2-3'].includes(seat)),
      ).toBe(false);
  });

  test('are given to who asks, with the others at their side', () => {
    expect(pickIn(section, EMPTY, { quantity: 2, kinds }, by(0))).toEqual(['A-1-1', 'A-1-2']);
    expect(pickIn(section, EMPTY, { quantity: 3, kinds }, by(0))).toEqual(['A-1-1', 'A-1-2', 'A-1-3']);
  });

  test('without seats at their side, the others are where there are some', () => {
    const taken = withSold([section], ['A-1-3', 'A-1-4', 'A-1-5', 'A-1-6']);
    expect(pickIn(section, taken, { quantity: 4, kinds }, by(0))).toEqual([
      'A-1-1',
      'A-1-2',
      'A-2-1',
      'A-2-2',
    ]);
    expect(pickIn(section, taken, { quantity: 5, kinds }, by(0))).toBeUndefined();
  });

  test('are not made up of other seats', () => {
    expect(pickIn(section, EMPTY, { quantity: 3, kinds: { wheelchair: 3 } }, by(0))).toBeUndefined();
    expect(pickIn(section, EMPTY, { quantity: 2, kinds: { wheelchair: 2 } }, by(0))).toEqual([
      'A-1-1',
      'A-2-3',
    ]);
    expect(pickIn(section, withSold([section], ['A-1-2']), { quantity: 2, kinds }, by(0))).toBeUndefined();
  });
});

test('a tier is sought in all its rows and sections, and seats of another tier at the side are no strangers', () => {
  const painted: Section = {
    sectionId: 'A',
    kind: 'seated',
    tier: 'R',
    rows: [
      {
        row: '1',
        seats: 4,
        tiers: [
          { tier: 'VIP', seats: 3 },
          { tier: 'R', seats: 1 },
        ],
      },
    ],
  };
  const house = [painted, seated('B', [3], 'VIP'), standing('S', 4, 'VIP')];
  expect(pickBest(house, EMPTY, { quantity: 3, tier: 'VIP' }, by(0))).toEqual(['B-1-1', 'B-1-2', 'B-1-3']);
  expect(pickBest(house, EMPTY, { quantity: 1, tier: 'R' }, by(0))).toEqual(['A-1-4']);
  expect(pickBest(house, EMPTY, { quantity: 2, tier: 'R' }, by(0))).toBeUndefined();
  const full = withSold(house, ['A-1-1', 'A-1-2', 'A-1-3', 'B-1-1', 'B-1-2', 'B-1-3']);
  expect(pickBest(house, full, { quantity: 2, tier: 'VIP' }, by(0))).toEqual(['S-1', 'S-2']);
});

test('a party of two sits in the middle of the first row when it comes alone', () => {
  expect(pickIn(seated('A', [10, 10]), EMPTY, 2, by(0))).toEqual(['A-1-5', 'A-1-6']);
});

test('a row is offered from both of its ends, but for pairs that would leave a single seat', () => {
  const chances = Array.from({ length: 20 }, (_, i) => i / 20);
  const picks = new Set(chances.map((chance) => pickIn(seated('A', [7]), EMPTY, 2, by(chance))?.join(' ')));
  expect([...picks].sort()).toEqual(['A-1-1 A-1-2', 'A-1-3 A-1-4', 'A-1-6 A-1-7']);
});

test('places of a standing section go round its end', () => {
  expect(pickIn(standing('S', 5), EMPTY, 3, by(0.9))).toEqual(['S-5', 'S-1', 'S-2']);
});

test('a hold that has run out is free again', () => {
  const held = withAllocation(EMPTY, sampleAllocation({ seats: ['S-1'], turns: [1] }), [standing('S', 1)]);
  const nowMs = Date.parse('2026-11-21T10:10:00.000Z');
  expect(pickIn(standing('S', 1), held, 1, { ...by(0), nowMs: nowMs - 1 })).toBeUndefined();
  expect(pickIn(standing('S', 1), held, 1, { ...by(0), nowMs })).toEqual(['S-1']);
});

/** All the groups that chance may give at an attempt. */
const choiceAt = (section: Section, quantity: number, attempt: number) => {
  const chances = Array.from({ length: 400 }, (_, i) => i / 400);
  return new Set(chances.map((chance) => pickIn(section, EMPTY, quantity, by(chance, attempt))?.join(' ')));
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
    const seats = pickIn(section, EMPTY, quantity, { nowMs: 0, attempt, random, isTaken }) ?? [];
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
