import { sampleFields, seated } from '../../../../tests/samples/house';
import { giveSeats, NOW, openPerformance } from '../../../../tests/samples/musical';
import { editPerformance } from '../../catalogue/domain/performance.decide';
import type { OnMove } from '../../contract';
import { cancelPerformance } from './cancelPerformance';
import { confirmCancellation, confirmChange, readCancellationFigures } from './confirmRevocation';

/** So many sold reservations of a seat each, and somebody who only holds two. */
async function openSold(sold: number) {
  const opened = await openPerformance({ sections: [seated('A', [30])] });
  for (let n = 1; n <= sold; n++)
    await giveSeats(opened, {
      id: `r${n}`,
      customerId: `c${n}`,
      seats: [`A-1-${n}`],
      turns: [1],
      phase: 'sold',
      amount: 170_000,
      captured: 170_000,
    });
  await giveSeats(opened, { id: 'h1', customerId: 'lee', seats: ['A-1-29', 'A-1-30'] });
  const cancel = (known?: number) =>
    cancelPerformance(opened.deps, 'm1.p1', undefined, confirmCancellation(opened.deps, known));
  const status = async () => (await opened.deps.catalogue.performance('m1.p1'))?.value.status;
  return { ...opened, cancel, status };
}

test('what cancelling would take back is told before it is done', async () => {
  const { deps } = await openSold(3);
  expect(await readCancellationFigures(deps, 'm1.p1')).toEqual({
    reservations: 3,
    seats: 3,
    refund: 510_000,
    currency: 'KRW',
  });
});

test('without the number nothing is cancelled, and the figures are told', async () => {
  const { cancel, status } = await openSold(3);
  await expect(cancel()).rejects.toMatchObject({
    code: 'confirm',
    extensions: { reservations: 3, seats: 3, refund: 510_000, currency: 'KRW' },
  });
  expect(await status()).toBe('scheduled');
});

test.each([
  [20, 20, 'cancelled'],
  [20, 21, 'cancelled'],
  [22, 20, 'cancelled'],
  [23, 20, 'asked again'],
  [3, 0, 'asked again'],
])('with %i reservations where %i were known: %s', async (sold, known, outcome) => {
  const { cancel, status } = await openSold(sold);
  const done = await cancel(known).then(
    () => 'cancelled',
    ({ code }) => (code === 'confirm' ? 'asked again' : code),
  );
  expect(done).toBe(outcome);
  expect(await status()).toBe(outcome === 'cancelled' ? 'cancelled' : 'scheduled');
});

test('a performance that nobody has seats of is cancelled without a question, and one that is cancelled stays so', async () => {
  const { cancel, status } = await openSold(0);
  await cancel();
  await cancel();
  expect(await status()).toBe('cancelled');
});

test('a change asks when it takes seats back, and only then', async () => {
  const { deps, performance } = await openSold(2);
  const change = (changes: object, known?: number) =>
    confirmChange(deps, known)(performance, { ...performance, ...changes });
  await change({ priceTiers: { VIP: 1, R: 1 } });
  await change({ sections: [seated('A', [30]), seated('B', [5])] });
  await expect(change({ sections: [seated('A', [1])] })).rejects.toMatchObject({
    code: 'confirm',
    extensions: { reservations: 1 },
  });
  await change({ sections: [seated('A', [1])] }, 1);
});

test('a move asks when it refunds, and when it costs somebody the seat, and otherwise not', async () => {
  const { deps, performance } = await openSold(2);
  const moved = (onMove: OnMove, sections = performance.sections) => {
    const edit = editPerformance(
      performance,
      sampleFields({ startsAt: '2026-12-25T10:30:00.000Z', sections }),
      NOW,
      { onMove },
    );
    if (edit.kind !== 'accepted') throw new Error(edit.kind);
    return confirmChange(deps, undefined)(performance, edit.performance);
  };
  await moved('keep');
  await expect(moved('refund')).rejects.toMatchObject({ code: 'confirm', extensions: { reservations: 2 } });
  await expect(moved('keep', [seated('A', [1])])).rejects.toMatchObject({
    code: 'confirm',
    extensions: { reservations: 1 },
  });
});
