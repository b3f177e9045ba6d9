import { backoffMs } from '../../../shared/kernel/backoff';
import { isWatched } from './payment.decide';
import { hasTickets, type Reservation } from './reservation';
import {
  awaitsDoor,
  isReleased,
  openCancellations,
  openReseat,
  unreleasedParts,
  waitsForStaff,
} from './underWay';

export type Delays = {
  /** How long an answer by event is waited for before it is asked for again. */
  readonly eventMs: number;
  /** Longer than one call to the payment provider can take. It is also the grace after the time to pay, before an unanswered payment is given up. */
  readonly paymentMs: number;
};

const LONGEST_MS = 5 * 60 * 1000;
/** How often it is looked at what staff have to do. */
const STAFF_MS = 24 * 60 * 60 * 1000;

/**
 * When the sweep is to look at a reservation, in milliseconds since the epoch. It is decided from its state and the clock,
 * so that it settles even when every event about it is lost. Undefined when nothing is left to be done.
 */
export function dueAfter(reservation: Reservation, nowMs: number, delays: Delays): number | undefined {
  const { attempts, untoldSince, unsureSince } = reservation;
  const later: Later = (firstMs) => nowMs + backoffMs(attempts, { firstMs, longestMs: LONGEST_MS });
  const all = [
    dueByStatus(reservation, nowMs, delays, later),
    untoldSince === undefined ? undefined : later(delays.eventMs),
    unsureSince === undefined ? undefined : later(delays.paymentMs),
  ].filter((due) => due !== undefined);
  return all.length === 0 ? undefined : Math.min(...all);
}

type Later = (firstMs: number) => number;

function dueByStatus(
  reservation: Reservation,
  nowMs: number,
  delays: Delays,
  later: Later,
): number | undefined {
  switch (reservation.status) {
    case 'placed':
    case 'paid':
      return later(delays.eventMs);
    case 'held':
      return Date.parse(reservation.sale.expiresAt);
    case 'paying': {
      const givenUpMs = Date.parse(reservation.sale.expiresAt) + delays.paymentMs;
      const nextMs = later(delays.paymentMs);
      return givenUpMs > nowMs ? Math.min(nextMs, givenUpMs) : nextMs;
    }
    case 'cancelling':
    case 'completed':
      return dueOfSold(reservation, nowMs, delays, later);
    case 'rejected':
    case 'expired':
    case 'cancelled':
      if (!isReleased(reservation) || !isAllBack(reservation)) return later(delays.eventMs);
      return isWatched(reservation) ? later(delays.paymentMs) : undefined;
    default:
      return reservation satisfies never;
  }
}

/** The door, the provider, or an answer about its tickets or returned seats may be missing. */
function dueOfSold(
  reservation: Reservation,
  nowMs: number,
  delays: Delays,
  later: Later,
): number | undefined {
  const open = openCancellations(reservation);
  const isKnown = reservation.status === 'cancelling' || hasTickets(reservation);
  const isWaitedFor = !isKnown || !isAllBack(reservation) || openReseat(reservation) !== undefined;
  // Staff take their time. One look is for what whoever has cancelled it was to tell and did not.
  if (waitsForStaff(reservation) && !isWaitedFor && reservation.attempts > 0) return nowMs + STAFF_MS;
  if (open.length > 0) return later(open.some(awaitsDoor) ? delays.eventMs : delays.paymentMs);
  return isWaitedFor ? later(delays.eventMs) : undefined;
}

const isAllBack = (reservation: Reservation): boolean => unreleasedParts(reservation).length === 0;

/** The reservation with the time at which the sweep is to look at it. */
export function scheduleSweep<R extends Reservation>(reservation: R, nowMs: number, delays: Delays): R {
  const { dueAt: _before, ...rest } = reservation;
  const due = dueAfter(reservation, nowMs, delays);
  return (due === undefined ? rest : { ...rest, dueAt: new Date(due).toISOString() }) as R;
}
