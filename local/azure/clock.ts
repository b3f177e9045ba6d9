/** The only source of time. `now()` is milliseconds since the epoch, UTC. Tests and simulations bring their own. */
export type Clock = { readonly now: () => number };

export const systemClock: Clock = { now: () => Date.now() };

/** ISO 8601 in UTC, as the services write times. */
export const isoTime = (ms: number): string => new Date(ms).toISOString();
