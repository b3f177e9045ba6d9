import type { Found } from '../../../shared/payment/provider';
import type { In, Reservation, Watch } from './reservation';
import type { Delays } from './schedule';

/** How long a payment that was given up is watched for a late capture. */
const WATCH_MS = 60 * 60 * 1000;

/** How long after the time to pay a provider that does not answer at all is asked, before the payment is given up. */
const PATIENCE_MS = 15 * 60 * 1000;

export type PaymentStep =
  | { readonly kind: 'confirm' }
  | { readonly kind: 'give-up'; readonly watchUntil: string }
  | { readonly kind: 'wait' };

const wait = { kind: 'wait' } as const;

/** What to do about a payment of which nothing is known. It is tried again while there is time, and then given up. */
export function stepWithoutAnswer(
  { sale }: In<'paying'>,
  { kind }: Found,
  nowMs: number,
  delays: Delays,
): PaymentStep {
  const overdueMs = nowMs - Date.parse(sale.expiresAt);
  if (overdueMs < 0) return kind === 'open' ? { kind: 'confirm' } : wait;
  const patienceMs = kind === 'open' ? delays.paymentMs : PATIENCE_MS;
  if (overdueMs < patienceMs) return wait;
  return { kind: 'give-up', watchUntil: new Date(nowMs + WATCH_MS).toISOString() };
}

export type WatchStep =
  | { readonly kind: 'refund'; readonly amount: number }
  | { readonly kind: 'close-account' }
  | { readonly kind: 'close-watch' }
  | { readonly kind: 'wait' };

/** What to do about a payment on watch. What another reservation has paid with is none of this one's business. */
export function stepOnWatch(
  { reservationId }: Reservation,
  { until }: Watch,
  found: Found,
  now: string,
): WatchStep {
  const isOwn = 'orderId' in found && found.orderId === reservationId;
  if (isOwn && found.kind === 'captured') return { kind: 'refund', amount: found.amount };
  if (isOwn && found.kind === 'awaiting-deposit') return { kind: 'close-account' };
  return found.kind !== 'unknown' && now >= until ? { kind: 'close-watch' } : wait;
}
