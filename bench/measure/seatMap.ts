import { buy } from '../buy';
import { call, inLanes, rounded } from '../client';
import { between, readCounters } from '../counters';
import { type House, seatId } from '../house';

const SEATS_A_BUYER = 20;
const FILLS = [10, 1_000, 10_000];
const READS = 40;
const CROWD = 2_000;

/** The charge of reading the seat map when so many seats are sold, and how many readers a second are served. */
export async function measureSeatMap(house: House) {
  const performanceId = await house.newPerformance(10_000);
  const url = `${house.urls.api}/performances/${performanceId}/seats`;
  const seatMapRu: Record<string, number> = {};
  const seatMapReadsPerSecond: Record<string, number> = {};
  let sold = 0;
  for (const fill of FILLS) {
    await sell(house, performanceId, sold, fill);
    sold = fill;
    seatMapRu[fill] = await chargeOf(house, url);
    const began = performance.now();
    const { etag = '' } = await call('GET', url);
    await inLanes(CROWD, 64, async () => void (await call('GET', url, { 'if-none-match': etag })));
    seatMapReadsPerSecond[fill] = rounded((CROWD * 1000) / (performance.now() - began), 0);
  }
  return { seatMapRu, seatMapReadsPerSecond };
}

async function sell(house: House, performanceId: string, from: number, to: number): Promise<void> {
  const parties: string[][] = [];
  for (let n = from; n < to; n += SEATS_A_BUYER) {
    parties.push(Array.from({ length: Math.min(SEATS_A_BUYER, to - n) }, (_, i) => seatId(n + i)));
  }
  const buyers = await house.newCustomers(parties.length);
  await inLanes(
    parties.length,
    16,
    async (i) => void (await buy(house, performanceId, buyers[i] ?? {}, parties[i] ?? [])),
  );
  await new Promise((resolve) => setTimeout(resolve, 3_000));
}

/** Each read waits until the host's shared one is old, so that each is charged. */
async function chargeOf(house: House, url: string): Promise<number> {
  const before = await readCounters(house);
  for (let i = 0; i < READS; i++) {
    await call('GET', url);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const { ru } = between(before, await readCounters(house));
  return rounded(((ru['availability read'] ?? 0) + (ru['musicals read'] ?? 0)) / READS, 2);
}
