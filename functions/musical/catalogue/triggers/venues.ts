import { z } from 'zod';
import { idFor } from '../../../../shared/cosmos/idempotency';
import { continuedAfter, pageOf } from '../../../../shared/http/continuation';
import { endpoint } from '../../../../shared/http/endpoint';
import { invalidMember } from '../../../../shared/http/request';
import { randomId } from '../../../../shared/kernel/ids';
import type { Versioned } from '../../../../shared/kernel/versioned';
import type { MusicalDeps } from '../../deps';
import { pretixPlanSchema } from '../domain/pretixPlan';
import { readPretix } from '../domain/readPretix';
import { capacityOf } from '../domain/seatingPlan';
import type { House, HouseFields } from '../domain/venue';
import { writePretix } from '../domain/writePretix';
import { createVenue, readVenue, removeVenue, updateVenue } from '../usecases/editVenue';
import { venueSummarySchema } from '../venueStore';
import { houseBody, houseView, importBody, importedView, listOf, venueQuery, venuesQuery } from './schemas';

/** As long as a house of 20,000 seats may be, ours and in the words of another system. */
const MAX_HOUSE = 4_000_000;
const MAX_IMPORT = 12_000_000;

/** What is read from elsewhere has the limits of what is sent, or it could not be sent back. Throws `invalid-request`. */
function withinLimits(fields: HouseFields): HouseFields {
  const { success, error } = houseBody.safeParse(fields);
  if (success) return fields;
  const [issue] = error.issues;
  throw invalidMember('/plan', `Its house has a fault at ${issue?.path.join('/')}: ${issue?.message}`);
}

const viewOf = (house: House) => ({ ...house, capacity: capacityOf(house.sections as never) });

const view = ({ value, etag }: Versioned<House>, status: number, headers: Record<string, string> = {}) => ({
  status,
  body: viewOf(value),
  headers: { etag, ...headers },
});

export const listVenues = endpoint(
  {
    method: 'GET',
    route: 'venues',
    summary: 'Venues by their names, without their seats',
    auth: 'anyone',
    query: venuesQuery,
    answers: { 200: { description: 'A page of venues', body: listOf(venueSummarySchema) } },
  },
  async (deps: MusicalDeps, { query: { limit, continuation } }) => {
    const venues = await deps.venues.list({ after: continuedAfter(continuation), limit });
    const body = pageOf(
      venues,
      limit,
      ({ listKey }) => listKey,
      ({ listKey: _internal, ...venue }) => venue,
    );
    return { status: 200, body };
  },
);

export const getVenue = endpoint(
  {
    method: 'GET',
    route: 'venues/{venueId}',
    summary: 'One venue with its house; `format=pretix` writes it as a seating plan of pretix',
    auth: 'anyone',
    query: venueQuery,
    answers: {
      200: { description: 'The venue', body: z.union([houseView, pretixPlanSchema]) },
      304: { description: 'Not changed' },
    },
  },
  async (deps: MusicalDeps, { params: { venueId = '' }, query: { format }, hasAlready }) => {
    const house = await readVenue(deps, venueId);
    if (hasAlready(house.etag)) return { status: 304, headers: { etag: house.etag } };
    if (format === undefined) return view(house, 200);
    return { status: 200, body: writePretix(house.value), headers: { etag: house.etag } };
  },
);

export const postVenue = endpoint(
  {
    method: 'POST',
    route: 'venues',
    summary: 'Add a venue with its house: rows as they stand, aisles, kinds of seats, where they are',
    auth: 'admin',
    body: houseBody,
    maxBodyLength: MAX_HOUSE,
    idempotencyKey: 'honoured',
    answers: { 201: { description: 'Added; Location says where it is', body: houseView } },
  },
  async (deps: MusicalDeps, { body, caller, idempotencyKey: key, route }) => {
    const request = { customerId: caller.customerId, key, route, body };
    const house = await createVenue(deps, () => idFor(deps.idempotency, request, randomId), body);
    return view(house, 201, { location: `/api/venues/${house.value.venueId}` });
  },
);

export const importVenue = endpoint(
  {
    method: 'POST',
    route: 'venues/import',
    summary: 'Add a venue from a seating plan of pretix; what cannot be kept is named',
    auth: 'admin',
    body: importBody,
    maxBodyLength: MAX_IMPORT,
    idempotencyKey: 'honoured',
    answers: { 201: { description: 'Added; Location says where it is', body: importedView } },
  },
  async (deps: MusicalDeps, { body, caller, idempotencyKey: key, route }) => {
    const { house: drawn, notKept } = readPretix(body.plan);
    const fields = withinLimits({ ...drawn, name: body.name ?? drawn.name, timeZone: body.timeZone });
    const request = { customerId: caller.customerId, key, route, body };
    const house = await createVenue(deps, () => idFor(deps.idempotency, request, randomId), fields);
    const { status, headers } = view(house, 201, { location: `/api/venues/${house.value.venueId}` });
    return { status, headers, body: { ...viewOf(house.value), notKept } };
  },
);

export const putVenue = endpoint(
  {
    method: 'PUT',
    route: 'venues/{venueId}',
    summary: 'Draw the house of a venue anew; performances keep the plan they were made with',
    auth: 'admin',
    body: houseBody,
    maxBodyLength: MAX_HOUSE,
    ifMatch: 'required',
    answers: { 200: { description: 'Changed', body: houseView } },
  },
  async (deps: MusicalDeps, { params: { venueId = '' }, body, ifMatch }) =>
    view(await updateVenue(deps, venueId, body, ifMatch), 200),
);

export const deleteVenue = endpoint(
  {
    method: 'DELETE',
    route: 'venues/{venueId}',
    summary: 'Remove a venue in which nothing is still to come',
    auth: 'admin',
    ifMatch: 'honoured',
    answers: { 204: { description: 'Gone' } },
    problems: ['in-use'],
  },
  async (deps: MusicalDeps, { params: { venueId = '' }, ifMatch }) => {
    await removeVenue(deps, venueId, ifMatch);
    return { status: 204 };
  },
);
