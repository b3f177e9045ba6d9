import { isoTime } from '../../../shared/kernel/time';
import { newEvent } from '../../../shared/messaging/envelope';
import { sampleEvent } from '../../../tests/samples/events';
import { openNotices, ticketsFor } from '../../../tests/samples/notices';
import {
  erasureAsked,
  reservationCancelled,
  reservationCompleted,
  reservationMoved,
  reservationReduced,
  reservationReseated,
} from '../../reservation/contract';
import { FIRST_ATTEMPT_MS } from '../domain/notice';
import { qrPng } from '../qrPng';
import { eraseCustomer } from './eraseCustomer';
import { hearTickets, notify } from './notify';
import { sweepNotices } from './sendNotice';

const MINUTE_MS = 60_000;

const venue = { name: 'Blue Square', timeZone: 'Asia/Seoul' };
const told = {
  ...{ reservationId: 'r1', performanceId: 'm1.p1', customerId: 'kim', version: 4, title: 'Midnight', venue },
  ...{ startsAt: '2026-12-24T10:30:00.000Z', seats: ['A-1-1', 'A-1-2'], amount: 340_000, currency: 'KRW' },
};
const completed = sampleEvent(reservationCompleted, 'r1', told);
const issued = ticketsFor(told, 4);
const issuedLater = ticketsFor({ ...told, seats: ['A-1-1'] }, 8);

/** One seat is left, and the other goes back. */
function reducedTo(seatId: string) {
  const money = { fee: 0, refund: 170_000 };
  const lines = [{ seatId, tier: 'VIP', priceTypeId: 'standard', price: 170_000 }];
  const seats = told.seats.filter((seat) => seat !== seatId);
  return sampleEvent(reservationReduced, 'r1', {
    ...told,
    version: 8,
    n: 1,
    seats,
    lines,
    ...money,
    part: money,
  });
}

const namesOf = (mail: { readonly attachments: readonly { readonly name: string }[] } | undefined) =>
  mail?.attachments.map(({ name }) => name);

test('the mail of a sale waits for its tickets, and goes when they are heard of, once', async () => {
  const { deps, mails, stored } = openNotices();
  await notify(deps, completed);
  expect([await stored('kim'), mails]).toMatchObject([[{ mail: 'pending' }], []]);
  for (let times = 0; times < 2; times++) await hearTickets(deps, issued);
  await notify(deps, completed);
  expect(mails.map(namesOf)).toEqual([['A-1-1.png', 'A-1-2.png', 'performance.ics']]);
  expect(await stored('kim')).toMatchObject([{ mail: 'sent' }]);
});

test('tickets that are heard of before the sale are in its mail at once', async () => {
  const { deps, mails } = openNotices();
  await hearTickets(deps, issued);
  await notify(deps, completed);
  expect(namesOf(mails[0])).toEqual(['A-1-1.png', 'A-1-2.png', 'performance.ics']);
});

test('given two hosts that hear of the tickets at once, one of them mails', async () => {
  const { deps, mails } = openNotices();
  await notify(deps, completed);
  await Promise.all([hearTickets(deps, issued), hearTickets(deps, issued), sweepNotices(deps)]);
  expect(mails).toHaveLength(1);
});

test('a host that dies when it has kept the tickets: the message comes again, and the sweep mails once', async () => {
  const { deps, mails, clock } = openNotices();
  await notify(deps, completed);
  const died = { ...deps.notices, awaitingTickets: () => Promise.reject(new Error('died')) };
  await expect(hearTickets({ ...deps, notices: died }, issued)).rejects.toThrow('died');
  await hearTickets(deps, issued);
  expect(mails).toEqual([]);
  clock.nowMs += FIRST_ATTEMPT_MS;
  for (let times = 0; times < 2; times++) await sweepNotices(deps);
  expect(mails.map(namesOf)).toEqual([['A-1-1.png', 'A-1-2.png', 'performance.ics']]);
});

