import { inStatus, PAYMENT_KEY } from '../../../tests/samples/reservation';
import type { Part, Reservation } from './reservation';
import { dueAfter } from './schedule';

const NOW = Date.parse('2026-11-21T10:05:00.000Z');
const delays = { eventMs: 10_000, paymentMs: 7_000 };
const EXPIRES_AT = Date.parse('2026-11-21T10:10:00.000Z');

const released = { eventId: 'e', type: 'SeatsReleased', time: '', source: '' };
const issued = { ...released, type: 'TicketsIssued' };
const seatCancelled: Part = {
  n: 1,
  seats: ['A-1-1'],
  status: 'accepted',
  reason: 'customer',
  requestedAt: '2026-11-21T10:02:00.000Z',
  voidedAt: '2026-11-21T10:02:01.000Z',
  fee: 0,
  refund: 170_000,
};
const watch = { paymentKey: PAYMENT_KEY, until: '2026-11-21T11:00:00.000Z' };

test.each<[string, Reservation, number | undefined]>([
  ['placed: when an answer by event may be asked for again', inStatus.placed, NOW + 10_000],
  ['held: when its time to pay ends', inStatus.held, EXPIRES_AT],
  ['paying: after a call to the provider', inStatus.paying, NOW + 7_000],
  ['paid: when an answer by event may be asked for again', inStatus.paid, NOW + 10_000],
  ['completed, its tickets not known to be issued', inStatus.completed, NOW + 10_000],
  ['completed with its tickets issued: never', { ...inStatus.completed, history: [issued] }, undefined],
  [
    'completed, a cancelled seat not refunded yet',
    { ...inStatus.completed, history: [issued], parts: [seatCancelled] },
    NOW + 7_000,
  ],
  ['cancelling: after a call to the provider', inStatus.cancelling, NOW + 7_000],
  ['cancelled, its seats not known to be released', inStatus.cancelled, NOW + 10_000],
  ['rejected, its seats not known to be released', inStatus.rejected, NOW + 10_000],
  ['expired, its seats not known to be released', inStatus.expired, NOW + 10_000],
  ['cancelled with its seats released: never', { ...inStatus.cancelled, history: [released] }, undefined],
  ['rejected with its seats released: never', { ...inStatus.rejected, history: [released] }, undefined],
  ['expired with its seats released: never', { ...inStatus.expired, history: [released] }, undefined],
  [
    'expired with its seats released and a payment on watch',
    { ...inStatus.expired, history: [released], watch },
    NOW + 7_000,
  ],
  [
    'expired with its seats released and the watch closed: never',
    { ...inStatus.expired, history: [released], watch: { ...watch, closedAt: watch.until } },
    undefined,
  ],
])('the sweep looks at a reservation that is %s', (_what, reservation, due) => {
  expect(dueAfter(reservation, NOW, delays)).toBe(due);
});

test('each further attempt is put off twice as long, up to five minutes', () => {
  const delayAfter = (attempts: number) =>
    (dueAfter({ ...inStatus.placed, attempts }, NOW, delays) ?? 0) - NOW;
  expect([0, 1, 2, 3, 4, 5, 6, 1_000_000].map(delayAfter)).toEqual([
    10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000, 300_000,
  ]);
});
