import { buy, pairOf, untilSold } from '../buy';
import { call, expectJson, inLanes, percentile, rounded } from '../client';
import type { House } from '../house';

const AT_ONCE: readonly (readonly [clients: number, reservations: number])[] = [
  [1, 20],
  [32, 200],
];

/** From the commit of one event to the commit of what was done about it: publishing, queue, handler, write. */
const HOPS = [
  ['ReservationPlaced', 'SeatsHeld'],
  ['PaymentApproved', 'SeatsSold'],
  ['SeatsSold', 'ReservationCompleted'],
] as const;

type Timeline = { readonly items: readonly { readonly type: string; readonly time: string }[] };

/** The way of one reservation, hop by hop, as its timeline tells it; for a lone buyer and in a rush. */
export async function measureHops(house: House) {
  const hopsMs: Record<string, Record<string, { p50: number; p95: number }>> = {};
  for (const [clients, reservations] of AT_ONCE) {
    const performanceId = await house.newPerformance(reservations * 2);
    const buyers = await house.newCustomers(reservations);
    const ids: string[] = [];
    await inLanes(reservations, clients, async (i) => {
      ids.push((await buy(house, performanceId, buyers[i] ?? {}, pairOf(i))).reservationId);
    });
    await untilSold(house, performanceId, reservations * 2);
    const timelines = await Promise.all(ids.map((id) => timelineOf(house, id)));
    hopsMs[clients] = Object.fromEntries(HOPS.map((hop) => [hop.join(' → '), timesOf(timelines, hop)]));
  }
  return { hopsMs };
}

const timelineOf = (house: House, id: string): Promise<Timeline> =>
  expectJson<Timeline>(call('GET', `${house.urls.api}/admin/reservations/${id}/timeline`, house.admin), 200);

function timesOf(timelines: readonly Timeline[], [from, to]: (typeof HOPS)[number]) {
  const took = timelines.map(({ items }) => {
    const [begun, done] = [from, to].map((type) => items.find((item) => item.type === type)?.time ?? '');
    return Date.parse(done ?? '') - Date.parse(begun ?? '');
  });
  return { p50: rounded(percentile(took, 0.5)), p95: rounded(percentile(took, 0.95)) };
}
