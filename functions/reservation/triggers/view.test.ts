import { inStatus, wholeInStatus } from '../../../tests/samples/reservation';
import { reservationView } from './schemas';
import { viewOf } from './view';

const owner = { isAdmin: false };
const clock = { now: () => Date.parse('2026-11-21T10:05:00.000Z') };
const every = [...Object.values(inStatus), ...Object.values(wholeInStatus)];

test.each(every)(
  'what is shown of a reservation that is $status is what the API says, and no secret',
  (one) => {
    const shown = JSON.parse(JSON.stringify(viewOf(one, owner, clock)));
    expect(reservationView.strict().parse(shown)).toEqual(shown);
    expect(shown).toMatchObject({ reservationId: one.reservationId, status: one.status, version: 1 });
    expect(JSON.stringify(shown)).not.toMatch(/card-1|idempotencyKey|kim|traceparent|declined/);
  },
);

test('an admin sees whose it is', () => {
  expect(viewOf(inStatus.paid, { isAdmin: true }, clock)).toMatchObject({ customerId: 'kim' });
});

test('with seats it shows the sale and its terms, without them what was asked for', () => {
  const { sale } = inStatus.held;
  const { cancellationPolicy: _policy, ...terms } = sale;
  expect(viewOf(inStatus.held, owner, clock)).toMatchObject(terms);
  expect(viewOf(inStatus.placed, owner, clock)).toMatchObject({ seats: sale.seats, amount: 0, currency: '' });
});

test('of the money it shows the price, when it was paid, and what is refunded', () => {
  expect(viewOf(wholeInStatus.cancelled, owner, clock)).toMatchObject({
    payment: { amount: 340_000, approvedAt: '2026-11-21T10:01:01.000Z' },
    cancellation: { fee: 34_000, refund: 306_000, currency: 'KRW', reason: 'customer' },
  });
});
