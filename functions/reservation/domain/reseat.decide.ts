import { linesOf, type ReseatRefusal, type Sale, type SaleLine } from '../../musical/contract';
import { changed, type Decision, refused, tooEarly, unchanged } from './decision';
import { linesLeft, nextNumber, partsOf } from './parts';
import { isEnded, type KeptReseat, type Part, type Reservation } from './reservation';
import { openCancellations, openReseat, unreleasedParts } from './underWay';

/** Other seats for some of a completed reservation's: an intent first, and musical says whether it has them. */

export type ReseatCommand = Pick<KeptReseat, 'from' | 'to' | 'difference' | 'fromWithheld' | 'askedBy'>;

/** Staff ask for it. One thing at a time, so that each knows which seats the one before has left. */
export function askReseat(reservation: Reservation, command: ReseatCommand, now: string): Decision {
  const { status, reseats = [] } = reservation;
  if (command.askedBy !== undefined && reseats.some(({ askedBy }) => askedBy === command.askedBy))
    return unchanged;
  if (status !== 'completed') return refused('wrong-state', `The reservation is ${status}.`);
  if (isBusy(reservation))
    return refused('wrong-state', 'Seats of it are being cancelled or changed. Try again when that is over.');
  const has = linesLeft(reservation.sale, partsOf(reservation)).map(({ seatId }) => seatId);
  const missing = command.from.filter((seatId) => !has.includes(seatId));
  if (missing.length > 0) return refused('wrong-state', `It has no such seats: ${missing.join(', ')}.`);
  const n = nextNumber(reservation);
  const asked: KeptReseat = { ...command, n, askedAt: now, status: 'asked' };
  return changed({ ...reservation, reseats: [...reseats, asked] }, { type: 'ReseatAsked', n });
}

const isBusy = (reservation: Reservation): boolean =>
  openReseat(reservation) !== undefined ||
  openCancellations(reservation).length + unreleasedParts(reservation).length > 0;

/** A seat of the house with its price tier. */
type OtherSeat = { readonly seatId: string; readonly tier: string };

/**
 * Hears SeatsReseated. The lines keep their prices. Where the theatre has cancelled it meanwhile only the names are other
 * ones, for nobody gets a ticket any more.
 */
export function seatsReseated(reservation: Reservation, n: number, to: readonly OtherSeat[]): Decision {
  const asked = reseatOf(reservation, n);
  if (asked === undefined) return isEnded(reservation) ? unchanged : tooEarly;
  if (asked.status !== 'asked' || !('sale' in reservation) || reservation.sale === undefined)
    return unchanged;
  const state = {
    ...reservation,
    sale: reseated(reservation.sale, partsOf(reservation), asked, to),
    reseats: answered(reservation, { ...asked, status: 'done' }),
  } as typeof reservation;
  return reservation.status === 'completed'
    ? changed(state, { type: 'ReservationReseated', n })
    : changed(state);
}

/** Hears ReseatRefused. It has the seats that it had. */
export function reseatRefused(reservation: Reservation, n: number, refusal: ReseatRefusal): Decision {
  const asked = reseatOf(reservation, n);
  if (asked === undefined) return isEnded(reservation) ? unchanged : tooEarly;
  if (asked.status !== 'asked') return unchanged;
  return changed({
    ...reservation,
    reseats: answered(reservation, { ...asked, status: 'refused', refusal }),
  });
}

export const reseatOf = ({ reseats = [] }: Reservation, number: number): KeptReseat | undefined =>
  reseats.find(({ n }) => n === number);

const answered = ({ reseats = [] }: Reservation, answer: KeptReseat): readonly KeptReseat[] =>
  reseats.map((one) => (one.n === answer.n ? answer : one));

/** Only lines that it still has, for a seat of the same name may have been cancelled before. */
function reseated(
  sale: Sale,
  parts: readonly Part[],
  { n, from }: KeptReseat,
  to: readonly OtherSeat[],
): Sale {
  const all = linesOf(sale);
  const left = new Set(linesLeft({ ...sale, lines: all }, parts));
  const lines = all.map((line): SaleLine => {
    const other = left.has(line) ? to[from.indexOf(line.seatId)] : undefined;
    const { seatId, tier, reseats = [] } = line;
    return other === undefined
      ? line
      : { ...line, ...other, reseats: [...reseats, { n, from: seatId, tier }] };
  });
  return { ...sale, seats: lines.map(({ seatId }) => seatId), lines };
}
