import fc from 'fast-check';
import { StoreUnavailable } from '../../../../shared/cosmos/cosmos';
import { deliveriesOf } from '../../../../tests/samples/feed';
import { sampleAllocation, samplePerformance, standing } from '../../../../tests/samples/house';
import { giveSeats, openMusical, openPerformance } from '../../../../tests/samples/musical';
import type { Allocation } from '../domain/allocation';
import { emptyAvailability, withAllocations } from '../domain/availability';
import { projectSeats } from './projectSeats';
import { rebuildAvailability } from './rebuildAvailability';

type Shown = Allocation & { readonly kind: 'allocation' };

const LIVES: readonly (readonly Allocation['phase'][])[] = [
  ['hold'],
  ['hold', 'released'],
  ['hold', 'reserved', 'sold'],
  ['reserved', 'sold', 'revoked'],
];
const PERFORMANCES = ['m1.p1', 'm1.p2'];

/** For each performance, allocations that have the same two seats one after the other. */
const lives = fc
  .tuple(...PERFORMANCES.map(() => fc.array(fc.constantFrom(...LIVES), { minLength: 1, maxLength: 4 })))
  .map((houses) =>
    houses.flatMap((owners, house) =>
      owners.map((phases, i) =>
        phases.map(
          (phase): Shown => ({
            kind: 'allocation',
            ...sampleAllocation({
              id: `r${i}`,
              performanceId: PERFORMANCES[house] ?? '',
              turns: [i + 1, i + 1],
              phase,
            }),
          }),
        ),
      ),
    ),
  );
const shown = lives.chain((each) => {
  const last = each.map((life) => life.at(-1));
  return deliveriesOf(each.flat(), (state) => last.includes(state)).map((deliveries) => ({
    states: each.flat(),
    deliveries,
  }));
});

/** The feed also shows claims, outboxes, and a document of a version this code cannot read. */
const others = [{ kind: 'claim' }, {}, { kind: 'allocation', id: 'unreadable', turns: 'many' }];

test('in any order, with gaps and repetitions, read by several at once, each is the fold of its allocations', async () => {
  const { deps } = openMusical();
  const { sections } = samplePerformance();
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(shown, async ({ states, deliveries }) => {
      const run = ++runs;
      for (const id of PERFORMANCES)
        await deps.catalogue.createPerformance(samplePerformance({ performanceId: `${id}-${run}` }));
      const inRun = (state: Shown): Shown => ({ ...state, performanceId: `${state.performanceId}-${run}` });
      const unreadable: string[] = [];
      const note = async (id: string) => void unreadable.push(id);
      const shows = deliveries.map((each) => [...others, ...each.map(inRun)]);
      await Promise.all(shows.map((each) => projectSeats(deps, each, note)));
      for (const performanceId of PERFORMANCES.map((id) => `${id}-${run}`)) {
        const own = states.map(inRun).filter((state) => state.performanceId === performanceId);
        const expected = withAllocations(emptyAvailability(performanceId), own, sections);
        expect((await deps.availability.read(performanceId)).value).toEqual(expected);
      }
      expect(unreadable).toEqual(deliveries.map(() => 'unreadable'));
    }),
    { numRuns: 200 },
  );
});

test.each([
  [
    'a defect',
    new Error('the document is odd'),
    ['odd: its availability cannot be written, rebuild it: the document is odd'],
  ],
  ['a fault that passes', new StoreUnavailable('busy'), []],
])('%s in one availability', async (_what, fault, expected) => {
  const { deps } = await openPerformance();
  await deps.catalogue.createPerformance(samplePerformance({ performanceId: 'odd', musicalId: 'odd' }));
  const read = async (id: string) => {
    if (id === 'odd') throw fault;
    return deps.availability.read(id);
  };
  const notes: string[] = [];
  const note = async (id: string, reason: string) => void notes.push(`${id}: ${reason}`);
  const changes = ['odd', 'm1.p1'].map((performanceId) => ({
    kind: 'allocation',
    ...sampleAllocation({ performanceId }),
  }));
  const troubled = { ...deps, availability: { ...deps.availability, read } };
  const isDone = await projectSeats(troubled, changes, note).then(
    () => true,
    () => false,
  );
  expect(notes).toEqual(expected);
  expect(isDone).toBe(expected.length > 0);
  const { etag } = await deps.availability.read('m1.p1');
  expect(etag !== undefined).toBe(isDone);
});

