import { buy, pairOf, untilSold } from '../buy';
import { inLanes, percentile, rounded } from '../client';
import { cpuMs, shareOf } from '../cpu';
import type { House } from '../house';

/** Clients at once → reservations bought: enough that start and end do not count. */
const ROUNDS: readonly (readonly [clients: number, reservations: number])[] = [
  [1, 20],
  [8, 240],
  [32, 600],
  [200, 800],
];

/**
 * Completed reservations a second, from the first hold to the last completion; the latencies of 32 clients; and what
 * bounds it when the machine has no more to give: each process's time on a processor for one reservation (200 clients).
 */
export async function measureThroughput(house: House) {
  const throughput: Record<string, number> = {};
  let latency = {};
  let cpuMsPerReservation = {};
  for (const [clients, reservations] of ROUNDS) {
    const performanceId = await house.newPerformance(reservations * 2);
    const buyers = await house.newCustomers(reservations);
    const cpuBefore = cpuMs(house);
    const holds: number[] = [];
    const whole: number[] = [];
    const began = performance.now();
    await inLanes(reservations, clients, async (i) => {
      const { holdMs, paidMs } = await buy(house, performanceId, buyers[i] ?? {}, pairOf(i));
      holds.push(holdMs);
      whole.push(paidMs);
    });
    await untilSold(house, performanceId, reservations * 2);
    throughput[clients] = rounded((reservations * 1000) / (performance.now() - began));
    if (clients === 32) latency = { holdMs: quantiles(holds), paidMs: quantiles(whole) };
    cpuMsPerReservation = shareOf(cpuBefore, cpuMs(house), reservations);
  }
  return { throughput, ...latency, cpuMsPerReservation };
}

const quantiles = (values: readonly number[]) => ({
  p50: rounded(percentile(values, 0.5)),
  p95: rounded(percentile(values, 0.95)),
  p99: rounded(percentile(values, 0.99)),
});
