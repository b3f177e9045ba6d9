import { isWatched } from './payment.decide';
import { happened, type Reservation } from './reservation';

export type Delays = {
  /** How long an answer by event is waited for before it is asked for again. */
  readonly eventMs: number;
  /** Longer than one call to the payment provider can take; also the grace after the time to pay, before an unanswered payment is given up. */
  readonly paymentMs: number;
};

const MAX_DELAY_MS = 5 * 60 * 1000;

/** Doubles with each attempt, up to five minutes. */
const backOff = (baseMs: number, attempts: number): number =>
  Math.min(baseMs * 2 ** Math.min(attempts, 20), MAX_DELAY_MS);

/**
 * When the sweep is to look at a reservation, in milliseconds since the epoch: decided from its state and the clock, so
 * that it settles even when every event about it is lost. Undefined: nothing is left to be done.
 */
export function dueAfter(reservation: Reservation, nowMs: number, delays: Delays): number | undefined {
  const { attempts } = reservation;
  switch (reservation.status) {
    case 'placed':
    case 'paid':
      return nowMs + backOff(delays.eventMs, attempts);
    case 'held':
      return Date.parse(reservation.sale.expiresAt);
    case 'paying': {
      const givenUpMs = Date.parse(reservation.sale.expiresAt) + delays.paymentMs;
      const nextMs = nowMs + backOff(delays.paymentMs, attempts);
      return givenUpMs > nowMs ? Math.min(nextMs, givenUpMs) : nextMs;
    }
    case 'cancelling':
      return nowMs + backOff(delays.paymentMs, attempts);
    case 'completed':
      return undefined;
    case 'rejected':
    case 'expired':
    case 'cancelled':
      if (!happened(reservation, 'SeatsReleased')) return nowMs + backOff(delays.eventMs, attempts);
      return isWatched(reservation) ? nowMs + backOff(delays.paymentMs, attempts) : undefined;
    default:
      return reservation satisfies never;
  }
}
