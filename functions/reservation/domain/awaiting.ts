import type { Fact } from './decision';
import { partsOf } from './parts';
import { isWatched } from './payment.decide';
import { type Cancellation, hasTickets, type Part, type Reservation } from './reservation';
import { awaitsDoor, isReleased, openCancellations, openReseat, unreleasedParts } from './underWay';

/** What would bring a reservation on, and since when that is missing. Times are UTC. */
export type Awaiting = {
  readonly event:
    | Fact['type']
    | 'SeatsHeld'
    | 'SeatsSold'
    | 'SeatsReleased'
    | 'TicketsIssued'
    | 'TicketsVoided'
    | 'SeatsReseated';
  readonly since: string;
  /** When the sweep looks at it next. Absent when nothing is due. */
  readonly nextCheckAt?: string;
  /** How often the sweep has looked in vain. */
  readonly attempts: number;
};

/** What a reservation waits for, by its state alone. Undefined when it waits for nothing. */
export function awaitingOf(reservation: Reservation): Awaiting | undefined {
  const event = awaitedBy(reservation);
  const { updatedAt, attempts, dueAt } = reservation;
  if (event === undefined) return undefined;
  return { event, since: updatedAt, attempts, ...(dueAt === undefined ? {} : { nextCheckAt: dueAt }) };
}

function awaitedBy(reservation: Reservation): Awaiting['event'] | undefined {
  switch (reservation.status) {
    case 'placed':
      return 'SeatsHeld';
    case 'held':
      return 'PaymentStarted';
    case 'paying':
      return 'PaymentApproved';
    case 'paid':
      return 'SeatsSold';
    case 'cancelling':
    case 'completed':
      return awaitedByCancellations(reservation) ?? awaitedWhileCompleted(reservation);
    case 'rejected':
    case 'expired':
    case 'cancelled':
      if (!isReleased(reservation) || unreleasedParts(reservation).length > 0) return 'SeatsReleased';
      return isWatched(reservation) ? 'LateCaptureRefunded' : undefined;
    default:
      return reservation satisfies never;
  }
}

function awaitedByCancellations(reservation: Reservation): Awaiting['event'] | undefined {
  const [first] = openCancellations(reservation);
  if (first !== undefined) return awaitsDoor(first) ? 'TicketsVoided' : 'RefundMade';
  if (openReseat(reservation) !== undefined) return 'SeatsReseated';
  return unreleasedParts(reservation).length > 0 ? 'SeatsReleased' : undefined;
}

/** One that was completed before there were tickets waits for none. */
const awaitedWhileCompleted = (reservation: Reservation): Awaiting['event'] | undefined =>
  reservation.dueAt === undefined || hasTickets(reservation) ? undefined : 'TicketsIssued';

/** Why it ended, or is about to, in a sentence for the box office. */
export function whyEnded(reservation: Reservation): string | undefined {
  switch (reservation.status) {
    case 'rejected':
      return reservation.refusal.detail;
    case 'expired':
      return reservation.watch === undefined
        ? `Nobody paid until ${reservation.sale.expiresAt}.`
        : `The payment begun before ${reservation.sale.expiresAt} had no answer from the provider in time. A late capture is refunded.`;
    case 'cancelling':
    case 'cancelled':
      return whyCancelled(reservation.cancellation);
    case 'placed':
    case 'held':
    case 'paying':
    case 'paid':
      return undefined;
    case 'completed':
      return partsOf(reservation).map(whySome).join(' ') || undefined;
    default:
      return reservation satisfies never;
  }
}

const whySome = (part: Part): string => `${part.seats.join(', ')}: ${whyCancelled(part)}`;

function whyCancelled(cancellation: Cancellation): string {
  const { requestedAt, reason, note, settling, settledOtherwise } = cancellation;
  return [
    `Cancelled at ${requestedAt}: ${reason}.`,
    note,
    settling && `No refund is asked for since ${settling.at}: ${settling.note}`,
    settledOtherwise && `${settledOtherwise.amount} was settled otherwise: ${settledOtherwise.note}`,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}
