import { newEvent } from '../../../shared/messaging/envelope';
import { openMypage } from '../../../tests/samples/mypage';
import { erasureAsked, erasureLifted } from '../../reservation/contract';
import type { Entry } from '../domain/entry';
import { eraseCustomer, liftErasure } from './eraseCustomer';

const NOW = '2026-11-29T08:00:00.000Z';
const entry: Entry = {
  ...{ reservationId: 'r1', customerId: 'kim', version: 5, status: 'completed' },
  ...{ placedAt: NOW, updatedAt: NOW, title: 'Midnight', seats: ['A-1'], amount: 1, currency: 'KRW' },
  ...{ startsAt: '2026-11-01T10:00:00.000Z', captured: 1, refunded: 0 },
};
const about = { causeId: 'c', subject: 's', time: NOW };
const ref = { customerId: 'kim', n: 1, at: NOW };
const asked = newEvent(erasureAsked, { ...about, data: { ...ref, step: 'mark' as const } });

test.each<[Partial<Entry>, string | undefined]>([
  [{}, undefined],
  [{ startsAt: '2026-12-24T10:00:00.000Z' }, 'coming'],
  [{ status: 'held' }, 'unsettled'],
  [{ status: 'cancelling' }, 'unsettled'],
  [{ status: 'cancelled', startsAt: '2026-12-24T10:00:00.000Z' }, undefined],
])('a list that shows %j answers %s', async (changes, objection) => {
  const { deps, topic } = openMypage(Date.parse(NOW));
  await deps.entries.write({ ...entry, ...changes }, undefined);
  await eraseCustomer(deps, asked);
  expect(topic.published().map(({ data }) => data)).toEqual([
    { ...ref, step: 'mark', context: 'mypage', ...(objection && { objection }) },
  ]);
});

test('the mark is taken off when the erasure is lifted', async () => {
  const { deps } = openMypage(Date.parse(NOW));
  await eraseCustomer(deps, asked);
  expect(await deps.marks.isMarked('kim')).toBe(true);
  await liftErasure(deps, newEvent(erasureLifted, { ...about, data: { ...ref, objection: 'coming' } }));
  expect(await deps.marks.isMarked('kim')).toBe(false);
});
