import { httpHandler } from '../../../shared/http/handler';
import { react } from '../../../shared/messaging/eventHandler';
import { sampleEvent } from '../../../tests/samples/events';
import { sampleInvocation, sampleRequest } from '../../../tests/samples/http';
import { openReservation } from '../../../tests/samples/openReservation';
import { inStatus, paidWith, RESERVATION_ID, ticketsAreIssued } from '../../../tests/samples/reservation';
import { ticketsAdmitted, ticketsVoided } from '../../admission/contract';
import { seatsRevoked } from '../../musical/contract';
import type { Reservation } from '../domain/reservation';
import { readTimeline } from '../usecases/readTimeline';
import { reservationReactions } from './events';
import { postSettlement, postStaffCancellation } from './staffCancellation';

const QUIET_MS = 5 * 60 * 1000;
const broken = { reason: 'A seat broke.', refund: 'full', evenIfAdmitted: true } as const;

/** Staff act, who may do more than the terms say. */
async function boxOffice(...given: readonly Reservation[]) {
  const open = openReservation();
  const who = { customerId: 'staff', isAdmin: true, isBoxOffice: true };
  await open.given(...given);
  const calling = {
    ...open.deps,
    authenticate: async () => who,
  };
  let keys = 0;
  const send = async (endpoint: object, body: object, params: object, key = `k${++keys}`) => {
    const request = sampleRequest({
      headers: { 'idempotency-key': key },
      params: { reservationId: RESERVATION_ID, ...params },
      body: JSON.stringify(body),
    });
    const answer = await httpHandler(calling, endpoint as never)(request, sampleInvocation().context);
    const { status, body: text } = answer as { status: number; body: string };
    return { status, body: JSON.parse(text) };
  };
  return {
    ...open,
    who,
    cancel: (body: object, key?: string) => send(postStaffCancellation, body, {}, key),
    settle: (note: string, n = '1') => send(postSettlement, { note }, { n }),
    later: (ms: number) => {
      open.clock.nowMs += ms;
    },
  };
}

/** A completed reservation whose money the provider has. */
async function bought() {
  const office = await boxOffice();
  const paymentKey = office.capture();
  await office.given({ ...paidWith('completed', paymentKey), history: [ticketsAreIssued] });
  return { ...office, paymentKey };
}

test.each([
  ['full', 0],
  ['none', 340_000],
] as const)(
  'when its terms allow nothing any more, staff can cancel it with the refund %s',
  async (refund, kept) => {
    const { cancel, clock, stored, payment, paymentKey } = await bought();
    clock.nowMs = Date.parse('2026-12-24T12:00:00.000Z');
    expect((await cancel({ ...broken, refund: 'policy' })).body.code).toBe('cancellation-closed');
    expect((await cancel({ ...broken, refund })).status).toBe(202);
    expect(await stored()).toMatchObject({
      status: 'cancelled',
      cancellation: { reason: 'theatre', note: 'A seat broke.', fee: kept, refund: 340_000 - kept },
    });
    expect(payment.balance(paymentKey)).toBe(kept);
  },
);

test('a cancellation by the terms costs what they say', async () => {
  const { cancel, clock, stored } = await bought();
  clock.nowMs = Date.parse('2026-12-23T03:00:00.000Z');
  await cancel({ ...broken, refund: 'policy' });
  expect(await stored()).toMatchObject({ cancellation: { fee: 102_000, refund: 238_000 } });
});

test('the same request again changes nothing, another one with its key is refused', async () => {
  const { cancel, published } = await bought();
  await cancel(broken, 'key');
  expect((await cancel(broken, 'key')).status).toBe(202);
  expect((await cancel({ ...broken, refund: 'none' }, 'key')).body.code).toBe('idempotency-key-reused');
  expect(published().map(({ type }) => type)).toEqual([
    'CancellationAccepted',
    'ReservationRevoked',
    'ReservationCancelled',
  ]);
});

test('what staff write is for staff', async () => {
  const { cancel, deps, stored } = await bought();
  const { body } = await cancel(broken);
  expect(JSON.stringify(body)).not.toContain('broke');
  const pending = { about: async () => [] };
  const timeline = await readTimeline(
    { pending, noticesOf: async () => [], ...deps } as never,
    await stored(),
  );
  expect(timeline.why).toContain('A seat broke.');
});

test('settled otherwise: no refund is asked for from then on, and it counts when none can be under way', async () => {
  const { cancel, sweep, stored, payment, published, later, paymentKey } = await bought();
  await cancel({ ...broken, settledOtherwise: 'By bank transfer.' });
  await sweep();
  expect((await stored()).status).toBe('cancelling');
  later(QUIET_MS);
  await sweep();
  expect(await stored()).toMatchObject({
    status: 'cancelled',
    cancellation: { refund: 340_000, settledOtherwise: { amount: 340_000, note: 'By bank transfer.' } },
  });
  expect((await stored()).history.map(({ type }) => type)).toContain('SettledOtherwise');
  expect(payment.refundKeys).toEqual([]);
  expect(payment.balance(paymentKey)).toBe(340_000);
  expect(published().at(-1)).toMatchObject({ type: 'ReservationCancelled', data: { refund: 340_000 } });
});

