import fc from 'fast-check';
import { StoreUnavailable } from '../../../shared/cosmos/cosmos';
import { documentsInMemory } from '../../../tests/samples/documents';
import { deliveriesOf } from '../../../tests/samples/feed';
import type { ReservationFeedItem } from '../../reservation/contract';
import type { MypageDeps } from '../deps';
import { type Entry, entryOf } from '../domain/entry';
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
  changes: { readonly status: string; readonly sale?: typeof sale },
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

test('in any order, with gaps and repetitions, read by several at once, each list has the last state of every reservation', async () => {
  await fc.assert(
    fc.asyncProperty(shown, async ({ last, deliveries }) => {
      const entries = documentsInMemory<Entry>(
        ({ customerId, reservationId }) => `${customerId}/${reservationId}`,
      );
      const parked: string[] = [];
      const deps = {
        log: { error: () => {} },
        sleep: async () => {},
        random: () => 0,
        entries: {
          read: (customerId: string, reservationId: string) => entries.read(`${customerId}/${reservationId}`),
          write: entries.write,
        },
      } as unknown as MypageDeps;
      const note = async (id: string) => void parked.push(id);
      await Promise.all(deliveries.map((each) => projectReservations(deps, [...others, ...each], note)));
      expect(entries.all()).toHaveLength(last.length);
      expect(entries.all()).toEqual(expect.arrayContaining(last.map(entryOf)));
      expect(parked).toEqual(deliveries.map(() => 'r1'));
    }),
    { numRuns: 200 },
  );
});

test.each([
  [
    'a defect',
    new Error('this entry cannot be read'),
    [
      'r1: its entry in mypage cannot be written, mend or delete that and save this one again: this entry cannot be read',
    ],
  ],
  ['a fault that passes', new StoreUnavailable('busy'), []],
])('%s in one entry', async (_what, fault, expected) => {
  const entries = documentsInMemory<Entry>(({ reservationId }) => reservationId);
  const deps = {
    log: { error: () => {} },
    sleep: async () => {},
    random: () => 0,
    entries: {
      read: async (_customerId: string, reservationId: string) => {
        if (reservationId === 'r1') throw fault;
        return entries.read(reservationId);
      },
      write: entries.write,
    },
  } as unknown as MypageDeps;
  const parked: string[] = [];
  const note = async (id: string, reason: string) => void parked.push(`${id}: ${reason}`);
  const changes = ['r1', 'r2'].map((reservationId) => stateOf(reservationId, 'kim', 1, { status: 'placed' }));
  const isDone = await projectReservations(deps, changes, note).then(
    () => true,
    () => false,
  );
  expect(parked).toEqual(expected);
  expect(entries.all().map(({ reservationId }) => reservationId)).toEqual(isDone ? ['r2'] : []);
  expect(isDone).toBe(expected.length > 0);
});
