import { cancelInFull, feeFor, refundMade, startRefund, startVoiding } from './cancellation.decide';
import { changed, type Decision, refused, unchanged } from './decision';
import type { Found } from './paymentAnswer';
import type { Cancellation, In, Reservation } from './reservation';

export type StaffCancellation = {
  /** For staff. The customer is told that it was the theatre. */
  readonly reason: string;
  readonly refund: 'full' | 'policy' | 'none';
  /** Also when somebody has been let in. */
  readonly evenIfAdmitted?: boolean | undefined;
  /** How it is paid back, when it is not by the provider. */
  readonly settledOtherwise?: string | undefined;
};

/** Staff cancel beyond what a customer may. With `settledOtherwise` they end what the provider does not refund. */
export function cancelByStaff(reservation: Reservation, command: StaffCancellation, now: string): Decision {
  switch (reservation.status) {
    case 'placed':
    case 'held':
    case 'paying':
      return cancelInFull(reservation, 'theatre', now);
    case 'paid':
    case 'completed':
      return startStaffRefund(reservation, command, now);
    case 'cancelling':
      return command.settledOtherwise === undefined
        ? unchanged
        : beginSettlement(reservation, command.settledOtherwise, now);
    case 'cancelled':
      return unchanged;
    case 'rejected':
    case 'expired':
      return refused('wrong-state', `The reservation is ${reservation.status}; there is nothing to cancel.`);
    default:
      return reservation satisfies never;
  }
}

function startStaffRefund(
  reservation: In<'paid' | 'completed'>,
  { reason: note, refund, settledOtherwise, evenIfAdmitted }: StaffCancellation,
  now: string,
): Decision {
  const { amount } = reservation.sale;
  const byTerms = () => feeFor(reservation.sale, reservation.placedAt, now);
  const fee = refund === 'full' ? 0 : refund === 'none' ? amount : byTerms();
  if (fee === undefined) return refused('cancellation-closed', 'By its terms it can no longer be cancelled.');
  const settling = settledOtherwise === undefined ? {} : { settling: { note: settledOtherwise, at: now } };
  const cancellation: Cancellation = {
    reason: 'theatre',
    note,
    requestedAt: now,
    fee,
    refund: amount - fee,
    ...(fee < amount ? settling : {}),
    ...(evenIfAdmitted ? { evenIfAdmitted } : {}),
  };
  return reservation.status === 'paid'
    ? startRefund(reservation, cancellation)
    : startVoiding(reservation, cancellation);
}

/** As `beginSettlement`, of the cancellation with this number. Where there were no tickets there is one alone. */
export function settleCancellation(reservation: Reservation, n: string, note: string, now: string): Decision {
  const isAnother = 'cancellation' in reservation && String(reservation.cancellation.n ?? 1) !== n;
  return isAnother
    ? refused('not-found', `There is no cancellation ${n} that is owed anything.`)
    : beginSettlement(reservation, note, now);
}

/** Staff pay it back otherwise. First of all no further refund is asked for. */
function beginSettlement(reservation: Reservation, note: string, now: string): Decision {
  switch (reservation.status) {
    case 'cancelling': {
      const { cancellation } = reservation;
      if (cancellation.settling !== undefined) return unchanged;
      const settling = { note, at: now };
      return changed(
        { ...reservation, cancellation: { ...cancellation, settling } },
        { type: 'SettlementBegun' },
      );
    }
    case 'cancelled':
      return reservation.cancellation.settledOtherwise === undefined
        ? refused('wrong-state', 'Nothing is owed any more. Do not pay it back.')
        : unchanged;
    case 'placed':
    case 'held':
    case 'paying':
    case 'paid':
    case 'completed':
    case 'rejected':
    case 'expired':
      return refused('wrong-state', `The reservation is ${reservation.status}; nothing is owed.`);
    default:
      return reservation satisfies never;
  }
}

/** Far longer than whoever asked for a refund before could still be waiting for the provider. */
const QUIET_MS = 5 * 60 * 1000;

/** What the provider says once no refund is asked for any more. A refund that was made after all is one. */
export function settlementFound(reservation: Reservation, found: Found, now: string): Decision {
  if (reservation.status !== 'cancelling') return unchanged;
  const { sale, payment, cancellation } = reservation;
  const { settling, ...rest } = cancellation;
  if (settling === undefined || found.kind === 'unknown') return unchanged;
  const refunded = found.kind === 'captured' ? found.refunded : 0;
  if (refunded >= cancellation.refund) return refundMade({ ...reservation, cancellation: rest }, now);
  const isUnderWay = found.kind === 'captured' && found.isRefundUnderWay === true;
  if (isUnderWay || Date.parse(now) < Date.parse(settling.at) + QUIET_MS) return unchanged;
  const settledOtherwise = { amount: cancellation.refund - refunded, note: settling.note };
  return changed(
    { status: 'cancelled', sale, payment, cancellation: { ...rest, refundedAt: now, settledOtherwise } },
    { type: 'SettledOtherwise' },
    { type: 'ReservationCancelled' },
  );
}