test('tickets that are heard of shortly before the sweep looks are mailed by one of the two', async () => {
  const { deps, mails, clock } = openNotices();
  await notify(deps, completed);
  clock.nowMs += FIRST_ATTEMPT_MS - 1;
  const slowMail: typeof deps.mail = async (mail) => {
    clock.nowMs += 1;
    await sweepNotices(deps);
    await deps.mail(mail);
  };
  await hearTickets({ ...deps, mail: slowMail }, issued);
  expect(mails).toHaveLength(1);
});

test.each([
  ['others are issued', issuedLater],
  ['none are left', { ...issuedLater, data: { ...issuedLater.data, tickets: [] } }],
])('given a mail is going with its tickets when %s, it goes once', async (_when, later) => {
  const { deps, mails } = openNotices();
  await notify(deps, completed);
  const slowMail: typeof deps.mail = async (mail) => {
    await hearTickets(deps, later);
    await deps.mail(mail);
  };
  await hearTickets({ ...deps, mail: slowMail }, issued);
  expect(mails).toHaveLength(1);
});

test('given the sweep has listed a notice that a handler then sends, it goes once', async () => {
  const { deps, mails, clock } = openNotices();
  await notify(deps, completed);
  clock.nowMs += FIRST_ATTEMPT_MS;
  const listed = await deps.notices.due(isoTime(clock.nowMs), 10);
  const slowMail: typeof deps.mail = async (mail) => {
    await sweepNotices({ ...deps, notices: { ...deps.notices, due: async () => listed } });
    await deps.mail(mail);
  };
  await hearTickets({ ...deps, mail: slowMail }, issued);
  expect(mails).toHaveLength(1);
});

