import fc from 'fast-check';
import { sampleAllocation, seated, standing } from '../../../../tests/samples/house';
import { planIdOf } from '../../catalogue/domain/plan';
import { blocksOf, type Section, seatIdsIn } from '../../catalogue/domain/seatingPlan';
import { type Allocation, hasEnded } from './allocation';
import { returnSome } from './allocation.decide';
import {
  type Availability,
  countByTier,
  countSeats,
  emptyAvailability,
  isMadeFor,
  lapsedHolds,
  type SeatStatus,
  statusesOf,
  withAllocation,
  withAllocations,
} from './availability';

const odd: Section = {
  sectionId: 'B',
  kind: 'seated',
  tier: 'R',
  rows: [{ row: '1', numbers: [3, 1, '12a', 2, 400] }],
};
const house = [seated('A', [4, 3]), odd, standing('S', 3)];
const blocks = house.flatMap(blocksOf);
const SEATS = blocks.flatMap(seatIdsIn);
const EMPTY = emptyAvailability('m1.p1');
const HELD_UNTIL = Date.parse('2026-11-21T10:10:00.000Z');

const fold = (states: readonly Allocation[]): Availability => withAllocations(EMPTY, states, house);
const statusOf = (availability: Availability, seatId: string, nowMs: number): SeatStatus | undefined => {
  const all = blocks.flatMap((block) => statusesOf(availability, block, nowMs));
  return all[SEATS.indexOf(seatId)];
};

type Stage = Allocation['phase'] | 'reduced';
const LIVES: readonly (readonly Stage[])[] = [
  ['hold'],
  ['reserved'],
  ['hold', 'reserved'],
  ['hold', 'released'],
  ['hold', 'refused'],
  ['hold', 'reserved', 'sold'],
  ['reserved', 'released'],
  ['reserved', 'sold', 'revoked'],
  ['hold', 'reserved', 'sold', 'released'],
  ['reserved', 'sold', 'reduced'],
  ['withheld'],
  ['reserved', 'withheld'],
  ['withheld', 'released'],
];

/** Somebody who has paid gives the first seat back, and the rest stays. */
const withoutFirst = (sold: Allocation): Allocation =>
  returnSome(sold, { n: 1, seats: sold.seats.slice(0, 1), refund: 0, fee: 0 });

const at = (stage: Stage, changes: Partial<Allocation>): Allocation =>
  stage === 'reduced'
    ? withoutFirst(sampleAllocation({ ...changes, phase: 'sold' }))
    : sampleAllocation({ ...changes, phase: stage });

/** Allocations one after the other. Each ends whoever has a seat it takes, as a take-over or a release does. */
function historyOf(steps: readonly { readonly seats: readonly string[]; readonly life: number }[]) {
  const states: Allocation[] = [];
  const last = new Map<string, Allocation>();
  const turns = new Map<string, number>();
  const tell = (state: Allocation) => {
    states.push(state);
    last.set(state.id, state);
  };
  steps.forEach(({ seats, life }, step) => {
    const inTheWay = [...last.values()].filter(
      (before) => !hasEnded(before) && before.seats.some((seat) => seats.includes(seat)),
    );
    for (const before of inTheWay) tell({ ...before, phase: 'released' });
    for (const seat of seats) turns.set(seat, (turns.get(seat) ?? 0) + 1);
    const taken = seats.map((seat) => turns.get(seat) ?? 0);
    for (const phase of LIVES[life % LIVES.length] ?? [])
      tell(at(phase, { id: `r${step}`, seats, turns: taken }));
  });
  return { states, last: [...last.values()] };
}

const history = fc
  .array(fc.record({ seats: fc.subarray(SEATS, { minLength: 1, maxLength: 4 }), life: fc.nat() }), {
    minLength: 1,
    maxLength: 8,
  })
  .map(historyOf);

/** The states in any order, some of them twice, and the last one of each allocation for sure, as the change feed gives them. */
const told = history.chain(({ states, last }) =>
  fc
    .tuple(fc.constant(states), fc.shuffledSubarray(states), fc.shuffledSubarray(states), fc.nat())
    .map(([all, some, again, where]) => {
      const cut = where % (some.length + 1);
      return { states: all, last, shown: [...some.slice(0, cut), ...last, ...some.slice(cut), ...again] };
    }),
);

test('an allocation history in any order, with gaps and repetitions, gives the same as in order', () => {
  fc.assert(
    fc.property(told, ({ states, shown }) => {
      expect(fold(shown)).toEqual(fold(states));
    }),
    { numRuns: 300 },
  );
});

const shownAs = {
  hold: 'held',
  reserved: 'reserved',
  withheld: 'withheld',
  sold: 'sold',
} as Record<string, SeatStatus>;

test('it shows each seat as its last owner has it, and the counts add up to the capacity', () => {
  fc.assert(
    fc.property(history, ({ states, last }) => {
      const availability = fold(states);
      for (const seat of SEATS) {
        const turnOf = (a: Allocation) => a.turns[a.seats.indexOf(seat)] ?? 0;
        const owner = last.filter((a) => a.seats.includes(seat)).sort((a, b) => turnOf(b) - turnOf(a))[0];
        expect(statusOf(availability, seat, HELD_UNTIL - 1)).toBe(shownAs[owner?.phase ?? ''] ?? 'available');
      }
      const { available, held, sold, withheld, capacity } = countSeats(availability, house, HELD_UNTIL - 1);
      expect(available + held + sold + withheld).toBe(capacity);
      expect(capacity).toBe(SEATS.length);
    }),
    { numRuns: 200 },
  );
});

