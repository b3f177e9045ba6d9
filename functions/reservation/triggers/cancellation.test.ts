import { httpHandler } from '../../../shared/http/handler';
import { react } from '../../../shared/messaging/eventHandler';
import { sampleEvent } from '../../../tests/samples/events';
import { sampleInvocation, sampleRequest } from '../../../tests/samples/http';
import { openReservation } from '../../../tests/samples/openReservation';
import { paidWith, RESERVATION_ID, ticketsAreIssued } from '../../../tests/samples/reservation';
import { ticketsAdmitted, ticketsVoided } from '../../admission/contract';
import { getCancellation, postCancellation } from './cancellation';
import { reservationReactions } from './events';

/** A customer with two seats for 340,000, reserved just now. */
async function bought() {
  const open = openReservation();
  await open.given({ ...paidWith('completed', open.capture()), history: [ticketsAreIssued] });
  const calling = { ...open.deps, authenticate: async () => ({ customerId: 'kim', isAdmin: false }) };
  const send = async (endpoint: object, request: Parameters<typeof sampleRequest>[0]) => {
    const params = { reservationId: RESERVATION_ID };
    const answer = await httpHandler(calling, endpoint as never)(
      sampleRequest({ ...request, params }),
      sampleInvocation().context,
    );
    const { status, body } = answer as { status: number; body: string };
    return { status, body: JSON.parse(body) };
  };
  const of = (n: number) => ({ reservationId: RESERVATION_ID, performanceId: 'm1.p1', n });
  return {
    ...open,
    calling,
    quote: (seats: string) => send(getCancellation, { query: { seats } }),
    cancel: (body: object, key?: string) =>
      send(postCancellation, {
        ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
        body: JSON.stringify(body),
      }),
    voided: (n: number) =>
      react(open.deps, reservationReactions, sampleEvent(ticketsVoided, RESERVATION_ID, of(n))),
    admitted: (n: number) => {
      const data = { ...of(n), seats: ['A-1-1'] };
      return react(open.deps, reservationReactions, sampleEvent(ticketsAdmitted, RESERVATION_ID, data));
    },
  };
}

test('a quote is of the seats that are named, each of which it must have', async () => {
  const { quote } = await bought();
  expect((await quote('A-1-1')).body).toMatchObject({ allowed: true, fee: 0, refund: 170_000 });
  expect((await quote('A-1-1,A-1-2')).body).toMatchObject({ allowed: true, refund: 340_000 });
  expect((await quote('A-1-9')).body).toMatchObject({ allowed: false, fee: 0, refund: 0 });
  expect((await quote('A-1-1,A-1-1')).status).toBe(400);
});

test('some of the seats want an Idempotency-Key, all of them do not', async () => {
  const { cancel, stored } = await bought();
  expect((await cancel({ seats: ['A-1-1'] })).body.code).toBe('idempotency-key-required');
  expect((await stored()).history).toHaveLength(1);
  expect(await cancel({})).toMatchObject({ status: 202, body: { status: 'cancelling' } });
});

test('the same request again is the same cancellation, and the same key for other seats is refused', async () => {
  const { cancel, voided, stored } = await bought();
  expect((await cancel({ seats: ['A-1-1'] }, 'k1')).status).toBe(202);
  await voided(1);
  expect((await cancel({ seats: ['A-1-1'] }, 'k1')).body).toMatchObject({
    seats: ['A-1-2'],
    amount: 170_000,
    cancellation: { fee: 0, refund: 170_000, currency: 'KRW' },
    cancellations: [{ n: 1, seats: ['A-1-1'], refund: 170_000, status: 'refunded' }],
  });
  expect((await cancel({ seats: ['A-1-2'] }, 'k1')).body.code).toBe('idempotency-key-reused');
  expect((await cancel({}, 'k1')).body.code).toBe('idempotency-key-reused');
  expect(await stored()).toMatchObject({ status: 'completed', parts: [{ n: 1 }] });
});

test('given somebody was let in, 409 says so, however often the same request is sent', async () => {
  const { cancel, admitted, calling } = await bought();
  const { sleep } = calling;
  let isAnswered = false;
  Object.assign(calling, {
    sleep: async (ms: number) => {
      await sleep(ms);
      if (!isAnswered) await admitted(1);
      isAnswered = true;
    },
  });
  for (const _again of [1, 2])
    expect(await cancel({ seats: ['A-1-1'] }, 'k1')).toMatchObject({
      status: 409,
      body: { code: 'ticket-admitted' },
    });
});

test('who cancels is shown nothing of what is for staff, or of keys', async () => {
  const { cancel } = await bought();
  const { body } = await cancel({ seats: ['A-1-1'] }, 'k1');
  expect(Object.keys(body.cancellations[0]).sort()).toEqual(
    ['fee', 'n', 'reason', 'refund', 'requestedAt', 'seats', 'status'].sort(),
  );
});
