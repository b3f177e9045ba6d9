import fc from 'fast-check';
import { asRead } from '../../../../tests/samples/asRead';
import { sampleAllocation } from '../../../../tests/samples/house';
import type { Allocation, Claim } from './allocation';
import { planTaking, type SeatsAsRead } from './takeSeats.decide';

const NOW = '2026-11-21T10:05:00.000Z';
const EARLIER = '2026-11-21T10:00:00.000Z';
const LATER = '2026-11-21T10:10:00.000Z';

const { turns: _none, ...wish } = sampleAllocation({
  id: 'new',
  seats: ['A-1-1', 'A-1-2'],
  heldUntil: LATER,
});

type Owner = Pick<Allocation, 'id' | 'phase' | 'heldUntil'> & { readonly seats: readonly string[] };

/** What a read finds when these allocations have these seats, each for the third time. */
const readOf = (owners: readonly Owner[]): SeatsAsRead => ({
  claims: new Map(
    owners.flatMap(({ id, seats }) =>
      seats.map((seatId) => {
        const claim: Claim = { seatId, sectionId: 'A', allocationId: id, turn: 3 };
        return [seatId, asRead(claim, `claim ${seatId}`)] as const;
      }),
    ),
  ),
  owners: new Map(owners.map((o) => [o.id, asRead(sampleAllocation(o), `allocation ${o.id}`)])),
});

const planned = (seats: readonly string[], owners: readonly Owner[]) =>
  planTaking({ ...wish, seats }, () => 'A', readOf(owners), NOW);

test('given seats nobody ever had, their claims are created with turn 1', () => {
  expect(planned(['A-1-1', 'A-1-2'], [])).toEqual({
    plan: {
      allocation: { ...wish, turns: [1, 1] },
      create: [
        { seatId: 'A-1-1', sectionId: 'A', allocationId: 'new', turn: 1 },
        { seatId: 'A-1-2', sectionId: 'A', allocationId: 'new', turn: 1 },
      ],
      replace: [],
      end: [],
    },
  });
});

test('given a seat whose owner has ended, its claim is replaced under its ETag and nothing is ended again', () => {
  const ended = { id: 'old', phase: 'released', heldUntil: LATER, seats: ['A-1-1'] } as const;
  expect(planned(['A-1-1', 'A-1-2'], [ended])).toEqual({
    plan: {
      allocation: { ...wish, turns: [4, 1] },
      create: [{ seatId: 'A-1-2', sectionId: 'A', allocationId: 'new', turn: 1 }],
      replace: [asRead({ seatId: 'A-1-1', sectionId: 'A', allocationId: 'new', turn: 4 }, 'claim A-1-1')],
      end: [],
    },
  });
});

test.each(['hold', 'reserved'] as const)(
  'given two seats of one overdue allocation (%s), it is ended once, under its ETag',
  (phase) => {
    const overdue = { id: 'late', phase, heldUntil: EARLIER, seats: ['A-1-1', 'A-1-2', 'A-1-3'] };
    const decision = planned(['A-1-1', 'A-1-2'], [overdue]);
    expect(decision).toMatchObject({
      plan: {
        end: [{ value: { id: 'late', phase: 'released', seats: overdue.seats }, etag: 'allocation late' }],
      },
    });
    expect('plan' in decision && decision.plan.end).toHaveLength(1);
  },
);

test('given one seat of several with a live owner, nothing is taken and that seat is named', () => {
  const live = { id: 'live', phase: 'sold', heldUntil: EARLIER, seats: ['A-1-2'] } as const;
  const overdue = { id: 'late', phase: 'hold', heldUntil: EARLIER, seats: ['A-1-3'] } as const;
  expect(planned(['A-1-1', 'A-1-2', 'A-1-3'], [live, overdue])).toEqual({ taken: ['A-1-2'] });
});

test('given a claim whose owner was not read, the seat counts as taken', () => {
  const { claims } = readOf([{ id: 'unseen', phase: 'hold', heldUntil: EARLIER, seats: ['A-1-1'] }]);
  expect(planTaking(wish, () => 'A', { claims, owners: new Map() }, NOW)).toEqual({ taken: ['A-1-1'] });
});

test('each claim says which section its seat is in', () => {
  const decision = planTaking({ ...wish, seats: ['B-1-1'] }, (id) => `of ${id}`, readOf([]), NOW);
  expect(decision).toMatchObject({ plan: { create: [{ sectionId: 'of B-1-1' }] } });
});

const SEATS = ['A-1-1', 'A-1-2', 'A-1-3', 'A-1-4', 'A-1-5'];
const world = fc
  .record({
    ownerOf: fc.array(fc.constantFrom('', 'a', 'b', 'c'), { minLength: 5, maxLength: 5 }),
    phases: fc.array(fc.constantFrom('hold', 'reserved', 'sold', 'released', 'refused', 'revoked'), {
      minLength: 3,
      maxLength: 3,
    }),
    times: fc.array(fc.constantFrom(EARLIER, NOW, LATER), { minLength: 3, maxLength: 3 }),
    wanted: fc.subarray(SEATS, { minLength: 1 }),
  })
  .map(({ ownerOf, phases, times, wanted }) => ({
    wanted,
    owners: ['a', 'b', 'c'].map((id, i): Owner => {
      const seats = SEATS.filter((_, seat) => ownerOf[seat] === id);
      return { id, phase: phases[i] ?? 'hold', heldUntil: times[i] ?? NOW, seats };
    }),
  }));

test('in any house, a plan gives every seat exactly one new claim and ends exactly the overdue owners, or there is none', () => {
  fc.assert(
    fc.property(world, ({ wanted, owners }) => {
      const inTheWay = owners.filter(({ seats }) => seats.some((seat) => wanted.includes(seat)));
      const keeps = ({ phase, heldUntil }: Owner) =>
        phase === 'sold' || ((phase === 'hold' || phase === 'reserved') && heldUntil > NOW);
      const lost = inTheWay.filter(keeps).flatMap(({ seats }) => seats);
      const decision = planned(wanted, owners);
      if ('taken' in decision) {
        expect([...decision.taken].sort()).toEqual(lost.filter((seat) => wanted.includes(seat)).sort());
        expect(decision.taken).not.toHaveLength(0);
        return;
      }
      const { create, replace, end, allocation } = decision.plan;
      const claims = [...create, ...replace.map(({ value }) => value)];
      expect(lost.filter((seat) => wanted.includes(seat))).toEqual([]);
      expect(claims.map(({ seatId }) => seatId).sort()).toEqual([...wanted].sort());
      expect(claims.every(({ allocationId }) => allocationId === 'new')).toBe(true);
      expect(allocation.turns).toEqual(wanted.map((seat) => claims.find((c) => c.seatId === seat)?.turn));
      const overdue = inTheWay.filter(({ phase }) => phase === 'hold' || phase === 'reserved');
      expect(end.map(({ value }) => value.id).sort()).toEqual(overdue.map(({ id }) => id).sort());
      expect(end.every(({ value }) => value.phase === 'released')).toBe(true);
    }),
    { numRuns: 300 },
  );
});
