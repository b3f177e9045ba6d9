import { isoTime } from '../../../../shared/kernel/clock';
import { tiersIn } from '../../catalogue/domain/paintPlan';
import type { Performance } from '../../catalogue/domain/performance';
import { findSeat, type Section } from '../../catalogue/domain/seatingPlan';
import type { RequestByQuantity, SeatRequest } from '../../contract';
import type { MusicalDeps } from '../../deps';
import { isOverdue, type SeatRefusal } from '../domain/allocation';
import { type Availability, emptyAvailability, lapsedHolds, withAllocation } from '../domain/availability';
import { pickBest } from '../domain/bestAvailable';
import { type AvailabilityDeps, readAvailability } from './readAvailability';

/** Tries by the availability, which is cheap and a moment old, before the section's claims themselves are read. */
const TRIES_BY_AVAILABILITY = 6;

/** Which try it is, from 0, and the seats that the tries before have found taken. */
export type Attempt = { readonly number: number; readonly lost: Set<string> };

export type Choice =
  | { readonly kind: 'chosen'; readonly seats: readonly string[] }
  | { readonly kind: 'refused'; readonly refusal: SeatRefusal };

export type ChoosingDeps = AvailabilityDeps & Pick<MusicalDeps, 'clock' | 'shortages'>;

const chosen = (seats: readonly string[]): Choice => ({ kind: 'chosen', seats });
const refused = (refusal: SeatRefusal): Choice => ({ kind: 'refused', refusal });
const unknown = (what: string): Choice =>
  refused({ code: 'unknown-seats', detail: `This performance has no ${what}.` });

/** The seats to try for, which are those that were named or the best free ones, or why there are none. */
export async function chooseSeats(
  deps: ChoosingDeps,
  performance: Performance,
  request: SeatRequest,
  attempt: Attempt,
): Promise<Choice> {
  const { sections } = performance;
  if ('seats' in request) {
    const missing = request.seats.filter((seatId) => findSeat(sections, seatId) === undefined);
    return missing.length > 0 ? unknown(`seat ${missing.join(', ')}`) : chosen(request.seats);
  }
  const { sectionId, tier } = request;
  const inSection = sections.filter((section) => sectionId === undefined || section.sectionId === sectionId);
  if (inSection.length === 0) return unknown(`section ${sectionId}`);
  const among = inSection.filter((section) => tier === undefined || tiersIn(section).has(tier));
  if (among.length === 0) return unknown(`tier ${tier} there`);
  return chooseAmong(deps, performance, among, request, attempt);
}

async function chooseAmong(
  deps: ChoosingDeps,
  performance: Performance,
  among: readonly Section[],
  request: RequestByQuantity,
  { number, lost }: Attempt,
): Promise<Choice> {
  const nowMs = deps.clock.now();
  const pick = (availability: Availability, isTaken?: (seatId: string) => boolean) =>
    pickBest(among, availability, request, { nowMs, attempt: number, random: deps.random, isTaken });

  const { value: availability, etag } = await readAvailability(deps, performance);
  const likely =
    number < TRIES_BY_AVAILABILITY
      ? pick(availability, lost.size > 0 ? (seatId) => lost.has(seatId) : undefined)
      : undefined;
  if (likely !== undefined) return chosen(likely);

  const soldOut = refused({ code: 'sold-out', ...request });
  const { quantity, sectionId, tier, kinds } = request;
  const asked = JSON.stringify([sectionId, tier, kinds]);
  const view = `${performance.performanceId}/${asked}/${etag}/${lapsedHolds(availability, nowMs)}`;
  if (deps.shortages.has(view, quantity)) return soldOut;
  const certain = pick(await readFromClaims(deps, performance, among, nowMs));
  if (certain !== undefined) return chosen(certain);
  deps.shortages.add(view, quantity);
  return soldOut;
}

/** The availability of these sections as their claims say, whatever the projection knows. */
async function readFromClaims(
  { seats }: ChoosingDeps,
  { performanceId, sections }: Performance,
  among: readonly Section[],
  nowMs: number,
): Promise<Availability> {
  const now = isoTime(nowMs);
  let availability = emptyAvailability(performanceId);
  for (const { sectionId } of among) {
    const { claims, live } = await seats.sectionAsRead(performanceId, sectionId);
    const owners = new Set(live.filter((allocation) => !isOverdue(allocation, now)).map(({ id }) => id));
    const taken = claims.filter(({ allocationId }) => owners.has(allocationId));
    const sold = { phase: 'sold', heldUntil: now } as const;
    const asOne = { ...sold, seats: taken.map(({ seatId }) => seatId), turns: taken.map(() => 1) };
    availability = withAllocation(availability, asOne, sections);
  }
  return availability;
}
