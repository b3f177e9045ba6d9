import { type Books, type Made, NOTHING } from '../../../shared/payment/books';
import {
  type Comparison,
  type Difference,
  isKnown,
  noteDifference,
  openDifference,
  type Sums,
} from '../../../shared/payment/difference';
import { changed, type Decision, type InternalFact, unchanged } from './decision';
import { cancellationsOf, otherwiseOf, partsOf, refundedOf } from './parts';
import type { Reservation } from './reservation';
import { owedRefund } from './underWay';

/** Its payments, but for one whose answer is awaited or whose refund is under way. */
export function booksOf(reservation: Reservation): Books {
  const { reservationId: orderId, declined = [] } = reservation;
  const watch = 'watch' in reservation ? reservation.watch : undefined;
  const strays = [...declined, ...(watch?.closedAt === undefined ? [] : [watch])];
  const madeFor = ({ paymentKey }: Pick<Made, 'paymentKey'>): Made => ({ paymentKey, orderId });
  const own = ownPaymentOf(reservation);
  return {
    own: own === undefined ? undefined : madeFor(own),
    strays: strays.map(madeFor),
    ours: own === undefined ? NOTHING : ourSums(reservation),
  };
}

/** It pays for the seats. What no provider was asked for, none can say anything of. */
function ownPaymentOf(reservation: Reservation): Pick<Made, 'paymentKey'> | undefined {
  const { status } = reservation;
  const isOwn = status === 'paid' || status === 'completed' || status === 'cancelled';
  const payment = isOwn ? reservation.payment : undefined;
  return payment?.method === undefined ? payment : undefined;
}

/** The provider is about to tell what became of its money, and the sweep to store it. Until then nothing can be compared. */
export const isInMotion = (reservation: Reservation): boolean =>
  reservation.status === 'paying' ||
  reservation.status === 'cancelling' ||
  owedRefund(reservation) !== undefined;

/** What we have had captured for the seats, and refunded of that. */
function ourSums(reservation: Reservation): Sums {
  const parts = partsOf(reservation);
  switch (reservation.status) {
    case 'paid':
    case 'completed':
      return { captured: reservation.sale.amount, refunded: refundedOf(parts) - otherwiseOf(parts) };
    case 'cancelled': {
      const { fee, refund } = reservation.cancellation;
      const refunded = refund - otherwiseOf(cancellationsOf(reservation));
      return { captured: fee + refund, refunded };
    }
    default:
      return NOTHING;
  }
}

const FACT_OF = {
  returned: 'MoneyReturnedOutside',
  captured: 'MoneyCapturedOutside',
  missing: 'MoneyMissing',
} as const satisfies Record<Difference['kind'], InternalFact>;

/** Notes what is new of the two books. */
export function booksCompared(reservation: Reservation, compared: Comparison, now: string): Decision {
  if (isKnown(reservation.differences, compared)) return unchanged;
  const differences = noteDifference(reservation.differences, compared, now);
  const open = openDifference(differences);
  const type = open === undefined ? 'BooksAgreed' : FACT_OF[open.kind];
  return changed({ ...reservation, differences }, { type, about: now });
}
