import { putPerformance } from '../../functions/musical/revocation/triggers/performances';
import { postCancellation } from '../../functions/reservation/triggers/cancellation';
import type { Call } from './client';
import { OUTSIDE } from './scheduler';
import type { World } from './world';

const HOUR_MS = 60 * 60 * 1000;
const ASKED_AT_MOST = 5;
const BOX_OFFICE = { customerId: 'box-office', name: 'Box office' };

/** The theatre moves a performance at some time, and perhaps again soon after. Most moves keep the tickets. */
export async function moveOne(world: World, afterMs: number): Promise<void> {
  const { scheduler, random, performances } = world;
  await scheduler.sleep(OUTSIDE, afterMs);
  const { performanceId, startsAt } = random.pick(performances);
  for (let times = 1; times <= random.between(1, 3); times++) {
    // Also back to where it was.
    const to = new Date(Date.parse(startsAt) + random.int(4) * HOUR_MS).toISOString();
    const refunds = random.chance(0.15) ? { onMove: 'refund' } : {};
    await move(world, performanceId, { startsAt: to, ...refunds });
    // Then hosts still sell at the old time for a second.
    if (random.chance(0.5)) world.sweeps.run('musicals');
    await scheduler.sleep(OUTSIDE, random.pick([10, 2_000, 30_000]));
  }
  await scheduler.sleep(OUTSIDE, 12_000);
  await letSomeGo(world, performanceId);
}

/** Some of those who were told ask the box office to cancel. */
async function letSomeGo({ audit, client, random }: World, performanceId: string): Promise<void> {
  const told = [...audit.reservations.all.values()].filter(
    (one) =>
      one.performanceId === performanceId && one.status === 'completed' && one.sale.moves !== undefined,
  );
  for (const { reservationId } of told.filter(() => random.chance(0.4)))
    await client.click({
      context: 'reservation',
      endpoint: postCancellation as never,
      params: { reservationId },
      customer: BOX_OFFICE,
      isAdmin: true,
    });
}

async function move(
  { client, performances }: World,
  performanceId: string,
  to: { readonly startsAt: string; readonly onMove?: string },
): Promise<void> {
  const performance = performances.find((one) => one.performanceId === performanceId);
  if (performance === undefined) return;
  const { currency, priceTiers, priceTypes, bookingFeePerSeat, venueId } = performance;
  const { presaleOpenAt, salesOpenAt } = performance;
  const { maxSeatsPerReservation, maxSeatsPerCustomer, cancellationPolicy } = performance;
  const prices = { priceTiers, priceTypes, bookingFeePerSeat };
  const limits = { maxSeatsPerReservation, maxSeatsPerCustomer };
  const sales = { presaleOpenAt, salesOpenAt };
  const body = { currency, ...prices, venueId, ...limits, ...sales, cancellationPolicy, ...to };
  const call: Call = {
    context: 'musical',
    endpoint: putPerformance as never,
    params: { performanceId },
    body,
    customer: BOX_OFFICE,
    isAdmin: true,
  };
  let reply = await client.click(call);
  for (let asked = 0; reply?.code === 'confirm' && asked < ASKED_AT_MOST; asked++)
    reply = await client.click({ ...call, query: { reservations: String(reply.body.reservations) } });
}
