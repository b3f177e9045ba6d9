import { comingAndEarlier, type Entry } from './groups';

const NOW = Date.parse('2026-12-01T00:00:00Z');
const entry = (reservationId: string, status: Entry['status'], startsAt: string | null): Entry => ({
  reservationId,
  status,
  title: 't',
  startsAt,
  seats: [],
  amount: 0,
  currency: 'KRW',
  updatedAt: '2026-11-01T00:00:00Z',
});

test('what is to come is the nearest first; what is over or cancelled stays as it came', () => {
  const { coming, earlier } = comingAndEarlier(
    [
      entry('far', 'completed', '2027-01-01T00:00:00Z'),
      entry('near', 'held', '2026-12-02T00:00:00Z'),
      entry('new', 'placed', null),
      entry('cancelled', 'cancelled', '2027-01-01T00:00:00Z'),
      entry('refund', 'cancelling', '2027-01-01T00:00:00Z'),
      entry('seen', 'completed', '2026-11-01T00:00:00Z'),
    ],
    NOW,
  );
  expect(coming.map(({ reservationId }) => reservationId)).toEqual(['new', 'near', 'far']);
  expect(earlier.map(({ reservationId }) => reservationId)).toEqual(['cancelled', 'refund', 'seen']);
});
