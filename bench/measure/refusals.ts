import { call, inLanes, rounded } from '../client';
import { between, readCounters, total } from '../counters';
import type { House } from '../house';

const RACERS = 200;
const REFUSED = 2_000;
const COUNTED = 500;
/** What feeds and timers ask whether anybody buys or not; a refusal writes nothing that would give them work. */
const BY_ITSELF = /changeFeed|leases|query/;

/** A hot seat: who asks at once, how many get it (one), and what it costs to say no to the others. */
export async function measureRefusals(house: House) {
  const performanceId = await house.newPerformance(2);
  const holds = `${house.urls.api}/performances/${performanceId}/holds`;
  const racers = await house.newCustomers(RACERS);
  const answers: number[] = [];
  const ask = async (i: number) => {
    const { status } = await call('POST', holds, racers[i % RACERS] ?? {}, { seats: ['A-1-1'] });
    answers.push(status);
  };
  await Promise.all(racers.map((_, i) => ask(i)));
  const winners = answers.filter((status) => status === 201).length;

  await untilRested(house);
  const before = await readCounters(house);
  await inLanes(COUNTED, 16, ask);
  const after = await readCounters(house);
  const asked = Object.entries(between(before, after).ru).filter(([operation]) => !BY_ITSELF.test(operation));
  const ru = total(Object.fromEntries(asked));

  const began = performance.now();
  await inLanes(REFUSED, 64, ask);
  const refusalsPerSecond = (REFUSED * 1000) / (performance.now() - began);
  const others = answers.filter((status) => status !== 201 && status !== 409).length;
  return {
    wrongSales: winners - 1 + others,
    refusedClaimRu: rounded(ru / COUNTED, 2),
    refusalsPerSecond: rounded(refusalsPerSecond, 0),
  };
}

/** About twice what an idle system asks for in a second. */
const RESTED_RU = 100;

/** What was sold before is still being mailed and projected, and would be counted with the refusals. */
async function untilRested(house: House): Promise<void> {
  for (let spent = Number.POSITIVE_INFINITY; spent > RESTED_RU; ) {
    const before = await readCounters(house);
    await new Promise((wake) => setTimeout(wake, 1_000));
    spent = total(between(before, await readCounters(house)).ru);
  }
}
