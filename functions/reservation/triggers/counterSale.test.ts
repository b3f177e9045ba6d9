import { httpHandler } from '../../../shared/http/handler';
import { react } from '../../../shared/messaging/eventHandler';
import type { PaymentProvider } from '../../../shared/payment/provider';
import { sampleEvent } from '../../../tests/samples/events';
import { sampleInvocation, sampleRequest } from '../../../tests/samples/http';
import { openReservation } from '../../../tests/samples/openReservation';
import { sampleSale } from '../../../tests/samples/reservation';
import { ticketsIssued, ticketsVoided } from '../../admission/contract';
import { seatAlreadySold, seatsHeld, seatsReleased, seatsSold } from '../../musical/contract';
import { lookAtReservation } from '../usecases/checkBooks';
import { postCancellation } from './cancellation';
import { postCounterSale } from './counterSale';
import { reservationReactions } from './events';
import { postSettlement } from './staffCancellation';

const sale = {
  performanceId: 'm1.p1',
  seats: ['A-1-1', 'A-1-2'],
  customer: { name: '김손님' },
  payment: { method: 'cash', reference: 'slip 12' },
};

const nobody = () => Promise.reject(new Error('no provider knows of it'));
const bank: Partial<PaymentProvider> = { find: nobody, cancel: nobody, confirm: nobody };

/** Staff at the counter, where no provider is to be asked. */
function openCounter() {
  const open = openReservation({ bank });
  const staff = { customerId: 'staff', isAdmin: false, isBoxOffice: true };
  const calling = { ...open.deps, authenticate: async () => staff };
  let keys = 0;
  const send = async (
    endpoint: object,
    body: object,
    params: Record<string, string> = {},
    key = `k${++keys}`,
  ) => {
    const headers = { 'idempotency-key': key };
    const request = sampleRequest({ headers, params, body: JSON.stringify(body) });
    const answer = await httpHandler(calling, endpoint as never)(request, sampleInvocation().context);
    const { status, body: text } = answer as { status: number; body: string };
    return { status, body: JSON.parse(text) };
  };
  const place = (changes: object = {}, key?: string) =>
    send(postCounterSale, { ...sale, ...changes }, {}, key);
  const hear = (event: object) => react(open.deps, reservationReactions, event as never);
  return {
    ...open,
    place,
    hear,
    /** It is placed and has seats, at this price. */
    sold: async (changes: object = {}, ofSale: object = {}) => {
      const { reservationId } = (await place(changes)).body as { reservationId: string };
      const ref = { reservationId, performanceId: 'm1.p1' };
      await hear(sampleEvent(seatsHeld, reservationId, { ...ref, ...sampleSale, ...ofSale } as never));
      return { reservationId, ref };
    },
    cancel: (reservationId: string) => send(postCancellation, {}, { reservationId }),
    settle: (reservationId: string) => send(postSettlement, { note: 'In cash.' }, { reservationId, n: '1' }),
  };
}

test('what staff sell is paid as soon as its seats are held, and no provider is asked', async () => {
  const { sold, hear, stored, published, deps } = openCounter();
  const { reservationId, ref } = await sold();
  expect(await stored(reservationId)).toMatchObject({
    status: 'paid',
    payment: { paymentKey: '', method: 'cash', reference: 'slip 12' },
    counter: { payment: sale.payment },
  });
  await hear(sampleEvent(seatsSold, reservationId, ref));
  expect((await stored(reservationId)).status).toBe('completed');
  expect(published(reservationId).map(({ type }) => type)).toEqual([
    'ReservationPlaced',
    'PaymentApproved',
    'ReservationCompleted',
  ]);
  expect(await lookAtReservation(deps, await stored(reservationId))).toBe('the same');
});

