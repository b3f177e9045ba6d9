import { buy, pairOf, untilSold } from '../buy';
import { inLanes, rounded } from '../client';
import { between, readCounters, totalRu } from '../counters';
import type { House } from '../house';
import { dollarsPerMillion } from '../prices';

const RESERVATIONS = 400;
/** Buyers at once: a sale as it is when it matters, where a feed's batch has more than one change. */
const AT_ONCE = 32;
const IDLE_MS = 5_000;
const SETTLE_MS = 3_000;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * What one completed reservation of two seats uses, everything counted: hold, idempotency, outboxes, projections,
 * MyPage, notice, feeds. What an idle system uses in the same time (timers, empty polls) is taken off and told apart.
 */
export async function measureCost(house: House) {
  const performanceId = await house.newPerformance(RESERVATIONS * 2);
  const buyers = await house.newCustomers(RESERVATIONS);
  await sleep(SETTLE_MS);
  const start = await readCounters(house);
  await sleep(IDLE_MS);
  const before = await readCounters(house);
  await inLanes(
    RESERVATIONS,
    AT_ONCE,
    async (i) => void (await buy(house, performanceId, buyers[i] ?? {}, pairOf(i))),
  );
  await sleep(SETTLE_MS);
  const after = await readCounters(house);
  await untilSold(house, performanceId, RESERVATIONS * 2);

  const idle = between(start, before);
  const busy = between(before, after);
  const idleShare = busy.at / idle.at;
  const each = (used: number, unused: number) => (used - unused * idleShare) / RESERVATIONS;
  const operations = Object.entries(busy.ru)
    .map(([name, charge]) => [name, rounded(each(charge, idle.ru[name] ?? 0), 2)] as const)
    .filter(([, charge]) => Math.abs(charge) >= 0.05)
    .sort((a, b) => b[1] - a[1]);
  const usage = {
    ru: each(totalRu(busy.ru), totalRu(idle.ru)),
    busOperations: each(busy.busOperations, idle.busOperations),
    eventGridOperations: each(busy.eventGridOperations, idle.eventGridOperations),
    executions: each(busy.executions, idle.executions),
  };
  return {
    ruPerReservation: rounded(usage.ru),
    ruByOperation: Object.fromEntries(operations),
    idleRuPerSecond: rounded((totalRu(idle.ru) * 1000) / idle.at),
    busOperationsPerReservation: rounded(usage.busOperations),
    eventGridOperationsPerReservation: rounded(usage.eventGridOperations),
    executionsPerReservation: rounded(usage.executions),
    dollarsPerMillion: rounded(dollarsPerMillion(usage), 2),
  };
}
