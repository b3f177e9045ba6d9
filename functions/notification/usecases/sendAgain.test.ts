import { sampleEvent } from '../../../tests/samples/events';
import { openNotices, tellWithTickets, ticketsFor } from '../../../tests/samples/notices';
import { reservationCancelled, reservationCompleted } from '../../reservation/contract';
import { hearTickets } from './notify';
import { sendAgain } from './sendAgain';
import { sweepNotices } from './sendNotice';

const told = {
  ...{ reservationId: 'r1', performanceId: 'm1.p1', customerId: 'kim', version: 4, title: 'Midnight' },
  ...{ startsAt: '2026-12-24T10:30:00.000Z', venue: { name: 'Blue Square', timeZone: 'Asia/Seoul' } },
  ...{ seats: ['A-1-1', 'A-1-2'], amount: 340_000, currency: 'KRW' },
};
const completed = sampleEvent(reservationCompleted, 'r1', told);
const cancelled = sampleEvent(reservationCancelled, 'r1', {
  ...{ ...told, version: 8, reason: 'customer' as const, fee: 0, refund: 340_000 },
});
const again = { reservationId: 'r1', kind: 'completed', callerId: 'staff', key: 'k1' } as const;

/** The reservation was completed and its mail has gone. */
async function open() {
  const opened = openNotices();
  const reservation = { id: 'r1', reservationId: 'r1', customerId: 'kim' };
  await opened.container('reservations').items.create(reservation);
  await tellWithTickets(opened.deps, completed);
  opened.mails.length = 0;
  return opened;
}
const code = (code: string) => expect.objectContaining({ code });

test('a notice is sent once more, once for each key, with a mail of its own', async () => {
  const { deps, mails, stored } = await open();
  const { noticeId } = await sendAgain(deps, again);
  expect(await Promise.all([sendAgain(deps, again), sendAgain(deps, again)])).toMatchObject([
    { noticeId },
    { noticeId },
  ]);
  await sweepNotices(deps);
  await sendAgain(deps, { ...again, key: 'k2' });
  await sweepNotices(deps);
  expect(mails).toMatchObject([
    { to: 'kim@example.com', subject: 'Your tickets: Midnight', attachments: [{}, {}, {}] },
    { to: 'kim@example.com' },
  ]);
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(2);
  expect(await stored('kim')).toHaveLength(3);
});

test('it goes to another address when one is named, and is not told as the customer’s own', async () => {
  const { deps, mails } = await open();
  await sendAgain(deps, { ...again, email: 'lee@example.com' });
  await sweepNotices(deps);
  expect(mails).toMatchObject([{ to: 'lee@example.com' }]);
});

test('the same key for something else is refused', async () => {
  const { deps } = await open();
  await sendAgain(deps, { ...again, email: 'lee@example.com' });
  for (const other of [{ email: 'choi@example.com' }, { email: undefined }, { kind: 'moved' as const }])
    await expect(sendAgain(deps, { ...again, email: 'lee@example.com', ...other })).rejects.toEqual(
      code('idempotency-key-reused'),
    );
});

test('it has the tickets as they are then', async () => {
  const { deps, mails } = await open();
  await hearTickets(deps, ticketsFor({ ...told, seats: ['A-1-2'] }, 6));
  await sendAgain(deps, again);
  await sweepNotices(deps);
  expect(mails[0]?.attachments.map(({ name }) => name)).toEqual(['A-1-2.png', 'performance.ics']);
});

test('what was never told, and whose reservation is not there, is not found', async () => {
  const { deps } = await open();
  await expect(sendAgain(deps, { ...again, kind: 'moved' })).rejects.toEqual(code('not-found'));
  await expect(sendAgain(deps, { ...again, reservationId: 'r9' })).rejects.toEqual(code('not-found'));
});

test('given it was cancelled since, its tickets are sent no more, and its cancellation is', async () => {
  const { deps, mails } = await open();
  await tellWithTickets(deps, cancelled);
  await expect(sendAgain(deps, again)).rejects.toEqual(code('wrong-state'));
  mails.length = 0;
  await sendAgain(deps, { ...again, kind: 'cancelled' });
  await sweepNotices(deps);
  expect(mails).toMatchObject([{ subject: 'Cancelled: Midnight' }]);
});

test('given no address, one has to be named', async () => {
  const { deps } = await open();
  const nobody = { ...deps, addresseeOf: async () => ({}) };
  await expect(sendAgain(nobody, again)).rejects.toEqual(code('wrong-state'));
  await expect(sendAgain(nobody, { ...again, email: 'lee@example.com' })).resolves.toMatchObject({
    mail: 'pending',
  });
});

test('given its customer is being erased, nothing more is sent', async () => {
  const { deps } = await open();
  await deps.marks.set({ customerId: 'kim', n: 1, at: '2026-12-01T00:00:00.000Z', state: 'asked' });
  await expect(sendAgain(deps, again)).rejects.toEqual(code('erasure-under-way'));
});
