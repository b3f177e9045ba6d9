import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Crockford's base 32 has no letter that is mistaken for a digit when an id is read out on the telephone. */
function base32(bytes: Uint8Array, length: number): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5 && text.length < length) {
      bits -= 5;
      text += ALPHABET[(buffer >> bits) & 31];
    }
  }
  return text;
}

/** 16 random characters, 80 bits. */
export const randomId = (): string => base32(randomBytes(10), 16);

/** Whether `randomId` could have made it. Whoever makes one up has no words to write in it. */
export const isRandomId = (text: string): boolean => /^[0-9a-hjkmnp-tv-z]{16}$/.test(text);

/** `length` characters (5 bits each) of SHA-256 over the parts. The same parts always give the same text. */
export function digest(parts: readonly string[], length: number): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return base32(hash.digest(), length);
}

/** The id of the event of this type that this cause has. A cause handled twice publishes the same event twice. */
export const eventIdOf = (causeId: string, type: string): string => digest([causeId, type], 26);