test('a cancellation after one that was put back is settled by its own number', async () => {
  const { given, settle, stored, capture } = await boxOffice();
  const cancelling = paidWith('cancelling', capture());
  await given({ ...cancelling, cancellation: { ...cancelling.cancellation, n: 2, reason: 'theatre' } });
  expect((await settle('Paid at the counter.', '1')).status).toBe(404);
  expect((await settle('Paid at the counter.', '2')).status).toBe(202);
  expect(await stored()).toMatchObject({ cancellation: { settling: { note: 'Paid at the counter.' } } });
});

test('given the provider refuses for good, staff settle the cancellation by its number, and nobody pays twice', async () => {
  const { cancel, settle, sweep, stored, payment, later, paymentKey } = await bought();
  payment.engine.changeFaults({ refuseCancels: 2 });
  await cancel(broken);
  await sweep();
  expect((await settle('Paid at the counter.', '2')).status).toBe(404);
  expect((await settle('Paid at the counter.')).status).toBe(202);
  const asked = payment.refundKeys.length;
  later(QUIET_MS);
  await sweep();
  expect(await stored()).toMatchObject({ cancellation: { settledOtherwise: { amount: 340_000 } } });
  expect(payment.refundKeys).toHaveLength(asked);
  expect(payment.balance(paymentKey)).toBe(340_000);
});

test('given a refund was made after all, it is one, and nothing counts as settled otherwise', async () => {
  const { cancel, settle, sweep, stored, payment, later, paymentKey } = await bought();
  payment.engine.changeFaults({ refuseCancels: 1 });
  await cancel(broken);
  await settle('By bank transfer.');
  payment.engine.cancel(paymentKey, { cancelReason: 'late', cancelAmount: 340_000 });
  later(QUIET_MS);
  await sweep();
  const after = await stored();
  expect(after).toMatchObject({ status: 'cancelled' });
  expect(JSON.stringify(after)).not.toContain('settledOtherwise');
  expect(after.history.map(({ type }) => type)).toContain('RefundMade');
  expect((await settle('By bank transfer.')).body.code).toBe('wrong-state');
});

test('given a part was refunded, the rest is settled otherwise', async () => {
  const { cancel, sweep, stored, payment, later, paymentKey } = await bought();
  payment.engine.refundAtDesk(paymentKey, { amount: 40_000 });
  await cancel({ ...broken, settledOtherwise: 'By bank transfer.' });
  later(QUIET_MS);
  await sweep();
  expect(await stored()).toMatchObject({ cancellation: { settledOtherwise: { amount: 300_000 } } });
});

test('as long as the provider says that a refund is under way, or nothing at all, nothing counts', async () => {
  const { deps, cancel, sweep, stored, later } = await bought();
  await cancel({ ...broken, settledOtherwise: 'By bank transfer.' });
  const { find } = deps.payments;
  const answers = [
    async () => ({ kind: 'unknown' }),
    async (key: string) => ({ ...(await find(key)), isRefundUnderWay: true }),
  ];
  for (const answer of answers) {
    Object.assign(deps.payments, { find: answer });
    later(QUIET_MS);
    await sweep();
    expect((await stored()).status).toBe('cancelling');
  }
  Object.assign(deps.payments, { find });
  await sweep();
  expect((await stored()).status).toBe('cancelled');
});

test.each(['placed', 'held'] as const)('what is %s is cancelled without money', async (status) => {
  const { cancel, stored } = await boxOffice(inStatus[status]);
  expect((await cancel({ ...broken, settledOtherwise: 'Nothing.' })).status).toBe(202);
  expect(await stored()).toMatchObject({
    status: 'cancelled',
    cancellation: { reason: 'theatre', refund: 0 },
  });
});

test.each(['rejected', 'expired'] as const)(
  'there is nothing to cancel or to settle of what is %s',
  async (status) => {
    const { cancel, settle } = await boxOffice(inStatus[status]);
    expect((await cancel(broken)).body.code).toBe('wrong-state');
    expect((await settle('Paid.')).body.code).toBe('wrong-state');
  },
);

test('nothing is settled of what is not cancelled', async () => {
  const { settle, stored } = await bought();
  expect((await settle('Paid.')).body.code).toBe('wrong-state');
  expect((await stored()).status).toBe('completed');
});

