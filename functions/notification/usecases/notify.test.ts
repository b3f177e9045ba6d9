import hostJson from '../../../host.json';
import { StoreUnavailable } from '../../../shared/cosmos/cosmos';
import { isoTime } from '../../../shared/kernel/time';
import { tellWithTickets as notify, openNotices } from '../../../tests/samples/notices';
import type { NoticeEvent } from '../domain/language';
import { MAX_MAILS_AN_HOUR, type Notice } from '../domain/notice';
import { noticeListKey } from '../store';
import { sweepNotices } from './sendNotice';

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

test('with a mail service that takes its longest for each mail, a run ends in time and the next go on', async () => {
  const mailed: string[] = [];
  const { clock, deps } = openNotices({
    mailer: async ({ to }) => {
      clock.nowMs += LONGEST_MAIL_MS;
      mailed.push(to);
    },
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
});

test('addresses that do not exist keep nobody from their mail', async () => {
  const mailed: string[] = [];
  const { deps } = openNotices({
    mailer: async ({ to }) => {
      if (Number.parseInt(to, 10) < 500) throw new Error('550 no such user');
      mailed.push(to);
    },
  });
  for (let i = 0; i < 510; i++) await deps.notices.create(noticeFor(i));
  await sweepNotices(deps);
  expect(mailed).toHaveLength(10);
});

test('a mail that is refused for four days is given up, with an error that says so', async () => {
  const { clock, deps, errors, unmailed } = openNotices({
    mailer: async () => {
      throw new Error('550 <1@example.com> no such user');
    },
  });
  await deps.notices.create(noticeFor(1));
  const mailIs = async () => (await deps.notices.read('customer 1', 'r1:completed'))?.value.mail;
  for (; clock.nowMs < 4 * DAY_MS; clock.nowMs += HOUR_MS) await sweepNotices(deps);
  expect([await mailIs(), errors()]).toEqual(['pending', []]);
  clock.nowMs += HOUR_MS;
  await sweepNotices(deps);
  expect([await mailIs(), errors()]).toEqual(['failed', ['mail given up']]);
  expect(unmailed).toEqual(['r1:completed: 550 <[hidden]> no such user']);
  expect(await deps.notices.due(isoTime(clock.nowMs + DAY_MS), 10)).toEqual([]);
});

const completed: NoticeEvent = {
  specversion: '1.0',
  id: 'e1',
  source: '/marquee/reservation',
  subject: 'r1',
  time: '2026-11-21T10:00:00.000Z',
  datacontenttype: 'application/json',
  type: 'ReservationCompleted',
  data: {
    reservationId: 'r1',
    performanceId: 'm1.p1',
    customerId: 'kim',
    title: 'Midnight',
    startsAt: '2026-12-24T10:30:00.000Z',
    venue: { name: 'Blue Square', timeZone: 'Asia/Seoul' },
    seats: ['A-1-1'],
    amount: 170_000,
    currency: 'KRW',
  },
};
const noticeOfKim = { noticeId: 'r1:completed', customerId: 'kim', kind: 'completed' };

test('each move of a reservation is a notice and a mail of its own', async () => {
  const { deps, mails, stored } = openNotices();
  const moved = (n: number): NoticeEvent => ({
    ...completed,
    type: 'ReservationMoved',
    data: {
      ...completed.data,
      n,
      from: { startsAt: '2026-12-23T10:30:00.000Z', venue: { name: 'Red Square', timeZone: 'Asia/Seoul' } },
    },
  });
  for (const n of [1, 2, 1, 2]) await notify(deps, moved(n));
  const notices = (await stored('kim')).map(({ noticeId, kind }) => ({ noticeId, kind }));
  expect(notices.sort((a, b) => (a.noticeId < b.noticeId ? -1 : 1))).toEqual([
    { noticeId: 'r1:moved:1', kind: 'moved' },
    { noticeId: 'r1:moved:2', kind: 'moved' },
  ]);
  expect(mails.map(({ messageId }) => messageId)).toEqual(['<r1.moved.1@marquee>', '<r1.moved.2@marquee>']);
});

test('given news, when it is heard, the notice is stored and mailed once, however often it comes', async () => {
  const { deps, mails, stored } = openNotices();
  for (let times = 0; times < 3; times++) await notify(deps, completed);
  expect(await stored('kim')).toMatchObject([{ ...noticeOfKim, mail: 'sent' }]);
  expect(mails).toMatchObject([
    {
      to: 'kim@example.com',
      subject: 'Your tickets: Midnight',
      text: expect.stringContaining('A-1-1'),
      html: expect.stringContaining('A-1-1'),
      attachments: [{ name: 'A-1-1.png' }, { name: 'performance.ics' }],
      messageId: '<r1.completed@marquee>',
    },
  ]);
});

test('given news that comes to two hosts at once, one of them mails', async () => {
  const { deps, mails, stored } = openNotices();
  await Promise.all([notify(deps, completed), notify(deps, completed)]);
  expect(await stored('kim')).toHaveLength(1);
  expect(mails).toHaveLength(1);
});

test('given the notice cannot be stored, nothing is mailed, and the news comes again', async () => {
  const { deps, faults, mails, stored } = openNotices();
  faults.losesRequests = true;
  await expect(notify(deps, completed)).rejects.toThrow(StoreUnavailable);
  expect(mails).toEqual([]);
  faults.losesRequests = false;
  await notify(deps, completed);
  expect(await stored('kim')).toHaveLength(1);
  expect(mails).toHaveLength(1);
});

test('given a notice that cannot be created and is not there either, the news comes again', async () => {
  const { deps, mails } = openNotices();
  const notices = { ...deps.notices, create: async () => 'conflict' as const };
  await expect(notify({ ...deps, notices }, completed)).rejects.toThrow(StoreUnavailable);
  expect(mails).toEqual([]);
});

test('given the mail service is away, the news is done, and the sweep mails later, not at once', async () => {
  let isAway = true;
  const { deps, clock, mails, stored } = openNotices({
    mailer: async () => {
      if (isAway) throw new Error('away');
    },
  });
  await notify(deps, completed);
  isAway = false;
  await sweepNotices(deps);
  expect(await stored('kim')).toMatchObject([{ mail: 'pending', dueAt: isoTime(5_001) }]);
  clock.nowMs += 5_000;
  await sweepNotices(deps);
  expect(await stored('kim')).toMatchObject([{ mail: 'sent' }]);
  expect(mails).toHaveLength(1);
});

test('what a later version has added to a notice survives an older host that mails it', async () => {
  const { deps, clock, container, documents } = openNotices();
  await container('notifications').items.create({ id: 'r1:completed', ...noticeFor(1), addedLater: 'bell' });
  clock.nowMs += 60_000;
  await sweepNotices(deps);
  expect(documents('customer 1')).toMatchObject([{ mail: 'sent', addedLater: 'bell' }]);
});

test('given two sweeps at once, one of them mails', async () => {
  const { deps, clock, mails } = openNotices();
  await deps.notices.create(noticeFor(1));
  clock.nowMs += 60_000;
  await Promise.all([sweepNotices(deps), sweepNotices(deps)]);
  expect(mails).toHaveLength(1);
});

test('given a customer of whom no reservation is seen yet, nothing is stored, and the news comes again', async () => {
  const { deps, mails, stored } = openNotices();
  await expect(notify({ ...deps, addresseeOf: async () => undefined }, completed)).rejects.toThrow(
    StoreUnavailable,
  );
  expect([await stored('kim'), mails]).toEqual([[], []]);
});

test('a sale that is told at once goes to its buyer, one that is told late to the address of today', async () => {
  const { deps, clock } = openNotices();
  const asked: (string | undefined)[] = [];
  const addresseeOf: typeof deps.addresseeOf = async (_customerId, bought) => {
    asked.push(bought);
    return {};
  };
  const tell = (sale: NoticeEvent) => notify({ ...deps, addresseeOf }, sale);
  const now = { ...completed, time: isoTime(clock.nowMs) };
  await tell(now);
  clock.nowMs += HOUR_MS;
  await tell(now);
  expect(asked).toEqual(['r1', undefined]);
});

test('given no address, the notice is there to be read, and nothing is mailed', async () => {
  const { deps, mails, stored } = openNotices({ customer: {} });
  await notify(deps, completed);
  expect(await stored('kim')).toMatchObject([{ ...noticeOfKim, mail: 'none' }]);
  expect(mails).toEqual([]);
});

test.each([
  ['a..b@docomo.ne.jp', 'a..b@docomo.ne.jp'],
  ['minji@예매.한국', 'minji@xn--9z2b15t.xn--3e0b707e'],
])('given the address %s, it is mailed to %s', async (email, to) => {
  const { deps, mails } = openNotices({ customer: { email } });
  await notify(deps, completed);
  expect(mails).toMatchObject([{ to }]);
});

test('given an address that no server takes, the notice is there to be read, and staff are told', async () => {
  const customer = { email: 'kim@localhost' };
  const { deps, mails, stored, errors, unmailed } = openNotices({ customer });
  const died = { ...deps, noteUnmailed: () => Promise.reject(new Error('died')) };
  await expect(notify(died, completed)).rejects.toThrow('died');
  await notify(deps, completed);
  expect(await stored('kim')).toMatchObject([{ ...noticeOfKim, mail: 'failed' }]);
  expect([mails, errors()]).toEqual([[], ['mail given up', 'mail given up']]);
  expect(unmailed).toEqual(['r1:completed: no mail server would take the address']);
});

test('given a rejection, it is told in the app and not mailed', async () => {
  const { deps, mails, stored } = openNotices();
  const data = { ...completed.data, reason: 'seat-taken' } as const;
  await notify(deps, { ...completed, type: 'ReservationRejected', data });
  expect(await stored('kim')).toMatchObject([{ kind: 'rejected', mail: 'none' }]);
  expect(mails).toEqual([]);
});

test('a customer gets so many mails an hour of what cost nothing, and the others later', async () => {
  const { deps, clock, mails, stored } = openNotices();
  const expired = (reservationId: string, customerId = 'kim'): NoticeEvent => ({
    ...completed,
    type: 'ReservationExpired',
    data: { ...completed.data, reservationId, customerId },
  });
  for (let i = 0; i < MAX_MAILS_AN_HOUR + 5; i++) await notify(deps, expired(`r${i}`));
  await notify(deps, expired('r', 'lee'));
  expect(mails).toHaveLength(MAX_MAILS_AN_HOUR + 1);
  for (const until = clock.nowMs + HOUR_MS - 60_000; clock.nowMs < until; clock.nowMs += 10 * 60_000)
    await sweepNotices(deps);
  expect(mails).toHaveLength(MAX_MAILS_AN_HOUR + 1);
  clock.nowMs += HOUR_MS;
  await sweepNotices(deps);
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(MAX_MAILS_AN_HOUR + 6);
  expect((await stored('kim')).every(({ mail }) => mail === 'sent')).toBe(true);
});

test('what was paid for is told at once, however many mails there were', async () => {
  const { deps, mails } = openNotices();
  const count = MAX_MAILS_AN_HOUR + 5;
  for (let i = 0; i < count; i++)
    await notify(deps, { ...completed, data: { ...completed.data, reservationId: `r${i}` } });
  expect(mails).toHaveLength(count);
});

test('a title that looks like an encoded word is mailed as it is written', async () => {
  const { deps, mails } = openNotices();
  const title = '=?utf-8?Q?Free=20tickets?=';
  await notify(deps, { ...completed, data: { ...completed.data, title } });
  expect(mails).toMatchObject([{ subject: 'Your tickets: = ?utf-8?Q?Free=20tickets?=' }]);
});

test('a customer’s notices are listed, the newest first, and nobody else’s', async () => {
  const { deps } = openNotices();
  for (const [i, kind] of (['completed', 'cancelled'] as const).entries()) {
    const notice = { ...noticeFor(1), noticeId: `r1:${kind}`, kind, createdAt: isoTime(i) };
    await deps.notices.create(notice);
  }
  await deps.notices.create(noticeFor(2));
  const page = (limit: number, after?: string) => deps.notices.of('customer 1', { after, limit });
  expect((await page(10)).map(({ kind }) => kind)).toEqual(['cancelled', 'completed']);
  const [first] = await page(1);
  const rest = await page(10, first && noticeListKey(first));
  expect([first, ...rest].map((notice) => notice?.kind)).toEqual(['cancelled', 'completed']);
});
