import type { HttpResponseInit } from '@azure/functions';
import type { Endpoint } from '../../shared/http/endpoint';
import { httpHandler } from '../../shared/http/handler';
import { completeMusical, completePerformance, completeTerms } from '../../tests/samples/complete';
import { type RequestParts, sampleInvocation, sampleRequest } from '../../tests/samples/http';
import { NOW, openMusical } from '../../tests/samples/musical';
import { musicalFieldsSchema } from './catalogue/domain/musical';
import { performanceFieldsSchema } from './catalogue/domain/performance';
import type { MusicalDeps } from './deps';
import { musicalEndpoints } from './register';

type Name = keyof typeof musicalEndpoints;
type Reply = { readonly status: number; readonly body: never; readonly etag: string };

/** The calls of the context, through its HTTP edge, by an admin. Each answer is what its own schema says and no more. */
function openCalls() {
  const musical = openMusical(NOW);
  const authenticate = async () => ({ customerId: 'kim', isAdmin: true });
  const deps: MusicalDeps = { ...musical.deps, authenticate };
  const called = new Set<string>();
  const call = async (
    name: Name,
    { body, ...parts }: Omit<RequestParts, 'body'> & { body?: object } = {},
  ) => {
    called.add(name);
    const endpoint: Endpoint<MusicalDeps> = musicalEndpoints[name];
    const { method } = endpoint.spec;
    const text = body === undefined ? {} : { body: JSON.stringify(body) };
    const request = sampleRequest({ method, ...parts, ...text });
    const handled = await httpHandler(deps, endpoint)(request, sampleInvocation().context);
    const answer = handled as HttpResponseInit & { headers: Record<string, string> };
    const status = answer.status ?? 200;
    const told = answer.body === undefined ? undefined : JSON.parse(String(answer.body));
    const schema = endpoint.spec.answers[status]?.body;
    if (schema !== undefined) expect(schema.parse(told)).toEqual(told);
    return { status, body: told as never, etag: answer.headers?.etag ?? '' } satisfies Reply;
  };
  return { ...musical, call, called };
}

const musicalFields = musicalFieldsSchema.parse(completeMusical);
const performanceFields = performanceFieldsSchema.parse(completePerformance);
const { changedAt: _internal, ...shown } = completePerformance;

test('what the box office says of a musical and a performance is told again in full, up to what is sold', async () => {
  const { call, called, deps } = openCalls();
  const made = await call('musicals-post', { body: musicalFields });
  expect(made).toMatchObject({ status: 201, body: musicalFields });
  const { musicalId } = made.body as { musicalId: string };
  const params = { musicalId };
  const version = { 'if-match': made.etag };
  expect(await call('musicals-put', { params, body: musicalFields, headers: version })).toMatchObject({
    status: 200,
    body: musicalFields,
  });
  expect((await call('musicals-get', { params })).body).toEqual({ ...musicalFields, musicalId });
  expect((await call('musicals-list')).body).toEqual({ items: [{ ...musicalFields, musicalId }] });

  const scheduled = await call('performances-post', { params, body: performanceFields });
  const { performanceId } = scheduled.body as { performanceId: string };
  const expected = { ...shown, musicalId, performanceId, capacity: 40 };
  expect(scheduled).toMatchObject({ status: 201, body: expected });
  const of = { params: { performanceId } };
  expect((await call('performances-put', { ...of, body: performanceFields })).body).toEqual(expected);
  expect((await call('performances-get', of)).body).toEqual(expected);
  expect((await call('performances-list', { params })).body).toEqual({ items: [expected] });

  const held = await call('holds-post', { ...of, body: { seats: ['A-1-1'] } });
  expect(held).toMatchObject({ status: 201, body: { performanceId, seats: ['A-1-1'], amount: 170_000 } });
  expect((await call('seats-get', of)).body).toMatchObject({ performanceId, capacity: 40 });
  expect((await call('sales-get', of)).body).toMatchObject({ capacity: 40, held: 1, sold: 0, gross: 0 });

  const { holdId } = held.body as { holdId: string };
  const frozen = (await deps.seats.allocation(performanceId, holdId))?.value.terms;
  expect(frozen).toEqual(completeTerms);
  const hold = { params: { performanceId, holdId } };
  expect((await call('renewal-post', { ...hold, body: {} })).body).toMatchObject({ holdId, renewalsLeft: 1 });
  expect((await call('holds-list', of)).body).toMatchObject({ items: [{ holdId, expiresInSeconds: 600 }] });
  expect(await call('holds-delete', hold)).toMatchObject({ status: 204 });
  expect((await call('performance-cancellation-get', of)).body).toEqual({
    reservations: 0,
    seats: 0,
    refund: 0,
    currency: 'KRW',
  });
  expect(await call('performances-delete', of)).toMatchObject({ status: 204 });
  expect(await call('musicals-delete', { params })).toMatchObject({ status: 204 });
  expect([...called].sort()).toEqual(Object.keys(musicalEndpoints).sort());
});
