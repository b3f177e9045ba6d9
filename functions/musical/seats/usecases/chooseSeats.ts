import { isoTime } from '../../../../shared/kernel/clock';
import type { Performance } from '../../catalogue/domain/performance';
import { findSeat, type Section } from '../../catalogue/domain/seatMap';
import type { MusicalDeps } from '../../deps';
import { isOverdue, type Refusal, type Wanted } from '../domain/allocation';
import { type Availability, emptyAvailability, lapsedHolds, withAllocation } from '../domain/availability';
import { pickBest } from '../domain/bestAvailable';

/** Tries by the projection, which is cheap and a moment old, before the section's claims themselves are read. */
const TRIES_BY_MAP = 6;

/** The seats to try for: those that were named, or the best free ones; or why there are none. */
export async function chooseSeats(
  deps: MusicalDeps,
  performance: Performance,
  wanted: Wanted,
  attempt: number,
  lost: ReadonlySet<string>,
): Promise<string[] | Refusal> {
  if ('seats' in wanted) {
    const unknown = wanted.seats.filter((seatId) => findSeat(performance.sections, seatId) === undefined);
    if (unknown.length === 0) return [...wanted.seats];
    return { code: 'unknown-seats', detail: `This performance has no seat ${unknown.join(', ')}.` };
  }
  const section = performance.sections.find(({ sectionId }) => sectionId === wanted.sectionId);
  if (section === undefined) {
    return { code: 'unknown-seats', detail: `This performance has no section ${wanted.sectionId}.` };
  }
  return chooseInSection(deps, performance.performanceId, section, wanted.quantity, attempt, lost);
}

async function chooseInSection(
  deps: MusicalDeps,
  performanceId: string,
  section: Section,
  quantity: number,
  attempt: number,
  lost: ReadonlySet<string>,
): Promise<string[] | Refusal> {
  const nowMs = deps.clock.now();
  const { value: map, etag } = await deps.availabilityOf(performanceId);
  const by = { nowMs, attempt, random: deps.random };
  const byMap =
    attempt < TRIES_BY_MAP
      ? pickBest(section, map, quantity, { ...by, isTaken: (id) => lost.has(id) })
      : undefined;
  if (byMap !== undefined) return byMap;

  const soldOut: Refusal = { code: 'sold-out', sectionId: section.sectionId, quantity };
  const picture = `${performanceId}/${section.sectionId}/${etag}/${lapsedHolds(map, nowMs)}`;
  if (deps.shortages.has(picture, quantity)) return soldOut;
  const truth = await mapFromClaims(deps, performanceId, section.sectionId, nowMs);
  const byClaims = pickBest(section, truth, quantity, { ...by, isTaken: () => false });
  if (byClaims !== undefined) return byClaims;
  deps.shortages.add(picture, quantity);
  return soldOut;
}

/** The section as its claims say, in the form of the projection. */
async function mapFromClaims(
  deps: MusicalDeps,
  performanceId: string,
  sectionId: string,
  nowMs: number,
): Promise<Availability> {
  const { claims, live } = await deps.seats.sectionAsRead(performanceId, sectionId);
  const now = isoTime(nowMs);
  const owners = new Set(live.filter((allocation) => !isOverdue(allocation, now)).map(({ id }) => id));
  const taken = claims.filter(({ allocationId }) => owners.has(allocationId));
  return withAllocation(emptyAvailability(performanceId), {
    seats: taken.map(({ seatId }) => seatId),
    turns: taken.map(() => 1),
    phase: 'sold',
    heldUntil: now,
  });
}
