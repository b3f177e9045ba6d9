import { pendingStore } from '../../../shared/pending/pending';
import { openReservation } from '../../../tests/samples/openReservation';
import { inStatus } from '../../../tests/samples/reservation';
import { noticeStore } from '../../notification/store';
import type { Part } from '../domain/reservation';
import { noticeReader } from '../notices';
import { readTimeline } from './readTimeline';
import { tendReservations } from './tendReservations';

const T0 = '2026-11-21T10:00:00.000Z';

function openTended(now = '2026-11-21T10:02:00.000Z') {
  const opened = openReservation({ now });
  const pending = pendingStore(opened.container('pending'));
  const provider = { isAway: false };
  const probePayment = async () => {
    if (provider.isAway) throw new Error('ECONNREFUSED');
  };
  const tend = async () => {
    await tendReservations({ ...opened.deps, pending, probePayment, everySeconds: 60 });
    return (await pending.progressOf('reservation'))?.value;
  };
  const shown = async () =>
    (await pending.page({ limit: 100 })).map(({ kind, reservationId, reason }) => [
      kind,
      reservationId,
      reason,
    ]);
  return { ...opened, pending, provider, tend, shown };
}

const part: Part = {
  ...{ n: 1, seats: ['A-1-1'], reason: 'customer', requestedAt: T0 },
  ...{ fee: 4_000, refund: 166_000, status: 'accepted' },
};

test('what waits for the system longer than a minute is shown with what it waits for, and counted', async () => {
  const { given, tend, shown } = openTended();
  await given(
    { ...inStatus.placed, reservationId: 'late', dueAt: '2026-11-21T10:03:00.000Z' },
    { ...inStatus.placed, reservationId: 'young', updatedAt: '2026-11-21T10:01:30.000Z' },
    { ...inStatus.paying, reservationId: 'asked' },
    { ...inStatus.cancelling, reservationId: 'owed', refundsRefused: 3 },
    { ...inStatus.paid, reservationId: 'untold', untoldSince: T0 },
    { ...inStatus.held, reservationId: 'customer' },
    { ...inStatus.completed, reservationId: 'done' },
    { ...inStatus.completed, reservationId: 'no tickets yet', dueAt: '2026-11-21T10:03:00.000Z' },
    { ...inStatus.completed, reservationId: 'some', dueAt: '2026-11-21T10:03:00.000Z', parts: [part] },
  );
  expect((await tend())?.figures).toEqual({ unsettledReservations: 5, oldestUnpublishedSeconds: 120 });
  expect((await shown()).sort()).toEqual([
    ['refund', 'owed', 'The payment provider has refused the refund, 3 times.'],
    ['refund', 'some', 'The payment provider has not confirmed the refund.'],
    ['reservation', 'asked', 'The payment provider has not answered whether the payment was captured.'],
    ['reservation', 'late', 'musical has not answered whether it gets its seats.'],
    ['reservation', 'untold', `The topic has not taken its events since ${T0}.`],
  ]);
});

test('one that settles is shown no more', async () => {
  const { given, tend, shown, deps } = openTended();
  await given({ ...inStatus.placed, reservationId: 'late' });
  await tend();
  const stored = await deps.reservations.read('late');
  if (stored === undefined) throw new Error('it is stored');
  await deps.reservations.replace({ ...stored, value: { ...inStatus.held, reservationId: 'late' } });
  expect((await tend())?.figures.unsettledReservations).toBe(0);
  expect(await shown()).toEqual([]);
});

test('who asks for a retry has it looked at in the next run of the sweep', async () => {
  const { given, tend, pending, stored } = openTended();
  await given({
    ...inStatus.cancelling,
    reservationId: 'owed',
    dueAt: '2026-11-21T10:07:00.000Z',
    attempts: 6,
  });
  await tend();
  const item = await pending.read('refund', 'owed');
  if (item === undefined) throw new Error('it is shown');
  await pending.write({ ...item.value, asked: { action: 'retry', by: 'lee', at: T0 } }, item);
  await tend();
  expect(await stored('owed')).toMatchObject({ dueAt: '2026-11-21T10:02:00.000Z', attempts: 6 });
});

test('the oldest event that the topic did not take is a figure', async () => {
  const { container, tend } = openTended();
  for (const [id, untoldSince] of [
    ['r1', '2026-11-21T10:01:30.000Z'],
    ['r2', '2026-11-21T10:00:30.000Z'],
  ] as const)
    await container('reservations').items.create({ id, reservationId: id, kind: 'reservation', untoldSince });
  expect((await tend())?.figures.oldestUnpublishedSeconds).toBe(90);
});

