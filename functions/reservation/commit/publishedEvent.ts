import { type EventContract, type EventEnvelope, newEvent } from '../../../shared/messaging/envelope';
import { traceparentWithin } from '../../../shared/telemetry/trace';
import type { Sale } from '../../musical/contract';
import { type PublishedFact, reservationEvents } from '../contract';
import { causeOf } from '../domain/decision';
import {
  cancellationsOf,
  linesLeft,
  moneyOf,
  partsBefore,
  partsOf,
  presentOf,
  saleBefore,
} from '../domain/parts';
import { reseatOf } from '../domain/reseat.decide';
import { type HistoryEntry, type Reservation, saleOf, waitsForDoor } from '../domain/reservation';

const contracts: ReadonlyMap<string, EventContract> = new Map(
  reservationEvents.map((contract) => [contract.type, contract]),
);

export const isPublished = (type: string): type is PublishedFact => contracts.has(type);

/** Makes the event of a fact from the reservation's state alone. It is the same each time, so it can be published again. */
export function publishedEvent(reservation: Reservation, type: PublishedFact, n?: number): EventEnvelope {
  const { reservationId, history, updatedAt, traceparent } = reservation;
  const contract = contracts.get(type) as EventContract;
  const at = history.findIndex((one) => one.type === type && one.n === n);
  const entry = history[at];
  return newEvent(contract, {
    causeId: causeOf(reservationId, n),
    subject: reservationId,
    time: entry?.time ?? updatedAt,
    data: contract.data.parse({
      ...dataOf(reservation),
      version: versionAt(reservation, entry),
      ...presentAt(reservation, entry === undefined ? history.length : at + 1),
      ...moveOf(reservation, type, n),
      ...endOf(reservation, type),
      ...cancellationOf(reservation, type, n),
      ...reseatDataOf(reservation, type, n),
    }),
    traceparent: traceparentWithin(traceparent),
  });
}

/** Everything any of the events says. Each contract's schema picks its own members. */
function dataOf(reservation: Reservation) {
  const { fee = 0, refund = 0, reason } = 'cancellation' in reservation ? reservation.cancellation : {};
  const sale = saleOf(reservation);
  return {
    ...reservation,
    amount: 0,
    currency: '',
    ...sale,
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

/** Of what the version before has told it is not known. A completion must not seem newer than what went back since. */
const versionAt = (reservation: Reservation, { type, version }: Partial<HistoryEntry> = {}): number => {
  const isOlder = type === 'ReservationCompleted' && partsOf(reservation).length > 0;
  return version ?? (isOlder ? 1 : reservation.version);
};

/** The sale before the reseats that came later. One that the theatre's cancellation has overtaken is told to nobody. */
const saleAt = (reservation: Reservation, length: number): Sale | undefined => {
  const sale = saleOf(reservation);
  const made = reservation.history.slice(0, length).filter(({ type }) => type === 'ReservationReseated');
  return sale && saleBefore(sale, (number) => made.some(({ n }) => n === number));
};

/** The seats that it had then, and their price. Later cancellations do not change what an earlier event says. */
const presentAt = (reservation: Reservation, length: number) => {
  const sale = saleAt(reservation, length);
  if (sale === undefined) return {};
  const done = partsBefore(reservation, length);
  return { ...presentOf(sale, done), ...(done.length > 0 ? moneyOf(done) : {}) };
};

/** An end says the totals, and what its own seats cost where others had been cancelled before. */
function endOf(reservation: Reservation, type: PublishedFact) {
  const isEnd = type === 'ReservationCancelled' || type === 'ReservationRevoked';
  if (!isEnd || !('cancellation' in reservation)) return {};
  const { n, fee, refund } = reservation.cancellation;
  const own = partsOf(reservation).length > 0 ? cancellationsOf(reservation).at(-1) : undefined;
  return { n, fee, refund, ...(own === undefined ? {} : { part: { fee: own.fee, refund: own.refund } }) };
}

const NUMBERED: ReadonlySet<string> = new Set([
  'CancellationAccepted',
  'CancellationPutBack',
  'ReservationReduced',
]);

/** Of a cancellation, which it is, and its seats. The theatre's own voids the tickets of those in the house, too. */
function cancellationOf(reservation: Reservation, type: PublishedFact, n: number | undefined) {
  if (!NUMBERED.has(type)) return {};
  const one = cancellationsOf(reservation).find((cancellation) => cancellation.n === n);
  // One of all seats that the version before put back is known by its number alone.
  if (one === undefined) return { n, evenIfAdmitted: false };
  const { fee, refund } = one;
  const isEnd = 'cancellation' in reservation && reservation.cancellation.n === n;
  const at = reservation.history.findIndex((entry) => entry.type === type && entry.n === n);
  const sale = isEnd ? saleAt(reservation, at < 0 ? reservation.history.length : at + 1) : undefined;
  const left = sale && linesLeft(sale, partsOf(reservation)).map(({ seatId }) => seatId);
  const seats = left ?? one.seats;
  return { n, seats, part: { fee, refund }, evenIfAdmitted: !waitsForDoor(one) };
}

/** Of a reseat, what staff have asked for. */
const reseatDataOf = (reservation: Reservation, type: PublishedFact, n: number | undefined) =>
  type === 'ReseatAsked' || type === 'ReservationReseated'
    ? { n, ...(n === undefined ? undefined : reseatOf(reservation, n)) }
    : {};
