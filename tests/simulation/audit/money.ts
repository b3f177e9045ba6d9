import type { Reservation } from '../../../functions/reservation/domain/reservation';
import type { Refunded } from '../../../functions/reservation/payment/provider';
import type { PaymentEngine } from '../../../local/marquee/payment/engine';
import { check } from '../violation';
import type { Audit } from './audit';

type WirePayment = {
  readonly paymentKey: string;
  readonly orderId: string;
  readonly status: string;
  readonly totalAmount: number;
  readonly balanceAmount: number;
};

const CAPTURED: ReadonlySet<string> = new Set(['DONE', 'PARTIAL_CANCELED', 'CANCELED']);

export const paymentsOf = (engine: PaymentEngine, orderId: string): WirePayment[] =>
  (engine.listSandboxPayments(orderId).body as { payments: WirePayment[] }).payments;

export const capturedOf = (payments: readonly WirePayment[]): WirePayment[] =>
  payments.filter(({ status }) => CAPTURED.has(status));

/** A host may be in the middle of a question, and pause. */
const ASKED_BEFORE_MS = 60_000;

/** The payment that pays for the seats. */
export const ownKeyOf = (reservation: Reservation): string | undefined =>
  'payment' in reservation ? reservation.payment?.paymentKey : undefined;

/** What the provider's books say after every movement of money. */
export class MoneyAudit {
  private readonly orderOf = new Map<string, string>();
  private readonly deskCaptures = new Set<string>();
  /** Orders of which the provider's people have moved money. */
  readonly deskOrders = new Set<string>();
  private readonly refundKeys = new Map<string, { asked: Set<string>; refused: Set<string> }>();
  private engine: PaymentEngine | undefined;

  constructor(private readonly audit: Audit) {}

  authorised(orderId: string, paymentKey: string): void {
    this.orderOf.set(paymentKey, orderId);
  }

  /** A host is about to capture: in the time to pay by its own clock, and the payment that is under way. */
  asked(orderId: string, paymentKey: string, nowMs: number): void {
    const reservation = this.audit.reservations.all.get(orderId);
    if (reservation === undefined || !('sale' in reservation) || reservation.sale === undefined) return;
    const { expiresAt } = reservation.sale;
    const inTime = nowMs < Date.parse(expiresAt);
    check(inTime, 'confirmed-too-late', orderId, () => `${paymentKey} was to be captured after ${expiresAt}`);
  }

  /** The key of a refund follows from the refusals that are stored, each of them the provider's: so one key is open at most. */
  refundAsked(paymentKey: string, key: string, outcome: Refunded, nowMs: number): void {
    const orderId = this.orderOf.get(paymentKey) ?? '';
    this.checkSettling(orderId, paymentKey, nowMs);
    const keys = this.refundKeys.get(paymentKey) ?? { asked: new Set(), refused: new Set() };
    this.refundKeys.set(paymentKey, keys);
    const counted = this.audit.reservations.all.get(orderId)?.refundsRefused ?? 0;
    keys.asked.add(key);
    // Refusals of all payments of a reservation are counted together.
    const refused = [...this.refundKeys].filter(([of]) => this.orderOf.get(of) === orderId);
    const known = refused.reduce((sum, [, of]) => sum + of.refused.size, 0);
    check(
      keys.asked.size <= counted + 1 && counted <= known,
      'refund-keys',
      orderId,
      () =>
        `${paymentKey} was asked for under ${keys.asked.size} keys, ${known} were refused, ${counted} refusals are stored`,
    );
    if (outcome === 'refused') keys.refused.add(key);
  }

  /** Once staff pay it back otherwise nobody asks for it any more, but for who was asking already. */
  private checkSettling(orderId: string, paymentKey: string, nowMs: number): void {
    const reservation = this.audit.reservations.all.get(orderId);
    if (reservation?.status !== 'cancelling' || ownKeyOf(reservation) !== paymentKey) return;
    const { settling } = reservation.cancellation;
    const isLate = settling !== undefined && nowMs > Date.parse(settling.at) + ASKED_BEFORE_MS;
    check(!isLate, 'refund-while-settling', orderId, () => `${orderId} is settled since ${settling?.at}`);
  }

  isCaptured(paymentKey: string): boolean {
    const reply = this.engine?.find(paymentKey);
    return reply?.status === 200 && CAPTURED.has((reply.body as WirePayment).status);
  }

  deskActed(orderId: string): void {
    this.deskOrders.add(orderId);
  }

  /** The provider's people have captured what was refused. It pays for nothing, unless we have heard of no refusal yet. */
  deskCaptured(paymentKey: string): void {
    this.deskCaptures.add(paymentKey);
  }

  /** We have captured a payment of this order. */
  captured(orderId: string, engine: PaymentEngine): void {
    this.engine = engine;
    const captured = this.capturedByUs(orderId, engine);
    check(
      captured.length <= 1,
      'captured-twice',
      orderId,
      () => `${orderId} was paid ${captured.length} times`,
    );
  }

  capturedByUs(orderId: string, engine: PaymentEngine): WirePayment[] {
    return capturedOf(paymentsOf(engine, orderId)).filter(
      ({ paymentKey }) => !this.deskCaptures.has(paymentKey),
    );
  }

  /** We have refunded something of this payment. What was returned at the desk before counts as well. */
  refunded(paymentKey: string, engine: PaymentEngine): void {
    this.engine = engine;
    const orderId = this.orderOf.get(paymentKey) ?? '';
    const { totalAmount, balanceAmount } = engine.find(paymentKey).body as WirePayment;
    const refunded = totalAmount - balanceAmount;
    const owed = this.owed(orderId, paymentKey, totalAmount);
    check(
      refunded <= owed,
      'refunded-too-much',
      orderId,
      () => `${orderId} got ${refunded} back and was owed ${owed}`,
    );
  }

  /** What may be refunded of what was paid. It is the refund that was fixed, or all of a payment that pays for nothing. */
  private owed(orderId: string, paymentKey: string, paid: number): number {
    const reservation = this.audit.reservations.all.get(orderId);
    if (reservation === undefined) return 0;
    if (ownKeyOf(reservation) === paymentKey)
      return 'cancellation' in reservation ? reservation.cancellation.refund : 0;
    const isGivenUp = 'watch' in reservation && reservation.watch?.paymentKey === paymentKey;
    return isGivenUp || this.deskCaptures.has(paymentKey) ? paid : 0;
  }
}