test('the provider is away once in the log, with since when, and back once', async () => {
  const { tend, provider, clock, lines } = openTended();
  await tend();
  provider.isAway = true;
  expect((await tend())?.parts.payment).toMatchObject({
    status: 'degraded',
    since: '2026-11-21T10:02:00.000Z',
  });
  clock.nowMs += 60_000;
  expect((await tend())?.parts.payment?.since).toBe('2026-11-21T10:02:00.000Z');
  provider.isAway = false;
  expect((await tend())?.parts.payment).toEqual({ status: 'ok' });
  expect(lines.map(({ level, message }) => `${level} ${message}`)).toEqual([
    'error payment provider does not answer',
    'info payment provider answers again',
  ]);
});

describe('a timeline', () => {
  const openTimeline = () => {
    const opened = openTended();
    const notices = noticeStore(opened.container('notifications'));
    const operator = {
      pending: opened.pending,
      noticesOf: noticeReader(opened.container('notifications')),
      traceUrl: 'http://traces/?reservationId={reservationId}&trace={traceId}',
    };
    return {
      ...opened,
      notices,
      timeline: async (id: string) => readTimeline(operator, await opened.stored(id)),
    };
  };

  test('names what is awaited, what is pending, and where its trace is', async () => {
    const { given, tend, timeline } = openTimeline();
    const late = { reservationId: 'late', attempts: 3, dueAt: '2026-11-21T10:03:00.000Z' };
    await given({ ...inStatus.placed, ...late, traceparent: '00-abc-def-01' });
    await tend();
    expect(await timeline('late')).toMatchObject({
      status: 'placed',
      awaiting: { event: 'SeatsHeld', since: T0, nextCheckAt: '2026-11-21T10:03:00.000Z', attempts: 3 },
      pending: [{ kind: 'reservation', id: 'late', attempts: 3 }],
      trace: { traceId: 'abc', url: 'http://traces/?reservationId=late&trace=abc' },
    });
  });

  test('says why it ended, and which notice went out when', async () => {
    const { given, notices, timeline } = openTimeline();
    const history = [{ eventId: 'e', type: 'SeatsReleased', time: T0, source: '/marquee/musical' }];
    await given({ ...inStatus.expired, reservationId: 'over', history });
    await notices.create({
      noticeId: 'over:expired',
      customerId: 'kim',
      reservationId: 'over',
      kind: 'expired',
      subject: 'It is over',
      body: 'Dear Kim',
      createdAt: T0,
      to: 'kim@example.com',
      mail: 'pending',
      attempts: 2,
      dueAt: '2026-11-21T10:04:00.000Z',
    });
    const seen = await timeline('over');
    expect(seen.awaiting).toBeUndefined();
    expect(seen.why).toBe('Nobody paid until 2026-11-21T10:10:00.000Z.');
    expect(seen.notices).toEqual([
      {
        noticeId: 'over:expired',
        kind: 'expired',
        createdAt: T0,
        mail: 'pending',
        attempts: 2,
        nextAttemptAt: '2026-11-21T10:04:00.000Z',
      },
    ]);
  });

  test('says when a mail went out', async () => {
    const { given, notices, timeline } = openTimeline();
    await given({ ...inStatus.completed, reservationId: 'done' });
    await notices.create({
      noticeId: 'done:completed',
      customerId: 'kim',
      reservationId: 'done',
      kind: 'completed',
      subject: 'It is yours',
      body: 'Dear Kim',
      createdAt: T0,
      to: 'kim@example.com',
      mail: 'sent',
      mailedAt: '2026-11-21T10:00:02.000Z',
      attempts: 0,
    });
    const [notice] = (await timeline('done')).notices;
    expect(notice).toMatchObject({ mail: 'sent', mailedAt: '2026-11-21T10:00:02.000Z' });
    expect(JSON.stringify(notice)).not.toMatch(/Kim|kim@/);
  });

  test.each([
    ['placed', 'SeatsHeld'],
    ['held', 'PaymentStarted'],
    ['paying', 'PaymentApproved'],
    ['paid', 'SeatsSold'],
    ['cancelling', 'RefundMade'],
    ['completed', undefined],
    ['rejected', 'SeatsReleased'],
  ] as const)('of a reservation that is %s: %s is awaited', async (status, event) => {
    const { given, timeline } = openTimeline();
    await given({ ...inStatus[status], reservationId: 'one' });
    expect((await timeline('one')).awaiting?.event).toBe(event);
  });
});
