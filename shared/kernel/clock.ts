/** The only source of time. `now()` is milliseconds since the epoch, UTC. Tests and the simulation bring their own. */
export type Clock = { readonly now: () => number };

export const systemClock: Clock = { now: () => Date.now() };

/** How far the clocks of two hosts may be apart before a time that one has set counts for the other. */
export const CLOCK_ALLOWANCE_MS = 2_000;

/** Whole seconds until a time, for a phone whose own clock may be wrong. 0 once it has passed. */
export const secondsUntil = (time: string, clock: Clock): number =>
  Math.max(0, Math.ceil((Date.parse(time) - clock.now()) / 1000));
