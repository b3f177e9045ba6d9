import { isoTime } from '../../../../shared/kernel/clock';
import type { Pacing } from '../../../../shared/kernel/pacing';
import type { Performance } from '../../catalogue/domain/performance';
import { findSeat, type Section } from '../../catalogue/domain/seatingPlan';
import type { SeatRequest } from '../../contract';
import type { MusicalDeps } from '../../deps';
import { isOverdue, type SeatRefusal } from '../domain/allocation';
import { type Availability, emptyAvailability, lapsedHolds, withAllocation } from '../domain/availability';
import { pickBest } from '../domain/bestAvailable';

/** Tries by the availability, which is cheap and a moment old, before the section's claims themselves are read. */
const TRIES_BY_AVAILABILITY = 6;

/** Which try it is, from 0, and the seats that the tries before have found taken. */
export type Attempt = { readonly number: number; readonly lost: Set<string> };

export type Choice =
  | { readonly kind: 'chosen'; readonly seats: readonly string[] }
  | { readonly kind: 'refused'; readonly refusal: SeatRefusal };

export type ChoosingDeps = Pacing &
  Pick<MusicalDeps, 'clock' | 'seats' | 'availabilityOf' | 'shortages' | 'contention'>;

const chosen = (seats: readonly string[]): Choice => ({ kind: 'chosen', seats });
const refused = (refusal: SeatRefusal): Choice => ({ kind: 'refused', refusal });
const unknown = (what: string): Choice =>
  refused({ code: 'unknown-seats', detail: `This performance has no ${what}.` });

/** The seats to try for, which are those that were named or the best free ones, or why there are none. */
export async function chooseSeats(
  deps: ChoosingDeps,
  { performanceId, sections }: Performance,
  request: SeatRequest,
  attempt: Attempt,
): Promise<Choice> {
  if ('seats' in request) {
    const missing = request.seats.filter((seatId) => findSeat(sections, seatId) === undefined);
    return missing.length > 0 ? unknown(`seat ${missing.join(', ')}`) : chosen(request.seats);
  }
  const section = sections.find(({ sectionId }) => sectionId === request.sectionId);
  if (section === undefined) return unknown(`section ${request.sectionId}`);
  return chooseInSection(deps, performanceId, section, request.quantity, attempt);
}

async function chooseInSection(
  deps: ChoosingDeps,
  performanceId: string,
  section: Section,
  quantity: number,
  { number, lost }: Attempt,
): Promise<Choice> {
  const nowMs = deps.clock.now();
  const { sectionId } = section;
  const pick = (availability: Availability, isTaken: (seatId: string) => boolean) =>
    pickBest(section, availability, quantity, { nowMs, attempt: number, random: deps.random, isTaken });

  const { value: availability, etag } = await deps.availabilityOf(performanceId);
  const likely =
    number < TRIES_BY_AVAILABILITY ? pick(availability, (seatId) => lost.has(seatId)) : undefined;
  if (likely !== undefined) return chosen(likely);

  const soldOut = refused({ code: 'sold-out', sectionId, quantity });
  const view = `${performanceId}/${sectionId}/${etag}/${lapsedHolds(availability, nowMs)}`;
  if (deps.shortages.has(view, quantity)) return soldOut;
  const certain = pick(await readFromClaims(deps, performanceId, sectionId, nowMs), () => false);
  if (certain !== undefined) return chosen(certain);
  deps.shortages.add(view, quantity);
  return soldOut;
}

/** The availability of a section as its claims say, whatever the projection knows. */
async function readFromClaims(
  { seats }: ChoosingDeps,
  performanceId: string,
  sectionId: string,
  nowMs: number,
): Promise<Availability> {
  const { claims, live } = await seats.sectionAsRead(performanceId, sectionId);
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
