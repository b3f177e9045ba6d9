import type { Environment } from '../marquee/settings';

/** What `MARQUEE_CHAOS` asks for; probabilities from 0 to 1. The causes in a real cloud are named in docs/operations.md. */
export type Chaos = {
  /** Event Grid delivers an event a second time. */
  readonly duplicate: number;
  /** Event Grid delivers up to this many milliseconds late, each delivery by its own delay, so out of order. */
  readonly delayMs: number;
  /** Cosmos DB and the payment provider do the work, then drop the connection. */
  readonly lostReply: number;
  /** Cosmos DB refuses (429) what a container is asked beyond this many request units in a second; 0: no limit. */
  readonly ruPerSecond: number;
  /** The next pseudo-random number, 0 ≤ n < 1; the same seed gives the same numbers. */
  readonly random: () => number;
};

const KNOBS = ['duplicate', 'delayMs', 'lostReply', 'ruPerSecond', 'seed'] as const;

const PROBABILITIES: readonly string[] = ['duplicate', 'lostReply'];

/** Parses `duplicate=0.4,delayMs=700,lostReply=0.03,seed=7`; an unknown or malformed knob is an error that names it. */
export function parseChaos(env: Environment = process.env): Chaos {
  const values: Record<string, number> = { duplicate: 0, delayMs: 0, lostReply: 0, ruPerSecond: 0, seed: 1 };
  for (const part of (env.MARQUEE_CHAOS ?? '').split(',').filter(Boolean)) {
    const [name = '', text = ''] = part.split('=').map((s) => s.trim());
    const value = Number(text);
    if (
      !KNOBS.includes(name as (typeof KNOBS)[number]) ||
      text === '' ||
      !Number.isFinite(value) ||
      value < 0 ||
      (PROBABILITIES.includes(name) && value > 1)
    ) {
      throw new Error(
        `MARQUEE_CHAOS: "${part}" is not one of ${KNOBS.map((k) => `${k}=<${PROBABILITIES.includes(k) ? '0 to 1' : 'number'}>`).join(', ')}.`,
      );
    }
    values[name] = value;
  }
  const { duplicate = 0, delayMs = 0, lostReply = 0, ruPerSecond = 0, seed = 1 } = values;
  return { duplicate, delayMs, lostReply, ruPerSecond, random: seededRandom(seed) };
}

/** mulberry32: 32 bits of state, good enough to choose faults, and repeatable. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
