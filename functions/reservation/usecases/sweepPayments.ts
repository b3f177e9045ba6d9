import { isoTime } from '../../../shared/kernel/time';
import type { Versioned } from '../../../shared/kernel/versioned';
import { changeReservation } from '../commit/changeReservation';
import type { StoredIn } from '../commit/storedIn';
import { isWatched, paymentGivenUp, watchClosed } from '../domain/payment.decide';
import { judgeFound } from '../domain/paymentAnswer';
import type { Reservation } from '../domain/reservation';
import { stepOnWatch, stepWithoutAnswer } from '../domain/unanswered.decide';
import { confirmAtProvider, declineTransfer, storeOutcome } from '../payment/confirmPayment';
import { closeAccountAtProvider, type RefundDeps, refundAtProvider } from '../payment/refund';

/** Finds out what became of a payment that never answered. It is tried again while there is time, or given up. */
export async function sweepPayment(deps: RefundDeps, stored: StoredIn<'paying'>): Promise<void> {
  const { value: paying } = stored;
  const { payment } = paying;
  const found = await deps.payments.find(payment.paymentKey);
  const outcome = await declineTransfer(deps, paying, judgeFound(paying, found));
  if (outcome.kind !== 'unknown') {
    await storeOutcome(deps, stored, outcome);
    return;
  }
  const step = stepWithoutAnswer(paying, found, deps.clock.now(), deps.delays);
  switch (step.kind) {
    case 'confirm':
      await confirmAtProvider(deps, stored);
      return;
    case 'give-up':
      await changeReservation(deps, stored, (r, now) =>
        paymentGivenUp(r, payment.paymentKey, now, step.watchUntil),
      );
      return;
    case 'wait':
      return;
    default:
      return step satisfies never;
  }
}

/** Asks about a payment on watch, if there is one. What was captured late is refunded, and then the watch is closed. */
export async function sweepWatch(deps: RefundDeps, stored: Versioned<Reservation>): Promise<void> {
  const { value: reservation } = stored;
  if (!isWatched(reservation)) return;
  const { watch } = reservation;
  const { paymentKey } = watch;
  const closeWatch = (isRefunded: boolean) =>
    changeReservation(deps, stored, (r, now) => watchClosed(r, isRefunded, now));
  const found = await deps.payments.find(paymentKey);
  const step = stepOnWatch(reservation, watch, found, isoTime(deps.clock.now()));
  switch (step.kind) {
    case 'refund': {
      const owed = { paymentKey, amount: step.amount, reason: 'paid too late' };
      if (await refundAtProvider(deps, reservation, owed)) await closeWatch(true);
      return;
    }
    case 'close-account':
      if (await closeAccountAtProvider(deps, reservation, paymentKey)) await closeWatch(false);
      return;
    case 'close-watch':
      await closeWatch(false);
      return;
    case 'wait':
      return;
    default:
      return step satisfies never;
  }
}