describe('unless staff mean whoever is in the house too', () => {
  const careful = { reason: 'A seat broke.', refund: 'full' } as const;
  const of = { reservationId: RESERVATION_ID, performanceId: inStatus.completed.performanceId, n: 1 };
  const types = (published: readonly { readonly type: string }[]) => published.map(({ type }) => type);

  test('nothing is refunded and nobody is told before the tickets are void', async () => {
    const { cancel, deps, stored, payment, published, paymentKey } = await bought();
    expect(await cancel(careful)).toMatchObject({ status: 202, body: { status: 'cancelling' } });
    expect(published()).toMatchObject([
      { type: 'CancellationAccepted', data: { n: 1, evenIfAdmitted: false } },
    ]);
    expect(payment.balance(paymentKey)).toBe(340_000);
    await react(deps, reservationReactions, sampleEvent(ticketsVoided, RESERVATION_ID, of));
    expect(await stored()).toMatchObject({ status: 'cancelled', cancellation: { reason: 'theatre' } });
    expect(payment.balance(paymentKey)).toBe(0);
    expect(types(published())).toEqual([
      'CancellationAccepted',
      'ReservationRevoked',
      'ReservationCancelled',
    ]);
  });

  test('who has been let in keeps the seats, and nothing is refunded', async () => {
    const { cancel, deps, stored, payment, published, paymentKey } = await bought();
    await cancel(careful);
    const event = sampleEvent(ticketsAdmitted, RESERVATION_ID, { ...of, seats: ['A-1-1'] });
    await react(deps, reservationReactions, event);
    expect(await stored()).toMatchObject({ status: 'completed' });
    expect(payment.balance(paymentKey)).toBe(340_000);
    expect(types(published())).toEqual(['CancellationAccepted', 'CancellationPutBack']);
  });
});

test.each([
  [{ refund: 'full' }, 403],
  [{ refund: 'none' }, 403],
  [{ refund: 'policy', evenIfAdmitted: true }, 403],
  [{ refund: 'policy', evenIfAdmitted: false }, 202],
  [{ refund: 'policy' }, 202],
])('the box office cancels by the terms alone: %j is answered %i', async (asked, expected) => {
  const { cancel, who, stored } = await bought();
  who.isAdmin = false;
  expect((await cancel({ reason: 'The customer asked.', ...asked })).status).toBe(expected);
  expect((await stored()).status).toBe(expected === 202 ? 'cancelling' : 'completed');
});

describe('some of the seats', () => {
  const oneSeat = { ...broken, seats: ['A-1-1'] };

  test('are cancelled beyond the terms while the rest stays, and the same request again changes nothing', async () => {
    const { cancel, clock, stored, payment, paymentKey } = await bought();
    clock.nowMs = Date.parse('2026-12-24T12:00:00.000Z');
    for (const _again of [1, 2]) expect((await cancel(oneSeat, 'k')).status).toBe(202);
    expect(await stored()).toMatchObject({
      status: 'completed',
      parts: [{ n: 1, seats: ['A-1-1'], reason: 'theatre', fee: 0, refund: 170_000, status: 'refunded' }],
    });
    expect(payment.balance(paymentKey)).toBe(170_000);
    expect((await cancel(oneSeat)).body.code).toBe('wrong-state');
  });

  test('are settled otherwise by their number, and what is cancelled after them is refunded by the provider', async () => {
    const { cancel, settle, sweep, stored, payment, later, paymentKey } = await bought();
    payment.engine.changeFaults({ refuseCancels: 1 });
    await cancel(oneSeat);
    expect(await stored()).toMatchObject({ parts: [{ status: 'accepted' }] });
    expect((await settle('Paid at the counter.')).status).toBe(202);
    await cancel({ ...broken, seats: ['A-1-2'] });
    expect(await stored()).toMatchObject({ status: 'cancelling', cancellation: { n: 2, refund: 340_000 } });
    later(QUIET_MS);
    await sweep();
    expect(await stored()).toMatchObject({
      status: 'cancelled',
      parts: [{ status: 'settled-otherwise', settledOtherwise: { amount: 170_000 } }],
    });
    expect(payment.balance(paymentKey)).toBe(170_000);
    expect((await settle('Paid at the counter.')).status).toBe(202);
    expect((await settle('Again.', '2')).body.code).toBe('wrong-state');
    expect((await settle('Again.', '3')).status).toBe(404);
  });

  test('are paid back otherwise from the start, and no refund is asked for', async () => {
    const { cancel, sweep, stored, payment, later } = await bought();
    await cancel({ ...oneSeat, settledOtherwise: 'In cash.' });
    later(QUIET_MS);
    await sweep();
    expect(await stored()).toMatchObject({ status: 'completed', parts: [{ status: 'settled-otherwise' }] });
    expect(payment.refundKeys).toEqual([]);
  });

  test('what the theatre cancels then leaves what staff have begun to pay back otherwise', async () => {
    const { cancel, deps, sweep, stored, payment, later, paymentKey } = await bought();
    await cancel({ ...oneSeat, settledOtherwise: 'In cash.' });
    await react(deps, reservationReactions, sampleEvent(ticketsVoided, RESERVATION_ID, voidedFirst));
    await react(deps, reservationReactions, sampleEvent(seatsRevoked, RESERVATION_ID, cancelledShow));
    later(QUIET_MS);
    await sweep();
    expect(await stored()).toMatchObject({
      status: 'cancelled',
      parts: [{ status: 'settled-otherwise' }],
      cancellation: { fee: 0, refund: 340_000 },
    });
    expect(payment.balance(paymentKey)).toBe(170_000);
  });
});

const ofIt = { reservationId: RESERVATION_ID, performanceId: inStatus.completed.performanceId };
const voidedFirst = { ...ofIt, n: 1 };
const cancelledShow = { ...ofIt, reason: 'performance-cancelled' } as const;
