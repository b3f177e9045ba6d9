import { cancellationsOf, isDone, partsOf } from '../../../functions/reservation/domain/parts';
import { type Reservation, waitsForDoor } from '../../../functions/reservation/domain/reservation';
import type { PaymentEngine } from '../../../local/marquee/payment/engine';
import type { Refunded } from '../../../shared/payment/provider';
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

/** What is promised by cancellations that wait for no door. */
const promisedBy = (reservation: Reservation): number =>
  cancellationsOf(reservation)
    .filter(({ status }) => status !== 'put-back')
    .filter((one) => one.n === undefined || one.voidedAt !== undefined || !waitsForDoor(one))
    .reduce((sum, { refund }) => sum + refund, 0);

/** The seats that have gone back, by cancellations that are done. */
export const returnedOf = (reservation: Reservation): ReadonlySet<string> =>
  new Set(partsOf(reservation).flatMap((part) => (isDone(part) ? part.seats : [])));

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
    const reservation = this.audit.reservations.all.get(orderId);
    const counted = reservation?.refundsRefused ?? this.refusedOfBill(orderId, paymentKey);
    // Each cancellation of some of the seats has a key of its own too.
    const cancellations = reservation === undefined ? 0 : partsOf(reservation).length;
    keys.asked.add(key);
    // Refusals of all payments of a reservation are counted together, and so are those of a bill.
    const refused = [...this.refundKeys].filter(([of]) => this.isOfSame(this.orderOf.get(of) ?? '', orderId));
    const known = refused.reduce((sum, [, of]) => sum + of.refused.size, 0);
    check(
      keys.asked.size <= counted + 1 + cancellations && counted <= known,
      'refund-keys',
      orderId,
      () =>
        `${paymentKey} was asked for under ${keys.asked.size} keys, ${known} were refused, ${counted} refusals are stored`,
    );
    if (outcome === 'refused') keys.refused.add(key);
  }

  private refusedOfBill(orderId: string, paymentKey: string): number {
    const bill = this.audit.members.billOfOrder(orderId);
    const isOwn = bill?.payment?.paymentKey === paymentKey;
    return (isOwn ? bill?.refund?.refused : bill?.refundsRefused) ?? 0;
  }

  private isOfSame(one: string, other: string): boolean {
    const bill = this.audit.members.billOfOrder(one);
    return one === other || (bill !== undefined && bill === this.audit.members.billOfOrder(other));
  }

  /** Once staff pay it back otherwise nobody asks for it any more, but for who was asking already. */
  private checkSettling(orderId: string, paymentKey: string, nowMs: number): void {
    const reservation = this.audit.reservations.all.get(orderId);
    if (reservation === undefined || ownKeyOf(reservation) !== paymentKey) return;
    const { settling } = cancellationsOf(reservation).find(({ status }) => status === 'accepted') ?? {};
    const isLate = settling !== undefined && nowMs > Date.parse(settling.at) + ASKED_BEFORE_MS;
    check(!isLate, 'refund-while-settling', orderId, () => `${orderId} is settled since ${settling?.at}`);
  }

  isCaptured(paymentKey: string): boolean {
    const reply = this.engine?.find(paymentKey);
    return reply?.status === 200 && CAPTURED.has((reply.body as WirePayment).status);
  }

  deskActed(orderId: string): void {
    this.deskOrders.add(orderId);
    this.audit.members.deskActed(orderId);
  }

  /** The provider's people have captured what was refused. It pays for nothing, unless we have heard of no refusal yet. */
  deskCaptured(paymentKey: string): void {
    this.deskCaptures.add(paymentKey);
  }

  /** We have captured a payment of this order. */
  captured(orderId: string, engine: PaymentEngine): void {
    this.engine = engine;
    this.audit.members.captured(orderId, engine);
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
    const bill = this.audit.members.billOfOrder(orderId);
    if (bill?.payment?.paymentKey === paymentKey) return bill.refund?.amount ?? 0;
    if (reservation === undefined) return bill !== undefined && this.deskCaptures.has(paymentKey) ? paid : 0;
    if (ownKeyOf(reservation) === paymentKey) return promisedBy(reservation);
    const isGivenUp = 'watch' in reservation && reservation.watch?.paymentKey === paymentKey;
    return isGivenUp || this.deskCaptures.has(paymentKey) ? paid : 0;
  }
}
