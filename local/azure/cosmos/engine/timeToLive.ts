/** Source: "Time to live in Azure Cosmos DB": -1, or a positive whole number of 32 bits. */
const MAX_TTL_SECONDS = 2_147_483_647;

export const isTtl = (value: unknown): value is number =>
  Number.isInteger(value) &&
  (value === -1 || ((value as number) > 0 && (value as number) <= MAX_TTL_SECONDS));

export const ttlFault = (name: string, value: unknown): string =>
  `The input ${name} '${JSON.stringify(value)}' is invalid. Ensure to provide a nonzero positive value less than or ` +
  `equal to '${MAX_TTL_SECONDS}', or '-1'.`;

/** When an item written now expires, in ms since the epoch. Never before its `ttl` is over. */
export function expiry(now: number, ttl: number | null, defaultTtl: number | undefined): number | null {
  if (defaultTtl === undefined) return null;
  const seconds = ttl ?? defaultTtl;
  return seconds === -1 ? null : now + seconds * 1000;
}
