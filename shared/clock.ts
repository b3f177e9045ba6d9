/** The only source of time. `now()` is milliseconds since the epoch, UTC. Tests and the simulation bring their own. */
export type Clock = { readonly now: () => number };

export const systemClock: Clock = { now: () => Date.now() };

/** ISO 8601 in UTC, as every stored or published time is written. */
export const isoTime = (ms: number): string => new Date(ms).toISOString();
