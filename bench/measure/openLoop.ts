import { seededRandom } from '../../local/azure/chaos';
import { buy, pairOf, untilSold } from '../buy';
import { percentile, rounded } from '../client';
import type { House } from '../house';

const LASTS_MS = 20_000;
const SEED = 7;

/**
 * Buyers who come when they come (Poisson), whether those before them have been served or not. What a hold takes counts
 * from the moment a buyer came, so that a queue shows.
 */
export async function measureOpenLoop(house: House, arrivalsPerSecond: number) {
  const arrivals = arrivalTimes(arrivalsPerSecond);
  const performanceId = await house.newPerformance(arrivals.length * 2);
  const buyers = await house.newCustomers(arrivals.length);
  const began = performance.now();
  const holds = await Promise.all(
    arrivals.map(async (atMs, i) => {
      await new Promise((resolve) => setTimeout(resolve, atMs - (performance.now() - began)));
      const lateMs = performance.now() - began - atMs;
      return lateMs + (await buy(house, performanceId, buyers[i] ?? {}, pairOf(i))).holdMs;
    }),
  );
  await untilSold(house, performanceId, arrivals.length * 2);
  return {
    holdOpenLoopMs: {
      p50: rounded(percentile(holds, 0.5)),
      p99: rounded(percentile(holds, 0.99)),
      arrivalsPerSecond: rounded(arrivalsPerSecond),
    },
  };
}

function arrivalTimes(perSecond: number): number[] {
  const random = seededRandom(SEED);
  const times: number[] = [];
  for (let at = 0; ; times.push(at)) {
    at += (-Math.log(1 - random()) * 1000) / perSecond;
    if (at > LASTS_MS) return times;
  }
}