test('the mail of a sale writes its notice twice', async () => {
  const { deps } = openNotices();
  const create = jest.spyOn(deps.notices, 'create');
  const replace = jest.spyOn(deps.notices, 'replace');
  await notify(deps, completed);
  await hearTickets(deps, issued);
  expect([create, replace].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});

test('tickets that are late delay the mail by ten minutes, and do not lose it', async () => {
  const { deps, clock, mails, stored } = openNotices();
  await notify(deps, completed);
  for (const until = clock.nowMs + 10 * MINUTE_MS; clock.nowMs < until; clock.nowMs += 10_000) {
    await sweepNotices(deps);
    expect(mails).toEqual([]);
  }
  for (let i = 0; i < 11 * 6; i++, clock.nowMs += 10_000) await sweepNotices(deps);
  expect(mails).toMatchObject([{ text: expect.stringContaining('My tickets') }]);
  expect(namesOf(mails[0])).toEqual(['performance.ics']);
  await hearTickets(deps, issued);
  expect([mails.length, (await stored('kim'))[0]?.mail]).toEqual([1, 'sent']);
});

test('tickets of a host of the version before are awaited no longer than late ones', async () => {
  const { deps, mails, clock } = openNotices();
  await notify(deps, completed);
  const { customerId: _whose, tickets: _which, ...data } = issued.data;
  await hearTickets(deps, { ...issued, data });
  clock.nowMs += 10 * MINUTE_MS;
  await sweepNotices(deps);
  expect(mails).toHaveLength(1);
});

test('a move, which issues nothing, has the tickets that were heard of before', async () => {
  const { deps, mails } = openNotices();
  await hearTickets(deps, issued);
  const from = { startsAt: told.startsAt, venue };
  await notify(deps, sampleEvent(reservationMoved, 'r1', { ...told, version: 7, n: 1, from }));
  expect(namesOf(mails[0])).toEqual(['A-1-1.png', 'A-1-2.png', 'performance.ics']);
});

test('who is reseated and comes back to the seat gets its new ticket, not the one that is void', async () => {
  const { deps, mails } = openNotices();
  const reseats = [
    { n: 1, from: 'A-1-1', tier: 'VIP' },
    { n: 2, from: 'A-1-3', tier: 'VIP' },
  ];
  const lines = [{ ...{ seatId: 'A-1-1', tier: 'VIP' }, priceTypeId: 'standard', price: 170_000, reseats }];
  const back = { ...told, seats: ['A-1-1'], lines, version: 9, n: 2, from: ['A-1-3'], to: ['A-1-1'] };
  await hearTickets(deps, issued);
  await notify(deps, sampleEvent(reservationReseated, 'r1', back));
  expect(mails).toEqual([]);
  const again = ticketsFor({ ...told, seats: ['A-1-1'] }, 9, 2);
  await hearTickets(deps, again);
  expect(mails.map(namesOf)).toEqual([['A-1-1.png', 'performance.ics']]);
  expect(mails[0]?.attachments[0]?.content).toEqual(qrPng(again.data.tickets?.[0]?.code ?? ''));
});

test('a mail that was refused, and whose tickets are void since, waits for more', async () => {
  let isAway = true;
  const mailer = () => (isAway ? Promise.reject(new Error('away')) : Promise.resolve());
  const { deps, mails, clock } = openNotices({ mailer });
  await hearTickets(deps, issued);
  await notify(deps, reducedTo('A-1-1'));
  isAway = false;
  await hearTickets(deps, { ...issuedLater, data: { ...issuedLater.data, version: 7, tickets: [] } });
  clock.nowMs += MINUTE_MS;
  await sweepNotices(deps);
  expect(mails).toEqual([]);
  await hearTickets(deps, issuedLater);
  expect(mails.map(namesOf)).toEqual([['A-1-1.png', 'performance.ics']]);
});

test.each([
  ['after', ['completed', 'cancelled']],
  ['before', ['cancelled', 'completed']],
])(
  'given a cancellation that is heard %s the sale, nothing waits for tickets any more',
  async (_when, order) => {
    const { deps, mails } = openNotices();
    const end = { reason: 'customer' as const, fee: 0, refund: 340_000 };
    const cancelled = sampleEvent(reservationCancelled, 'r1', { ...told, version: 9, ...end });
    for (const kind of order) await notify(deps, kind === 'completed' ? completed : cancelled);
    expect(mails.map(namesOf)).toEqual([['performance.ics'], ['performance.ics']]);
    await hearTickets(deps, issued);
    expect(mails).toHaveLength(2);
  },
);

test('given some of the seats are cancelled, the mail has the tickets of those that are left', async () => {
  const { deps, mails } = openNotices();
  await hearTickets(deps, issued);
  await notify(deps, reducedTo('A-1-2'));
  expect(namesOf(mails[0])).toEqual(['A-1-2.png', 'performance.ics']);
});

test('the newest tickets count, whichever is heard of first, and none that is void is mailed', async () => {
  const { deps, mails } = openNotices();
  await hearTickets(deps, ticketsFor({ ...told, seats: ['A-1-2'] }, 6));
  await hearTickets(deps, issued);
  await notify(deps, completed);
  expect(namesOf(mails[0])).toEqual(['A-1-2.png', 'performance.ics']);
});

test('given tickets, a customer’s erasure leaves none, and a copy brings none back', async () => {
  const { deps, clock, documents } = openNotices();
  await hearTickets(deps, issued);
  await notify(deps, completed);
  clock.nowMs += MINUTE_MS;
  const at = isoTime(clock.nowMs);
  const data = { customerId: 'kim', n: 1, at, step: 'empty' as const };
  await eraseCustomer(deps, newEvent(erasureAsked, { causeId: 'c', subject: 'kim', time: at, data }));
  await hearTickets(deps, issued);
  const text = JSON.stringify(documents('kim'));
  expect(text).toContain('r1:tickets');
  for (const { code } of issued.data.tickets ?? []) expect(text).not.toContain(code);
  expect(text).not.toContain('A-1-1');
});
