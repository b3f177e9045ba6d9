import { rewriteCustomer } from '../commit/rewriteCustomer';
import type { ReservationDeps } from '../deps';
import type { Customer } from '../domain/customerRecord';
import { isUnderWay } from '../domain/erasure.decide';
import { erasureUnderWay } from './placeReservation';

type Deps = Pick<ReservationDeps, 'sleep' | 'random' | 'customers' | 'reservations'>;

/**
 * What a customer has told us holds for later reservations, and for those that are there. It is stored first. When the
 * process dies before all of them have it, there was no answer, and the same request again brings it to the others.
 */
export async function changeProfile(deps: Deps, customerId: string, said: Customer): Promise<Customer> {
  const { profile = {} } = await deps.customers.change(customerId, (record) => {
    if (isUnderWay(record)) throw erasureUnderWay();
    return { ...record, profile: { ...record.profile, ...said } };
  });
  await rewriteCustomer(deps, customerId, ({ customer }) => ({ ...customer, ...profile }));
  return profile;
}
