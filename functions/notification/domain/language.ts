import type { z } from 'zod';
import type { Immutable } from '../../../shared/kernel/immutable';
import type { EventOf } from '../../../shared/messaging/envelope';
import type {
  addresseeSchema,
  cancellationPutBack,
  Objection,
  reservationCancelled,
  reservationCompleted,
  reservationExpired,
  reservationMoved,
  reservationReduced,
  reservationRejected,
  reservationReseated,
  reservationRevoked,
  ToldTerms,
} from '../../reservation/contract';

export type Cancelled = EventOf<typeof reservationCancelled> | EventOf<typeof reservationRevoked>;
export type Moved = EventOf<typeof reservationMoved>;
export type Reduced = EventOf<typeof reservationReduced>;
type Rejected = EventOf<typeof reservationRejected>;

/** The news a customer is told. */
export type NoticeEvent =
  | EventOf<typeof reservationCompleted>
  | Cancelled
  | Rejected
  | EventOf<typeof reservationExpired>
  | Moved
  | Reduced
  | EventOf<typeof cancellationPutBack>
  | EventOf<typeof reservationReseated>;

/** Who is told. */
export type Addressee = Immutable<z.infer<typeof addresseeSchema>>['customer'];

export type Told = NoticeEvent['data'];

/** How one language says it all. A term or a reason for which it has no words does not compile. */
export type Language = {
  /** BCP 47. */
  readonly locale: 'ko' | 'en';
  /** A line for each term of the sale, empty when it is not known. The venue stands in the line of the time. */
  readonly terms: Readonly<
    Record<Exclude<keyof ToldTerms, 'venue' | 'priceTypes' | 'translations'>, (told: Told) => string>
  >;
  readonly seats: (list: string) => string;
  readonly reservation: (reservationId: string) => string;
  readonly paid: (amount: string) => string;
  readonly bookingFee: (amount: string) => string;
  readonly bring: (proof: string) => string;
  readonly refunded: (refund: string, fee: string) => string;
  readonly subject: Readonly<Record<NoticeEvent['type'], (name: string) => string>>;
  readonly completed: string;
  readonly enjoy: string;
  readonly expired: string;
  readonly reduced: string;
  readonly reseated: string;
  readonly left: (list: string) => string;
  readonly putBack: string;
  readonly nothingCharged: string;
  readonly notErased: { readonly subject: string; readonly why: Readonly<Record<Objection, string>> };
  readonly moved: string;
  readonly before: (whenAndWhere: string) => string;
  readonly after: (whenAndWhere: string) => string;
  readonly freeToCancel: string;
  /** What only the mail says. */
  readonly mail: {
    readonly tickets: string;
    readonly atTheDoor: string;
    readonly ticketsElsewhere: string;
    readonly automatic: string;
  };
  readonly reasons: Readonly<Record<(Cancelled | Rejected)['data']['reason'], string>>;
};
