import type { In, Part } from '../../../functions/reservation/domain/reservation';
import { inStatus, sampleMove } from '../../samples/reservation';
import { MovesAudit } from './moves';

/** One of two seats was cancelled at a fee, and then the performance was moved. */
const part: Part = {
  n: 1,
  seats: ['A-1-1'],
  status: 'refunded',
  reason: 'customer',
  requestedAt: '2026-11-21T10:02:00.000Z',
  fee: 17_000,
  refund: 153_000,
};
const before: In<'completed'> = {
  ...inStatus.completed,
  sale: { ...inStatus.completed.sale, moves: [sampleMove] },
  parts: [part],
};
/** Fees are told as the total. */
const endedAt = (fee: number): In<'cancelling'> => ({
  ...before,
  status: 'cancelling',
  cancellation: { ...part, n: 2, fee, refund: 340_000 - fee },
});

test('the fee of before the move is no fee of who was told of it', () => {
  expect(() => new MovesAudit().reservationStored(before, endedAt(17_000))).not.toThrow();
});

test.each([
  ['of all that was left', endedAt(34_000)],
  ['of some of the seats', { ...before, parts: [part, { ...part, n: 2, seats: ['A-1-2'] }] }],
])('but a fee after it is found: %s', (_what, next) => {
  expect(() => new MovesAudit().reservationStored(before, next)).toThrow('paid a fee');
});
