import { inEveryStatus, inStatus, sampleSale } from '../../../tests/samples/reservation';
import type { Rejection } from './reservation';
import { seatsHeld, seatsRefused, seatsReleased, seatsRevoked, seatsSold } from './seats.decide';

const NOW = '2026-11-21T10:05:00.000Z';
const refusal: Rejection = {
  reason: 'seat-taken',
  detail: 'Taken by somebody else: A-1-1.',
  taken: ['A-1-1'],
};

test('when the seats are held, only a placed reservation changes', () => {
  expect(inEveryStatus((r) => seatsHeld(r, sampleSale, NOW))).toEqual({
    placed: '-> held',
    held: 'unchanged',
    paying: 'unchanged',
    paid: 'unchanged',
    completed: 'unchanged',
    cancelling: 'unchanged',
    cancelled: 'unchanged',
    rejected: 'unchanged',
    expired: 'unchanged',
  });
});

test('when the seats are refused, what was only asked for is rejected and what was paid for is refunded', () => {
  expect(inEveryStatus((r) => seatsRefused(r, refusal, NOW))).toEqual({
    placed: '-> rejected ReservationRejected',
    held: 'too-early',
    paying: 'too-early',
    paid: '-> cancelling CancellationRequested',
    completed: 'unchanged',
    cancelling: 'unchanged',
    cancelled: 'unchanged',
    rejected: 'unchanged',
    expired: 'unchanged',
  });
});

test('when the seats are sold, only what is paid is completed; what is not paid yet waits', () => {
  expect(inEveryStatus(seatsSold)).toEqual({
    placed: 'too-early',
    held: 'too-early',
    paying: 'too-early',
    paid: '-> completed ReservationCompleted',
    completed: 'unchanged',
    cancelling: 'unchanged',
    cancelled: 'unchanged',
    rejected: 'unchanged',
    expired: 'unchanged',
  });
});

test('when the theatre takes the seats back, every live reservation is cancelled, or noted while a payment is under way', () => {
  expect(inEveryStatus((r) => seatsRevoked(r, 'performance-cancelled', NOW))).toEqual({
    placed: '-> cancelled ReservationCancelled',
    held: '-> cancelled ReservationCancelled',
    paying: '-> paying CancellationRequested',
    paid: '-> cancelling CancellationRequested ReservationRevoked',
    completed: '-> cancelling CancellationAccepted ReservationRevoked',
    cancelling: 'unchanged',
    cancelled: 'unchanged',
    rejected: 'unchanged',
    expired: 'unchanged',
  });
});

test('a reservation keeps the terms that came with its seats', () => {
  expect(seatsHeld(inStatus.placed, sampleSale, NOW)).toEqual({
    kind: 'changed',
    state: { status: 'held', sale: sampleSale },
    facts: [],
  });
});

test('a rejected reservation says which seat somebody else has', () => {
  expect(seatsRefused(inStatus.placed, refusal, NOW)).toMatchObject({
    state: { status: 'rejected', refusal },
  });
});

test.each([
  ['seats lost to somebody else', seatsRefused(inStatus.paid, refusal, NOW), 'seats-lost'],
  [
    'a cancelled performance',
    seatsRevoked(inStatus.completed, 'performance-cancelled', NOW),
    'performance-cancelled',
  ],
  ['a moved performance', seatsRevoked(inStatus.paid, 'performance-moved', NOW), 'performance-moved'],
  ['withdrawn seats', seatsRevoked(inStatus.completed, 'seats-withdrawn', NOW), 'seats-withdrawn'],
])(
  '%s cost the customer nothing: all that was paid goes back, at any time before the performance',
  (_what, decision, reason) => {
    expect(decision).toMatchObject({
      state: { status: 'cancelling', cancellation: { reason, requestedAt: NOW, fee: 0, refund: 340_000 } },
    });
  },
);

test('seats that are back on sale close a reservation that has ended, once; before its end they are too early', () => {
  expect(inEveryStatus((r) => seatsReleased(r))).toEqual({
    placed: 'too-early',
    held: 'too-early',
    paying: 'too-early',
    paid: 'too-early',
    completed: 'too-early',
    cancelling: 'too-early',
    cancelled: '-> cancelled',
    rejected: '-> rejected',
    expired: '-> expired',
  });
  const heard = { eventId: 'e1', type: 'SeatsReleased', time: NOW, source: '/marquee/musical' };
  expect(seatsReleased({ ...inStatus.cancelled, history: [heard] }).kind).toBe('unchanged');
});

test('what costs nothing is paid at once, without a provider', () => {
  const sale = { ...sampleSale, amount: 0 };
  expect(seatsHeld(inStatus.placed, sale, NOW)).toEqual({
    kind: 'changed',
    state: {
      status: 'paid',
      sale,
      payment: { paymentKey: '', method: 'none', startedAt: NOW, approvedAt: NOW },
    },
    facts: [{ type: 'PaymentApproved' }],
  });
});
