import type { ReservationDeps } from '../deps';
import type { Elsewhere } from '../elsewhere';

type Deps = Pick<ReservationDeps, 'customers' | 'reservations'> & Elsewhere;

/** More than anybody has. It keeps the answer from growing without end. */
const MAX_RESERVATIONS = 1_000;

/** All that is kept of a customer in every context. What MyPage shows is made of the reservations and adds nothing to them. */
export async function exportCustomer(deps: Deps, customerId: string) {
  const [{ profile }, reservations, notices, heldSeats, loans, memberships, bills] = await Promise.all([
    deps.customers.read(customerId),
    deps.reservations.list({ customerId, limit: MAX_RESERVATIONS }),
    deps.noticesTo(customerId),
    deps.heldSeatsOf(customerId),
    deps.loansOf(customerId),
    deps.membershipsOf(customerId),
    deps.billsOf(customerId),
  ]);
  const kept = { reservations, notices, heldSeats, loans, memberships, bills };
  return { customerId, ...reservations[0]?.customer, ...profile, ...kept };
}
