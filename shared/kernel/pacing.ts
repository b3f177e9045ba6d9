/** How the code waits and how it draws lots. Both come from outside, so that a simulation decides them. */
export type Pacing = {
  readonly sleep: (ms: number) => Promise<void>;
  /** At least 0 and below 1. */
  readonly random: () => number;
};

export const systemPacing: Pacing = {
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
};
