import type { PaymentProvider } from '../../../shared/payment/provider';
import { sampleEvent } from '../../../tests/samples/events';
import { openReservation } from '../../../tests/samples/openReservation';
import { inStatus, RESERVATION_ID } from '../../../tests/samples/reservation';
import { ticketsAdmitted, ticketsVoided } from '../../admission/contract';
import { seatsReleased, seatsRevoked } from '../../musical/contract';
import { changeReservation } from '../commit/changeReservation';
import { publishedFacts, tell } from '../commit/tell';
import { quote } from '../domain/cancellation.decide';
import type { Reservation } from '../domain/reservation';
import { cancelByStaff } from '../domain/settlement.decide';
import { cancelReservation } from './cancelReservation';
import { hearSeatsReleased, hearSeatsRevoked } from './hearOfSeats';
import { hearTicketsAdmitted, hearTicketsVoided } from './hearOfTickets';

const SEATS = ['A-1-1', 'A-1-2', 'A-1-3'];
const line = (seatId: string) => ({ seatId, tier: 'VIP', priceTypeId: 'standard', price: 100_000 });

/** Three seats for 300,000; ten days after reserving cancelling costs 4,000 a seat. */
const completed: Reservation = {
  ...inStatus.completed,
  placedAt: '2026-11-10T10:00:00.000Z',
  sale: { ...inStatus.completed.sale, seats: SEATS, lines: SEATS.map(line), bookingFee: 0, amount: 300_000 },
  history: [
    { eventId: 't', type: 'TicketsIssued', time: '2026-11-10T10:00:00.000Z', source: '/marquee/admission' },
  ],
};

/** A provider with one payment, which may not answer, or lose what it has answered. */
function provider() {
  const book = { refunded: 0, isAway: false, losesAnswer: false };
  const asked: { amount: number | undefined; key: string; reason: string }[] = [];
  const payments: Partial<PaymentProvider> = {
    find: async () =>
      book.isAway
        ? { kind: 'unknown' }
        : {
            kind: 'captured',
            orderId: RESERVATION_ID,
            amount: 300_000,
            currency: 'KRW',
            refunded: book.refunded,
          },
    cancel: async ({ part, idempotencyKey: key, reason }) => {
      asked.push({ amount: part?.amount, key, reason });
      if (part === undefined || part.refundable !== 300_000 - book.refunded) return 'refused';
      book.refunded += part.amount;
      return book.losesAnswer ? 'unknown' : 'refunded';
    },
  };
  return { book, asked, payments };
}

async function open(state: Reservation = completed) {
  const { book, asked, payments } = provider();
  const opened = openReservation({ bank: payments });
  const { deps } = opened;
  await opened.given(state);
  const now = () => opened.stored(RESERVATION_ID);
  const of = (n: number) => ({ reservationId: RESERVATION_ID, performanceId: 'm1.p1', n });
  /** The customer asks. Without seats all that is left is meant. */
  const ask = (seats?: string[], askedBy = seats?.join()) =>
    cancelReservation(deps, RESERVATION_ID, { seats, askedBy });
  const voided = (n: number) =>
    hearTicketsVoided(deps, { ...sampleEvent(ticketsVoided, RESERVATION_ID, of(n)), id: `voided-${n}` });
  const admitted = (n: number) =>
    hearTicketsAdmitted(deps, {
      ...sampleEvent(ticketsAdmitted, RESERVATION_ID, { ...of(n), seats: ['A-1-1'] }),
      id: `admitted-${n}`,
    });
  /** The customer asks, and the door has let nobody in. */
  const cancel = async (seats?: string[], askedBy?: string) => {
    await ask(seats, askedBy);
    const { history } = await now();
    await voided(history.filter(({ type }) => type === 'CancellationAccepted').length);
  };
  const released = (n: number) =>
    hearSeatsReleased(deps, { ...sampleEvent(seatsReleased, RESERVATION_ID, of(n)), id: `released-${n}` });
  const told = () =>
    opened.published(RESERVATION_ID).map(({ type, data }) => ({ type, ...(data as { n?: number }) }));
  return { ...opened, deps, book, asked, ask, cancel, voided, admitted, released, now, told };
}

