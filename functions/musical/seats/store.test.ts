import { digest } from '../../../shared/kernel/ids';
import { asRead } from '../../../tests/samples/asRead';
import { completeAllocation } from '../../../tests/samples/complete';
import { sampleAllocation, samplePerformance } from '../../../tests/samples/house';
import { giveSeats, openMusical } from '../../../tests/samples/musical';
import type { Allocation, SeatRefusal } from './domain/allocation';
import { type Availability, emptyAvailability } from './domain/availability';
import type { Taking } from './domain/takeSeats.decide';
import { projectSeats } from './usecases/projectSeats';

/** A taking of one seat that nobody has had, by a customer who has nothing yet. */
const taking = (changes: Partial<Taking> = {}): Taking => ({
  allocation: sampleAllocation({ id: 'r2', customerId: 'lee', seats: ['A-1-1'], turns: [1] }),
  create: [{ seatId: 'A-1-1', sectionId: 'A', allocationId: 'r2', turn: 1 }],
  replace: [],
  end: [],
  count: { value: { customerId: 'lee', entries: [{ allocationId: 'r2', seats: 1 }] }, etag: undefined },
  ...changes,
});

const refusals: readonly SeatRefusal[] = [
  { code: 'seat-taken', taken: ['A-1-1'] },
  { code: 'sold-out', sectionId: 'S', quantity: 2 },
  { code: 'customer-limit', detail: 'At most 4.' },
];

test.each(refusals)(
  'an allocation is read with every member it was written with (refused: $code)',
  async (refusal) => {
    const { deps } = openMusical();
    const written: Allocation = { ...completeAllocation, refusal };
    await deps.seats.create(written);
    const stored = await deps.seats.allocation('m1.p1', 'r1');
    expect(stored?.value).toEqual(written);
    expect(await deps.seats.allocations('m1.p1')).toEqual([written]);
  },
);

test('an availability is read with every member it was written with', async () => {
  const { deps } = openMusical();
  const written: Availability = {
    performanceId: 'm1.p1',
    blocks: { 'A-1': { marks: '.hs', until: '0abcde', turns: ',2,' }, S: { marks: '...' } },
  };
  expect(await deps.availability.read('m1.p1')).toEqual({
    value: emptyAvailability('m1.p1'),
    etag: undefined,
  });
  await deps.availability.write({ value: written, etag: undefined });
  expect((await deps.availability.read('m1.p1')).value).toEqual(written);
});

test('of two first writes of an availability, and of two on one version, one is a conflict', async () => {
  const { deps } = openMusical();
  const { write, read } = deps.availability;
  const first = await read('m1.p1');
  expect([await write(first), await write(first)]).toEqual(['committed', 'conflict']);
  const next = await read('m1.p1');
  expect([await write(next), await write(next)]).toEqual(['committed', 'conflict']);
});

test('a taking stores claims, allocation and count together', async () => {
  const { deps, claims } = openMusical();
  expect(await deps.seats.take(taking())).toBe('committed');
  const { claims: read, owners } = await deps.seats.seatsAsRead('m1.p1', ['A-1-1', 'A-1-2']);
  expect([...read.values()].map(({ value }) => value)).toEqual(taking().create);
  expect(owners.get('r2')?.value).toEqual(taking().allocation);
  expect((await deps.seats.customerCount('m1.p1', 'lee')).value).toEqual(taking().count?.value);
  expect(claims()).toEqual({ 'A-1-1': 'r2 1' });
});

/** Kim has A-1-1 and Lee has a count. A taking that stands on any of it as it was before is to be refused. */
async function openTaken() {
  const house = openMusical();
  await giveSeats(house, { seats: ['A-1-1'], turns: [1] });
  await giveSeats(house, { id: 'r3', customerId: 'lee', seats: ['S-1'], turns: [1] });
  return house;
}

const other = { seatId: 'A-1-2', sectionId: 'A', allocationId: 'r2', turn: 1 };
const count = { value: { customerId: 'mo', entries: [] }, etag: undefined };

test.each<[string, Partial<Taking>]>([
  ['creates a claim that is there', { count, create: [other, ...taking().create] }],
  [
    'replaces a claim that has changed',
    { count, create: [other], replace: [asRead(taking().create[0] ?? other, '"old"')] },
  ],
  [
    'ends an allocation that has changed',
    { count, create: [other], end: [asRead(sampleAllocation(), '"old"')] },
  ],
  [
    'has a count that another window has changed',
    { create: [other], count: asRead({ customerId: 'lee', entries: [] }, '"old"') },
  ],
  ['takes the customer’s first count for new', { create: [other] }],
  ['is there already', { count, create: [other], allocation: sampleAllocation({ id: 'r1' }) }],
])('a taking that %s is a conflict, and nothing of it is stored', async (_what, changes) => {
  const house = await openTaken();
  const before = [house.claims(), await house.deps.seats.allocations('m1.p1')];
  expect(await house.deps.seats.take(taking(changes))).toBe('conflict');
  expect([house.claims(), await house.deps.seats.allocations('m1.p1')]).toEqual(before);
  expect((await house.deps.seats.customerCount('m1.p1', 'mo')).etag).toBeUndefined();
});

