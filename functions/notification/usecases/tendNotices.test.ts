import { pendingStore } from '../../../shared/pending/pending';
import { openNotices } from '../../../tests/samples/notices';
import type { Notice } from '../domain/notice';
import { sweepNotices } from './sendNotice';
import { tendNotices } from './tendNotices';

const T0 = Date.parse('2026-11-21T10:00:00.000Z');
const DAY_MS = 24 * 60 * 60_000;

const notice: Notice = {
  noticeId: 'r1:completed',
  customerId: 'kim',
  reservationId: 'r1',
  kind: 'completed',
  subject: 'Yours',
  body: 'Dear Kim',
  createdAt: '2026-11-21T10:00:00.000Z',
  to: 'kim@example.com',
  mail: 'pending',
  attempts: 0,
  dueAt: '2026-11-21T10:00:30.000Z',
};

async function openTended() {
  const server = { isAway: true };
  const opened = openNotices({
    mailer: async () => {
      if (server.isAway) throw new Error('421 no relay for kim@example.com');
    },
  });
  const pending = pendingStore(opened.container('pending'));
  opened.clock.nowMs = T0 + 61_000;
  await opened.deps.notices.create(notice);
  const probeMail = async () => {
    if (server.isAway) throw new Error('ECONNREFUSED');
  };
  const tend = async () => {
    await tendNotices({ ...opened.deps, pending, probeMail, everySeconds: 60 });
    return (await pending.progressOf('notification'))?.value;
  };
  const sweep = () => sweepNotices(opened.deps);
  const ask = async (action: 'retry' | 'discard') => {
    const item = await pending.read('mail', 'r1:completed');
    if (item === undefined) throw new Error('it is shown');
    const asked = { action, by: 'lee', at: notice.createdAt };
    await pending.write({ ...item.value, asked }, item);
  };
  const item = async () => (await pending.read('mail', 'r1:completed'))?.value;
  const stored = async () => (await opened.stored('kim'))[0];
  return { ...opened, server, pending, tend, sweep, ask, item, stored };
}

test('a mail that is refused is shown with the reason and the next attempt, and without the address', async () => {
  const { tend, sweep, item } = await openTended();
  await sweep();
  expect((await tend())?.figures).toEqual({ unsentMail: 1 });
  expect(await item()).toMatchObject({
    reservationId: 'r1',
    since: notice.createdAt,
    reason: '421 no relay for [hidden]',
    attempts: 1,
    nextAttemptAt: expect.any(String),
  });
  expect(JSON.stringify(await item())).not.toMatch(/kim@|Dear/);
});

test('one that has gone is shown no more', async () => {
  const { tend, sweep, server, clock, item } = await openTended();
  await sweep();
  await tend();
  server.isAway = false;
  clock.nowMs += 60_000;
  await sweep();
  expect(await tend()).toMatchObject({ figures: { unsentMail: 0 }, parts: { mail: { status: 'ok' } } });
  expect(await item()).toBeUndefined();
});

test('one that was given up stays for a person, who can have it tried once more', async () => {
  const { tend, sweep, ask, server, clock, item, mails, stored } = await openTended();
  await sweep();
  await tend();
  clock.nowMs += 5 * DAY_MS;
  await sweep();
  expect((await stored())?.mail).toBe('failed');
  expect((await tend())?.figures).toEqual({ unsentMail: 1 });
  expect(await item()).toBeDefined();
  server.isAway = false;
  await ask('retry');
  await tend();
  await sweep();
  expect(mails).toHaveLength(1);
  await tend();
  expect(await item()).toBeUndefined();
});

test('one that is discarded is not tried again, and its notice stays in the app', async () => {
  const { tend, sweep, ask, item, mails, stored, server } = await openTended();
  await sweep();
  await tend();
  await ask('discard');
  await tend();
  server.isAway = false;
  await sweep();
  expect(await stored()).toMatchObject({ mail: 'discarded', body: 'Dear Kim' });
  expect(mails).toEqual([]);
  expect(await item()).toBeUndefined();
});

test('the mail server is away once in the log', async () => {
  const { tend, errors } = await openTended();
  await tend();
  expect((await tend())?.parts.mail).toMatchObject({ status: 'degraded', reason: 'ECONNREFUSED' });
  expect(errors()).toEqual(['mail server does not answer']);
});
