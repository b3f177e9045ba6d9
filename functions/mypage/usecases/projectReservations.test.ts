import fc from 'fast-check';
import { StoreUnavailable } from '../../../shared/cosmos/cosmos';
import { deliveriesOf } from '../../../tests/samples/feed';
import { openMypage } from '../../../tests/samples/mypage';
import { keyOf } from '../../../tests/simulation/database';
import type { ReservationFeedItem } from '../../reservation/contract';
import { entryOf } from '../domain/entry';
import { projectReservations } from './projectReservations';

const sale = {
  seats: ['A-1-1'],
  amount: 170_000,
  currency: 'KRW',
  title: 'Midnight',
  startsAt: '2026-12-24T10:30:00.000Z',
};
const statuses = fc.constantFrom('placed', 'held', 'paying', 'paid', 'completed', 'cancelled', 'expired');

const stateOf = (
  reservationId: string,
  customerId: string,
  version: number,
  changes: Pick<ReservationFeedItem, 'status' | 'sale'>,
): ReservationFeedItem => ({
  kind: 'reservation',
  reservationId,
  customerId,
  performanceId: 'm1.p1',
  version,
  placedAt: '2026-11-21T10:00:00.000Z',
  updatedAt: `2026-11-21T10:0${version}:00.000Z`,
  request: { holdId: reservationId },
  ...changes,
});

/** All the states one reservation went through. */
const lifeOf = (reservationId: string, customerId: string): fc.Arbitrary<ReservationFeedItem[]> =>
  fc
    .array(fc.record({ status: statuses, isSold: fc.boolean() }), { minLength: 1, maxLength: 5 })
    .map((states) =>
      states.map(({ status, isSold }, i) =>
        stateOf(reservationId, customerId, i + 1, { status, ...(isSold ? { sale } : {}) }),
      ),
    );

const lives = fc.tuple(lifeOf('r1', 'kim'), lifeOf('r2', 'kim'), lifeOf('r3', 'lee'));
const shown = lives.chain((each) => {
  const last = each.map((life) => life.at(-1) as ReservationFeedItem);
  return deliveriesOf(each.flat(), (state) => last.includes(state)).map((deliveries) => ({
    last,
    deliveries,
  }));
});

/** What else the feed shows: documents of other kinds, and one of a version this code cannot read. */
const others = [
  { kind: 'outbox' },
  {},
  { kind: 'reservation', id: 'r1', reservationId: 'r1', version: '99' },
];

const ALL = { after: undefined, limit: 100 };

/** Customers' lists on their real store, and what was parked. */
function openEntries() {
  const { faults, database, container, deps } = openMypage();
  const parked: string[] = [];
  const note = async (id: string, reason: string) => void parked.push(`${id}: ${reason}`);
  return {
    deps,
    faults,
    container,
    database,
    parked,
    project: (changes: unknown[]) => projectReservations(deps, changes, note),
  };
}

test('in any order, with gaps and repetitions, read by several at once, each list has the last state of every reservation', async () => {
  const { deps, parked, project } = openEntries();
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(shown, async ({ last, deliveries }) => {
      const run = ++runs;
      const inThisRun = (item: ReservationFeedItem) => ({ ...item, customerId: `${item.customerId}${run}` });
      await Promise.all(deliveries.map((each) => project([...others, ...each.map(inThisRun)])));
      const lists = [await deps.entries.of(`kim${run}`, ALL), await deps.entries.of(`lee${run}`, ALL)].flat();
      expect(lists).toHaveLength(last.length);
      expect(lists).toEqual(expect.arrayContaining(last.map(inThisRun).map(entryOf)));
      expect(parked.splice(0)).toEqual(
        deliveries.map(() => expect.stringMatching(/^r1: this reservation cannot be read/)),
      );
    }),
    { numRuns: 200 },
  );
});

const placed = (reservationId: string) => stateOf(reservationId, 'kim', 1, { status: 'placed' });

test('an entry that cannot be read is parked with what the operator has to do, and what is behind it goes on', async () => {
  const { deps, parked, project } = openEntries();
  await deps.entries.write({ ...entryOf(placed('r1')), amount: 'much' as never }, undefined);
  await project([placed('r1'), placed('r2')]);
  expect(parked).toEqual([
    expect.stringMatching(
      /^r1: its entry in mypage cannot be written, mend or delete that and save this one again: /,
    ),
  ]);
  expect(await deps.entries.read('kim', 'r2')).toBeDefined();
});

test('a fault that passes parks nothing: the feed shows the same changes again', async () => {
  const { deps, faults, parked, project } = openEntries();
  faults.losesRequests = true;
  await expect(project([placed('r1'), placed('r2')])).rejects.toThrow(StoreUnavailable);
  expect(parked).toEqual([]);
  faults.losesRequests = false;
  await project([placed('r1'), placed('r2')]);
  expect(await deps.entries.of('kim', ALL)).toHaveLength(2);
});

test('what a later version has added to an entry survives an older host that replaces it', async () => {
  const { container, database, project } = openEntries();
  const { reservationId: id, ...entry } = entryOf(placed('r1'));
  await container('mypage').items.create({ id, reservationId: id, ...entry, addedLater: 'gate 3' });
  await project([stateOf('r1', 'kim', 2, { status: 'held', sale })]);
  expect(database.query('mypage', keyOf('kim'), 'SELECT * FROM c', [])).toMatchObject([
    { version: 2, status: 'held', addedLater: 'gate 3' },
  ]);
});
