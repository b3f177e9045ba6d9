import { cpus } from 'node:os';
import { buy, pairOf, untilSold } from '../buy';
import { inLanes, percentile, rounded } from '../client';
import { type CpuMs, cpuMs, shareOf } from '../cpu';
import type { House } from '../house';

/** Clients at once → reservations bought: enough that start and end do not count. */
const ROUNDS: readonly (readonly [clients: number, reservations: number])[] = [
  [1, 20],
  [8, 240],
  [32, 600],
  [200, 800],
];

/**
 * Completed reservations a second, from the first hold to the last completion; the latencies (those of 32 clients stand
 * by themselves, too); and what bounds it: how busy the machine's processors were with us, and each process's time on a
 * processor for one reservation where they had no more to give (200 clients).
 */
export async function measureThroughput(house: House) {
  const throughput: Record<string, number> = {};
  const latencies: Record<string, { holdMs: Quantiles; paidMs: Quantiles }> = {};
  const processorsBusyPercent: Record<string, number> = {};
  let cpuMsPerReservation: CpuMs = {};
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
    const tookMs = performance.now() - began;
    throughput[clients] = rounded((reservations * 1000) / tookMs);
    latencies[clients] = { holdMs: quantiles(holds), paidMs: quantiles(whole) };
    cpuMsPerReservation = shareOf(cpuBefore, cpuMs(house), reservations);
    const busyMs = (cpuMsPerReservation.all ?? 0) * reservations;
    processorsBusyPercent[clients] = rounded((100 * busyMs) / (tookMs * cpus().length), 0);
  }
  return { throughput, ...latencies[32], latencies, processorsBusyPercent, cpuMsPerReservation };
}

type Quantiles = { readonly p50: number; readonly p95: number; readonly p99: number };

const quantiles = (values: readonly number[]): Quantiles => ({
  p50: rounded(percentile(values, 0.5)),
  p95: rounded(percentile(values, 0.95)),
  p99: rounded(percentile(values, 0.99)),
});
