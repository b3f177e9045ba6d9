import { type Rendered, rendered } from '../../../shared/http/rendered';
import type { Clock } from '../../../shared/kernel/clock';
import type { CountsByTier } from './domain/availability';

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

const MAX_SHORTAGES = 10_000;
/** About as long as the availability may be behind. What is released is found by the next look. */
const SHORT_FOR_MS = 1_000;

/** Sections that were just seen to have too few seats. `view` names a section and the availability it was seen with. */
export type Shortages = {
  readonly has: (view: string, quantity: number) => boolean;
  readonly add: (view: string, quantity: number) => void;
};

/** A look at a section's claims costs a query. A crowd that wants what is not there is answered by one. */
export function rememberShortages(clock: Clock): Shortages {
  const seen = new Map<string, { readonly quantity: number; readonly atMs: number }>();
  return {
    has: (view, quantity) => {
      const known = seen.get(view);
      return known !== undefined && clock.now() < known.atMs + SHORT_FOR_MS && known.quantity <= quantity;
    },
    add: (view, quantity) => {
      if (seen.size >= MAX_SHORTAGES) seen.clear();
      seen.set(view, { quantity, atMs: clock.now() });
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
