import { newEvent } from '../../../../shared/messaging/envelope';
import { giveSeats, NOW, openPerformance } from '../../../../tests/samples/musical';
import { erasureAsked, erasureLifted } from '../../../reservation/contract';
import { eraseCustomer, liftErasure } from './eraseCustomer';
import { holdSeats } from './holdSeats';

const about = { causeId: 'c', subject: 's', time: NOW };
const ref = { customerId: 'kim', n: 1, at: NOW };
const asked = (step: 'mark' | 'empty') => newEvent(erasureAsked, { ...about, data: { ...ref, step } });
const command = {
  ...{ performanceId: 'm1.p1', customerId: 'kim', holdId: 'r2', mayBeRepeated: false },
  request: { seats: ['A-1-5'] },
};

test('who has asked to be erased holds no seats, until the erasure is lifted', async () => {
  const { deps, topic } = await openPerformance();
  await eraseCustomer(deps, asked('mark'));
  expect(topic.published()).toMatchObject([{ data: { ...ref, step: 'mark', context: 'musical' } }]);
  await expect(holdSeats(deps, command)).rejects.toMatchObject({ code: 'erasure-under-way' });
  expect((await holdSeats(deps, { ...command, customerId: 'lee', holdId: 'r3' })).seats).toEqual(['A-1-5']);
  await liftErasure(deps, newEvent(erasureLifted, { ...about, data: { ...ref, objection: 'holding' } }));
  const other = { ...command, request: { seats: ['A-1-6'] } };
  expect((await holdSeats(deps, other)).seats).toEqual(['A-1-6']);
});

test.each([
  ['hold', '2026-12-01T00:00:00.000Z', 'holding'],
  ['reserved', '2026-12-01T00:00:00.000Z', 'holding'],
  ['hold', '2026-01-01T00:00:00.000Z', undefined],
  ['sold', '2026-12-01T00:00:00.000Z', undefined],
] as const)('seats in phase %s until %s answer %s', async (phase, heldUntil, objection) => {
  const musical = await openPerformance();
  await giveSeats(musical, { phase, heldUntil, customerId: 'kim' });
  await eraseCustomer(musical.deps, asked('mark'));
  const answers = musical.topic.published().map(({ data }) => (data as { objection?: string }).objection);
  expect(answers).toEqual([objection]);
});

test('counts are emptied, however often it is asked, but for what is held since', async () => {
  const musical = await openPerformance();
  const { deps } = musical;
  await giveSeats(musical, { id: 'r1', phase: 'sold', customerId: 'kim' });
  for (let times = 0; times < 2; times++) await eraseCustomer(deps, asked('empty'));
  expect((await deps.seats.customerCount('m1.p1', 'kim')).value).toEqual({ customerId: 'kim', entries: [] });
  await holdSeats(deps, command);
  await eraseCustomer(deps, asked('empty'));
  const { entries } = (await deps.seats.customerCount('m1.p1', 'kim')).value;
  expect(entries).toEqual([{ allocationId: 'r2', seats: 1 }]);
});
