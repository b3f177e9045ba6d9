import type { Clock } from '../../../shared/kernel/clock';

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
