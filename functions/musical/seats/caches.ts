import { type Clock, isoTime } from '../../../shared/kernel/clock';
import { coalesceReads } from '../../../shared/kernel/coalesce';
import { isOverdue } from './domain/allocation';
import { type Availability, emptyAvailability, withAllocation } from './domain/availability';
import type { SeatStore } from './store';

/** What a host remembers for a moment, so that a crowd costs little. Nothing here decides who gets a seat. */

/** Texts kept at most. The largest is about two megabytes. */
const MAX_TEXTS = 50;

/** The text of a performance under this ETag, which is the one that was rendered last or a new one. */
export type RenderOnce = (performanceId: string, etag: string, render: () => string) => string;

/** A crowd that asks for the same seat map has it rendered once. */
export function renderOnce(): RenderOnce {
  const texts = new Map<string, { readonly etag: string; readonly text: string }>();
  return (performanceId, etag, render) => {
    const known = texts.get(performanceId);
    if (known?.etag === etag) return known.text;
    if (texts.size >= MAX_TEXTS) texts.clear();
    const text = render();
    texts.set(performanceId, { etag, text });
    return text;
  };
}

/** About as long as the availability may be behind. What is released is found by the next look. */
const SEEN_FOR_MS = 1_000;

/** What is free of a section as its claims say, at most a moment old. */
export type LookAtSection = (performanceId: string, sectionId: string) => Promise<Availability>;

/**
 * A look at a section's claims costs a query that grows with the section. One serves everybody who wants of it within a
 * second, however often the seat map changes meanwhile.
 */
export function lookAtSection(
  { sectionAsRead }: Pick<SeatStore, 'sectionAsRead'>,
  clock: Clock,
): LookAtSection {
  const look = async (key: string): Promise<Availability> => {
    const { performanceId, sectionId } = partsOf(key);
    const nowMs = clock.now();
    const { claims, live } = await sectionAsRead(performanceId, sectionId);
    const owners = new Set(live.filter((owner) => !isOverdue(owner, isoTime(nowMs))).map(({ id }) => id));
    const taken = claims.filter(({ allocationId }) => owners.has(allocationId));
    return withAllocation(emptyAvailability(performanceId), {
      seats: taken.map(({ seatId }) => seatId),
      turns: taken.map(() => 1),
      phase: 'sold',
      heldUntil: isoTime(nowMs),
    });
  };
  const lookOnce = coalesceReads(look, SEEN_FOR_MS, clock);
  return (performanceId, sectionId) => lookOnce(`${performanceId}/${sectionId}`);
}

/** Neither id has a slash. */
function partsOf(key: string) {
  const [performanceId = '', sectionId = ''] = key.split('/');
  return { performanceId, sectionId };
}

/** For so long after somebody was faster all who want seats of the performance look before they take. */
const CONTENDED_FOR_MS = 2_000;
const MAX_CONTENDED = 1_000;

/** Performances at which two were just seen to want the same. */
export type Contention = {
  readonly has: (performanceId: string) => boolean;
  readonly add: (performanceId: string) => void;
};

export function rememberContention(clock: Clock): Contention {
  const seen = new Map<string, number>();
  return {
    has: (performanceId) => clock.now() < (seen.get(performanceId) ?? 0) + CONTENDED_FOR_MS,
    add: (performanceId) => {
      if (seen.size >= MAX_CONTENDED) seen.clear();
      seen.set(performanceId, clock.now());
    },
  };
}
