import { httpHandler } from '../../../shared/http/handler';
import { react } from '../../../shared/messaging/eventHandler';
import { sampleEvent } from '../../../tests/samples/events';
import { sampleInvocation, sampleRequest } from '../../../tests/samples/http';
import { openReservation } from '../../../tests/samples/openReservation';
import { paidWith, RESERVATION_ID } from '../../../tests/samples/reservation';
import { ticketsIssued, ticketsVoided } from '../../admission/contract';
import { reseatRefused, seatsReleased, seatsReseated, seatsRevoked } from '../../musical/contract';
import { postCancellation } from './cancellation';
import { reservationReactions } from './events';
import { postReseat } from './reseat';
import { postStaffCancellation } from './staffCancellation';

const ref = { reservationId: RESERVATION_ID, performanceId: 'm1.p1' };
const tier = 'VIP';

/** Kim has bought A-1-1 and A-1-2, and staff answer for musical. */
async function bought() {
  const open = openReservation();
  const completed = paidWith('completed', open.capture());
  await open.given({
    ...completed,
    history: [
      {
        eventId: 'c',
        type: 'ReservationCompleted',
        time: '2026-11-21T10:02:00.000Z',
        source: '/marquee/reservation',
        version: 1,
      },
    ],
  });
  const staff = { customerId: 'staff', isAdmin: true };
  const calling = { ...open.deps, authenticate: async () => staff };
  let keys = 0;
  const send = async (endpoint: object, body: object, key = `k${++keys}`) => {
    const headers = { 'idempotency-key': key };
    const params = { reservationId: RESERVATION_ID };
    const request = sampleRequest({ headers, params, body: JSON.stringify(body) });
    const answer = await httpHandler(calling, endpoint as never)(request, sampleInvocation().context);
    const { status, body: text } = answer as { status: number; body: string };
    return { status, body: JSON.parse(text) };
  };
  const hear = (event: object) => react(open.deps, reservationReactions, event as never);
  const withId = (event: object, n: number) => ({ ...event, id: `${n}` });
  return {
    ...open,
    send,
    hear,
    reseat: (from: string[], to: string[], key?: string, more: object = {}) =>
      send(postReseat, { from, to, ...more }, key),
    reseated: (n: number, from: string[], to: string[]) =>
      hear(
        withId(
          sampleEvent(seatsReseated, RESERVATION_ID, {
            ...ref,
            n,
            from,
            to: to.map((seatId) => ({ seatId, tier })),
          }),
          n,
        ),
      ),
    issued: (version: number) =>
      hear(withId(sampleEvent(ticketsIssued, RESERVATION_ID, { ...ref, version }), 100 + version)),
    types: () =>
      open.published().map(({ type, data }) => {
        const { n, version, seats } = data as Record<string, unknown>;
        return [type, n, version, seats];
      }),
  };
}

test('it is asked for, musical answers, the lines keep their prices, and new tickets are waited for', async () => {
  const { reseat, reseated, issued, stored, types } = await bought();
  await issued(1);
  expect((await reseat(['A-1-2'], ['A-1-5'], 'key')).status).toBe(202);
  await reseated(1, ['A-1-2'], ['A-1-5']);
  expect(await stored()).toMatchObject({
    status: 'completed',
    sale: {
      seats: ['A-1-1', 'A-1-5'],
      amount: 340_000,
      lines: [
        { seatId: 'A-1-1' },
        { seatId: 'A-1-5', price: 170_000, reseats: [{ n: 1, from: 'A-1-2', tier }] },
      ],
    },
  });
  const version = (await stored()).version;
  expect(types()).toEqual([
    ['ReseatAsked', 1, undefined, undefined],
    ['ReservationReseated', 1, version, ['A-1-1', 'A-1-5']],
  ]);
  const again = await reseat(['A-1-2'], ['A-1-5'], 'key');
  expect(again).toMatchObject({ status: 200, body: { seats: ['A-1-1', 'A-1-5'] } });
  expect((await stored()).dueAt).toBeDefined();
  await issued(version);
  expect((await stored()).dueAt).toBeUndefined();
});

