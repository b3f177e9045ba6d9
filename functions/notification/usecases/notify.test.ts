import hostJson from '../../../host.json';
import { isoTime } from '../../../shared/clock';
import { directContainer } from '../../../tests/simulation/container';
import { Database } from '../../../tests/simulation/database';
import type { NotificationDeps } from '../deps';
import type { Notice } from '../domain/notice';
import { noticeStore } from '../store';
import { sweepNotices } from './notify';

const [hours = 0, minutes = 0] = hostJson.functionTimeout.split(':').map(Number);
const FUNCTION_TIMEOUT_MS = (hours * 60 + minutes) * 60_000;
const LONGEST_MAIL_MS = 10_000;

const noticeFor = (i: number): Notice => ({
  noticeId: `r${i}:completed`,
  customerId: `customer ${i}`,
  reservationId: `r${i}`,
  kind: 'completed',
  subject: '',
  body: '',
  createdAt: isoTime(0),
  to: `${i}@example.com`,
  mail: 'pending',
  attempts: 0,
  dueAt: isoTime(0),
});

test('with a mail service that takes its longest for each mail, a run ends in time and the next go on', async () => {
  const clock = { nowMs: 1 };
  const database = new Database({ now: () => clock.nowMs }, () => undefined);
  const mailed: string[] = [];
  const deps = {
    clock: { now: () => clock.nowMs },
    notices: noticeStore(directContainer(database, 'notifications')),
    mail: async ({ to }) => {
      clock.nowMs += LONGEST_MAIL_MS;
      mailed.push(to);
    },
  } as Pick<NotificationDeps, 'clock' | 'notices' | 'mail'> as NotificationDeps;
  for (let i = 0; i < 100; i++) await deps.notices.create(noticeFor(i));

  for (let sent = -1; sent < mailed.length; ) {
    sent = mailed.length;
    const started = clock.nowMs;
    await sweepNotices(deps);
    expect(clock.nowMs - started).toBeLessThan(FUNCTION_TIMEOUT_MS);
  }
  expect(new Set(mailed).size).toBe(100);
  expect(mailed).toHaveLength(100);
  database.close();
});