test('a hold shows as held until its time, then as available, and is counted as lapsed', () => {
  const availability = fold([sampleAllocation()]);
  expect(statusOf(availability, 'A-1-1', HELD_UNTIL - 1)).toBe('held');
  expect(lapsedHolds(availability, HELD_UNTIL - 1)).toBe(0);
  expect(statusOf(availability, 'A-1-1', HELD_UNTIL)).toBe('available');
  expect(lapsedHolds(availability, HELD_UNTIL)).toBe(2);
});

test('a hold that ends within a second is never shown free before, and at the latest a second after', () => {
  const endMs = HELD_UNTIL + 300;
  const availability = fold([sampleAllocation({ heldUntil: new Date(endMs).toISOString() })]);
  expect(statusOf(availability, 'A-1-1', endMs - 1)).toBe('held');
  expect(statusOf(availability, 'A-1-1', endMs + 1_000)).toBe('available');
});

test('what is sold stays sold when its hold would have run out', () => {
  const availability = fold([sampleAllocation({ phase: 'sold' })]);
  expect(statusOf(availability, 'A-1-1', HELD_UNTIL + 1)).toBe('sold');
  expect(lapsedHolds(availability, HELD_UNTIL + 1)).toBe(0);
});

test('a state that says nothing new gives the very same object, so that nothing is written', () => {
  const availability = fold([sampleAllocation({ phase: 'reserved' })]);
  for (const phase of ['reserved', 'hold'] as const)
    expect(withAllocation(availability, sampleAllocation({ phase }), house)).toBe(availability);
});

test('an end that comes late does not free the seat of its next owner', () => {
  const next = sampleAllocation({ id: 'r2', turns: [2, 2], phase: 'sold' });
  const availability = fold([
    sampleAllocation({ phase: 'hold' }),
    next,
    sampleAllocation({ phase: 'released' }),
  ]);
  expect(statusOf(availability, 'A-1-1', 0)).toBe('sold');
});

test('a seat that was returned shows as free and the rest as sold, until the next has it, whatever comes late', () => {
  const sold = sampleAllocation({ phase: 'sold' });
  const reduced = withoutFirst(sold);
  const next = sampleAllocation({ id: 'r2', seats: ['A-1-1'], turns: [2], phase: 'hold' });
  expect(statusOf(fold([reduced]), 'A-1-1', 0)).toBe('available');
  expect(statusOf(fold([reduced, sold]), 'A-1-1', 0)).toBe('available');
  expect(statusOf(fold([sold, reduced]), 'A-1-2', 0)).toBe('sold');
  expect(statusOf(fold([next, reduced, sold]), 'A-1-1', 0)).toBe('held');
});

test('a section may have the name of something every object has', () => {
  const sections = [standing('constructor', 2), standing('toString', 2)];
  const sold = sampleAllocation({ seats: ['constructor-1'], turns: [1], phase: 'sold' });
  expect(countSeats(withAllocation(EMPTY, sold, sections), sections, 0)).toEqual({
    capacity: 4,
    available: 3,
    held: 0,
    sold: 1,
    withheld: 0,
  });
});

test('marks stand as the seats do, whatever their numbers say, and none is longer than the row', () => {
  const sold = sampleAllocation({ seats: ['B-1-400', 'B-1-12a'], turns: [1, 1], phase: 'sold' });
  const availability = fold([sold]);
  expect(availability.blocks).toEqual({ 'B-1': { marks: '..s.s' } });
  expect(availability.plan).toBe(planIdOf(house));
});

test('a seat that the plan does not have is marked nowhere', () => {
  const gone = sampleAllocation({ seats: ['A-1-9', 'Z-1'], turns: [1, 1], phase: 'sold' });
  expect(fold([gone])).toBe(EMPTY);
});

test('marks are read by the plan they were made for, and by no other', () => {
  const byCount = [seated('A', [4, 3])];
  const availability = withAllocation(EMPTY, sampleAllocation(), byCount);
  expect(isMadeFor(availability, byCount)).toBe(true);
  expect(isMadeFor(availability, [seated('A', [4, 3])])).toBe(true);
  expect(isMadeFor(availability, [seated('A', [4, 4])])).toBe(false);
  expect(isMadeFor(EMPTY, [odd])).toBe(true);
});

test('marks by number less one, as they were stored before, are right for rows by count alone', () => {
  const before = { performanceId: 'm1.p1', blocks: { 'A-1': { marks: 's.' } } };
  expect(isMadeFor(before, [seated('A', [4])])).toBe(true);
  expect(isMadeFor(before, [odd])).toBe(false);
});

test('the counts of each tier are those of its seats, in the order of the plan', () => {
  const painted: Section = {
    ...odd,
    rows: [
      {
        row: '1',
        seats: 3,
        tiers: [
          { tier: 'VIP', seats: 1 },
          { tier: 'R', seats: 2 },
        ],
      },
    ],
  };
  const sections = [painted, standing('S', 2, 'STANDING')];
  const sold = sampleAllocation({ seats: ['B-1-1', 'B-1-3'], turns: [1, 1], phase: 'sold' });
  const counts = countByTier(withAllocation(EMPTY, sold, sections), sections, 0);
  expect(Object.entries(counts)).toEqual([
    ['VIP', { capacity: 1, available: 0, held: 0, sold: 1, withheld: 0 }],
    ['R', { capacity: 2, available: 1, held: 0, sold: 1, withheld: 0 }],
    ['STANDING', { capacity: 2, available: 2, held: 0, sold: 0, withheld: 0 }],
  ]);
});
