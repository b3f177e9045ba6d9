import type { Pacing } from '../../../../shared/kernel/pacing';
import type { Performance } from '../../catalogue/domain/performance';
import { findSeat, type Section } from '../../catalogue/domain/seatingPlan';
import type { SeatRequest } from '../../contract';
import type { MusicalDeps } from '../../deps';
import type { SeatRefusal } from '../domain/allocation';
import { pickBest } from '../domain/bestAvailable';

/** Tries by the availability, which is cheap and a moment old, before the section's claims themselves are read. */
const TRIES_BY_AVAILABILITY = 6;

/** Which try it is, from 0, and the seats that the tries before have found taken. */
export type Attempt = { readonly number: number; readonly lost: Set<string> };

export type Choice =
  | { readonly kind: 'chosen'; readonly seats: readonly string[] }
  | { readonly kind: 'refused'; readonly refusal: SeatRefusal };

export type ChoosingDeps = Pacing &
  Pick<MusicalDeps, 'clock' | 'seats' | 'availabilityOf' | 'lookAtSection' | 'contention'>;

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
  const { sectionId } = section;
  const by = {
    nowMs: deps.clock.now(),
    attempt: number,
    random: deps.random,
    isTaken: (seatId: string) => lost.has(seatId),
  };
  if (number < TRIES_BY_AVAILABILITY) {
    const { value: availability } = await deps.availabilityOf(performanceId);
    const likely = pickBest(section, availability, quantity, by);
    if (likely !== undefined) return chosen(likely);
  }
  const certain = pickBest(section, await deps.lookAtSection(performanceId, sectionId), quantity, by);
  return certain === undefined ? refused({ code: 'sold-out', sectionId, quantity }) : chosen(certain);
}
