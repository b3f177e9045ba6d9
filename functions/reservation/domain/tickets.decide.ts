import { changedTo, endPutBack, goOn, told } from './accepted';
import { type Decision, tooEarly, unchanged } from './decision';
import { endAsPart, nextNumber, partsOf, type SeatsCancelled } from './parts';
import { type In, isEnded, type Part, type Reservation, type StateIn, waitsForDoor } from './reservation';
import { openCancellations } from './underWay';

/** Hears TicketsVoided. Nobody is let in on these seats any more, so their refund may begin. */
export function ticketsVoided(reservation: Reservation, n: number, now: string): Decision {
  const answered = askedAs(reservation, n);
  if (answered === undefined) return isBefore(reservation, n) ? tooEarly : unchanged;
  const next = goOn(voided(reservation as Running, n, now));
  const isAwaited = reservation.status === 'cancelling' && waitsForDoor(answered);
  return changedTo(isAwaited ? told(next, reservation.cancellation) : next);
}

type Running = In<'completed' | 'cancelling'>;

const voided = (reservation: Running, n: number, voidedAt: string): Running =>
  reservation.status === 'cancelling' && isOfAll(reservation, n)
    ? { ...reservation, cancellation: { ...reservation.cancellation, voidedAt } }
    : { ...reservation, parts: withPart(reservation, n, { voidedAt }) };

/**
 * Hears TicketsAdmitted. Somebody was let in, so the cancellation is put back and its seats stay sold. One of all other
 * seats, which waited for this one, does not end the reservation any more.
 */
export function ticketsAdmitted(reservation: Reservation, n: number): Decision {
  const answered = askedAs(reservation, n);
  if (answered === undefined) return isBefore(reservation, n) ? tooEarly : unchanged;
  if (!waitsForDoor(answered)) return unchanged;
  return changedTo(goOn(putBack(reservation as Running, n), { type: 'CancellationPutBack', n }));
}

function putBack(reservation: Running, n: number): StateIn<'completed'> {
  const { sale, payment } = reservation;
  const parts = isOfAll(reservation, n)
    ? partsOf(reservation)
    : withPart(reservation, n, { status: 'put-back' });
  if (reservation.status === 'completed') return { status: 'completed', sale, payment, parts };
  const end: Part = isOfAll(reservation, n)
    ? endPutBack(reservation)
    : { ...endAsPart(reservation, 'accepted'), n: reservation.cancellation.n ?? n };
  return { status: 'completed', sale, payment, parts: [...parts, end] };
}

const withPart = (reservation: Running, n: number, how: Partial<Part>): readonly Part[] =>
  partsOf(reservation).map((part) => (part.n === n ? { ...part, ...how } : part));

const isOfAll = (reservation: Reservation, n: number): boolean =>
  reservation.status === 'cancelling' && reservation.cancellation.n === n;

/** The cancellation of this number, if it is under way and has had no answer. */
const askedAs = (reservation: Reservation, number: number): SeatsCancelled | undefined =>
  openCancellations(reservation).find(({ n, voidedAt }) => n === number && voidedAt === undefined);

const isBefore = (reservation: Reservation, n: number): boolean =>
  !isEnded(reservation) && nextNumber(reservation) <= n;
