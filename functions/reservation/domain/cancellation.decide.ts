import { type Asked, changedTo, firstDone, startRefundBy, startVoiding } from './accepted';
import { changed, type Decision, refused, unchanged } from './decision';
import { feeFor } from './fees';
import { endAsPart, partsOf } from './parts';
import type { Cancellation, CancelReason, In, Reservation, State } from './reservation';
import { awaitsDoor, isOwedAtCounter, owedRefund } from './underWay';

/** What cancelling costs now. The `fee` is kept and the `refund` goes back. */
export type Quote =
  | { readonly allowed: true; readonly fee: number; readonly refund: number }
  | { readonly allowed: false; readonly reason: string };

/** What a cancellation by the customer would cost at this moment, of these seats or of all that are left. */
export function quote(reservation: Reservation, now: string, seats?: readonly string[]): Quote {
  const decision = cancel(reservation, now, { seats });
  switch (decision.kind) {
    case 'changed':
      return { allowed: true, ...newest(decision.state) };
    case 'refused':
      return { allowed: false, reason: decision.detail };
    default:
      return { allowed: false, reason: `The reservation is ${reservation.status}.` };
  }
}

function newest(state: State): Pick<Cancellation, 'fee' | 'refund'> {
  const { fee = 0, refund = 0 } =
    'cancellation' in state && state.sale !== undefined
      ? endAsPart({ ...state, sale: state.sale }, 'accepted')
      : (partsOf(state).at(-1) ?? {});
  return { fee, refund };
}

export type CustomerCancellation = {
  /** Of these alone, while the rest stays. */
  readonly seats?: readonly string[] | undefined;
  readonly askedBy?: string | undefined;
};

/** The customer cancels, or the box office for the customer. The fee of this moment is fixed. Each seat at most once. */
export function cancel(
  reservation: Reservation,
  now: string,
  { seats, askedBy }: CustomerCancellation = {},
): Decision {
  if (isKnown(reservation, askedBy)) return unchanged;
  const asked: Asked = {
    reason: 'customer',
    requestedAt: now,
    ...(askedBy === undefined ? {} : { askedBy }),
    feeOf: (lines) =>
      'sale' in reservation && reservation.sale !== undefined
        ? feeFor(reservation.sale, reservation.placedAt, now, lines)
        : 0,
  };
  if (reservation.status === 'completed') return startVoiding(reservation, asked, seats);
  if (seats !== undefined) return noSeatsOf(reservation);
  switch (reservation.status) {
    case 'paid':
      return startRefundBy(reservation, asked);
    case 'placed':
    case 'held':
    case 'paying':
      return cancelInFull(reservation, 'customer', now);
    case 'cancelling':
    case 'cancelled':
      return unchanged;
    case 'rejected':
    case 'expired':
      return refused('wrong-state', `The reservation is ${reservation.status}; there is nothing to cancel.`);
    default:
      return reservation satisfies never;
  }
}

/** Some of the seats can be cancelled only of what is completed. */
export const noSeatsOf = ({ status }: Reservation): Decision =>
  refused('wrong-state', `The reservation is ${status}. Seats of it cannot be cancelled.`);

/** The same request again changes nothing, whatever became of it. */
export const isKnown = (reservation: Reservation, askedBy: string | undefined): boolean =>
  askedBy !== undefined &&
  [...partsOf(reservation), ...('cancellation' in reservation ? [reservation.cancellation] : [])].some(
    (cancellation) => cancellation.askedBy === askedBy,
  );

/**
 * Cancels without a fee, and refunds everything that was paid and is not refunded. A cancellation that waits for the door
 * is replaced by it. An ended reservation stays as it is.
 */
export function cancelInFull(reservation: Reservation, reason: CancelReason, now: string): Decision {
  const cancellation: Cancellation = { reason, requestedAt: now, fee: 0, refund: 0 };
  const asked: Asked = { reason, requestedAt: now, feeOf: () => 0 };
  switch (reservation.status) {
    case 'placed':
      return changed({ status: 'cancelled', cancellation }, { type: 'ReservationCancelled' });
    case 'held':
      return changed(
        { status: 'cancelled', sale: reservation.sale, cancellation },
        { type: 'ReservationCancelled' },
      );
    case 'paying':
      return reservation.cancelRequest === undefined
        ? changed({ ...reservation, cancelRequest: reason }, { type: 'CancellationRequested' })
        : unchanged;
    case 'paid':
      return startRefundBy(reservation, asked);
    case 'completed':
      return startVoiding(reservation, asked);
    case 'cancelling':
      return awaitsDoor(reservation.cancellation) ? startVoiding(reservation, asked) : unchanged;
    case 'cancelled':
    case 'rejected':
    case 'expired':
      return unchanged;
    default:
      return reservation satisfies never;
  }
}

/**
 * The provider has refunded all that was promised up to the cancellation `n`, or staff have paid it back at the counter. What
 * they have noted of that stays.
 */
export function refundMade(reservation: Reservation, n: number | undefined, now: string): Decision {
  const owed = owedRefund(reservation);
  if (owed === undefined || owed.n !== n) return unchanged;
  return changedTo(
    firstDone(
      reservation as In<'completed' | 'cancelling'>,
      { refundedAt: now, ...(isOwedAtCounter(reservation) ? { settling: owed.settling } : {}) },
      {
        type: 'RefundMade',
        ...(n === undefined ? {} : { n }),
      },
    ),
  );
}
