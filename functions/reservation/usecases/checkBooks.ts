import type { Versioned } from '../../../shared/kernel/versioned';
import { type Answers, compareBooks, owedOf } from '../../../shared/payment/books';
import { openDifference } from '../../../shared/payment/difference';
import { askProvider, type Look, lookAtBooks } from '../../../shared/payment/lookAtBooks';
import { changeReservation } from '../commit/changeReservation';
import { noteSure, noteUnsure } from '../commit/noteUnsure';
import { booksCompared, booksOf, isInMotion } from '../domain/books.decide';
import { unchanged } from '../domain/decision';
import type { Reservation } from '../domain/reservation';
import { type RefundDeps, refundAtProvider } from '../payment/refund';

/** Compares a reservation with what the provider says, and changes nothing but that it is due when they differ. */
export async function lookAtReservation(deps: RefundDeps, reservation: Reservation): Promise<Look> {
  const look = await lookAtBooks(deps.payments, booksOf(reservation), reservation.differences);
  if (look === 'otherwise') await noteUnsure(deps, reservation.reservationId);
  return look;
}

/**
 * Compares a reservation that somebody has doubts about with what the provider says. What is new of it is stored first.
 * Then money that was captured of a payment that is none goes back, and when both say the same, or staff know of it, the
 * doubt is over. Whatever fails in between is asked again, for the doubt is stored.
 */
export async function checkBooks(deps: RefundDeps, stored: Versioned<Reservation>): Promise<void> {
  const { value: reservation } = stored;
  if (reservation.unsureSince === undefined || isInMotion(reservation)) return;
  const books = booksOf(reservation);
  const answers = await askProvider(deps.payments, books);
  const compared = compareBooks(books, answers);
  if (compared === undefined) return;
  const { kind, stored: after } = await changeReservation(deps, stored, (r, now) =>
    // What the provider said is compared with what it was asked for alone.
    r.version === reservation.version ? booksCompared(r, compared, now) : unchanged,
  );
  if (kind === 'changed') logDifference(deps, after.value);
  const owed = owedOf(books, answers);
  for (const { paymentKey } of owed) await refundStray(deps, after.value, paymentKey, answers);
  if (kind === 'unchanged' && owed.length === 0) await noteSure(deps, stored);
}

function logDifference({ log }: RefundDeps, { reservationId, differences }: Reservation): void {
  const open = openDifference(differences);
  if (open === undefined) log.info('provider books agree again', { reservationId });
  else log.error('provider books differ', { reservationId, ...open });
}

async function refundStray(
  deps: RefundDeps,
  reservation: Reservation,
  paymentKey: string,
  answers: Answers,
): Promise<void> {
  const found = answers.get(paymentKey);
  if (found?.kind !== 'captured') return;
  await refundAtProvider(deps, reservation, {
    paymentKey,
    amount: found.amount,
    reason: 'captured after it was refused',
  });
}