test('an intent that was lost is told again, and so are tickets that were not issued', async () => {
  const { reseat, reseated, issued, sweep, topic } = await bought();
  const told = (event: string) => topic.taken.filter(({ type }) => type === event).length;
  await issued(1);
  await reseat(['A-1-2'], ['A-1-5']);
  await sweep();
  expect(told('ReseatAsked')).toBe(2);
  await reseated(1, ['A-1-2'], ['A-1-5']);
  await issued(1);
  await sweep();
  expect(told('ReservationReseated')).toBe(2);
});

test('a refusal is told with its reason, and everything stays', async () => {
  const { reseat, hear, stored } = await bought();
  await reseat(['A-1-2'], ['A-1-5'], 'key');
  const refusal = { reason: 'seat-taken' as const, detail: 'Taken: A-1-5.', taken: ['A-1-5'] };
  await hear(sampleEvent(reseatRefused, RESERVATION_ID, { ...ref, n: 1, ...refusal }));
  expect(await reseat(['A-1-2'], ['A-1-5'], 'key')).toMatchObject({
    status: 409,
    body: { code: 'seat-taken', taken: ['A-1-5'] },
  });
  expect(await stored()).toMatchObject({ sale: { seats: ['A-1-1', 'A-1-2'] } });
  expect((await reseat(['A-1-2'], ['A-1-6'])).status).toBe(202);
});

test('while it is under way nothing else is begun, and while anything else is, it is not', async () => {
  const { reseat, send, reseated, stored, hear } = await bought();
  await reseat(['A-1-2'], ['A-1-5']);
  const broken = { reason: 'A seat broke.', refund: 'full', evenIfAdmitted: true };
  const refused = { status: 409, body: { code: 'wrong-state' } };
  expect(await send(postCancellation, {})).toMatchObject(refused);
  expect(await send(postCancellation, { seats: ['A-1-1'] })).toMatchObject(refused);
  expect(await send(postStaffCancellation, broken)).toMatchObject(refused);
  expect(await reseat(['A-1-1'], ['A-1-6'])).toMatchObject(refused);
  await reseated(1, ['A-1-2'], ['A-1-5']);
  expect((await send(postCancellation, { seats: ['A-1-5'] })).status).toBe(202);
  expect(await reseat(['A-1-1'], ['A-1-6'])).toMatchObject(refused);
  await hear(sampleEvent(ticketsVoided, RESERVATION_ID, { ...ref, n: 2 }));
  expect(await reseat(['A-1-1'], ['A-1-6'])).toMatchObject(refused);
  await hear(sampleEvent(seatsReleased, RESERVATION_ID, { ...ref, n: 2 }));
  expect((await reseat(['A-1-1'], ['A-1-5'])).status).toBe(202);
  await reseated(3, ['A-1-1'], ['A-1-5']);
  // The seat that was cancelled was another line's.
  expect((await send(postCancellation, { seats: ['A-1-5'] })).status).toBe(202);
  expect(await stored()).toMatchObject({ status: 'cancelling', cancellation: { n: 4, refund: 340_000 } });
});

test('the theatre’s cancellation ends it, and a late answer changes the names of seats alone', async () => {
  const { reseat, hear, reseated, stored, types } = await bought();
  await reseat(['A-1-2'], ['A-1-5']);
  await hear(sampleEvent(seatsRevoked, RESERVATION_ID, { ...ref, reason: 'performance-cancelled' }));
  expect((await stored()).status).toBe('cancelled');
  await reseated(1, ['A-1-2'], ['A-1-5']);
  expect(await stored()).toMatchObject({ status: 'cancelled', sale: { seats: ['A-1-1', 'A-1-5'] } });
  expect(types().map(([type]) => type)).not.toContain('ReservationReseated');
  const accepted = types().find(([type]) => type === 'CancellationAccepted');
  expect(accepted?.[3]).toEqual(['A-1-1', 'A-1-2']);
});

test.each<[string, string[], string[], object, number]>([
  ['seats it does not have', ['A-1-9'], ['A-1-5'], {}, 409],
  ['fewer seats than it leaves', ['A-1-1', 'A-1-2'], ['A-1-5'], {}, 400],
  ['one seat for two', ['A-1-1', 'A-1-2'], ['A-1-5', 'A-1-5'], {}, 400],
  ['another difference', ['A-1-1'], ['A-1-5'], { difference: 'charge' }, 400],
])('%s: that is not asked of musical', async (_what, from, to, more, status) => {
  const { reseat, published } = await bought();
  expect((await reseat(from, to, undefined, more)).status).toBe(status);
  expect(published()).toEqual([]);
});
