import fc from 'fast-check';
import { withTraceparent } from '../../../shared/telemetry/trace';
import { openReservation } from '../../../tests/samples/openReservation';
import { inStatus, RESERVATION_ID } from '../../../tests/samples/reservation';
import { publishedEvent } from '../commit/publishedEvent';
import { MAX_REJECTIONS_AN_HOUR, withRejection } from '../domain/customerRecord';
import type { PlacementRequest } from '../domain/reservation';
import { placeReservation } from './placeReservation';

const NOW = '2026-11-21T10:05:00.000Z';
const command = {
  reservationId: RESERVATION_ID,
  performanceId: 'm1.p1',
  request: { seats: ['A-1-1', 'A-1-2'] },
  customerId: 'kim',
  customer: { email: 'kim@example.com', locale: 'en' },
};

test('a reservation is stored as placed with its event, in the trace of its request, and is due when no answer comes', async () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const { deps, stored, published } = openReservation({ now: NOW });
  const placed = await withTraceparent(traceparent, () => placeReservation(deps, command));
  expect(placed).toMatchObject({
    ...command,
    status: 'placed',
    placedAt: NOW,
    version: 1,
    traceparent,
    dueAt: '2026-11-21T10:05:10.000Z',
    history: [{ type: 'ReservationPlaced', time: NOW }],
  });
  expect(await stored()).toEqual(placed);
  expect(published()).toEqual([publishedEvent(placed, 'ReservationPlaced')]);
  expect(placed.history[0]?.eventId).toBe(published()[0]?.id);
});

test('a repeated command answers with the reservation as it is now', async () => {
  const { deps, given, published } = openReservation({ now: NOW });
  await given(inStatus.completed);
  expect(await placeReservation(deps, command)).toEqual(inStatus.completed);
  expect(published()).toEqual([]);
});

test('who was rejected too often within an hour waits for the next, and finds what was accepted before', async () => {
  const { deps, clock } = openReservation({ now: NOW });
  const reject = () => deps.customers.change('kim', (record) => withRejection(record, clock.nowMs));
  for (let i = 1; i < MAX_REJECTIONS_AN_HOUR; i++) await reject();
  expect((await placeReservation(deps, command)).status).toBe('placed');
  await reject();
  const another = { ...command, reservationId: 'reservation-2' };
  await expect(placeReservation(deps, another)).rejects.toMatchObject({
    code: 'too-many-requests',
    retryAfterSeconds: 55 * 60,
  });
  expect((await placeReservation(deps, command)).status).toBe('placed');
  expect((await placeReservation(deps, { ...another, customerId: 'lee' })).status).toBe('placed');
  clock.nowMs += 55 * 60 * 1000;
  const next = { ...command, reservationId: 'reservation-3' };
  expect((await placeReservation(deps, next)).status).toBe('placed');
});

test('when the answer of the write is lost, the reservation is found and answered with', async () => {
  const { deps, faults, stored, published } = openReservation({ now: NOW });
  faults.losesReplies = true;
  expect(await placeReservation(deps, command)).toEqual(await stored());
  expect(published()).toHaveLength(1);
});

const asking = (request: PlacementRequest) => ({ ...command, request });

test('a price type that the performance does not offer is refused at once, by where it stands; nothing is stored', async () => {
  const { deps, published } = openReservation({ now: NOW });
  for (const [request, pointer] of [
    [{ seats: ['A-1-1'], priceTypes: { 'A-1-1': 'child' } }, '/priceTypes/A-1-1'],
    [{ quantity: 2, priceTypes: { senior: 1, child: 1 } }, '/priceTypes/child'],
  ] as const)
    await expect(placeReservation(deps, asking(request))).rejects.toMatchObject({
      code: 'invalid-request',
      extensions: { errors: [{ pointer }] },
    });
  expect(await deps.reservations.read(RESERVATION_ID)).toBeUndefined();
  expect(published()).toEqual([]);
});

test('what was placed is found again, whatever is offered by then', async () => {
  const { deps } = openReservation({ now: NOW });
  const request = { seats: ['A-1-1', 'A-1-2'], priceTypes: { 'A-1-2': 'senior' } };
  const placed = await placeReservation(deps, asking(request));
  const later = { ...deps, priceTypesOf: async () => [] };
  expect(await placeReservation(later, asking(request))).toEqual(placed);
});

test('whatever is asked for and offered, it is placed unless something is neither offered nor the standard price', async () => {
  const ids = fc.constantFrom<string[]>('standard', 'senior', 'student', 'child', '__proto__', 'constructor');
  const counts = fc.dictionary(ids, fc.constant(1), { minKeys: 1, noNullPrototype: false });
  await fc.assert(
    fc.asyncProperty(counts, fc.uniqueArray(ids), async (priceTypes, offered) => {
      const { deps } = openReservation({ now: NOW });
      const request = { quantity: 6, priceTypes };
      const place = placeReservation({ ...deps, priceTypesOf: async () => offered }, asking(request));
      const isKnown = Object.keys(priceTypes).every((id) => id === 'standard' || offered.includes(id));
      if (isKnown) expect((await place).status).toBe('placed');
      else await expect(place).rejects.toMatchObject({ code: 'invalid-request' });
      const onHold = { ...command, reservationId: 'held', request: { holdId: 'held', priceTypes } };
      expect((await placeReservation({ ...deps, priceTypesOf: async () => offered }, onHold)).status).toBe(
        'placed',
      );
    }),
    { numRuns: 50 },
  );
});