test('some of the seats are cancelled and refunded by the policy, and the rest stays completed', async () => {
  const { cancel, now, told, book } = await open();
  await cancel(['A-1-1']);
  expect(await now()).toMatchObject({
    status: 'completed',
    parts: [{ n: 1, seats: ['A-1-1'], fee: 4_000, refund: 96_000, status: 'refunded' }],
  });
  expect(book.refunded).toBe(96_000);
  expect(told()).toMatchObject([
    { type: 'CancellationAccepted', n: 1, seats: ['A-1-1'], lines: SEATS.map(line), version: 2 },
    {
      type: 'ReservationReduced',
      n: 1,
      seats: ['A-1-1'],
      lines: [line('A-1-2'), line('A-1-3')],
      amount: 200_000,
      fee: 4_000,
      refund: 96_000,
      part: { fee: 4_000, refund: 96_000 },
      version: 4,
    },
  ]);
});

test('a refund of the same sum as one before it is made all the same, under a key and a reason of its own', async () => {
  const { cancel, book, asked, told } = await open();
  await cancel(['A-1-1']);
  await cancel(['A-1-2']);
  expect(book.refunded).toBe(192_000);
  expect(asked.map(({ amount, reason }) => [amount, reason])).toEqual([
    [96_000, 'customer #1'],
    [96_000, 'customer #2'],
  ]);
  expect(new Set(asked.map(({ key }) => key)).size).toBe(2);
  expect(told().at(-1)).toMatchObject({ n: 2, fee: 8_000, refund: 192_000, part: { refund: 96_000 } });
});

test('one by one costs what all at once costs, and the last one ends the reservation', async () => {
  const { cancel, now, told, book } = await open();
  for (const seatId of SEATS) await cancel([seatId]);
  expect(await now()).toMatchObject({ status: 'cancelled', cancellation: { fee: 12_000, refund: 288_000 } });
  expect(book.refunded).toBe(288_000);
  expect(told().at(-1)).toMatchObject({ type: 'ReservationCancelled', n: 3, fee: 12_000, refund: 288_000 });
  expect(quote(completed, '2026-11-21T10:05:00.000Z')).toEqual({
    allowed: true,
    fee: 12_000,
    refund: 288_000,
  });
});

test('what the provider’s desk gave back is not given twice', async () => {
  const { cancel, book, asked, now } = await open();
  book.refunded = 50_000;
  await cancel(['A-1-1']);
  expect(asked).toMatchObject([{ amount: 46_000 }]);
  expect(await now()).toMatchObject({ parts: [{ status: 'refunded' }] });
});

test('one refund at a time: the next, a full one too, waits until the one before is known', async () => {
  const { cancel, book, asked, now, sweep } = await open();
  book.losesAnswer = true;
  await cancel(['A-1-1']);
  book.isAway = true;
  await cancel(['A-1-2']);
  await cancel();
  expect(await now()).toMatchObject({
    status: 'cancelling',
    parts: [{ status: 'accepted' }, { status: 'accepted' }],
    cancellation: { refund: 288_000 },
  });
  expect(asked).toHaveLength(1);
  Object.assign(book, { isAway: false, losesAnswer: false });
  await sweep();
  expect(await now()).toMatchObject({
    status: 'cancelled',
    parts: [{ status: 'refunded' }, { status: 'refunded' }],
  });
  expect(book.refunded).toBe(288_000);
});

test('it stays due while completed, until the seats of each number are back on sale', async () => {
  const { cancel, now, released, sweep, told } = await open();
  await cancel(['A-1-1']);
  await cancel(['A-1-2']);
  await released(2);
  expect((await now()).dueAt).toBeDefined();
  await sweep();
  expect(told().filter(({ type }) => type === 'ReservationReduced')).toHaveLength(2);
  await released(1);
  expect((await now()).dueAt).toBeUndefined();
});

test('released means the seats of that very number', async () => {
  const { cancel, now, released } = await open();
  await cancel(['A-1-1']);
  await cancel();
  await released(1);
  expect(await now()).toMatchObject({ status: 'cancelled', dueAt: expect.any(String) });
  await released(2);
  expect((await now()).dueAt).toBeUndefined();
});

