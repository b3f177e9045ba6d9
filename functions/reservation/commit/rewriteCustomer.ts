import { isDeepStrictEqual } from 'node:util';
import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import { inLanes } from '../../../shared/messaging/sweep';
import type { ReservationDeps } from '../deps';
import type { Customer } from '../domain/customerRecord';
import type { Reservation } from '../domain/reservation';

type Deps = Pick<ReservationDeps, 'sleep' | 'random' | 'reservations'>;

/**
 * Changes who the customer is in each of the customer's reservations. It is no change of what happened, so the version and
 * the timeline stay. One that is so already is not written, so it can be run again.
 */
export async function rewriteCustomer(
  deps: Deps,
  customerId: string,
  change: (reservation: Reservation) => Customer,
): Promise<void> {
  const ids = await deps.reservations.idsOf(customerId);
  await inLanes(
    ids,
    () => true,
    async (reservationId) => {
      await untilCommitted(deps, `reservation ${reservationId}`, async () => {
        const stored = await deps.reservations.read(reservationId);
        if (stored === undefined) return 'conflict';
        const customer = change(stored.value);
        if (isDeepStrictEqual(customer, stored.value.customer)) return 'unchanged';
        return deps.reservations.replace({ ...stored, value: { ...stored.value, customer } });
      });
    },
  );
}
