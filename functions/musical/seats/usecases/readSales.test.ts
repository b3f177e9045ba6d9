import { giveSeats, NOW, openPerformance } from '../../../../tests/samples/musical';
import { readSales } from './readSales';

const LATER = '2026-11-21T10:15:00.000Z';

/** A house of forty seats, of which the reading of all allocations is forbidden. */
async function openBooks() {
  const house = await openPerformance();
  const allocations = () => Promise.reject<never>(new Error('all allocations are read'));
  const sales = () => readSales({ ...house.deps, seats: { ...house.deps.seats, allocations } }, 'm1.p1');
  return { house, sales };
}

test('nothing is sold yet', async () => {
  const { sales } = await openBooks();
  const nothing = { available: 40, held: 0, sold: 0, withheld: 0, gross: 0, refunded: 0 };
  expect(await sales()).toEqual({ capacity: 40, currency: 'KRW', ...nothing });
});

test('seats and money are summed up, and what came to nothing is in no sum', async () => {
  const { house, sales } = await openBooks();
  const give = (id: string, seats: string[], changes: Parameters<typeof giveSeats>[1]) =>
    giveSeats(house, { id, customerId: id, seats, turns: seats.map(() => 1), heldUntil: LATER, ...changes });
  await give('held', ['A-1-1', 'A-1-2'], { phase: 'hold' });
  await give('reserved', ['A-1-3'], { phase: 'reserved' });
  await give('overdue', ['A-1-4'], { phase: 'hold', heldUntil: NOW });
  await give('sold', ['A-1-5', 'A-1-6'], { phase: 'sold', captured: 340_000 });
  await give('returned', ['A-1-7'], { phase: 'released', captured: 170_000, refunded: 153_000 });
  await give('released', ['A-1-8'], { phase: 'released' });
  await give('refused', ['A-1-9'], { phase: 'refused' });
  expect(await sales()).toEqual({
    capacity: 40,
    available: 35,
    held: 3,
    withheld: 0,
    sold: 2,
    gross: 510_000,
    refunded: 153_000,
    currency: 'KRW',
  });
});
