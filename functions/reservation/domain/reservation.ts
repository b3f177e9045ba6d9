import { eventIdOf } from '../../../shared/kernel/ids';
import type { CancellationPolicy } from '../../musical/contract';
import type { PublishedFact, SeatRequest } from '../contract';

/** What was sold and on which terms, as it came with SeatsHeld. Times are UTC; `amount` is in minor units. */
export type Sale = {
  readonly seats: readonly string[];
  readonly amount: number;
  readonly currency: string;
  readonly expiresAt: string;
  readonly title: string;
  readonly startsAt: string;
  readonly venue: { readonly name: string; readonly timeZone: string };
  readonly cancellationPolicy: CancellationPolicy;
};

export type Payment = {
  readonly paymentKey: string;
  /** The client's, if it sent one: another request with it is a mistake. */
  readonly idempotencyKey?: string | undefined;
  readonly startedAt: string;
  readonly approvedAt?: string | undefined;
};

/**
 * A payment that was given up unanswered. It is watched at least until `until`, and until the provider has said what
 * became of it; a capture that shows up is refunded in full.
 */
export type Watch = {
  readonly paymentKey: string;
  readonly until: string;
  readonly closedAt?: string | undefined;
};

export type CancelReason =
  | 'customer'
  | 'performance-cancelled'
  | 'performance-moved'
  | 'seats-withdrawn'
  | 'seats-lost';

/** A cancellation that was accepted: the fee is fixed then. `refund` is what is given back of what was paid. */
export type Cancellation = {
  readonly reason: CancelReason;
  readonly requestedAt: string;
  readonly fee: number;
  readonly refund: number;
  readonly refundedAt?: string | undefined;
};

export type Refusal = {
  readonly reason:
    | 'seat-taken'
    | 'sold-out'
    | 'not-on-sale'
    | 'unknown-seats'
    | 'customer-limit'
    | 'hold-expired';
  readonly detail: string;
  readonly taken?: readonly string[] | undefined;
};

/** One line of the timeline. */
export type HistoryEntry = {
  readonly eventId: string;
  readonly type: string;
  readonly time: string;
  readonly source: string;
};

type Common = {
  readonly reservationId: string;
  readonly customerId: string;
  readonly customer: {
    readonly email?: string | undefined;
    readonly name?: string | undefined;
    readonly locale?: string | undefined;
  };
  readonly performanceId: string;
  readonly request: SeatRequest;
  readonly placedAt: string;
  readonly updatedAt: string;
  /** Grows by one with every change of status or timeline. */
  readonly version: number;
  readonly history: readonly HistoryEntry[];
  /** UTC; when the sweep looks at it next. Absent: nothing is left to be done. */
  readonly dueAt?: string | undefined;
  /** How often the sweep has tried what is due. */
  readonly attempts: number;
  /** How many refunds the provider has refused: each try after a refusal goes by a key of its own. */
  readonly refundsRefused?: number | undefined;
  /** W3C trace context of the request that placed it. */
  readonly traceparent?: string | undefined;
};

export type State =
  | { readonly status: 'placed' }
  | {
      readonly status: 'held';
      readonly sale: Sale;
      /** Payments that were refused for good, in the order they were tried. */
      readonly declined?: readonly Payment[] | undefined;
    }
  | {
      readonly status: 'paying';
      readonly sale: Sale;
      readonly payment: Payment;
      readonly declined?: readonly Payment[] | undefined;
      /** It was cancelled while the answer of the payment was awaited. */
      readonly cancelRequest?: CancelReason | undefined;
    }
  | { readonly status: 'paid'; readonly sale: Sale; readonly payment: Payment }
  | { readonly status: 'completed'; readonly sale: Sale; readonly payment: Payment }
  | {
      readonly status: 'cancelling';
      readonly sale: Sale;
      readonly payment: Payment;
      readonly cancellation: Cancellation;
    }
  | {
      readonly status: 'cancelled';
      readonly sale?: Sale | undefined;
      readonly payment?: Payment | undefined;
      readonly cancellation: Cancellation;
      readonly watch?: Watch | undefined;
    }
  | { readonly status: 'rejected'; readonly refusal: Refusal }
  | { readonly status: 'expired'; readonly sale: Sale; readonly watch?: Watch | undefined };

export type Reservation = Common & State;
export type Status = State['status'];
export type In<S extends Status> = Common & Extract<State, { readonly status: S }>;

/** What only stands in the timeline. A card may be tried more than once, so `about` tells one try from another. */
export type InternalFact =
  | 'PaymentStarted'
  | 'PaymentDeclined'
  | 'CancellationRequested'
  | 'RefundMade'
  | 'LateCaptureRefunded';

export type Fact =
  | { readonly type: PublishedFact }
  | { readonly type: InternalFact; readonly about?: string };

export type Decision =
  | { readonly kind: 'changed'; readonly state: State; readonly facts: readonly Fact[] }
  /** It is so already. */
  | { readonly kind: 'unchanged' }
  /** The state is an earlier one than this can follow on: it will come again. */
  | { readonly kind: 'too-early' }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly detail: string };

export type RefusalCode =
  | 'payment-declined'
  | 'wrong-state'
  | 'hold-expired'
  | 'amount-mismatch'
  | 'cancellation-closed'
  | 'idempotency-key-reused';

export const changed = (state: State, ...facts: readonly Fact[]): Decision => ({
  kind: 'changed',
  state,
  facts,
});
export const unchanged: Decision = { kind: 'unchanged' };
export const tooEarly: Decision = { kind: 'too-early' };
export const refused = (code: RefusalCode, detail: string): Decision => ({ kind: 'refused', code, detail });

/** The facts that a reservation has ended: its seats go back to sale. */
export const endingOf = (reservation: Reservation): PublishedFact | undefined => {
  switch (reservation.status) {
    case 'cancelled':
      return 'ReservationCancelled';
    case 'rejected':
      return 'ReservationRejected';
    case 'expired':
      return 'ReservationExpired';
    case 'placed':
    case 'held':
    case 'paying':
    case 'paid':
    case 'completed':
    case 'cancelling':
      return undefined;
    default:
      return reservation satisfies never;
  }
};

/** The same fact about the same thing always has the same id. */
export const factId = (reservationId: string, fact: Fact): string =>
  eventIdOf(
    'about' in fact && fact.about !== undefined ? `${reservationId}/${fact.about}` : reservationId,
    fact.type,
  );

export const happened = (reservation: Reservation, type: string): boolean =>
  reservation.history.some((entry) => entry.type === type);

/** What the seats and the terms are, as far as they are known yet. */
export const saleOf = (reservation: Reservation): Sale | undefined =>
  'sale' in reservation ? reservation.sale : undefined;

export const isEnded = (reservation: Reservation): boolean => endingOf(reservation) !== undefined;

/** Its seats are given up: it has ended, or its money is on the way back. */
export const hasNoSeats = (reservation: Reservation): boolean =>
  reservation.status === 'cancelling' || isEnded(reservation);
