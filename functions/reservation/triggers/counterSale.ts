import { idFor } from '../../../shared/cosmos/idempotency';
import { endpoint } from '../../../shared/http/endpoint';
import { newAllocationId, seatRequestOf } from '../../musical/contract';
import { problem } from '../../problems';
import type { ReservationDeps } from '../deps';
import { type CounterSale, counterCustomerOf, type Reservation } from '../domain/reservation';
import { placeReservation } from '../usecases/placeReservation';
import { waitWhile } from '../usecases/readReservation';
import { type CounterSaleBody, counterSaleBody } from './counterSchemas';
import { accepted, answerTo, withPriceTypes } from './reservations';
import { reservationView } from './schemas';

/** A sale that nobody has to pay for any more takes a moment. Whoever stands at the counter waits for it. */
const SALE_MS = 5_000;

const isSelling = ({ status }: Reservation): boolean => status === 'placed' || status === 'paid';

export const postCounterSale = endpoint(
  {
    method: 'POST',
    route: 'admin/reservations',
    summary:
      'Sell at the counter for cash, by card terminal or for nothing, also outside the time of sales and from withheld seats',
    auth: 'box-office',
    body: counterSaleBody,
    audited: ['performanceId', 'seats', 'sectionId', 'tier', 'quantity', 'priceTypes', 'fromWithheld'],
    idempotencyKey: 'required',
    isTranslated: true,
    answers: {
      201: { description: 'Sold', body: reservationView },
      202: { description: 'Accepted; Location says where to look', body: reservationView },
    },
    problems: ['not-found', 'seat-taken', 'sold-out', 'not-on-sale', 'hold-expired', 'wrong-state'],
  },
  async (deps: ReservationDeps, { body, caller, idempotencyKey: key, route, waitMs }) => {
    const { performanceId, customer, payment: _paid, fromWithheld: _kept, priceTypes, ...seats } = body;
    if (!(await deps.hasPerformance(performanceId)))
      throw problem('not-found', `There is no performance ${performanceId}.`);
    const { customerId: staffId } = caller;
    const reservationId = await idFor(deps.idempotency, { customerId: staffId, key, route, body }, () =>
      newAllocationId(staffId, performanceId),
    );
    const placed = await placeReservation(deps, {
      reservationId,
      performanceId,
      customerId: counterCustomerOf(reservationId),
      customer,
      request: withPriceTypes(seatRequestOf(seats), priceTypes),
      counter: counterOf(body),
    });
    const sold = await waitWhile(deps, placed, isSelling, Math.max(waitMs, SALE_MS));
    return isSelling(sold) ? accepted(sold, deps.clock, caller) : answerTo(sold, deps.clock, caller);
  },
);

const counterOf = ({ payment, fromWithheld }: CounterSaleBody): CounterSale => ({
  ...(fromWithheld ? { fromWithheld } : {}),
  ...(payment.method === 'complimentary' ? { complimentary: true } : {}),
  payment,
});
