import { type EventContract, type EventEnvelope, newEvent } from '../../../shared/messaging/envelope';
import { traceparentWithin } from '../../../shared/telemetry/trace';
import { linesOf } from '../../musical/contract';
import { type PublishedFact, reservationEvents } from '../contract';
import { causeOf } from '../domain/decision';
import { type Reservation, saleOf, waitsForDoor } from '../domain/reservation';

const contracts: ReadonlyMap<string, EventContract> = new Map(
  reservationEvents.map((contract) => [contract.type, contract]),
);

export const isPublished = (type: string): type is PublishedFact => contracts.has(type);

/** Makes the event of a fact from the reservation's state alone. It is the same each time, so it can be published again. */
export function publishedEvent(reservation: Reservation, type: PublishedFact, n?: number): EventEnvelope {
  const { reservationId, history, updatedAt, traceparent } = reservation;
  const contract = contracts.get(type) as EventContract;
  return newEvent(contract, {
    causeId: causeOf(reservationId, n),
    subject: reservationId,
    time: history.find((entry) => entry.type === type && entry.n === n)?.time ?? updatedAt,
    data: contract.data.parse({
      ...dataOf(reservation),
      ...moveOf(reservation, type, n),
      ...acceptedOf(reservation, n),
    }),
    traceparent: traceparentWithin(traceparent),
  });
}

/** Everything any of the events says. Each contract's schema picks its own members. */
function dataOf(reservation: Reservation) {
  const { fee = 0, refund = 0, reason } = cancellationOf(reservation) ?? {};
  const sale = saleOf(reservation);
  return {
    ...reservation,
    amount: 0,
    currency: '',
    ...sale,
    ...(sale === undefined ? {} : { lines: linesOf(sale), bookingFee: sale.bookingFee ?? 0 }),
    // Only seats that were found in the house. What a request named can be any words, and would be mailed.
    seats: sale?.seats ?? [],
    reason: reservation.status === 'rejected' ? reservation.refusal.reason : reason,
    fee,
    refund,
  };
}

/** Of a move, what it was then, for there may be later ones. */
const moveOf = (reservation: Reservation, type: PublishedFact, n: number | undefined) => {
  const move = type === 'ReservationMoved' && saleOf(reservation)?.moves?.find((one) => one.n === n);
  return move ? { n, from: move.from, ...move.to } : {};
};

/** The theatre's own cancellation voids the tickets of those in the house, too. */
const acceptedOf = (reservation: Reservation, n: number | undefined) => {
  const cancellation = 'cancellation' in reservation ? reservation.cancellation : undefined;
  return {
    n,
    evenIfAdmitted: cancellation?.n === n && cancellation !== undefined && !waitsForDoor(cancellation),
  };
};

const cancellationOf = (reservation: Reservation) =>
  'cancellation' in reservation ? reservation.cancellation : undefined;
