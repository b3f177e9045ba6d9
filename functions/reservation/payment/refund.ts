import { digest } from '../../../shared/kernel/ids';
import type { Versioned } from '../../../shared/kernel/versioned';
import { reasonOf } from '../../../shared/telemetry/log';
import { type ChangeDeps, changeReservation } from '../commit/changeReservation';
import { countRefusedRefund } from '../commit/countRefusedRefund';
import type { ReservationDeps } from '../deps';
import { refundMade } from '../domain/cancellation.decide';
import { type Owed, owedRefund } from '../domain/parts';
import type { Reservation } from '../domain/reservation';
import type { PaymentCancellation } from './provider';

export type RefundDeps = ChangeDeps & Pick<ReservationDeps, 'payments'>;

/**
 * Refunds what a reservation is owed, one cancellation after the other, and stores that it was. The intent is in the state
 * already, so a crash anywhere here leaves it to the sweep. Never throws, for what failed is tried again by the sweep.
 */
export async function refundIfOwed(
  deps: RefundDeps,
  stored: Versioned<Reservation>,
): Promise<Versioned<Reservation>> {
  let latest = stored;
  for (let owed = owedRefund(latest.value); owed !== undefined; owed = owedRefund(latest.value)) {
    const next = await refund(deps, latest, owed);
    if (next === undefined) break;
    latest = next;
  }
  return latest;
}

/** Undefined when it is not known that it was made. */
async function refund(
  deps: RefundDeps,
  stored: Versioned<Reservation>,
  owed: Owed,
): Promise<Versioned<Reservation> | undefined> {
  const { value: reservation } = stored;
  try {
    if (!(await refundAtProvider(deps, reservation, owed))) return undefined;
    return (await changeReservation(deps, stored, (r, now) => refundMade(r, owed.n, now))).stored;
  } catch (error) {
    const { reservationId } = reservation;
    deps.log.warn('refund will be tried again', { reservationId, reason: reasonOf(error) });
    return undefined;
  }
}

/** What has to be back of a payment. A cancellation's is under its number. */
type ToRefund = Omit<Owed, 'n'> & { readonly n?: number };

/** True when the provider says that `amount` was refunded, now or before. It is asked first, so nothing is refunded twice. */
export async function refundAtProvider(
  deps: RefundDeps,
  reservation: Reservation,
  { paymentKey, amount, reason, n = 1 }: ToRefund,
): Promise<boolean> {
  const found = await deps.payments.find(paymentKey);
  if (found.kind !== 'captured') return false;
  if (found.refunded >= amount) return true;
  const part = { amount: amount - found.refunded, refundable: found.amount - found.refunded };
  // The first has no number in its key, as the version before had it.
  return cancelAtProvider(deps, reservation, { paymentKey, part, reason: numbered(reason, n) }, n);
}

export const NOT_OFFERED = 'this way of paying is not offered';

/** Closes an account that waits for a transfer. True when the provider says that nobody can pay into it any more. */
export const closeAccountAtProvider = (
  deps: RefundDeps,
  reservation: Reservation,
  paymentKey: string,
): Promise<boolean> => cancelAtProvider(deps, reservation, { paymentKey, reason: NOT_OFFERED });

const numbered = (text: string, n: number): string => (n === 1 ? text : `${text} #${n}`);

/**
 * The key of a try follows from what is stored. Without an answer, or after a crash, it is the same again, and only a
 * refusal that was stored makes it another one.
 */
async function cancelAtProvider(
  deps: RefundDeps,
  { reservationId, refundsRefused = 0 }: Reservation,
  cancellation: Omit<PaymentCancellation, 'idempotencyKey'>,
  n = 1,
): Promise<boolean> {
  const { paymentKey } = cancellation;
  const idempotencyKey = digest(
    ['refund', reservationId, paymentKey, numbered(String(refundsRefused), n)],
    32,
  );
  const answer = await deps.payments.cancel({ ...cancellation, idempotencyKey });
  if (answer === 'refused') await countRefusedRefund(deps, reservationId, refundsRefused);
  return answer === 'refunded';
}
