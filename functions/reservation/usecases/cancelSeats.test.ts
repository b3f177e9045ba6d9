import { sampleEvent } from '../../../tests/samples/events';
import { openReservation } from '../../../tests/samples/openReservation';
import { inStatus, RESERVATION_ID } from '../../../tests/samples/reservation';
import { seatsReleased, seatsRevoked } from '../../musical/contract';
import { quote } from '../domain/cancellation.decide';
import type { Reservation } from '../domain/reservation';
import type { PaymentProvider } from '../payment/provider';
import { cancelReservation, cancelSeats } from './cancelReservation';
import { hearSeatsReleased, hearSeatsRevoked } from './hearOfSeats';

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
            reservationId: RESERVATION_ID,
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
  const cancel = (seats: string[], idempotencyKey = seats.join()) =>
    cancelSeats(deps, RESERVATION_ID, { seats, idempotencyKey });
  const released = (n: number) =>
    hearSeatsReleased(deps, {
      ...sampleEvent(seatsReleased, RESERVATION_ID, {
        reservationId: RESERVATION_ID,
        performanceId: 'm1.p1',
        n,
      }),
      id: `released-${n}`,
    });
  const now = () => opened.stored(RESERVATION_ID);
  const told = () =>
    opened.published(RESERVATION_ID).map(({ type, data }) => ({ type, ...(data as object) }));
  return { ...opened, deps, book, asked, cancel, released, now, told };
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
      version: 3,
    },
  ]);
});

test('a refund of the same sum as one before it is made all the same, under a key and a reason of its own', async () => {
  const { cancel, book, asked, told } = await open();
  await cancel(['A-1-1']);
  await cancel(['A-1-2']);
  expect(book.refunded).toBe(192_000);
  expect(asked.map(({ amount, reason }) => [amount, reason])).toEqual([
    [96_000, 'customer'],
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
  const { cancel, book, asked, deps, now, sweep } = await open();
  book.losesAnswer = true;
  await cancel(['A-1-1']);
  book.isAway = true;
  await cancel(['A-1-2']);
  await cancelReservation(deps, RESERVATION_ID);
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
  const { cancel, now, released, deps } = await open();
  await cancel(['A-1-1']);
  await cancelReservation(deps, RESERVATION_ID);
  await released(1);
  expect(await now()).toMatchObject({ status: 'cancelled', dueAt: expect.any(String) });
  await released(2);
  expect((await now()).dueAt).toBeUndefined();
});

test('each seat goes once, with the same key the request is the same, and only a completed reservation has seats to cancel', async () => {
  const { cancel, now, book } = await open();
  await cancel(['A-1-1'], 'k1');
  await cancel(['A-1-1'], 'k1');
  await expect(cancel(['A-1-2'], 'k1')).rejects.toMatchObject({ code: 'idempotency-key-reused' });
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
