import { digest } from '../../../shared/kernel/ids';
import type { Versioned } from '../../../shared/kernel/versioned';
import { type Answers, compareBooks, type Made } from '../../../shared/payment/books';
import { openDifference } from '../../../shared/payment/difference';
import { askProvider, type Look, lookAtBooks } from '../../../shared/payment/lookAtBooks';
import { type Bill, isUnsettled } from '../domain/bill';
import { type BillDecision, unchanged } from '../domain/bill.decide';
import { booksCompared, booksOf, doubted, strayBack, sure } from '../domain/books.decide';
import { type BillDeps, changeBill } from './changeBill';

/** Compares a bill with what the provider says, and changes nothing but that it is due when they differ. */
export async function lookAtBillBooks(deps: BillDeps, bill: Bill): Promise<Look> {
  const look = await lookAtBooks(deps.payments, booksOf(bill), bill.differences);
  if (look === 'otherwise') await changeBill(deps, bill, doubted);
  return look;
}

/**
 * Compares a bill that somebody has doubts about with what the provider says. What is new of it is stored first. Then money
 * that was captured of a refused payment goes back, and when both say the same, or staff know of it, the doubt is over.
 * Whatever fails in between is asked again, for the doubt is stored.
 */
export async function checkBillBooks(deps: BillDeps, stored: Versioned<Bill>): Promise<void> {
  const { value: bill } = stored;
  if (bill.unsureSince === undefined || isUnsettled(bill)) return;
  const books = booksOf(bill);
  const answers = await askProvider(deps.payments, books);
  const compared = compareBooks(books, answers);
  if (compared === undefined) return;
  const { isChanged, bill: after } = await changeBill(deps, bill, (known, moment) =>
    // What the provider said is compared with what it was asked for alone.
    known.version === bill.version ? booksCompared(known, compared, moment) : unchanged,
  );
  if (isChanged) logDifference(deps, after);
  const captured = books.strays.filter((stray) => capturedOf(stray, answers) !== undefined);
  for (const stray of captured) await refundStray(deps, after, stray, answers);
  if (isChanged || captured.length > 0) return;
  await deps.members.replaceBill({ ...stored, value: sure(bill, deps.timeZone) });
}

function logDifference({ log }: BillDeps, { billId, differences }: Bill): void {
  const open = openDifference(differences);
  if (open === undefined) log.info('provider books agree again', { billId });
  else log.error('provider books differ', { billId, ...open });
}

/** What was captured of a payment, when it is one of this order. */
function capturedOf({ paymentKey, orderId }: Made, answers: Answers) {
  const found = answers.get(paymentKey);
  return found?.kind === 'captured' && found.orderId === orderId ? found : undefined;
}

/** The key of a try follows from what is stored, and only a refusal that was stored makes it another one. */
async function refundStray(deps: BillDeps, bill: Bill, stray: Made, answers: Answers): Promise<void> {
  const found = capturedOf(stray, answers);
  if (found === undefined) return;
  const { paymentKey, orderId } = stray;
  const { refundsRefused: refused = 0 } = bill;
  const left = found.amount - found.refunded;
  const asked = {
    paymentKey,
    part: { amount: left, refundable: left },
    reason: 'captured after it was refused',
    idempotencyKey: digest(['refund stray', orderId, paymentKey, String(refused)], 32),
  };
  const answer = left === 0 ? 'refunded' : await deps.payments.cancel(asked);
  if (answer === 'refunded')
    await changeBill(deps, bill, (known, moment) => strayBack(known, paymentKey, found.amount, moment));
  if (answer === 'refused') await changeBill(deps, bill, (known) => refusedOnceMore(known, refused));
}

const refusedOnceMore = (bill: Bill, refused: number): BillDecision =>
  (bill.refundsRefused ?? 0) === refused
    ? { kind: 'changed', bill: { ...bill, refundsRefused: refused + 1 } }
    : unchanged;
