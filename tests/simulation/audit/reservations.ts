import { revocationReasonSchema } from '../../../functions/musical/contract';
import { partsOf } from '../../../functions/reservation/domain/parts';
import {
  type In,
  isCounterCustomer,
  isPaidAtCounter,
  type Reservation,
  type Status,
} from '../../../functions/reservation/domain/reservation';
import type { StoredDocument } from '../database';
import { MAX_SKEW_MS } from '../host';
import { check } from '../violation';
import type { Audit } from './audit';
import { returnedOf } from './money';

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
  'CancellationAccepted',
  'ReservationReduced',
  'CancellationPutBack',
  'ReservationRevoked',
  'ReseatAsked',
  'ReservationReseated',
];

/** Reservations as every commit leaves them. */
export class ReservationsAudit {
  readonly all = new Map<string, Reservation>();
  /** Requests with a key of their own, by customer: there are never more reservations than these. */
  readonly requests = new Map<string, number>();
  private readonly made = new Map<string, number>();
  /** How often staff have sold at the counter. */
  counterSales = 0;
  private soldAtCounter = 0;

  constructor(private readonly audit: Audit) {}

  hasEnded(id: string): boolean {
    const reservation = this.all.get(id);
    return reservation !== undefined && ENDED.has(reservation.status);
  }

  /** Whether the seat has gone back to sale, alone or with all others. */
  hasReturned(id: string, seatId: string): boolean {
    const reservation = this.all.get(id);
    return reservation !== undefined && (this.hasEnded(id) || returnedOf(reservation).has(seatId));
  }

  /** Whether staff want another seat in its place. */
  leaves(id: string, seatId: string): boolean {
    return this.all.get(id)?.reseats?.some(({ from }) => from.includes(seatId)) === true;
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
    if (next.status === 'cancelling') checkTold(next);
    this.all.set(id, next);
  }

  private checkNew({ reservationId: id, status, version, customerId }: Reservation): void {
    check(status === 'placed' && version === 1, 'transition', id, () => `${id} began as ${status}`);
    const made = (this.made.get(customerId) ?? 0) + 1;
    this.made.set(customerId, made);
    const isAtCounter = isCounterCustomer(customerId);
    const asked = isAtCounter ? 1 : (this.requests.get(customerId) ?? 0);
    check(
      made <= asked,
      'booked-twice',
      id,
      () => `${customerId} asked for ${asked} reservations and has ${made}`,
    );
    if (isAtCounter) this.soldAtCounter += 1;
    const { soldAtCounter, counterSales } = this;
    check(
      soldAtCounter <= counterSales,
      'booked-twice',
      id,
      () => `staff sold ${counterSales} times, and there are ${soldAtCounter} sales`,
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
      const times = history.filter((entry) => entry.type === type);
      const isOnce = new Set(times.map(({ n }) => n)).size === times.length;
      check(isOnce, 'history', id, () => `${type} happened ${times.length} times to ${id}`);
    }
    if (before.status === 'paying' && next.status === 'paying') {
      const isSame = before.payment.paymentKey === next.payment.paymentKey;
      check(isSame, 'second-payment', id, () => `${id} was given another payment while one was under way`);
    }
    checkParts(before, next);
    if ('cancellation' in before && 'cancellation' in next) {
      const { fee, refund } = before.cancellation;
      const isOther = before.cancellation.n !== next.cancellation.n;
      const isSame = isOther || (fee === next.cancellation.fee && refund === next.cancellation.refund);
      check(isSame, 'fee', id, () => `the fee of ${id} was changed after it was fixed`);
    }
  }

  /** The provider has the money, or staff, or there was nothing to pay. */
  private isPaid({ payment: { paymentKey, method }, sale, customerId }: In<'paid'>): boolean {
    if (method === 'none' || method === 'complimentary') return sale.amount === 0;
    return isCounterCustomer(customerId) ? isPaidAtCounter(method) : this.audit.money.isCaptured(paymentKey);
  }

  private checkStatus(next: Reservation, now: number): void {
    const { reservationId: id, performanceId } = next;
    this.audit.tickets.checkRefunded(next);
    if (next.status === 'paid') {
      const isPaid = this.isPaid(next);
      check(
        isPaid,
        'paid-without-money',
        id,
        () => `${id} is paid by ${next.payment.paymentKey}, which was never captured`,
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

/** Staff ask the door first, also for seats cancelled before. What it puts back was never told. */
function checkTold({ reservationId: id, cancellation, parts = [], history }: In<'cancelling'>): void {
  const { reason } = cancellation;
  const isPastDoor = [...parts.filter(({ status }) => status === 'accepted'), cancellation].every(
    ({ n, evenIfAdmitted, voidedAt }) => n === undefined || evenIfAdmitted === true || voidedAt !== undefined,
  );
  const isOfStaff = reason === 'theatre' && isPastDoor;
  const isToBeTold = isOfStaff || revocationReasonSchema.safeParse(reason).success;
  const isTold = history.some(({ type }) => type === 'ReservationRevoked');
  check(isToBeTold === isTold, 'told-at-once', id, () => `${id}: ${reason}, told at once: ${isTold}`);
}

/** A seat is cancelled once at most, at a fee that stays, and what is refunded or put back stays so. */
function checkParts(before: Reservation, next: Reservation): void {
  const { reservationId: id } = next;
  const [was, is] = [partsOf(before), partsOf(next)];
  // A seat that was cancelled may have come back in the place of another.
  const sinceReseat = (seatId: string, number: number) =>
    next.reseats?.findLast(({ n, to, status }) => n < number && status === 'done' && to.includes(seatId))?.n;
  const seats = is
    .filter(({ status }) => status !== 'put-back')
    .flatMap((part) => part.seats.map((seatId) => `${seatId} ${sinceReseat(seatId, part.n)}`));
  check(
    new Set(seats).size === seats.length,
    'cancelled-twice',
    id,
    () => `a seat of ${id} is cancelled twice: ${seats}`,
  );
  const isKept = was.every((part, i) => {
    const now = is[i];
    const isSame = now?.fee === part.fee && now.refund === part.refund && `${now.seats}` === `${part.seats}`;
    return isSame && (part.status === 'accepted' || part.status === now.status);
  });
  check(isKept, 'fee', id, () => `a cancellation of ${id} was changed after it was fixed`);
}