test('an availability that is lost or wrong is made anew from the allocations', async () => {
  const house = await openPerformance();
  const { deps } = house;
  const held = await giveSeats(house, {});
  const { sections } = house.performance;
  const other = sampleAllocation({ seats: ['S-1'], turns: [9] });
  const wrong = withAllocations(emptyAvailability('m1.p1'), [other], sections);
  await deps.availability.write({ value: wrong, etag: undefined });
  expect(await rebuildAvailability(deps, 'm1.p1')).toBe(1);
  const expected = withAllocations(emptyAvailability('m1.p1'), [held], sections);
  expect((await deps.availability.read('m1.p1')).value).toEqual(expected);
});

test('what the feed folds in while it is made anew is not lost', async () => {
  const house = await openPerformance();
  const { deps } = house;
  const held = await giveSeats(house, {});
  house.meanwhile(async () => {
    const sold = await giveSeats(house, { id: 'r2', seats: ['S-1'], turns: [1], phase: 'sold' });
    await projectSeats(deps, [{ kind: 'allocation', ...sold }], async () => {});
  });
  expect(await rebuildAvailability(deps, 'm1.p1')).toBe(2);
  const sold = sampleAllocation({ seats: ['S-1'], turns: [1], phase: 'sold' });
  const expected = withAllocations(emptyAvailability('m1.p1'), [held, sold], house.performance.sections);
  expect((await deps.availability.read('m1.p1')).value).toEqual(expected);
});

test('nothing is made anew for a performance that is not there', async () => {
  const { deps } = openMusical();
  await expect(rebuildAvailability(deps, 'm1.p9')).rejects.toMatchObject({ code: 'not-found' });
});

test('marks that were made for another plan are made anew, with what the feed has just shown', async () => {
  const house = await openPerformance();
  const { deps } = house;
  const held = await giveSeats(house, {});
  const others = [standing('A', 9)];
  const wrong = withAllocations(
    emptyAvailability('m1.p1'),
    [sampleAllocation({ seats: ['A-9'], turns: [1] })],
    others,
  );
  await deps.availability.write({ value: wrong, etag: undefined });
  const sold = sampleAllocation({ id: 'r2', seats: ['S-1'], turns: [1], phase: 'sold' });
  await projectSeats(deps, [{ kind: 'allocation', ...sold }], async () => {});
  const expected = withAllocations(emptyAvailability('m1.p1'), [held, sold], house.performance.sections);
  expect((await deps.availability.read('m1.p1')).value).toEqual(expected);
});

test('as long as the performance is not to be seen, its seats are shown again', async () => {
  const { deps } = openMusical();
  const changes = [{ kind: 'allocation', ...sampleAllocation() }];
  await expect(projectSeats(deps, changes, async () => {})).rejects.toThrow(StoreUnavailable);
});

test('a request for a performance that never was ends without seats, and holds up nothing behind it', async () => {
  const house = await openPerformance();
  const { deps } = house;
  const refused = sampleAllocation({ performanceId: 'm9.p9', seats: [], turns: [], phase: 'refused' });
  const held = await giveSeats(house, {});
  const changes = [refused, held].map((allocation) => ({ kind: 'allocation', ...allocation }));
  await projectSeats(deps, changes, async () => {});
  expect((await deps.availability.read('m1.p1')).value.blocks).toMatchObject({ 'A-1': { marks: 'hh' } });
});
