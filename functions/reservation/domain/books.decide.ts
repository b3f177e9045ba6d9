import { changed, type Decision, type InternalFact, unchanged } from './decision';
import { type Comparison, type Difference, doAgree, isKnown, isOpen, kindOf, type Sums } from './difference';
import type { Found } from './paymentAnswer';
import type { Reservation } from './reservation';

/** What the provider says of each payment of a reservation, by its key. */
export type Answers = ReadonlyMap<string, Found>;

/** Payments of a reservation that may hold money, but for one whose answer is awaited or whose refund is under way. */
export type Payments = {
  /** It pays for the seats. */
  readonly own: string | undefined;
  /** Refused for good or given up, so nothing may be captured of them. */
  readonly strays: readonly string[];
};

export function paymentsOf(reservation: Reservation): Payments {
  const { status, declined = [] } = reservation;
  const watch = 'watch' in reservation ? reservation.watch : undefined;
  const strays = [
    ...declined.map(({ paymentKey }) => paymentKey),
    ...(watch?.closedAt === undefined ? [] : [watch.paymentKey]),
  ];
  const isOwn = status === 'paid' || status === 'completed' || status === 'cancelled';
  return { own: isOwn ? reservation.payment?.paymentKey : undefined, strays };
}

export const keysOf = ({ own, strays }: Payments): readonly string[] =>
  own === undefined ? strays : [own, ...strays];

/** The provider is about to tell what became of its money, and the sweep to store it. Until then nothing can be compared. */
export const isInMotion = ({ status }: Reservation): boolean =>
  status === 'paying' || status === 'cancelling';

const NOTHING: Sums = { captured: 0, refunded: 0 };

const add = (a: Sums, b: Sums): Sums => ({
  captured: a.captured + b.captured,
  refunded: a.refunded + b.refunded,
});

/** What we have had captured for the seats, and refunded of that. */
function ourSums(reservation: Reservation): Sums {
  switch (reservation.status) {
    case 'paid':
    case 'completed':
      return { captured: reservation.sale.amount, refunded: 0 };
    case 'cancelled': {
      const { fee, refund, settledOtherwise } = reservation.cancellation;
      const refunded = refund - (settledOtherwise?.amount ?? 0);
      return reservation.payment === undefined ? NOTHING : { captured: fee + refund, refunded };
    }
    default:
      return NOTHING;
  }
}

/** With a key of another reservation's payment somebody tried to pay here. Its money is none of this one's. */
const sumsOf = ({ reservationId }: Reservation, found: Found | undefined): Sums =>
  found?.kind === 'captured' && found.reservationId === reservationId
    ? { captured: found.amount, refunded: found.refunded }
    : NOTHING;

/** Strays with money that has to go back. */
export const owedOf = (reservation: Reservation, answers: Answers): readonly string[] =>
  paymentsOf(reservation).strays.filter((key) => {
    const { captured, refunded } = sumsOf(reservation, answers.get(key));
    return refunded < captured;
  });

/** Both books. A stray whose money is back is in neither. Undefined as long as the provider has not said all. */
export function compareBooks(reservation: Reservation, answers: Answers): Comparison | undefined {
  const { own, strays } = paymentsOf(reservation);
  const isAnswered = (key: string) => (answers.get(key)?.kind ?? 'unknown') !== 'unknown';
  if (!keysOf({ own, strays }).every(isAnswered)) return undefined;
  const provider = keysOf({ own, strays: owedOf(reservation, answers) })
    .map((key) => sumsOf(reservation, answers.get(key)))
    .reduce(add, NOTHING);
  return { ours: ourSums(reservation), provider };
}

const FACT_OF = {
  returned: 'MoneyReturnedOutside',
  captured: 'MoneyCapturedOutside',
  missing: 'MoneyMissing',
} as const satisfies Record<Difference['kind'], InternalFact>;

/** Notes what is new of the two books: that they differ, that they do so otherwise, or that they agree again. */
export function booksCompared(reservation: Reservation, compared: Comparison, now: string): Decision {
  const { differences } = reservation;
  if (isKnown(differences, compared)) return unchanged;
  const before = closed(differences, now);
  if (doAgree(compared))
    return changed({ ...reservation, differences: before }, { type: 'BooksAgreed', about: now });
  const kind = kindOf(compared);
  return changed(
    { ...reservation, differences: [...before, { kind, ...compared, foundAt: now }] },
    { type: FACT_OF[kind], about: now },
  );
}

function closed(differences: readonly Difference[] = [], now: string): readonly Difference[] {
  const last = differences.at(-1);
  return last === undefined || !isOpen(differences)
    ? differences
    : [...differences.slice(0, -1), { ...last, closedAt: now }];
}
