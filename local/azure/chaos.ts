import { StartupError } from './startupError';

/** What goes wrong on purpose, with probabilities from 0 to 1. Each stand-in heeds the knobs that are its own. */
export type Chaos = {
  /** Event Grid delivers an event a second time. */
  readonly duplicate: number;
  /** Event Grid delivers up to this many milliseconds late, each delivery by its own delay, so out of order. */
  readonly delayMs: number;
  /** Cosmos DB does the work, then drops the connection. */
  readonly lostReply: number;
  /** Cosmos DB refuses (429) what a container is asked beyond this many request units in a second. 0 is no limit. */
  readonly ruPerSecond: number;
  /** The next pseudo-random number, 0 ≤ n < 1. The same seed gives the same numbers. */
  readonly random: () => number;
};

const NOTHING = { duplicate: 0, delayMs: 0, lostReply: 0, ruPerSecond: 0, seed: 1 };

const PROBABILITIES: readonly string[] = ['duplicate', 'lostReply'];

/**
 * Parses `duplicate=0.4,delayMs=700,lostReply=0.03,seed=7`. The empty text is no chaos.
 *
 * @param source where the text stands, for the error.
 * @throws StartupError on an unknown or malformed knob, naming it and all that there are.
 */
export function parseChaos(text = '', source = '--chaos'): Chaos {
  const values = { ...NOTHING };
  for (const part of text.split(',').filter(Boolean)) {
    const [name = '', number = ''] = part.split('=').map((s) => s.trim());
    if (!isKnob(name) || !isAllowed(name, number)) {
      throw new StartupError(
        `${source}: "${part}" is not one of ${Object.keys(NOTHING).map(usage).join(', ')}.`,
      );
    }
    values[name] = Number(number);
  }
  const { seed, ...knobs } = values;
  return { ...knobs, random: seededRandom(seed) };
}

const isKnob = (name: string): name is keyof typeof NOTHING => Object.hasOwn(NOTHING, name);

function isAllowed(name: string, text: string): boolean {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value) || value < 0) return false;
  return value <= 1 || !PROBABILITIES.includes(name);
}

const usage = (name: string): string => `${name}=<${PROBABILITIES.includes(name) ? '0 to 1' : 'number'}>`;

/** mulberry32, a generator with 32 bits of state. It is good enough to choose faults, and repeatable. */
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
