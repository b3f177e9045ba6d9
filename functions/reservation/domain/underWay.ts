import { cancellationsOf, isDone, otherwiseOf, partsOf, type SeatsCancelled } from './parts';
import { type Cancellation, isPaidAtCounter, type Part, type Reservation, waitsForDoor } from './reservation';

/** Cancellations that are accepted and not done: what each waits for, and what the provider is to refund next. */

type Running = Pick<Reservation, 'status'> & object;

/** In the order of their numbers. The last may be the one that ends the reservation. */
export const openCancellations = (reservation: Running): readonly SeatsCancelled[] =>
  reservation.status === 'completed' || reservation.status === 'cancelling'
    ? cancellationsOf(reservation as Reservation).filter(({ status }) => status === 'accepted')
    : [];

/** Its tickets may still be let in, so nothing is refunded yet. */
export const awaitsDoor = (cancellation: Cancellation): boolean =>
  cancellation.voidedAt === undefined && cancellation.n !== undefined && waitsForDoor(cancellation);

/** What staff have asked for and musical has not answered. Whatever ends the reservation ends that too. */
export const openReseat = ({ status, reseats = [] }: Pick<Reservation, 'status' | 'reseats'>) =>
  status === 'completed' ? reseats.find((one) => one.status === 'asked') : undefined;

/** A refund that is to be made. `amount` is all that is promised up to it, and what was refunded before counts towards it. */
export type Owed = Pick<Cancellation, 'n' | 'reason' | 'settling'> & {
  readonly paymentKey: string;
  readonly amount: number;
};

/** The refund that is to be made next. One at a time: a later one waits until this one is known. */
export function owedRefund(reservation: Reservation): Owed | undefined {
  const [first] = openCancellations(reservation);
  if (first === undefined || awaitsDoor(first) || !('payment' in reservation)) return undefined;
  const before = partsOf(reservation).filter(isDone);
  const promised = [...before, first].reduce((sum, { refund }) => sum + refund, 0);
  return {
    n: first.n,
    reason: first.reason,
    settling: first.settling,
    paymentKey: reservation.payment?.paymentKey ?? '',
    amount: promised - otherwiseOf(before),
  };
}

/** What was paid at the counter is paid back there. */
export const isOwedAtCounter = (reservation: Reservation): boolean =>
  owedRefund(reservation) !== undefined &&
  'payment' in reservation &&
  isPaidAtCounter(reservation.payment?.method);

/** Nothing goes on before staff have noted that they have paid it back. */
export const waitsForStaff = (reservation: Reservation): boolean =>
  isOwedAtCounter(reservation) && owedRefund(reservation)?.settling === undefined;

/** Whether musical has answered that the seats of this number are back on sale. */
const isBack = ({ history }: Pick<Reservation, 'history'>, number: number | undefined): boolean =>
  history.some(({ type, n }) => type === 'SeatsReleased' && n === number);

/** Cancelled seats of which it is not known that they are back on sale. */
export const unreleasedParts = (reservation: Reservation): readonly Part[] =>
  partsOf(reservation).filter((part) => isDone(part) && !isBack(reservation, part.n));

/** Its seats are back on sale after its end. The version before named no number, and answered ends alone. */
export const isReleased = (reservation: Reservation): boolean =>
  isBack(reservation, undefined) ||
  ('cancellation' in reservation && isBack(reservation, reservation.cancellation.n));
