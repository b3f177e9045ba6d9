import { type Rendered, rendered } from '../../../shared/http/rendered';
import type { Clock } from '../../../shared/kernel/clock';
import { coalesceReads } from '../../../shared/kernel/coalesce';
import { isoTime } from '../../../shared/kernel/time';
import { type Claim, isOverdue, wasReturned } from './domain/allocation';
import type { CountsByTier } from './domain/availability';
import type { SeatStore } from './store';

/** What a host remembers for a moment, so that a crowd costs little. Nothing here decides who gets a seat. */

/** What was made last under this name, if it was under this ETag too, or it is made anew. */
function lastOf<T>(most: number) {
  const known = new Map<string, { readonly etag: string; readonly value: T }>();
  return (name: string, etag: string, make: () => T): T => {
    const before = known.get(name);
    if (before?.etag === etag) return before.value;
    if (known.size >= most) known.clear();
    const value = make();
    known.set(name, { etag, value });
    return value;
  };
}

/** Texts kept at most. The largest is about two megabytes. */
const MAX_TEXTS = 50;

/** The text under this name and ETag, which is the one that was rendered last or a new one. */
export type RenderOnce = (name: string, etag: string, render: () => string) => Rendered;

/** A crowd that asks for the same has it rendered and compressed once. */
export function renderOnce(): RenderOnce {
  const texts = lastOf<Rendered>(MAX_TEXTS);
  return (name, etag, render) => texts(name, etag, () => rendered(render()));
}

const MAX_COUNTS = 5_000;

/** A crowd that looks at a list has the seats of each performance counted once. */
export type CountOnce = (performanceId: string, etag: string, count: () => CountsByTier) => CountsByTier;
export const countOnce = (): CountOnce => lastOf<CountsByTier>(MAX_COUNTS);

/** About as long as the availability may be behind. What is released is found by the next look. */
const SEEN_FOR_MS = 1_000;

/** The seats of a section that somebody has, as its claims say, at most a moment old. */
export type LookAtSection = (performanceId: string, sectionId: string) => Promise<readonly string[]>;

/**
 * A look at a section's claims costs a query that grows with the section. One serves everybody who wants of it within a
 * second, however often the seat map changes meanwhile.
 */
export function lookAtSection(
  { sectionAsRead }: Pick<SeatStore, 'sectionAsRead'>,
  clock: Clock,
): LookAtSection {
  const look = async (key: string): Promise<readonly string[]> => {
    const { performanceId, sectionId } = partsOf(key);
    const now = isoTime(clock.now());
    const { claims, live } = await sectionAsRead(performanceId, sectionId);
    const owners = new Map(live.filter((owner) => !isOverdue(owner, now)).map((owner) => [owner.id, owner]));
    const isTaken = (claim: Claim) => {
      const owner = owners.get(claim.allocationId);
      return owner !== undefined && !wasReturned(claim, owner);
    };
    return claims.filter(isTaken).map(({ seatId }) => seatId);
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

const MAX_DONE = 500;
const DONE_FOR_MS = 250;

/** What is asked for under one key within a moment is done once, for everybody who asks. */
export type OnceAMoment = <T>(key: string, work: () => Promise<T>) => Promise<T>;

export function onceAMoment(clock: Clock): OnceAMoment {
  const done = new Map<string, { readonly atMs: number; readonly value: Promise<unknown> }>();
  return <T>(key: string, work: () => Promise<T>) => {
    const known = done.get(key);
    if (known !== undefined && clock.now() < known.atMs + DONE_FOR_MS) return known.value as Promise<T>;
    if (done.size >= MAX_DONE) done.clear();
    const value = work();
    done.set(key, { atMs: clock.now(), value });
    value.catch(() => done.delete(key));
    return value;
  };
}
