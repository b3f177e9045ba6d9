import { eventIdOf } from '../../../shared/kernel/ids';
import type { ToTell } from '../contract';
import type { State } from './reservation';

/** What only stands in the timeline. What may happen more than once has an `about`, which tells one time from another. */
export type InternalFact =
  | 'PaymentStarted'
  | 'PaymentDeclined'
  | 'CancellationRequested'
  | 'RefundMade'
  | 'SettlementBegun'
  | 'SettledOtherwise'
  | 'LateCaptureRefunded'
  | 'MoneyReturnedOutside'
  | 'MoneyCapturedOutside'
  | 'MoneyMissing'
  | 'BooksAgreed';

export type Fact = ToTell | { readonly type: InternalFact; readonly about?: string; readonly n?: number };

export type Decision =
  | { readonly kind: 'changed'; readonly state: State; readonly facts: readonly Fact[] }
  /** It is so already. */
  | { readonly kind: 'unchanged' }
  /** The state is an earlier one than this can follow on, so it will come again. */
  | { readonly kind: 'too-early' }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly detail: string };

export type RefusalCode =
  | 'payment-declined'
  | 'wrong-state'
  | 'hold-expired'
  | 'amount-mismatch'
  | 'cancellation-closed'
  | 'idempotency-key-reused'
  | 'not-found';

export const changed = (state: State, ...facts: readonly Fact[]): Decision => ({
  kind: 'changed',
  state,
  facts,
});
export const unchanged: Decision = { kind: 'unchanged' };
export const tooEarly: Decision = { kind: 'too-early' };
export const refused = (code: RefusalCode, detail: string): Decision => ({ kind: 'refused', code, detail });

/** What tells one event of a type from another of the same reservation. */
export const causeOf = (reservationId: string, n: number | undefined): string =>
  n === undefined ? reservationId : `${reservationId}/${n}`;

/** The same fact about the same thing always has the same id. */
export const factId = (reservationId: string, fact: Fact): string =>
  eventIdOf(
    'about' in fact && fact.about !== undefined
      ? `${reservationId}/${fact.about}`
      : causeOf(reservationId, numberOf(fact)),
    fact.type,
  );

export const numberOf = (fact: Fact): number | undefined => ('n' in fact ? fact.n : undefined);
