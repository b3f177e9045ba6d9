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

/** What the provider's books say after every movement of money. */
export class MoneyAudit {
  private readonly orderOf = new Map<string, string>();
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
  refundAsked(paymentKey: string, key: string, outcome: Refunded): void {
    const orderId = this.orderOf.get(paymentKey) ?? '';
    const keys = this.refundKeys.get(paymentKey) ?? { asked: new Set(), refused: new Set() };
    this.refundKeys.set(paymentKey, keys);
    const counted = this.audit.reservations.all.get(orderId)?.refundsRefused ?? 0;
    keys.asked.add(key);
    check(
      keys.asked.size <= counted + 1 && counted <= keys.refused.size,
      'refund-keys',
      orderId,
      () =>
        `${paymentKey} was asked for under ${keys.asked.size} keys, ${keys.refused.size} were refused, ${counted} refusals are stored`,
    );
    if (outcome === 'refused') keys.refused.add(key);
  }

  isCaptured(paymentKey: string): boolean {
    const reply = this.engine?.find(paymentKey);
    return reply?.status === 200 && CAPTURED.has((reply.body as WirePayment).status);
  }

  movedBy(paymentKey: string, engine: PaymentEngine): void {
    this.moved(this.orderOf.get(paymentKey) ?? '', engine);
  }

  moved(orderId: string, engine: PaymentEngine): void {
    this.engine = engine;
    const captured = capturedOf(paymentsOf(engine, orderId));
    check(
      captured.length <= 1,
      'captured-twice',
      orderId,
      () => `${orderId} was paid ${captured.length} times`,
    );
    const [payment] = captured;
    if (payment === undefined) return;
    const refunded = payment.totalAmount - payment.balanceAmount;
    const owed = this.owed(orderId, payment.totalAmount);
    check(
      refunded <= owed,
      'refunded-too-much',
      orderId,
      () => `${orderId} got ${refunded} back and was owed ${owed}`,
    );
  }

  /** What may be refunded of what was paid. It is the refund that was fixed, or all of a payment that came too late. */
  private owed(orderId: string, paid: number): number {
    const reservation = this.audit.reservations.all.get(orderId);
    if (reservation === undefined) return 0;
    if ('watch' in reservation && reservation.watch !== undefined) return paid;
    return 'cancellation' in reservation ? reservation.cancellation.refund : 0;
  }
}
