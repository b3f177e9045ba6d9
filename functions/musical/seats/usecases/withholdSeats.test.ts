import { openPerformance } from '../../../../tests/samples/musical';
import type { Performance } from '../../catalogue/domain/performance';
import { cancelPerformance } from '../../revocation/usecases/cancelPerformance';
import { followUpPerformances } from '../../revocation/usecases/followUpPerformances';
import { lookAtSection } from '../caches';
import { ANYBODY } from '../domain/member';
import { projectSeats } from './projectSeats';
import { readSales } from './readSales';
import { readMarks, readSeatMap, readStaffMarks } from './readSeatMap';
import { rebuildAvailability } from './rebuildAvailability';
import { readWithheld, returnWithheld } from './returnWithheld';
import { takeSeats } from './takeSeats';
import { withholdSeats } from './withholdSeats';

const PAIR = ['A-1-1', 'A-1-2'];
const YEARS_LATER = Date.parse('2036-11-21T10:15:00.000Z');

async function openHouse(changes: Partial<Performance> = {}) {
  const house = await openPerformance(changes);
  const { deps, performance } = house;
  const park = async () => {};
  let calls = 0;
  return {
    ...house,
    withhold: (seats: readonly string[], withheldId = `w${++calls}`) =>
      withholdSeats(deps, {
        performanceId: 'm1.p1',
        withheldId,
        seats,
        reason: 'House seats',
        note: 'For the author',
      }),
    take: (seats: readonly string[], phase: 'hold' | 'reserved' = 'hold') =>
      takeSeats(deps, {
        performance,
        allocationId: `r${++calls}`,
        customerId: `kim${calls}`,
        request: { seats },
        buyer: async () => ANYBODY,
        phase,
        expiresAt: '2026-11-21T10:15:00.000Z',
        heldUntil: '2026-11-21T10:15:00.000Z',
      }),
    /** A moment later the first row, for everybody or for staff, once the feed has told all. */
    shown: async (read: typeof readMarks) => {
      await projectSeats(
        deps,
        await deps.seats
          .allocations('m1.p1')
          .then((all) => all.map((one) => ({ kind: 'allocation', ...one }))),
        park,
      );
      house.clock.nowMs += 1_000;
      const text = (await read(deps, 'm1.p1')).text().json;
      return (JSON.parse(text) as { marks: { A: Record<string, string> } }).marks.A['1'];
    },
  };
}

test('nobody gets a withheld seat, however long it waits, until it is returned', async () => {
  const { clock, withhold, take, deps } = await openHouse({ startsAt: '2040-12-24T10:30:00.000Z' });
  expect(await withhold(PAIR)).toEqual({ seats: PAIR, taken: [] });
  clock.nowMs = YEARS_LATER;
  const refused = { kind: 'refused', refusal: { code: 'seat-taken', taken: ['A-1-2'] } };
  expect(await take(['A-1-2', 'A-1-3'])).toMatchObject(refused);
  expect(await returnWithheld(deps, 'm1.p1', ['A-1-2', 'A-1-3'])).toEqual(['A-1-2']);
  expect(await take(['A-1-2', 'A-1-3'])).toMatchObject({ kind: 'taken' });
  expect(await take(['A-1-1'])).toMatchObject({ kind: 'refused' });
  expect(await returnWithheld(deps, 'm1.p1', PAIR)).toEqual(['A-1-1']);
  expect(await returnWithheld(deps, 'm1.p1', PAIR)).toEqual([]);
  expect(await take(['A-1-1'])).toMatchObject({ kind: 'taken' });
});

test('what others have is left to them and named, what has run out is taken, and more than a batch are several', async () => {
  const { clock, withhold, take, deps } = await openHouse({ maxSeatsPerReservation: 20 });
  await take(['A-1-3'], 'reserved');
  await withhold(['A-1-4']);
  const row = Array.from({ length: 10 }, (_, i) => `A-1-${i + 1}`);
  const standing = Array.from({ length: 20 }, (_, i) => `S-${i + 1}`);
  const { seats, taken } = await withhold([...row, ...standing]);
  expect(taken).toEqual(['A-1-3', 'A-1-4']);
  expect(seats).toHaveLength(28);
  const sizes = (await readWithheld(deps, 'm1.p1')).map((one) => one.seats.length);
  expect(sizes.sort()).toEqual([1, 10, 18]);
  clock.nowMs = Date.parse('2026-11-21T10:15:01.000Z');
  expect(await withhold(['A-1-3'])).toEqual({ seats: ['A-1-3'], taken: [] });
});

