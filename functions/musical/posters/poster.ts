import { createHash } from 'node:crypto';

/** A picture as it is kept and sent. */
export type Poster = { readonly type: PosterType; readonly bytes: Uint8Array };

export const POSTER_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PosterType = (typeof POSTER_TYPES)[number];

/** In bytes. A poster of 1,000 × 1,400 points is a tenth of it. */
export const MAX_POSTER_BYTES = 2 * 1024 * 1024;

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

/**
 * What a file is by its first bytes, whatever its sender calls it. Undefined when it is none of the three. Sources:
 * JPEG, ITU-T T.81, B.1.1.3; PNG, ISO/IEC 15948, 5.2; WebP, RFC 9649, 2.4.
 */
export function posterTypeOf(bytes: Uint8Array): PosterType | undefined {
  if (ascii(bytes, 0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp';
  return undefined;
}

/** Named by its content, so that a new picture has a new address and the old one may be kept by everybody for ever. */
export const posterIdOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 32);

export const posterUrlOf = (musicalId: string, posterId: string): string =>
  `/api/musicals/${musicalId}/poster/${posterId}`;
