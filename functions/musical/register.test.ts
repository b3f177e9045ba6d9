import type { HttpResponseInit } from '@azure/functions';
import type { Endpoint } from '../../shared/http/endpoint';
import { httpHandler } from '../../shared/http/handler';
import {
  completeHouse,
  completeMusical,
  completePerformance,
  completeTerms,
} from '../../tests/samples/complete';
import { type RequestParts, sampleInvocation, sampleRequest } from '../../tests/samples/http';
import { NOW, openMusical } from '../../tests/samples/musical';
import { musicalFieldsSchema } from './catalogue/domain/musical';
import { performanceFieldsSchema } from './catalogue/domain/performance';
import type { MusicalDeps } from './deps';
import { posterEndpoints } from './posters/endpoints';
import { musicalEndpoints } from './register';

const PRETIX = {
  name: 'Hall',
  categories: [{ name: 'R' }],
  zones: [
    { name: 'A', rows: [{ row_number: '1', seats: [{ seat_guid: 'x', seat_number: '1', category: 'R' }] }] },
  ],
};

/** Those of a poster's file speak no JSON; tests/flow/poster tries them. */
type Name = Exclude<keyof typeof musicalEndpoints, keyof typeof posterEndpoints>;
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
const { venueId: _given, ...houseFields } = completeHouse;
const {
  changedAt: _internal,
  sections: _withCounts,
  plan: _id,
  moves: _moves,
  ...shown
} = completePerformance;

test('what the box office says of a musical, a venue and a performance is told again in full, up to what is sold', async () => {
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

  const built = await call('venues-post', { body: houseFields });
  const { venueId } = built.body as { venueId: string };
  const venue = { ...houseFields, venueId, capacity: 23 };
  expect(built).toMatchObject({ status: 201, body: venue });
  const here = { params: { venueId } };
  const drawn = { body: houseFields, headers: { 'if-match': built.etag } };
  expect((await call('venues-put', { ...here, ...drawn })).body).toEqual(venue);
  expect((await call('venues-get', here)).body).toEqual(venue);
  const { name, timeZone, floors } = houseFields;
  expect((await call('venues-list')).body).toEqual({
    items: [{ venueId, name, timeZone, floors, capacity: 23 }],
  });
  const imported = await call('venues-import', { body: { format: 'pretix', plan: PRETIX } });
  expect(imported).toMatchObject({ status: 201, body: { name: 'Hall', capacity: 1, notKept: [] } });

  const { sections: _drawn, ...terms } = performanceFieldsSchema.parse(completePerformance);
  const performanceFields = { ...terms, venueId };
  const scheduled = await call('performances-post', { params, body: performanceFields });
  const { performanceId } = scheduled.body as { performanceId: string };
  const expected = { ...shown, musicalId, performanceId, venueId, capacity: 23 };
  expect(scheduled).toMatchObject({ status: 201, body: expected });
  const of = { params: { performanceId } };
  const told = (await call('performances-put', { ...of, body: performanceFields })).body;
  expect(told).toMatchObject(expected);
  expect((await call('performances-get', of)).body).toEqual(told);
  const { outline, tiers: _tiers, ...listed } = expected;
  const left = {
    available: 23,
    byTier: { VIP: { available: 3, capacity: 3 }, R: { available: 20, capacity: 20 } },
  };
  expect((await call('performances-list', { params })).body).toEqual({
    items: [{ ...listed, ...left, saleState: 'on-sale' }],
  });
  const { plan: version1, sections } = told as { plan: string; sections: object[] };
  expect((await call('plan-get', of)).body).toMatchObject({ version: version1, ...outline, sections });
  expect((await call('availability-get', of)).body).toEqual({
    plan: version1,
    capacity: 23,
    ...left,
    marks: { A: { 1: '000' }, S: '0'.repeat(20) },
  });

  const held = await call('holds-post', { ...of, body: { seats: ['A-1-1'] } });
  expect(held).toMatchObject({ status: 201, body: { performanceId, seats: ['A-1-1'], amount: 171_000 } });
  expect((await call('seats-get', of)).body).toMatchObject({ performanceId, capacity: 23 });
  expect((await call('sales-get', of)).body).toMatchObject({ capacity: 23, held: 1, sold: 0, gross: 0 });

  const why = { reason: 'House seats', note: 'For the author' };
  const withhold = { ...of, body: { seats: ['A-1-1', 'S-1', 'S-2'], ...why } };
  expect((await call('withheld-post', withhold)).body).toEqual({
    seats: ['S-1', 'S-2'],
    taken: ['A-1-1'],
  });
  expect((await call('withheld-list', of)).body).toMatchObject({
    items: [{ seats: ['S-1', 'S-2'], ...why }],
  });
  expect((await call('sales-get', of)).body).toMatchObject({ available: 20, held: 1, withheld: 2 });
  expect((await call('staff-seats-get', of)).body).toMatchObject({ plan: version1, capacity: 23 });
  const back = { ...of, body: { seats: ['A-1-1', 'S-2'] } };
  expect((await call('withheld-return-post', back)).body).toEqual({ seats: ['S-2'] });

  const { holdId } = held.body as { holdId: string };
  const frozen = (await deps.seats.allocation(performanceId, holdId))?.value.terms;
  expect(frozen).toEqual(completeTerms);
  const hold = { params: { performanceId, holdId } };
  expect((await call('renewal-post', { ...hold, body: {} })).body).toMatchObject({ holdId, renewalsLeft: 1 });
  expect((await call('holds-list', of)).body).toMatchObject({ items: [{ holdId, expiresInSeconds: 600 }] });
  expect(await call('holds-delete', hold)).toMatchObject({ status: 204 });
  expect(await call('venues-delete', here)).toMatchObject({ status: 409, body: { code: 'in-use' } });
  expect((await call('performance-cancellation-get', of)).body).toEqual({
    reservations: 0,
    seats: 0,
    refund: 0,
    currency: 'KRW',
  });
  expect(await call('performances-delete', of)).toMatchObject({ status: 204 });
  expect(await call('venues-delete', here)).toMatchObject({ status: 204 });
  expect(await call('musicals-delete', { params })).toMatchObject({ status: 204 });
  const posters = Object.keys(posterEndpoints);
  expect([...called, ...posters].sort()).toEqual(Object.keys(musicalEndpoints).sort());
});
