import fc from 'fast-check';
import { StoreUnavailable } from '../../../../shared/cosmos/cosmos';
import { documentsInMemory } from '../../../../tests/samples/documents';
import { deliveriesOf } from '../../../../tests/samples/feed';
import { sampleAllocation } from '../../../../tests/samples/house';
import type { MusicalDeps } from '../../deps';
import type { Allocation } from '../domain/allocation';
import { type Availability, emptyAvailability, withAllocation } from '../domain/availability';
import { projectSeats } from './projectSeats';

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

/** What else the feed shows: claims, outboxes, and a document of a version this code cannot read. */
const others = [{ kind: 'claim' }, {}, { kind: 'allocation', id: 'unreadable', turns: 'many' }];

test('in any order, with gaps and repetitions, read by several at once, each map is the fold of its allocations', async () => {
  await fc.assert(
    fc.asyncProperty(shown, async ({ states, deliveries }) => {
      const maps = documentsInMemory<Availability>(({ performanceId }) => performanceId);
      const unreadable: string[] = [];
      const note = async (id: string) => void unreadable.push(id);
      const deps = {
        log: { error: () => {} },
        sleep: async () => {},
        random: () => 0,
        availability: {
          read: async (id: string) =>
            (await maps.read(id)) ?? { value: emptyAvailability(id), etag: undefined },
          write: maps.write,
        },
      } as unknown as MusicalDeps;
      await Promise.all(deliveries.map((each) => projectSeats(deps, [...others, ...each], note)));
      const expected = PERFORMANCES.map((id) =>
        states
          .filter(({ performanceId }) => performanceId === id)
          .reduce(withAllocation, emptyAvailability(id)),
      );
      expect(maps.all()).toHaveLength(expected.length);
      expect(maps.all()).toEqual(expect.arrayContaining(expected));
      expect(unreadable).toEqual(deliveries.map(() => 'unreadable'));
    }),
    { numRuns: 200 },
  );
});

test.each([
  [
    'a defect',
    new Error('the document is odd'),
    ['odd: this seat map cannot be written, rebuild it: the document is odd'],
  ],
  ['a fault that passes', new StoreUnavailable('busy'), []],
])('%s in one seat map', async (_what, fault, expected) => {
  const maps = documentsInMemory<Availability>(({ performanceId }) => performanceId);
  const deps = {
    log: { error: () => {} },
    sleep: async () => {},
    random: () => 0,
    availability: {
      read: async (id: string) => {
        if (id === 'odd') throw fault;
        return { value: emptyAvailability(id), etag: undefined };
      },
      write: maps.write,
    },
  } as unknown as MusicalDeps;
  const notes: string[] = [];
  const note = async (id: string, reason: string) => void notes.push(`${id}: ${reason}`);
  const changes = ['odd', 'm1.p1'].map((performanceId) => ({
    kind: 'allocation',
    ...sampleAllocation({ performanceId }),
  }));
  const isDone = await projectSeats(deps, changes, note).then(
    () => true,
    () => false,
  );
  expect(notes).toEqual(expected);
  expect(isDone).toBe(expected.length > 0);
  expect(maps.all().map(({ performanceId }) => performanceId)).toEqual(isDone ? ['m1.p1'] : []);
});
