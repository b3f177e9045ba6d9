import { react } from '../../../shared/messaging/eventHandler';
import { openReservation } from '../../../tests/samples/openReservation';
import { publishedEvent } from '../commit/publishedEvent';
import { reservationReactions } from '../triggers/events';
import { viewOf } from '../triggers/view';

/** What the version before stored and sent, letter by letter: a sale has a price and no lines. */
const SALE = {
  seats: ['A-1-1', 'A-1-2', 'A-1-3'],
  amount: 500000,
  currency: 'KRW',
  expiresAt: '2026-11-21T10:10:00.000Z',
  title: 'Midnight',
  startsAt: '2026-12-24T10:30:00.000Z',
  venue: { name: 'Blue Square', timeZone: 'Asia/Seoul' },
  cancellationPolicy: {
    freeDays: 7,
    freeUntilDaysBefore: 10,
    tiers: [{ daysBefore: 1, feePercent: 30 }],
  },
};
const PLACED = {
  id: 'r1',
  kind: 'reservation',
  listKey: '2026-11-21T10:00:00.000Z r1',
  reservationId: 'r1',
  customerId: 'kim',
  customer: { email: 'kim@example.com' },
  performanceId: 'm1.p1',
  request: { seats: SALE.seats },
  placedAt: '2026-11-21T10:00:00.000Z',
  updatedAt: '2026-11-21T10:00:00.000Z',
  version: 1,
  history: [],
  attempts: 0,
  status: 'placed',
};
const COMPLETED = {
  ...PLACED,
  status: 'completed',
  sale: SALE,
  payment: { paymentKey: 'card-1', startedAt: '2026-11-21T10:01:00.000Z' },
};
const SEATS_HELD = {
  specversion: '1.0',
  id: 'e1',
  source: '/marquee/musical',
  type: 'SeatsHeld',
  subject: 'r1',
  time: '2026-11-21T10:04:00.000Z',
  datacontenttype: 'application/json',
  data: { reservationId: 'r1', performanceId: 'm1.p1', ...SALE },
} as const;

const LINES = [166_668, 166_666, 166_666].map((price, index) => ({
  seatId: `A-1-${index + 1}`,
  tier: '',
  priceTypeId: 'standard',
  price,
}));

async function openStored(document: object) {
  const reservation = openReservation();
  await reservation.container('reservations').items.create(document);
  return reservation;
}

test('a sale without lines is shown and told with them, and its price is shared by its seats', async () => {
  const { stored, deps } = await openStored(COMPLETED);
  const reservation = await stored('r1');
  const shown = viewOf(reservation, { isAdmin: false }, deps.clock);
  expect(shown).toMatchObject({ amount: 500_000, bookingFee: 0, lines: LINES });
  const { data } = publishedEvent(reservation, 'ReservationCompleted');
  expect(data).toMatchObject({ amount: 500_000, bookingFee: 0, lines: LINES });
});

test('SeatsHeld without lines is heard', async () => {
  const { stored, deps } = await openStored(PLACED);
  await react(deps, reservationReactions, SEATS_HELD);
  const reservation = await stored('r1');
  expect(reservation).toMatchObject({ status: 'held', sale: SALE });
  expect(viewOf(reservation, { isAdmin: false }, deps.clock).lines).toEqual(LINES);
});
