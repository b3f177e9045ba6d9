const MASK = (1n << 64n) - 1n;
const C1 = 0x87c37b91114253d5n;
const C2 = 0x4cf5ad432745937fn;
const BLOCK = 16;

const times = (a: bigint, b: bigint): bigint => (a * b) & MASK;
const plus = (a: bigint, b: bigint): bigint => (a + b) & MASK;
const rotate = (a: bigint, by: bigint): bigint => ((a << by) | (a >> (64n - by))) & MASK;

const mix1 = (k: bigint): bigint => times(rotate(times(k, C1), 31n), C2);
const mix2 = (k: bigint): bigint => times(rotate(times(k, C2), 33n), C1);

function finish(hash: bigint): bigint {
  const once = times(hash ^ (hash >> 33n), 0xff51afd7ed558ccdn);
  const twice = times(once ^ (once >> 33n), 0xc4ceb9fe1a85ec53n);
  return twice ^ (twice >> 33n);
}

/**
 * MurmurHash3, x64, 128 bits, seed 0, as one big-endian number. The second half comes first, as Cosmos DB has it.
 *
 * Source: MurmurHash3 is in the public domain, by Austin Appleby.
 */
export function murmurHash(bytes: Buffer): Buffer {
  // Zeros at the end change nothing: a zero lane mixes to zero.
  const padded = Buffer.concat([bytes, Buffer.alloc(BLOCK)]);
  const whole = bytes.length - (bytes.length % BLOCK);
  let [h1, h2] = [0n, 0n];
  for (let at = 0; at < whole; at += BLOCK) {
    h1 ^= mix1(padded.readBigUInt64LE(at));
    h1 = plus(times(plus(rotate(h1, 27n), h2), 5n), 0x52dce729n);
    h2 ^= mix2(padded.readBigUInt64LE(at + 8));
    h2 = plus(times(plus(rotate(h2, 31n), h1), 5n), 0x38495ab5n);
  }
  h1 ^= mix1(padded.readBigUInt64LE(whole)) ^ BigInt(bytes.length);
  h2 ^= mix2(padded.readBigUInt64LE(whole + 8)) ^ BigInt(bytes.length);
  h1 = plus(h1, h2);
  h2 = plus(h2, h1);
  h1 = finish(h1);
  h2 = finish(h2);
  h1 = plus(h1, h2);
  h2 = plus(h2, h1);
  const hash = Buffer.alloc(BLOCK);
  hash.writeBigUInt64BE(h2, 0);
  hash.writeBigUInt64BE(h1, 8);
  return hash;
}
