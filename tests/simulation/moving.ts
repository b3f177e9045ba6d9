import { putPerformance } from '../../functions/musical/revocation/triggers/performances';
import type { Call } from './client';
import { OUTSIDE } from './scheduler';
import type { World } from './world';

const HOUR_MS = 60 * 60 * 1000;
const ASKED_AT_MOST = 5;

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
    await scheduler.sleep(OUTSIDE, random.pick([10, 2_000, 30_000]));
  }
}

async function move(
  { client, performances }: World,
  performanceId: string,
  to: { readonly startsAt: string; readonly onMove?: string },
): Promise<void> {
  const performance = performances.find((one) => one.performanceId === performanceId);
  if (performance === undefined) return;
  const { currency, priceTiers, venueId, maxSeatsPerReservation, cancellationPolicy } = performance;
  const body = { currency, priceTiers, venueId, maxSeatsPerReservation, cancellationPolicy, ...to };
  const call: Call = {
    context: 'musical',
    endpoint: putPerformance as never,
    params: { performanceId },
    body,
    customer: { customerId: 'box-office', name: 'Box office' },
    isAdmin: true,
  };
  let reply = await client.click(call);
  for (let asked = 0; reply?.code === 'confirm' && asked < ASKED_AT_MOST; asked++)
    reply = await client.click({ ...call, query: { reservations: String(reply.body.reservations) } });
}
