import { isDeepStrictEqual } from 'node:util';
import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import { checkIfMatch, stale } from '../../../../shared/http/ifMatch';
import { invalidMember } from '../../../../shared/http/request';
import type { Pacing } from '../../../../shared/kernel/pacing';
import { isoTime } from '../../../../shared/kernel/time';
import type { Versioned } from '../../../../shared/kernel/versioned';
import { problem } from '../../../problems';
import type { MusicalDeps } from '../../deps';
import { faultInPlan } from '../domain/checkPlan';
import type { House, HouseFields } from '../domain/venue';
import { expectStored } from './readCatalogue';

type Deps = Pacing & Pick<MusicalDeps, 'venues' | 'catalogue' | 'clock'>;

/** A document of Cosmos DB has two megabytes. What else lies in it is small. */
const MAX_BYTES = 1_900_000;

/** Throws `invalid-request`. */
function checkHouse(fields: HouseFields): void {
  const fault = faultInPlan(fields.sections, fields.floors);
  if (fault !== undefined) throw invalidMember(fault.pointer, fault.detail);
  if (Buffer.byteLength(JSON.stringify(fields)) > MAX_BYTES)
    throw invalidMember(
      '/sections',
      `The house takes more than ${MAX_BYTES} bytes. Write positions with fewer digits.`,
    );
}

/** Throws `not-found`. */
export async function readVenue(
  { venues }: Pick<MusicalDeps, 'venues'>,
  venueId: string,
): Promise<Versioned<House>> {
  const house = await venues.house(venueId);
  if (house === undefined) throw problem('not-found', `There is no venue ${venueId}.`);
  return house;
}

/** Creates the venue. A call that is repeated with the same id finds it. Throws `invalid-request`. */
export async function createVenue(
  { venues }: Pick<MusicalDeps, 'venues'>,
  newId: () => Promise<string>,
  fields: HouseFields,
): Promise<Versioned<House>> {
  checkHouse(fields);
  const venueId = await newId();
  await venues.create({ ...fields, venueId });
  return expectStored(await venues.house(venueId));
}

/**
 * Draws the house anew. Performances keep the plan and the names they were made with. Throws `not-found`, `stale`,
 * `invalid-request`.
 */
export async function updateVenue(
  deps: Deps,
  venueId: string,
  fields: HouseFields,
  ifMatch: string | undefined,
): Promise<Versioned<House>> {
  checkHouse(fields);
  const value = { ...fields, venueId };
  await untilCommitted(deps, `venue ${venueId}`, async () => {
    const stored = await readVenue(deps, venueId);
    if (isDeepStrictEqual(stored.value, value)) return 'unchanged';
    checkIfMatch(stored.etag, ifMatch);
    return deps.venues.replace({ ...stored, value });
  });
  return readVenue(deps, venueId);
}

/**
 * Removes the venue. What was played there keeps its plan. Throws `in-use` as long as a performance is to come there,
 * `not-found`, `stale`.
 */
export async function removeVenue(deps: Deps, venueId: string, ifMatch: string | undefined): Promise<void> {
  const stored = await readVenue(deps, venueId);
  checkIfMatch(stored.etag, ifMatch);
  if (await deps.catalogue.isPlayedIn(venueId, isoTime(deps.clock.now())))
    throw problem('in-use', 'A performance is still to come there. Cancel it, or move it to another venue.');
  const outcome = await deps.venues.remove(stored);
  if (outcome === 'conflict' && (await deps.venues.house(venueId)) !== undefined) throw stale();
}
