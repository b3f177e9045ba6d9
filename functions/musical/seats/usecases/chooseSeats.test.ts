import { sampleAllocation, samplePerformance, standing } from '../../../../tests/samples/house';
import { openMusical } from '../../../../tests/samples/musical';
import type { MusicalDeps } from '../../deps';
import { release } from '../domain/allocation.decide';
import { emptyAvailability } from '../domain/availability';
import { chooseSeats } from './chooseSeats';

/** So many tries that the claims themselves are read. */
const LATE_ATTEMPT = 11;

test('what is called sold out is looked at again a second later, though the seat map stands still', async () => {
  const { deps: some, clock } = openMusical('2026-11-21T10:00:00.000Z');
  const map = { value: emptyAvailability('m1.p1'), etag: '"1"' };
  const deps: MusicalDeps = {
    ...some,
    random: () => 0,
    availabilityOf: async () => map,
  };
  const seats = ['S-1', 'S-2'];
  const hold = sampleAllocation({ seats, heldUntil: '2026-11-21T11:00:00.000Z' });
  await deps.seats.take(
    {
      allocation: hold,
      create: seats.map((seatId) => ({ seatId, sectionId: 'S', allocationId: hold.id, turn: 1 })),
      replace: [],
      end: [],
      count: { customerId: 'kim', entries: [] },
      countEtag: undefined,
    },
    [],
  );
  const performance = samplePerformance({ sections: [standing('S', 2)] });
  const ask = () => chooseSeats(deps, performance, { sectionId: 'S', quantity: 2 }, LATE_ATTEMPT, new Set());
  const soldOut = { code: 'sold-out', sectionId: 'S', quantity: 2 };
  expect(await ask()).toEqual(soldOut);

  const stored = await deps.seats.allocation('m1.p1', hold.id);
  await deps.seats.replace({ value: release(hold, { refund: 0, fee: 0 }), etag: stored?.etag ?? '' }, []);
  expect(await ask()).toEqual(soldOut);
  clock.nowMs += 1_000;
  expect(await ask()).toEqual(seats);
});