test('musical is told what it has to know of it, and nobody who the customer is', async () => {
  const { place, published } = openCounter();
  const { body } = await place({ fromWithheld: true, payment: { method: 'complimentary' } });
  const [placed] = published(body.reservationId);
  expect(placed?.data).toMatchObject({ counter: { fromWithheld: true, complimentary: true } });
  expect(JSON.stringify(placed)).not.toContain('김손님');
  expect(body.customerId).toMatch(/^counter:/);
});

test('a repeated request is the same sale', async () => {
  const { place } = openCounter();
  const [first, second] = [await place({}, 'key'), await place({}, 'key')];
  expect(second.body.reservationId).toBe(first.body.reservationId);
  expect((await place({ seats: ['A-1-3'] }, 'key')).body.code).toBe('idempotency-key-reused');
});

test('a refund waits for staff, whom nobody hurries, and it is noted once', async () => {
  const { sold, hear, cancel, settle, sweep, stored, published, clock, lines } = openCounter();
  const { reservationId, ref } = await sold();
  await hear(sampleEvent(seatsSold, reservationId, ref));
  await hear(sampleEvent(ticketsIssued, reservationId, { ...ref, version: 3 }));
  await cancel(reservationId);
  await hear(sampleEvent(ticketsVoided, reservationId, { ...ref, n: 1 }));
  await sweep(reservationId);
  expect(await stored(reservationId)).toMatchObject({
    status: 'cancelling',
    cancellation: { refund: 340_000 },
  });
  expect(lines.filter(({ level }) => level !== 'info')).toEqual([]);
  expect(Date.parse((await stored(reservationId)).dueAt ?? '') - clock.nowMs).toBe(24 * 60 * 60 * 1000);
  expect((await settle(reservationId)).status).toBe(202);
  expect((await settle(reservationId)).status).toBe(202);
  const cancelled = await stored(reservationId);
  expect(cancelled).toMatchObject({ status: 'cancelled', cancellation: { settling: { note: 'In cash.' } } });
  expect(cancelled).toHaveProperty('cancellation.refundedAt');
  expect(published(reservationId).at(-1)).toMatchObject({
    type: 'ReservationCancelled',
    data: { refund: 340_000 },
  });
  await hear(sampleEvent(seatsReleased, reservationId, { ...ref, n: 1 }));
  expect((await stored(reservationId)).dueAt).toBeUndefined();
});

test('what was given away is cancelled at once', async () => {
  const { sold, hear, cancel, stored } = openCounter();
  const free = { amount: 0, lines: sampleSale.lines.map((line) => ({ ...line, price: 0 })) };
  const { reservationId, ref } = await sold({ payment: { method: 'complimentary' } }, free);
  await hear(sampleEvent(seatsSold, reservationId, ref));
  await cancel(reservationId);
  await hear(sampleEvent(ticketsVoided, reservationId, { ...ref, n: 1 }));
  expect((await stored(reservationId)).status).toBe('cancelled');
});

test('money for seats that were lost is owed', async () => {
  const { sold, hear, settle, stored } = openCounter();
  const { reservationId, ref } = await sold();
  await hear(sampleEvent(seatAlreadySold, reservationId, { ...ref, taken: ['A-1-1'] }));
  expect(await stored(reservationId)).toMatchObject({
    status: 'cancelling',
    cancellation: { reason: 'seats-lost' },
  });
  expect((await settle(reservationId)).status).toBe(202);
  expect((await stored(reservationId)).status).toBe('cancelled');
});

test.each<[string, object]>([
  ['without a name', { customer: {} }],
  ['with a card that a provider would have', { payment: { method: 'card' } }],
  ['of a quantity of withheld seats', { seats: undefined, sectionId: 'A', quantity: 2, fromWithheld: true }],
  ['of seats and a quantity', { sectionId: 'A', quantity: 2 }],
  ['on a hold', { holdId: 'h' }],
  ['with words for a telephone number', { customer: { name: 'Kim', phone: 'call me' } }],
])('a sale %s is not taken', async (_what, changes) => {
  const { place } = openCounter();
  expect((await place(changes)).status).toBe(400);
});
