import { createHash } from 'node:crypto';

/** Numbers that follow from a seed alone. */
export type Random = {
  /** From 0 up to but not including 1. */
  readonly next: () => number;
  /** A whole number from 0 up to but not including `n`. */
  readonly int: (n: number) => number;
  readonly between: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  /** A stream of its own, which what is drawn here does not disturb. */
  readonly fork: (name: string) => Random;
};

/** The generator sfc32, seeded with SHA-256. Source: PractRand, Chris Doty-Humphrey. */
export function seededRandom(seed: string): Random {
  const words = createHash('sha256').update(seed).digest();
  let a = words.readInt32LE(0);
  let b = words.readInt32LE(4);
  let c = words.readInt32LE(8);
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < 12; i++) next();
  const int = (n: number): number => Math.floor(next() * n);
  return {
    next,
    int,
    between: (low, high) => low + int(high - low + 1),
    chance: (probability) => probability > 0 && next() < probability,
    pick: (from) => from[int(from.length)] as never,
    fork: (name) => seededRandom(`${seed}/${name}`),
  };
}
