import { isoTime } from '../../../shared/kernel/clock';
import { changeReservation } from '../commit/changeReservation';
import { isWatched, paymentGivenUp, watchClosed } from '../domain/payment.decide';
import { judgeFound } from '../domain/paymentAnswer';
import type { In, Reservation } from '../domain/reservation';
import { stepOnWatch, stepWithoutAnswer } from '../domain/unanswered.decide';
import { confirmAtProvider, declineTransfer, storeOutcome } from '../payment/confirmPayment';
import { closeAccountAtProvider, type RefundDeps, refundAtProvider } from '../payment/refund';

/** Finds out what became of a payment that never answered. It is tried again while there is time, or given up. */
export async function sweepPayment(deps: RefundDeps, paying: In<'paying'>): Promise<void> {
  const { reservationId, payment } = paying;
  const found = await deps.payments.find(payment.paymentKey);
  const outcome = await declineTransfer(deps, paying, judgeFound(paying, found));
  if (outcome.kind !== 'unknown') {
    await storeOutcome(deps, paying, outcome);
    return;
  }
  const step = stepWithoutAnswer(paying, found, deps.clock.now(), deps.delays);
  switch (step.kind) {
    case 'confirm':
      await confirmAtProvider(deps, paying);
      return;
    case 'give-up':
      await changeReservation(deps, reservationId, (r, now) =>
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
export async function sweepWatch(deps: RefundDeps, reservation: Reservation): Promise<void> {
  if (!isWatched(reservation)) return;
  const { reservationId, watch } = reservation;
  const { paymentKey } = watch;
  const closeWatch = (isRefunded: boolean) =>
    changeReservation(deps, reservationId, (r, now) => watchClosed(r, isRefunded, now));
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