test('each seat goes once, with the same key the request is the same, and only a completed reservation has seats to cancel', async () => {
  const { cancel, now, book } = await open();
  await cancel(['A-1-1'], 'k1');
  await cancel(['A-1-1'], 'k1');
  await expect(cancel(['A-1-1'], 'k2')).rejects.toMatchObject({ code: 'wrong-state' });
  await expect(cancel(['A-1-2', 'Z-9'], 'k3')).rejects.toMatchObject({ code: 'wrong-state' });
  expect(book.refunded).toBe(96_000);
  await cancel(['A-1-2', 'A-1-3'], 'k4');
  await cancel(['A-1-2', 'A-1-3'], 'k4');
  expect((await now()).status).toBe('cancelled');
  await expect(cancel(['A-1-2'], 'k5')).rejects.toMatchObject({ code: 'wrong-state' });
  const other = await open(inStatus.paid);
  await expect(other.cancel(['A-1-1'])).rejects.toMatchObject({ code: 'wrong-state' });
});

test('a theatre that cancels refunds all that is not refunded, and the fee of what is refunded stays', async () => {
  const { cancel, now, book, deps } = await open();
  await cancel(['A-1-1']);
  book.isAway = true;
  await cancel(['A-1-2']);
  book.isAway = false;
  const data = {
    reservationId: RESERVATION_ID,
    performanceId: 'm1.p1',
    reason: 'performance-cancelled',
  } as const;
  await hearSeatsRevoked(deps, sampleEvent(seatsRevoked, RESERVATION_ID, data));
  expect(await now()).toMatchObject({
    status: 'cancelled',
    parts: [{ status: 'refunded' }, { status: 'put-back' }],
    cancellation: { fee: 4_000, refund: 296_000 },
  });
  expect(book.refunded).toBe(296_000);
});

test('a quote of some seats is what cancelling them costs, and says why they cannot be', () => {
  const at = '2026-11-21T10:05:00.000Z';
  expect(quote(completed, at, ['A-1-1'])).toEqual({ allowed: true, fee: 4_000, refund: 96_000 });
  expect(quote(completed, at, ['Z-1'])).toMatchObject({ allowed: false });
  expect(quote(inStatus.paid, at, ['A-1-1'])).toMatchObject({ allowed: false });
  expect(quote(completed, '2026-12-24T01:00:00.000Z', ['A-1-1'])).toMatchObject({ allowed: false });
});

test('given the door has not answered, no part is refunded, however often the sweep looks, and each is asked for', async () => {
  const { ask, voided, now, sweep, told, book, topic } = await open();
  await ask(['A-1-1']);
  await ask(['A-1-2']);
  await sweep();
  await sweep();
  expect(book.refunded).toBe(0);
  expect(topic.taken).toHaveLength(2 + 2 * 2);
  expect(told().map(({ type, n }) => `${type} ${n}`)).toEqual([
    'CancellationAccepted 1',
    'CancellationAccepted 2',
  ]);
  // The second waits until the first is known, because its refund is all that is promised up to it.
  await voided(2);
  expect([book.refunded, (await now()).status]).toEqual([0, 'completed']);
  await voided(1);
  expect(book.refunded).toBe(192_000);
  expect(await now()).toMatchObject({ parts: [{ status: 'refunded' }, { status: 'refunded' }] });
});

test('given somebody was let in on it, a part is put back, its customer is told, and the seat can be cancelled again', async () => {
  const { ask, cancel, admitted, now, told, book } = await open();
  await ask(['A-1-1', 'A-1-2'], 'k1');
  await admitted(1);
  expect(await now()).toMatchObject({ status: 'completed', parts: [{ n: 1, status: 'put-back' }] });
  expect(await now()).not.toHaveProperty('dueAt');
  expect(told().at(-1)).toMatchObject({ type: 'CancellationPutBack', n: 1, seats: ['A-1-1', 'A-1-2'] });
  await ask(['A-1-1', 'A-1-2'], 'k1');
  expect((await now()).history.filter(({ type }) => type === 'CancellationAccepted')).toHaveLength(1);
  await cancel(['A-1-2'], 'k2');
  expect(book.refunded).toBe(96_000);
  expect(told().at(-1)).toMatchObject({ type: 'ReservationReduced', n: 2, refund: 96_000 });
});

