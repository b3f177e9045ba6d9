import { eventIdOf } from '../../../shared/kernel/ids';
import type { EventContract, EventEnvelope } from '../../../shared/messaging/envelope';
import { traceparentWithin } from '../../../shared/telemetry/trace';
import {
  paymentApproved,
  reservationCancelled,
  reservationCompleted,
  reservationExpired,
  reservationPlaced,
  reservationRejected,
} from '../contract';
import { type PublishedFact, type Reservation, saleOf } from '../domain/reservation';

export const SOURCE = '/marquee/reservation';

const contracts: Readonly<Record<PublishedFact, EventContract>> = {
  ReservationPlaced: reservationPlaced,
  PaymentApproved: paymentApproved,
  ReservationCompleted: reservationCompleted,
  ReservationRejected: reservationRejected,
  ReservationExpired: reservationExpired,
  ReservationCancelled: reservationCancelled,
};

export const isPublished = (type: string): type is PublishedFact => Object.hasOwn(contracts, type);

/** The event of a fact, made from the reservation's state alone: the same each time, so it can be published again at any time. */
export function publishedEvent(reservation: Reservation, type: PublishedFact): EventEnvelope {
  const { reservationId, history, updatedAt } = reservation;
  const traceparent = traceparentWithin(reservation.traceparent);
  return {
    specversion: '1.0',
    id: eventIdOf(reservationId, type),
    source: SOURCE,
    type,
    subject: reservationId,
    time: history.find((entry) => entry.type === type)?.time ?? updatedAt,
    datacontenttype: 'application/json',
    data: contracts[type].data.parse(dataOf(reservation)),
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}

/** Everything any of the events says; each contract's schema picks its own members. */
function dataOf(reservation: Reservation) {
  const { reservationId, performanceId, customerId, customer, request } = reservation;
  const sale = saleOf(reservation);
  const cancellation = reservation.status === 'cancelled' ? reservation.cancellation : undefined;
  return {
    reservationId,
    performanceId,
    customerId,
    customer,
    request,
    seats: sale?.seats ?? ('seats' in request ? request.seats : []),
    amount: sale?.amount ?? 0,
    currency: sale?.currency ?? '',
    ...(sale === undefined ? {} : { title: sale.title, startsAt: sale.startsAt, venue: sale.venue }),
    reason: reservation.status === 'rejected' ? reservation.refusal.reason : (cancellation?.reason ?? ''),
    fee: cancellation?.fee ?? 0,
    refund: cancellation?.refund ?? 0,
  };
}
