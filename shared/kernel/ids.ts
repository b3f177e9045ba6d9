import { createHash, randomBytes } from 'node:crypto';
import { toBase32 } from './base32';

/** 16 random characters, 80 bits. */
export const randomId = (): string => toBase32(randomBytes(10));

/** Whether `randomId` could have made it. Whoever makes one up has no words to write in it. */
export const isRandomId = (text: string): boolean => /^[0-9a-hjkmnp-tv-z]{16}$/.test(text);

/** `length` characters (5 bits each) of SHA-256 over the parts. The same parts always give the same text. */
export function digest(parts: readonly string[], length: number): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return toBase32(hash.digest()).slice(0, length);
}

/** The id of the event of this type that this cause has. A cause handled twice publishes the same event twice. */
export const eventIdOf = (causeId: string, type: string): string => digest([causeId, type], 26);

/** So begins the id of a customer who bought at the counter. Nobody signs in as such a one, for no token may say so. */
export const COUNTER_CUSTOMER = 'counter:';
