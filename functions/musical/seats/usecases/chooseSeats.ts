import { isoTime } from '../../../../shared/kernel/time';
import { tiersIn } from '../../catalogue/domain/paintPlan';
import type { Performance } from '../../catalogue/domain/performance';
import { findSeat, type Section } from '../../catalogue/domain/seatingPlan';
import type { RequestByQuantity, SeatRequest } from '../../contract';
import type { MusicalDeps } from '../../deps';
import type { SeatRefusal } from '../domain/allocation';
import { type Availability, emptyAvailability, withAllocation } from '../domain/availability';
import { pickBest } from '../domain/bestAvailable';
import { type AvailabilityDeps, readAvailability } from './readAvailability';

/** Tries by the availability, which is cheap and a moment old, before the section's claims themselves are read. */
const TRIES_BY_AVAILABILITY = 6;

/** Which try it is, from 0, and the seats that the tries before have found taken. */
export type Attempt = { readonly number: number; readonly lost: Set<string> };

export type Choice =
  | { readonly kind: 'chosen'; readonly seats: readonly string[] }
  | { readonly kind: 'refused'; readonly refusal: SeatRefusal };

export type ChoosingDeps = AvailabilityDeps & Pick<MusicalDeps, 'clock' | 'lookAtSection' | 'contention'>;

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
  const isTaken = lost.size > 0 ? (seatId: string) => lost.has(seatId) : undefined;
  const by = { nowMs: deps.clock.now(), attempt: number, random: deps.random, isTaken };
  if (number < TRIES_BY_AVAILABILITY) {
    const { value: availability } = await readAvailability(deps, performance);
    const likely = pickBest(among, availability, request, by);
    if (likely !== undefined) return chosen(likely);
  }
  const certain = pickBest(among, await readFromClaims(deps, performance, among), request, by);
  return certain === undefined ? refused({ code: 'sold-out', ...request }) : chosen(certain);
}

/** The availability of these sections as their claims say, whatever the projection knows. */
async function readFromClaims(
  { lookAtSection, clock }: ChoosingDeps,
  { performanceId, sections }: Performance,
  among: readonly Section[],
): Promise<Availability> {
  const looks = among.map(({ sectionId }) => lookAtSection(performanceId, sectionId));
  const seats = (await Promise.all(looks)).flat();
  const sold = { phase: 'sold', heldUntil: isoTime(clock.now()) } as const;
  const asOne = { ...sold, seats, turns: seats.map(() => 1) };
  return withAllocation(emptyAvailability(performanceId), asOne, sections);
}
