import { newEvent } from '../../../shared/messaging/envelope';
import { openNotices } from '../../../tests/samples/notices';
import { erasureAsked, erasureLifted } from '../../reservation/contract';
import type { Notice } from '../domain/notice';
import { eraseCustomer } from './eraseCustomer';
import { tellNotErased } from './notify';
import { sweepNotices } from './sendNotice';

const notice = (n: number, changes: Partial<Notice> = {}): Notice => ({
  ...{ noticeId: `r${n}:completed`, customerId: 'kim', reservationId: `r${n}`, kind: 'completed' },
  ...{ subject: 'Your tickets', body: 'Kim', createdAt: '1970-01-01T00:00:00.000Z', attempts: 0 },
  ...{ to: 'kim@example.com', mail: 'sent', mailedAt: '1970-01-01T00:00:01.000Z' },
  ...changes,
});
const about = { causeId: 'c', subject: 'erasure-of-kim', time: '1970-01-01T00:10:00.000Z' };
const ref = { customerId: 'kim', n: 1, at: '1970-01-01T00:00:00.000Z' };
const asked = (step: 'mark' | 'empty') => newEvent(erasureAsked, { ...about, data: { ...ref, step } });

test('notices are emptied and stay, and what has not been mailed will not be', async () => {
  const { deps, stored, documents, mails, clock } = openNotices();
  const open = { mail: 'pending', dueAt: '1970-01-01T00:00:00.000Z' } as const;
  await deps.notices.create(notice(1));
  await deps.notices.create(notice(2, open));
  await deps.notices.create(notice(3, { createdAt: '1970-01-01T00:20:00.000Z' }));
  await eraseCustomer(deps, asked('mark'));
  expect(await stored('kim')).toHaveLength(3);
  for (let times = 0; times < 2; times++) await eraseCustomer(deps, asked('empty'));
  expect(await stored('kim')).toMatchObject([{ noticeId: 'r3:completed', body: 'Kim' }]);
  const kept = documents('kim').map((one) => JSON.stringify(one));
  expect(kept).toHaveLength(3);
  expect(kept.filter((text) => text.includes('kim@example.com'))).toHaveLength(1);
  expect(await deps.notices.read('kim', 'r2:completed')).toMatchObject({
    value: { mail: 'discarded', emptied: true, subject: '', body: '' },
  });
  clock.nowMs += 1_000_000;
  await sweepNotices(deps);
  expect(mails).toEqual([]);
});

test('each step is answered, with whose answer it is', async () => {
  const { deps, topic } = openNotices();
  await eraseCustomer(deps, asked('mark'));
  expect(topic.published()).toMatchObject([
    {
      type: 'ErasureAnswered',
      source: '/marquee/notification',
      data: { ...ref, step: 'mark', context: 'notification' },
    },
  ]);
});

test('who cannot be erased is told why, once, and is marked no more', async () => {
  const { deps, stored, mails } = openNotices();
  await eraseCustomer(deps, asked('mark'));
  const lifted = newEvent(erasureLifted, { ...about, data: { ...ref, objection: 'holding' as const } });
  for (let times = 0; times < 2; times++) await tellNotErased(deps, lifted);
  expect(await stored('kim')).toMatchObject([{ kind: 'not-erased', mail: 'sent' }]);
  expect(mails).toMatchObject([
    { text: 'You hold seats. Release them, or ask again when their time is over.' },
  ]);
  expect(await deps.marks.isMarked('kim')).toBe(false);
});
