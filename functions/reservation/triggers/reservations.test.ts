import { httpHandler } from '../../../shared/http/handler';
import { digest } from '../../../shared/kernel/ids';
import { sampleInvocation, sampleRequest } from '../../../tests/samples/http';
import { openReservation } from '../../../tests/samples/openReservation';
import { postReservation } from './reservations';

/** Kim asks for a reservation. */
function openCalls() {
  const { deps, database } = openReservation();
  const calling = { ...deps, authenticate: async () => ({ customerId: 'kim', isAdmin: false }) };
  const post = async (body: object) => {
    const headers = { 'idempotency-key': 'k' };
    const request = sampleRequest({ path: 'reservations', headers, body: JSON.stringify(body) });
    const answer = await httpHandler(calling, postReservation)(request, sampleInvocation().context);
    const { status, body: text } = answer as { status: number; body: string };
    return { status, body: JSON.parse(text) };
  };
  return { post, database };
}

test('a performance that does not exist is told at once, and nothing is left of the request', async () => {
  const { post, database } = openCalls();
  const unknown = await post({ performanceId: 'nix.nix', seats: ['전화_010-1234-5678_로_즉시_연락'] });
  expect(unknown).toMatchObject({ status: 404, body: { code: 'not-found' } });
  for (const name of ['reservations', 'idempotency'] as const)
    expect(database.query(name, undefined, 'SELECT * FROM c', [])).toEqual([]);
  expect((await post({ performanceId: 'm1.p1', seats: ['A-1-1'] })).status).toBe(202);
});

test('a hold whose id somebody made up with words in it is nobody’s', async () => {
  const { post } = openCalls();
  const random = 'call-010-1234-56';
  const holdId = random + digest([random, 'kim', 'm1.p1'], 13);
  expect(await post({ performanceId: 'm1.p1', holdId })).toMatchObject({ status: 403 });
});