test('a change of an allocation on an older version is a conflict', async () => {
  const { deps, allocation } = await openTaken();
  const stale = asRead(sampleAllocation({ phase: 'sold' }), '"old"');
  expect(await deps.seats.replace(stale)).toBe('conflict');
  expect(await deps.seats.create(sampleAllocation({ phase: 'released' }))).toBe('conflict');
  expect(await allocation('r1')).toMatchObject({ phase: 'hold' });
});

test('a seat’s id is no allocation’s, and a count is neither', async () => {
  const { deps } = await openTaken();
  expect(await deps.seats.allocation('m1.p1', 'A-1-1')).toBeUndefined();
  expect((await deps.seats.seatsAsRead('m1.p1', ['r1'])).claims.size).toBe(0);
  expect((await deps.seats.allocations('m1.p1')).map(({ id }) => id).sort()).toEqual(['r1', 'r3']);
});

test('a section is read by its claims; who lives and who is still to hear of a revocation is found by phase', async () => {
  const { deps } = await openTaken();
  const ended: readonly Partial<Allocation>[] = [
    { id: 'e1', phase: 'released' },
    { id: 'e2', phase: 'refused' },
    { id: 'e3', phase: 'revoked' },
    { id: 'e4', phase: 'revoked', revoking: 'seats-withdrawn' },
  ];
  for (const each of ended) await deps.seats.create(sampleAllocation(each));
  const { claims, live } = await deps.seats.sectionAsRead('m1.p1', 'A');
  expect(claims).toEqual([{ seatId: 'A-1-1', sectionId: 'A', allocationId: 'r1', turn: 1 }]);
  const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id).sort();
  expect(ids(live)).toEqual(['r1', 'r3']);
  expect(ids(await deps.seats.liveAllocations('m1.p1'))).toEqual(['r1', 'r3']);
  expect(ids(await deps.seats.revokingAllocations('m1.p1'))).toEqual(['e4']);
});

test('a host of an older version keeps what a newer one has added to what it rewrites', async () => {
  const { containers, deps } = await openTaken();
  await deps.catalogue.createPerformance(samplePerformance());
  const later = { later: { since: 'v2' } };
  const stored = async (name: 'seats' | 'availability', id: string) =>
    (await containers[name].item(id, 'm1.p1').read()).resource as Record<string, unknown>;
  const add = async (name: 'seats' | 'availability', id: string, added: object = later) => {
    const resourceBody = { ...(await stored(name, id)), ...added } as never;
    await containers[name].items.batch([{ operationType: 'Replace', id, resourceBody }], 'm1.p1');
  };
  await deps.availability.write({ value: emptyAvailability('m1.p1'), etag: undefined });
  const countId = `count:${digest(['kim'], 26)}`;
  for (const id of ['r1', 'A-1-1', countId]) await add('seats', id);
  await add('availability', 'm1.p1');

  const read = await deps.seats.seatsAsRead('m1.p1', ['A-1-1']);
  const [claim, owner] = [read.claims.get('A-1-1'), read.owners.get('r1')];
  if (claim === undefined || owner === undefined) throw new Error('they are not stored');
  const count = await deps.seats.customerCount('m1.p1', 'kim');
  const takeOver: Taking = {
    allocation: sampleAllocation({ id: 'r2', seats: ['A-1-1'], turns: [2] }),
    create: [],
    replace: [{ ...claim, value: { ...claim.value, allocationId: 'r2', turn: 2 } }],
    end: [{ ...owner, value: { ...owner.value, phase: 'released' } }],
    count,
  };
  expect(await deps.seats.take(takeOver)).toBe('committed');
  await projectSeats(deps, [{ kind: 'allocation', ...takeOver.allocation }], async () => {});
  expect(await stored('seats', 'A-1-1')).toMatchObject({ allocationId: 'r2', ...later });
  expect(await stored('seats', 'r1')).toMatchObject({ phase: 'released', ...later });
  expect(await stored('seats', countId)).toMatchObject(later);
  expect(await stored('availability', 'm1.p1')).toMatchObject({
    blocks: { 'A-1': { marks: 'h' } },
    ...later,
  });
});
