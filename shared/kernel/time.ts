/** ISO 8601 in UTC, as every stored or published time is written. */
export const isoTime = (ms: number): string => new Date(ms).toISOString();