test('the rest is cancelled while a part waits for the door: both are known before the reservation ends', async () => {
  const { ask, voided, now, told, book } = await open();
  await ask(['A-1-1']);
  await ask();
  expect(await now()).toMatchObject({
    status: 'cancelling',
    cancellation: { n: 2, fee: 12_000, refund: 288_000 },
  });
  await voided(2);
  expect([book.refunded, (await now()).status]).toEqual([0, 'cancelling']);
  await voided(1);
  expect([book.refunded, (await now()).status]).toEqual([288_000, 'cancelled']);
  expect(told().slice(-2)).toMatchObject([
    { type: 'ReservationReduced', n: 1, refund: 96_000 },
    {
      type: 'ReservationCancelled',
      n: 2,
      refund: 288_000,
      part: { refund: 192_000 },
      seats: ['A-1-2', 'A-1-3'],
    },
  ]);
});

test('given the part before is put back, the rest does not end the reservation, and is refunded all the same', async () => {
  const { ask, voided, admitted, now, book } = await open();
  await ask(['A-1-1']);
  await ask();
  await voided(2);
  await admitted(1);
  expect(await now()).toMatchObject({
    status: 'completed',
    parts: [
      { n: 1, status: 'put-back' },
      { n: 2, seats: ['A-1-2', 'A-1-3'], fee: 8_000, refund: 192_000 },
    ],
  });
  expect(book.refunded).toBe(192_000);
});

test('a theatre that cancels replaces each part that the door has not answered, and waits for no door', async () => {
  const { ask, cancel, admitted, deps, now, told, book } = await open();
  await cancel(['A-1-1']);
  await ask(['A-1-2']);
  const data = {
    reservationId: RESERVATION_ID,
    performanceId: 'm1.p1',
    reason: 'performance-cancelled',
  } as const;
  await hearSeatsRevoked(deps, sampleEvent(seatsRevoked, RESERVATION_ID, data));
  expect(await now()).toMatchObject({
    status: 'cancelled',
    parts: [{ status: 'refunded' }, { status: 'put-back' }],
    cancellation: { n: 3, fee: 4_000, refund: 296_000 },
  });
  expect(book.refunded).toBe(296_000);
  expect(told()).toContainEqual(
    expect.objectContaining({
      type: 'CancellationAccepted',
      n: 3,
      seats: ['A-1-2', 'A-1-3'],
      evenIfAdmitted: true,
    }),
  );
  await admitted(2);
  expect((await now()).status).toBe('cancelled');
});

test.each([true, undefined])(
  'that all is cancelled by staff is told when the door can keep no part of it any more: even if admitted, %s',
  async (evenIfAdmitted) => {
    const LATER = '2026-11-20T10:00:00.000Z';
    const rest = { seats: ['A-1-2', 'A-1-3'], reason: 'Ill', refund: 'full', evenIfAdmitted } as const;
    const start = async () => {
      const opened = await open();
      opened.book.isAway = true;
      await opened.ask(['A-1-1']);
      const stored = await opened.deps.reservations.read(RESERVATION_ID);
      if (stored === undefined) throw new Error('it is there');
      await changeReservation(opened.deps, stored, (r) => cancelByStaff(r, rest, LATER));
      await opened.voided(2);
      const isTold = () => opened.told().some(({ type }) => type === 'ReservationRevoked');
      expect([(await opened.now()).status, isTold()]).toEqual(['cancelling', false]);
      return { ...opened, isTold };
    };
    const gone = await start();
    await gone.voided(1);
    expect([(await gone.now()).status, gone.isTold()]).toEqual(['cancelling', true]);
    const kept = await start();
    await kept.admitted(1);
    expect([(await kept.now()).status, kept.isTold()]).toEqual(['completed', false]);
  },
);

test('an event is the same whenever it is told: later cancellations change nothing of what an earlier one says', async () => {
  const { cancel, ask, voided, deps, now, topic } = await open();
  await cancel(['A-1-1']);
  const reduced = () =>
    topic.taken.filter(({ type, data }) => type === 'ReservationReduced' && (data as { n: number }).n === 1);
  await cancel(['A-1-2']);
  await tell(deps, await now(), [{ type: 'ReservationReduced', n: 1 }]);
  expect(reduced()).toHaveLength(2);
  expect(reduced()[1]).toEqual(reduced()[0]);
  await ask();
  await voided(3);
  await tell(deps, await now(), publishedFacts(await now()));
  const ids = new Map(topic.taken.map((event) => [event.id, event.data]));
  for (const { id, data } of topic.taken) expect(data).toEqual(ids.get(id));
});