test('a repeated call answers as before, also when its first reply was lost or the seats were returned since', async () => {
  const { withhold, loseNextReply, deps } = await openHouse();
  loseNextReply();
  expect(await withhold(PAIR, 'w')).toEqual({ seats: PAIR, taken: [] });
  await returnWithheld(deps, 'm1.p1', ['A-1-1']);
  expect((await withhold(PAIR, 'w')).taken).toEqual([]);
  expect((await readWithheld(deps, 'm1.p1')).map(({ seats }) => seats)).toEqual([['A-1-2']]);
});

test('of a withholding and a taking at the same moment one has the seat', async () => {
  const { withhold, take, meanwhile } = await openHouse();
  meanwhile(() => take(['A-1-2']));
  expect(await withhold(PAIR)).toEqual({ seats: ['A-1-1'], taken: ['A-1-2'] });
});

test('when somebody is faster, a return is decided anew on what is still withheld', async () => {
  const { withhold, meanwhile, deps } = await openHouse();
  await withhold([...PAIR, 'A-1-3']);
  meanwhile(() => returnWithheld(deps, 'm1.p1', ['A-1-1']));
  expect(await returnWithheld(deps, 'm1.p1', ['A-1-2'])).toEqual(['A-1-2']);
  expect(await readWithheld(deps, 'm1.p1')).toMatchObject([{ seats: ['A-1-3'] }]);
});

test('it is not for sale on the map, sold in the truth of a section, in no sales, and kept by a rebuild', async () => {
  const { withhold, take, shown, deps } = await openHouse();
  await withhold(['A-1-1', 'A-1-2', 'A-1-4']);
  await take(['A-1-3'], 'reserved');
  await returnWithheld(deps, 'm1.p1', ['A-1-2']);
  expect(await shown(readMarks)).toBe('x01x000000');
  expect(await shown(readStaffMarks)).toBe('w0rw000000');
  expect(await lookAtSection(deps.seats, deps.clock)('m1.p1', 'A')).toEqual(['A-1-1', 'A-1-4', 'A-1-3']);
  expect(await readSales(deps, 'm1.p1')).toMatchObject({
    capacity: 40,
    available: 37,
    held: 1,
    sold: 0,
    withheld: 2,
  });
  const map = JSON.parse((await readSeatMap(deps, 'm1.p1')).text().json);
  expect(map.sections[0].seats.slice(0, 4).map((seat: { status: string }) => seat.status)).toEqual([
    'sold',
    'available',
    'held',
    'sold',
  ]);
  const before = (await deps.availability.read('m1.p1')).value;
  await rebuildAvailability(deps, 'm1.p1');
  expect((await deps.availability.read('m1.p1')).value).toEqual(before);
});

test('the last seat of a withholding that is returned is free on the map too', async () => {
  const { withhold, shown, deps } = await openHouse();
  await withhold(PAIR);
  expect(await shown(readMarks)).toBe('xx00000000');
  await returnWithheld(deps, 'm1.p1', PAIR);
  expect(await shown(readMarks)).toBe('0000000000');
});

test('nobody is told of withheld seats when the performance is cancelled, and then none is withheld', async () => {
  const { withhold, deps, published } = await openHouse();
  await withhold(PAIR);
  await cancelPerformance(deps, 'm1.p1');
  await followUpPerformances(deps);
  expect(published()).toEqual([]);
  await expect(withhold(['A-1-3'])).rejects.toMatchObject({ code: 'wrong-state' });
});

test('what is not there cannot be withheld', async () => {
  const { withhold, deps } = await openHouse();
  await expect(withhold(['A-1-99'])).rejects.toMatchObject({ code: 'invalid-request' });
  await expect(returnWithheld(deps, 'm1.p2', PAIR)).rejects.toMatchObject({ code: 'not-found' });
});
