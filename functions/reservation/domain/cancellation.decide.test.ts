import { inEveryStatus, inStatus, inWords, sampleMove, sampleSale } from '../../../tests/samples/reservation';
import { cancel, cancelInFull, quote, refundMade } from './cancellation.decide';
import type { In } from './reservation';

/** 33 days before the performance. */
const NOW = '2026-11-21T10:05:00.000Z';
/** On the day of the performance. */
const TOO_LATE = '2026-12-24T01:00:00.000Z';

test('the customer may cancel in every status but those that have ended otherwise', () => {
  expect(inEveryStatus((r) => cancel(r, NOW))).toEqual({
    placed: '-> cancelled ReservationCancelled',
    held: '-> cancelled ReservationCancelled',
    paying: '-> paying CancellationRequested',
    paid: '-> cancelling CancellationRequested',
    completed: '-> cancelling CancellationAccepted',
    cancelling: 'unchanged',
    cancelled: 'unchanged',
    rejected: 'refused wrong-state',
    expired: 'refused wrong-state',
  });
});

test('on the day of the performance, what is paid can no longer be cancelled; what is not paid still can', () => {
  expect(inEveryStatus((r) => cancel(r, TOO_LATE))).toEqual({
    placed: '-> cancelled ReservationCancelled',
    held: '-> cancelled ReservationCancelled',
    paying: '-> paying CancellationRequested',
    paid: 'refused cancellation-closed',
    completed: 'refused cancellation-closed',
    cancelling: 'unchanged',
    cancelled: 'unchanged',
    rejected: 'refused wrong-state',
    expired: 'refused wrong-state',
  });
});

test('once it was moved, cancelling is free until it begins, and then too late', () => {
  const sale = { ...sampleSale, moves: [sampleMove] };
  const moved = { ...inStatus.completed, sale };
  for (const now of [NOW, TOO_LATE]) {
    expect(quote(moved, now)).toEqual({ allowed: true, fee: 0, refund: sale.amount });
    expect(cancel(moved, now)).toMatchObject({ state: { cancellation: { fee: 0, refund: sale.amount } } });
  }
  expect(quote(moved, sale.startsAt)).toMatchObject({ allowed: false });
  expect(inWords(cancel(moved, sale.startsAt))).toBe('refused cancellation-closed');
});

test('a cancellation in full is possible at any time, and never turns an end into another', () => {
  expect(inEveryStatus((r) => cancelInFull(r, 'performance-cancelled', TOO_LATE))).toEqual({
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

test('cancelling twice while a payment is under way is noted once', () => {
  const noted: In<'paying'> = { ...inStatus.paying, cancelRequest: 'customer' };
  expect(inWords(cancel(noted, NOW))).toBe('unchanged');
  expect(inWords(cancelInFull(noted, 'performance-cancelled', NOW))).toBe('unchanged');
});

test('in every status the quote allows what the command then does', () => {
  for (const now of [NOW, TOO_LATE]) {
    for (const reservation of Object.values(inStatus)) {
      const { allowed } = quote(reservation, now);
      expect([reservation.status, allowed]).toEqual([
        reservation.status,
        cancel(reservation, now).kind === 'changed',
      ]);
    }
  }
});

test('nothing unpaid costs anything to cancel', () => {
  for (const status of ['placed', 'held', 'paying'] as const)
    expect(quote(inStatus[status], NOW)).toEqual({ allowed: true, fee: 0, refund: 0 });
});

test('a fee of the whole amount leaves nothing to refund: it is cancelled at once', () => {
  const sale = {
    ...inStatus.paid.sale,
    cancellationPolicy: { freeDays: 0, freeUntilDaysBefore: 0, tiers: [{ daysBefore: 1, feePercent: 100 }] },
  };
  const decision = cancel({ ...inStatus.paid, sale }, NOW);
  expect(inWords(decision)).toBe('-> cancelled CancellationRequested ReservationCancelled');
  expect(decision).toMatchObject({ state: { cancellation: { fee: 340_000, refund: 0 } } });
});

test('of a completed one even a fee of the whole amount waits until its tickets are void', () => {
  const sale = {
    ...inStatus.completed.sale,
    cancellationPolicy: { freeDays: 0, freeUntilDaysBefore: 0, tiers: [{ daysBefore: 1, feePercent: 100 }] },
  };
  const decision = cancel({ ...inStatus.completed, sale }, NOW);
  expect(inWords(decision)).toBe('-> cancelling CancellationAccepted');
  expect(decision).toMatchObject({ state: { cancellation: { fee: 340_000, refund: 0, n: 1 } } });
});

test('a refund that was made ends the cancellation with the fee and refund that were fixed before', () => {
  expect(refundMade(inStatus.cancelling, undefined, NOW)).toMatchObject({
    kind: 'changed',
    state: {
      status: 'cancelled',
      sale: inStatus.cancelling.sale,
      payment: inStatus.cancelling.payment,
      cancellation: { ...inStatus.cancelling.cancellation, refundedAt: NOW },
    },
    facts: [{ type: 'RefundMade' }, { type: 'ReservationCancelled' }],
  });
});
