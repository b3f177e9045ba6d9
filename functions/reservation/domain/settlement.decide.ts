import type { Found } from '../../../shared/payment/provider';
import { type Asked, changedTo, firstDone, startRefundBy, startVoiding } from './accepted';
import { cancelInFull, isKnown, noSeatsOf, refundMade } from './cancellation.decide';
import { changed, type Decision, refused, unchanged } from './decision';
import { feeFor } from './fees';
import { cancellationsOf, partsOf } from './parts';
import type { In, Reservation } from './reservation';
import { openCancellations, owedRefund } from './underWay';

export type StaffCancellation = {
  /** For staff. The customer is told that it was the theatre. */
  readonly reason: string;
  readonly refund: 'full' | 'policy' | 'none';
  /** Also when somebody has been let in. */
  readonly evenIfAdmitted?: boolean | undefined;
  /** How it is paid back, when it is not by the provider. */
  readonly settledOtherwise?: string | undefined;
  /** Of these alone, while the rest stays. */
  readonly seats?: readonly string[] | undefined;
  readonly askedBy?: string | undefined;
};

/** Staff cancel beyond what a customer may. With `settledOtherwise` they end what the provider does not refund. */
export function cancelByStaff(reservation: Reservation, command: StaffCancellation, now: string): Decision {
  if (isKnown(reservation, command.askedBy)) return unchanged;
  if (reservation.status === 'completed')
    return startVoiding(reservation, askedByStaff(reservation, command, now), command.seats);
  if (command.seats !== undefined) return noSeatsOf(reservation);
  switch (reservation.status) {
    case 'placed':
    case 'held':
    case 'paying':
      return cancelInFull(reservation, 'theatre', now);
    case 'paid':
      return startRefundBy(reservation, askedByStaff(reservation, command, now));
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

const askedByStaff = (
  { sale, placedAt }: In<'paid' | 'completed'>,
  { reason: note, refund, settledOtherwise, evenIfAdmitted, askedBy }: StaffCancellation,
  now: string,
): Asked => ({
  reason: 'theatre',
  note,
  requestedAt: now,
  ...(settledOtherwise === undefined ? {} : { settling: { note: settledOtherwise, at: now } }),
  ...(evenIfAdmitted ? { evenIfAdmitted } : {}),
  ...(askedBy === undefined ? {} : { askedBy }),
  feeOf: (lines, price) =>
    refund === 'full' ? 0 : refund === 'none' ? price : feeFor(sale, placedAt, now, lines),
});

/** As `beginSettlement`, of the cancellation with this number. Where there were no tickets there is one alone. */
export function settleCancellation(reservation: Reservation, n: string, note: string, now: string): Decision {
  const all = cancellationsOf(reservation);
  const isAnother = all.length > 0 && all.every((one) => String(one.n ?? 1) !== n);
  return isAnother
    ? refused('not-found', `There is no cancellation ${n} that is owed anything.`)
    : beginSettlement(reservation, note, now, n);
}

/** Staff pay it back otherwise, or all that is owed when no number is named. First of all no further refund is asked for. */
function beginSettlement(reservation: Reservation, note: string, now: string, number?: string): Decision {
  const isMeant = ({ n = 1 }: { readonly n?: number | undefined }) =>
    number === undefined || String(n) === number;
  const open = openCancellations(reservation).filter(isMeant);
  if (open.length === 0) {
    const isOver = cancellationsOf(reservation).some(
      (one) => isMeant(one) && (one.settledOtherwise ?? one.settling) !== undefined,
    );
    return isOver ? unchanged : refused('wrong-state', 'Nothing is owed any more. Do not pay it back.');
  }
  const begun = open.filter(({ settling }) => settling === undefined);
  if (begun.length === 0) return unchanged;
  const settle = <C extends { readonly n?: number | undefined }>(one: C): C =>
    begun.some(({ n }) => n === one.n) ? { ...one, settling: { note, at: now } } : one;
  const parts = partsOf(reservation);
  const running = reservation as In<'completed' | 'cancelling'>;
  return changed(
    {
      ...running,
      ...(parts.length > 0 ? { parts: parts.map(settle) } : {}),
      ...(running.status === 'cancelling' ? { cancellation: settle(running.cancellation) } : {}),
    } as typeof running,
    ...begun.map(({ n }) => ({ type: 'SettlementBegun', ...(n === undefined ? {} : { n }) }) as const),
  );
}

/** Far longer than whoever asked for a refund before could still be waiting for the provider. */
const QUIET_MS = 5 * 60 * 1000;

/** What the provider says once no refund is asked for any more. A refund that was made after all is one. */
export function settlementFound(reservation: Reservation, found: Found, now: string): Decision {
  const { settling, amount, n } = owedRefund(reservation) ?? {};
  if (settling === undefined || amount === undefined || found.kind === 'unknown') return unchanged;
  const refunded = found.kind === 'captured' ? found.refunded : 0;
  if (refunded >= amount) return refundMade(reservation, n, now);
  const isUnderWay = found.kind === 'captured' && found.isRefundUnderWay === true;
  if (isUnderWay || Date.parse(now) < Date.parse(settling.at) + QUIET_MS) return unchanged;
  const settledOtherwise = { amount: amount - refunded, note: settling.note };
  const running = reservation as In<'completed' | 'cancelling'>;
  return changedTo(
    firstDone(
      running,
      { refundedAt: now, settledOtherwise },
      {
        type: 'SettledOtherwise',
        ...(n === undefined ? {} : { n }),
      },
    ),
  );
}
