import { revocationReasonSchema } from '../../../functions/musical/contract';
import type { Reservation, Status } from '../../../functions/reservation/domain/reservation';
import type { StoredDocument } from '../database';
import { MAX_SKEW_MS } from '../host';
import { check } from '../violation';
import type { Audit } from './audit';

/** What may follow on what. */
const NEXT: Readonly<Record<Status, readonly Status[]>> = {
  placed: ['held', 'paid', 'rejected', 'cancelled'],
  held: ['paying', 'expired', 'cancelled'],
  paying: ['held', 'paid', 'expired', 'cancelling', 'cancelled'],
  paid: ['completed', 'cancelling', 'cancelled'],
  completed: ['cancelling', 'cancelled'],
  // Somebody was let in, and it was put back.
  cancelling: ['cancelled', 'completed'],
  cancelled: [],
  rejected: [],
  expired: [],
};
const ENDED: ReadonlySet<Status> = new Set<Status>(['cancelled', 'rejected', 'expired']);
export const SETTLED: ReadonlySet<Status> = new Set<Status>([...ENDED, 'completed']);
const ONCE = [
  'ReservationPlaced',
  'PaymentApproved',
  'ReservationCompleted',
  'ReservationRejected',
  'ReservationExpired',
  'ReservationCancelled',
  'RefundMade',
  'ReservationRevoked',
];

/** Reservations as every commit leaves them. */
export class ReservationsAudit {
  readonly all = new Map<string, Reservation>();
  /** Requests with a key of their own, by customer: there are never more reservations than these. */
  readonly requests = new Map<string, number>();
  private readonly made = new Map<string, number>();

  constructor(private readonly audit: Audit) {}

  hasEnded(id: string): boolean {
    const reservation = this.all.get(id);
    return reservation !== undefined && ENDED.has(reservation.status);
  }

  committed(documents: readonly StoredDocument[], now: number): void {
    for (const document of documents) {
      if (document.kind === 'reservation') this.changed(document as unknown as Reservation, now);
    }
  }

  private changed(next: Reservation, now: number): void {
    const { reservationId: id, status, version } = next;
    const before = this.all.get(id);
    if (before === undefined) this.checkNew(next);
    else if (version !== before.version) this.checkNext(before, next);
    else
      check(status === before.status, 'version', id, () => `${id} became ${status} under the same version`);
    if (before?.status !== status) this.checkStatus(next, now);
    this.all.set(id, next);
  }

  private checkNew({ reservationId: id, status, version, customerId }: Reservation): void {
    check(status === 'placed' && version === 1, 'transition', id, () => `${id} began as ${status}`);
    const made = (this.made.get(customerId) ?? 0) + 1;
    this.made.set(customerId, made);
    const asked = this.requests.get(customerId) ?? 0;
    check(
      made <= asked,
      'booked-twice',
      id,
      () => `${customerId} asked for ${asked} reservations and has ${made}`,
    );
  }

  private checkNext(before: Reservation, next: Reservation): void {
    const { reservationId: id, status, version, history } = next;
    check(
      version === before.version + 1,
      'version',
      id,
      () => `${id} went from version ${before.version} to ${version}`,
    );
    const isNext = status === before.status || NEXT[before.status].includes(status);
    check(isNext, 'transition', id, () => `${id} went from ${before.status} to ${status}`);
    const kept = before.history.every((entry, i) => entry.eventId === history[i]?.eventId);
    check(kept, 'history', id, () => `the timeline of ${id} lost something`);
    this.audit.moves.reservationStored(before, next);
    for (const type of ONCE) {
      const times = history.filter((entry) => entry.type === type).length;
      check(times <= 1, 'history', id, () => `${type} happened ${times} times to ${id}`);
    }
    if (before.status === 'paying' && next.status === 'paying') {
      const isSame = before.payment.paymentKey === next.payment.paymentKey;
      check(isSame, 'second-payment', id, () => `${id} was given another payment while one was under way`);
    }
    if ('cancellation' in before && 'cancellation' in next) {
      const { fee, refund } = before.cancellation;
      const isOther = before.cancellation.n !== next.cancellation.n;
      const isSame = isOther || (fee === next.cancellation.fee && refund === next.cancellation.refund);
      check(isSame, 'fee', id, () => `the fee of ${id} was changed after it was fixed`);
    }
  }

  private checkStatus(next: Reservation, now: number): void {
    const { reservationId: id, performanceId, history } = next;
    if (next.status === 'cancelling') {
      const { reason, n, evenIfAdmitted, voidedAt } = next.cancellation;
      // Staff ask the door first, and what it puts back was never told.
      const isPastDoor = n === undefined || evenIfAdmitted === true || voidedAt !== undefined;
      const isOfStaff = reason === 'theatre' && isPastDoor;
      const isToBeTold = isOfStaff || revocationReasonSchema.safeParse(reason).success;
      const isTold = history.some(({ type }) => type === 'ReservationRevoked');
      check(isToBeTold === isTold, 'told-at-once', id, () => `${id}: ${reason}, told at once: ${isTold}`);
    }
    this.audit.tickets.checkRefunded(next);
    if (next.status === 'paid') {
      const { paymentKey, method } = next.payment;
      check(
        method === 'none' ? next.sale.amount === 0 : this.audit.money.isCaptured(paymentKey),
        'paid-without-money',
        id,
        () => `${id} is paid, but ${paymentKey} was never captured`,
      );
    }
    if (next.status === 'completed') {
      const allocation = this.audit.seatsOf(performanceId).allocations.get(id);
      check(
        allocation?.captured !== undefined,
        'completed-without-seats',
        id,
        () => `${id} is completed, its seats are ${allocation?.phase}`,
      );
    }
    if (next.status === 'expired') {
      const tooSoon = Date.parse(next.sale.expiresAt) > now + MAX_SKEW_MS;
      check(!tooSoon, 'expired-too-soon', id, () => `${id} expired before ${next.sale.expiresAt}`);
    }
  }
}
