import { measure } from './measure';

/**
 * A sweep as its timer runs it. Each run that ends well is counted under the sweep's name, be it that there was nothing
 * to do: the alert `silent-sweep` tells of one that is not counted for a quarter of an hour.
 */
export const counted = (sweep: string, run: () => Promise<void>) => async (): Promise<void> => {
  await run();
  measure('marquee.sweeps', 1, { sweep });
};
