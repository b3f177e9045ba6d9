import hostJson from '../../../host.json';
import { isoTime } from '../../../shared/kernel/clock';
import { directContainer } from '../../../tests/simulation/container';
import { Database } from '../../../tests/simulation/database';
import type { NotificationDeps } from '../deps';
import type { Notice } from '../domain/notice';
import { noticeStore } from '../store';
import { sweepNotices } from './notify';

const [hours = 0, minutes = 0] = hostJson.functionTimeout.split(':').map(Number);
const FUNCTION_TIMEOUT_MS = (hours * 60 + minutes) * 60_000;
const LONGEST_MAIL_MS = 10_000;
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

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

function opened(mail: (to: string) => void) {
  const clock = { nowMs: 1 };
  const database = new Database({ now: () => clock.nowMs }, () => undefined);
  const lines: string[] = [];
  const deps = {
    clock: { now: () => clock.nowMs },
    log: { info: () => {}, warn: () => {}, error: (line: string) => void lines.push(line) },
    notices: noticeStore(directContainer(database, 'notifications')),
    mail: async ({ to }) => mail(to),
  } as Pick<NotificationDeps, 'clock' | 'log' | 'notices' | 'mail'> as NotificationDeps;
  return { clock, deps, lines, close: () => database.close() };
}

test('with a mail service that takes its longest for each mail, a run ends in time and the next go on', async () => {
  const mailed: string[] = [];
  const { clock, deps, close } = opened((to) => {
    clock.nowMs += LONGEST_MAIL_MS;
    mailed.push(to);
  });
  for (let i = 0; i < 100; i++) await deps.notices.create(noticeFor(i));

  for (let sent = -1; sent < mailed.length; ) {
    sent = mailed.length;
    const started = clock.nowMs;
    await sweepNotices(deps);
    expect(clock.nowMs - started).toBeLessThan(FUNCTION_TIMEOUT_MS);
  }
  expect(new Set(mailed).size).toBe(100);
  expect(mailed).toHaveLength(100);
  close();
});

test('addresses that do not exist keep nobody from their mail', async () => {
  const mailed: string[] = [];
  const { deps, close } = opened((to) => {
    if (Number.parseInt(to, 10) < 500) throw new Error('550 no such user');
    mailed.push(to);
  });
  for (let i = 0; i < 510; i++) await deps.notices.create(noticeFor(i));
  await sweepNotices(deps);
  expect(mailed).toHaveLength(10);
  close();
});

test('a mail that is refused for four days is given up, with an error that says so', async () => {
  const { clock, deps, lines, close } = opened(() => {
    throw new Error('550 no such user');
  });
  await deps.notices.create(noticeFor(1));
  const mailIs = async () => (await deps.notices.read('customer 1', 'r1:completed'))?.value.mail;
  for (; clock.nowMs < 4 * DAY_MS; clock.nowMs += HOUR_MS) await sweepNotices(deps);
  expect([await mailIs(), lines]).toEqual(['pending', []]);
  clock.nowMs += HOUR_MS;
  await sweepNotices(deps);
  expect([await mailIs(), lines]).toEqual(['failed', ['mail given up']]);
  expect(await deps.notices.due(isoTime(clock.nowMs + DAY_MS), 10)).toEqual([]);
  close();
});
