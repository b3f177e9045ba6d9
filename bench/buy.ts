import { call, expectJson } from './client';
import { type House, seatId } from './house';

export type Bought = { readonly reservationId: string; readonly holdMs: number; readonly paidMs: number };

type View = { readonly reservationId: string; readonly amount: number; readonly status: string };

/** What a buyer does between two steps. */
export type Pause = () => Promise<void>;

/** Hold, reserve and pay for these seats as a buyer does; throws when any step is refused. */
export async function buy(
  house: House,
  performanceId: string,
  customer: Record<string, string>,
  seats: readonly string[],
  pause: Pause = async () => {},
): Promise<Bought> {
  const { api, payment } = house.urls;
  const began = performance.now();
  const hold = call('POST', `${api}/performances/${performanceId}/holds`, customer, { seats });
  const { holdId } = await expectJson<{ holdId: string }>(hold, 201);
  const holdMs = performance.now() - began;
  await pause();
  const headers = { ...customer, 'idempotency-key': holdId, prefer: 'wait=30' };
  const reserved = call('POST', `${api}/reservations`, headers, { performanceId, holdId });
  const { reservationId, amount } = await expectJson<View>(reserved, 201);
  await pause();
  const card = call(
    'POST',
    `${payment}/v1/sandbox/payments`,
    {},
    { orderId: reservationId, amount, card: 'approve' },
  );
  const { paymentKey } = await expectJson<{ paymentKey: string }>(card, 200, 201);
  const paying = { ...customer, 'idempotency-key': `pay-${holdId}` };
  await expectJson(
    call('POST', `${api}/reservations/${reservationId}/payment`, paying, { paymentKey, amount }),
    200,
  );
  return { reservationId, holdMs, paidMs: performance.now() - began };
}

/** The pair of seats that is the n-th buyer's alone. */
export const pairOf = (n: number): string[] => [seatId(2 * n), seatId(2 * n + 1)];

const LOOK_AGAIN_MS = 100;
const PATIENCE_MS = 120_000;

/** Waits until the performance has sold so many seats, and all of their reservations are completed. */
export async function untilSold(house: House, performanceId: string, seats: number): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const paid = call(
      'GET',
      `${house.urls.api}/admin/reservations?performanceId=${performanceId}&status=paid&limit=1`,
      house.admin,
    );
    const open = await expectJson<{ items: unknown[] }>(paid, 200);
    if (open.items.length === 0) {
      const sales = call('GET', `${house.urls.api}/admin/performances/${performanceId}/sales`, house.admin);
      if ((await expectJson<{ sold: number }>(sales, 200)).sold === seats) return;
    }
    if (performance.now() > until) throw new Error(`not all of ${seats} seats were sold`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
