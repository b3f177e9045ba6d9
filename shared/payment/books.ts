import type { Comparison, Sums } from './difference';
import type { Found } from './provider';

/** A payment under the order that it was made for. */
export type Made = { readonly paymentKey: string; readonly orderId: string };

/** Our side of what somebody pays for. What is awaited of the provider, an answer or a refund, is not in it. */
export type Books = {
  /** It pays for it. */
  readonly own: Made | undefined;
  /** Refused for good or given up, so nothing may be captured of them. */
  readonly strays: readonly Made[];
  /** What we have had captured by `own`, and refunded of that. */
  readonly ours: Sums;
};

/** What the provider says of each payment, by its key. */
export type Answers = ReadonlyMap<string, Found>;

export const NOTHING: Sums = { captured: 0, refunded: 0 };

export const paymentsIn = ({ own, strays }: Books): readonly Made[] =>
  own === undefined ? strays : [own, ...strays];

/** Whether there is anything to ask the provider about. */
export const hasPayments = (books: Books): boolean => paymentsIn(books).length > 0;

/** With a key of another order's payment somebody tried to pay here. Its money is none of this one's. */
function sumsOf({ paymentKey, orderId }: Made, answers: Answers): Sums {
  const found = answers.get(paymentKey);
  return found?.kind === 'captured' && found.orderId === orderId
    ? { captured: found.amount, refunded: found.refunded }
    : NOTHING;
}

/** Strays with money that has to go back. */
export const owedOf = ({ strays }: Books, answers: Answers): readonly Made[] =>
  strays.filter((stray) => {
    const { captured, refunded } = sumsOf(stray, answers);
    return refunded < captured;
  });

/** Both books. A stray whose money is back is in neither. Undefined as long as the provider has not said all. */
export function compareBooks(books: Books, answers: Answers): Comparison | undefined {
  const isAnswered = ({ paymentKey }: Made) => (answers.get(paymentKey)?.kind ?? 'unknown') !== 'unknown';
  if (!paymentsIn(books).every(isAnswered)) return undefined;
  const provider = paymentsIn({ ...books, strays: owedOf(books, answers) })
    .map((payment) => sumsOf(payment, answers))
    .reduce(add, NOTHING);
  return { ours: books.ours, provider };
}

const add = (a: Sums, b: Sums): Sums => ({
  captured: a.captured + b.captured,
  refunded: a.refunded + b.refunded,
});
