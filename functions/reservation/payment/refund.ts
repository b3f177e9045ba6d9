import { digest } from '../../../shared/kernel/ids';
import type { Versioned } from '../../../shared/kernel/versioned';
import type { PaymentCancellation } from '../../../shared/payment/provider';
import { reasonOf } from '../../../shared/telemetry/log';
import { type ChangeDeps, changeReservation } from '../commit/changeReservation';
import { countRefusedRefund } from '../commit/countRefusedRefund';
import type { ReservationDeps } from '../deps';
import { refundMade } from '../domain/cancellation.decide';
import type { Reservation } from '../domain/reservation';
import { settlementFound } from '../domain/settlement.decide';
import { isOwedAtCounter, type Owed, owedRefund, waitsForStaff } from '../domain/underWay';

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

/** The reservation as it then is. Undefined when it is not known that the refund was made, or need not be. */
async function refund(
  deps: RefundDeps,
  stored: Versioned<Reservation>,
  owed: Owed,
): Promise<Versioned<Reservation> | undefined> {
  const { reservationId } = stored.value;
  try {
    if (waitsForStaff(stored.value)) return undefined;
    if (isOwedAtCounter(stored.value)) return await noteRefund(deps, stored, owed);
    if (owed.settling !== undefined) return await settleOtherwise(deps, stored, owed);
    if (!(await refundAtProvider(deps, stored.value, owed))) return undefined;
    return await noteRefund(deps, stored, owed);
  } catch (error) {
    deps.log.warn('refund will be tried again', { reservationId, reason: reasonOf(error) });
    return undefined;
  }
}

async function noteRefund(deps: RefundDeps, stored: Versioned<Reservation>, { n }: Owed) {
  const change = await changeReservation(deps, stored, (r, now) => refundMade(r, n, now));
  return change.stored;
}

/** Asks for no refund. What the provider has not refunded when none can be under way any more is settled otherwise. */
async function settleOtherwise(
  deps: RefundDeps,
  stored: Versioned<Reservation>,
  { paymentKey }: Owed,
): Promise<Versioned<Reservation> | undefined> {
  const found = await deps.payments.find(paymentKey);
  const change = await changeReservation(deps, stored, (r, now) => settlementFound(r, found, now));
  return change.kind === 'changed' ? change.stored : undefined;
}

/** What is to go back of a payment. Each cancellation's refund is under its number. */
type ToRefund = Pick<Owed, 'paymentKey' | 'amount'> & {
  readonly reason: string;
  readonly n?: number | undefined;
};

/** True when the provider says that `amount` was refunded, now or before. It is asked first, so nothing is refunded twice. */
export async function refundAtProvider(
  deps: RefundDeps,
  reservation: Reservation,
  { paymentKey, amount, reason, n }: ToRefund,
): Promise<boolean> {
  const found = await deps.payments.find(paymentKey);
  if (found.kind !== 'captured') return false;
  if (found.refunded >= amount) return true;
  const part = { amount: amount - found.refunded, refundable: found.amount - found.refunded };
  return cancelAtProvider(deps, reservation, { paymentKey, part, reason: numbered(reason, n) }, n);
}

export const NOT_OFFERED = 'this way of paying is not offered';

/** Closes an account that waits for a transfer. True when the provider says that nobody can pay into it any more. */
export const closeAccountAtProvider = (
  deps: RefundDeps,
  reservation: Reservation,
  paymentKey: string,
): Promise<boolean> => cancelAtProvider(deps, reservation, { paymentKey, reason: NOT_OFFERED });

const numbered = (text: string, n: number | undefined): string => (n === undefined ? text : `${text} #${n}`);

/**
 * The key of a try follows from what is stored. Without an answer, or after a crash, it is the same again, and only a
 * refusal that was stored makes it another one.
 */
async function cancelAtProvider(
  deps: RefundDeps,
  { reservationId, refundsRefused = 0 }: Reservation,
  cancellation: Omit<PaymentCancellation, 'idempotencyKey'>,
  n?: number,
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
