import { backoffMs } from '../../../shared/kernel/backoff';
import { isWatched } from './payment.decide';
import { awaitsDoor, happened, hasTickets, type Reservation } from './reservation';

export type Delays = {
  /** How long an answer by event is waited for before it is asked for again. */
  readonly eventMs: number;
  /** Longer than one call to the payment provider can take. It is also the grace after the time to pay, before an unanswered payment is given up. */
  readonly paymentMs: number;
};

const LONGEST_MS = 5 * 60 * 1000;

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
      return later(refundMs(reservation, delays));
    case 'completed':
      return hasTickets(reservation) ? undefined : later(delays.eventMs);
    case 'rejected':
    case 'expired':
    case 'cancelled':
      if (!happened(reservation, 'SeatsReleased')) return later(delays.eventMs);
      return isWatched(reservation) ? later(delays.paymentMs) : undefined;
    default:
      return reservation satisfies never;
  }
}

/** How long the door, or then the provider, is given to answer. */
const refundMs = (reservation: Reservation, { eventMs, paymentMs }: Delays): number =>
  awaitsDoor(reservation) ? eventMs : paymentMs;

/** The reservation with the time at which the sweep is to look at it. */
export function scheduleSweep<R extends Reservation>(reservation: R, nowMs: number, delays: Delays): R {
  const { dueAt: _before, ...rest } = reservation;
  const due = dueAfter(reservation, nowMs, delays);
  return (due === undefined ? rest : { ...rest, dueAt: new Date(due).toISOString() }) as R;
}
