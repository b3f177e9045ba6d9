import type { Performance } from '../../../functions/musical/catalogue/domain/performance';
import { kindsAt } from '../../../functions/musical/catalogue/domain/seatingPlan';
import type { RequestByQuantity } from '../../../functions/musical/contract';
import type { Allocation, Claim } from '../../../functions/musical/seats/domain/allocation';
import { isCounterCustomer } from '../../../functions/reservation/domain/reservation';
import type { StoredDocument } from '../database';
import { MAX_SKEW_MS } from '../host';
import { costOf, seatOf, seatsOf } from '../house';
import { check, Violation } from '../violation';
import type { Audit } from './audit';
import { SeatRegister } from './register';

type Phase = Allocation['phase'];
type ClaimDocument = Omit<Claim, 'seatId'> & { readonly id: string; readonly performanceId: string };
type AllocationDocument = Allocation & { readonly kind: string };

/** The product's own limit; it is part of what is tested, so it is not imported. */
const MAX_RENEWALS = 2;
const ENDS: ReadonlySet<Phase> = new Set<Phase>(['released', 'refused', 'revoked']);
export const hasEnded = ({ phase }: { readonly phase: Phase }): boolean => ENDS.has(phase);

const isUnpaid = ({ phase }: { readonly phase: Phase }): boolean => phase === 'hold' || phase === 'reserved';

const isFromWithheld = ({ phase, withheld }: Allocation): boolean =>
  phase === 'reserved' && withheld !== undefined;
/** The seats that an allocation may have got in this commit from what is withheld. */
const soldNow = (allocation: Allocation): readonly string[] =>
  isFromWithheld(allocation)
    ? allocation.seats
    : (allocation.answers?.at(-1)?.to?.map(({ seatId }) => seatId) ?? []);

/** What may become of withheld seats that are being sold at the counter. */
const FROM_WITHHELD: ReadonlySet<Phase> = new Set<Phase>(['reserved', 'sold', 'withheld']);

/** What may follow on what; `none` is an allocation that was not there. */
const NEXT: Readonly<Record<Phase | 'none', readonly Phase[]>> = {
  none: ['hold', 'reserved', 'withheld', 'refused', 'released'],
  hold: ['reserved', 'released', 'refused', 'revoked'],
  // What was withheld and is not sold at the counter after all is withheld again.
  reserved: ['sold', 'released', 'revoked', 'withheld'],
  withheld: ['released'],
  sold: ['released', 'revoked'],
  released: ['released'],
  refused: ['refused'],
  revoked: ['revoked'],
};

/** The seats of one performance as every commit leaves them, and the rules each commit must keep. */
export class SeatsAudit {
  readonly claims = new Map<string, { readonly allocationId: string; readonly turn: number }>();
  readonly allocations = new Map<string, Allocation>();
  /** Those that are sold at the counter in this very commit. */
  private soldFromWithheld: ReadonlySet<string> = new Set();
  /** Withheld seats that the theatre wanted back on sale. */
  readonly askedBack = new Set<string>();
  private readonly registers: ReadonlyMap<string, SeatRegister>;

  constructor(
    readonly performance: Performance,
    private readonly audit: Audit,
  ) {
    this.registers = new Map(seatsOf(performance).map((seatId) => [seatId, new SeatRegister()]));
  }

  committed(documents: readonly StoredDocument[], now: number): void {
    const ofKind = <T>(kind: string) => documents.filter((one) => one.kind === kind) as unknown as T[];
    const allocations = ofKind<AllocationDocument>('allocation');
    const claims = ofKind<ClaimDocument>('claim');
    this.soldFromWithheld = new Set(allocations.flatMap(soldNow));
    for (const next of allocations) this.checkChange(this.allocations.get(next.id), next, now);
    const losers = claims.flatMap((claim) => this.checkTaking(claim, allocations, now));
    for (const one of allocations) {
      this.allocations.set(one.id, one);
      this.audit.moves.seatsTaken(one);
    }
    for (const { id, allocationId, turn } of claims) {
      this.claims.set(id, { allocationId, turn });
      this.registers.get(id)?.taken(allocationId, now);
    }
    for (const one of allocations.filter(hasEnded)) this.end(one, now);
    const concerned = [...losers, ...claims.map((c) => c.allocationId), ...allocations.map((a) => a.id)];
    for (const id of new Set(concerned)) this.checkWhole(id);
    for (const one of allocations.filter(isUnpaid))
      if (!isCounterCustomer(one.customerId)) this.checkLimit(one, now);
  }

  private end({ id, seats }: Allocation, now: number): void {
    for (const seatId of seats) this.registers.get(seatId)?.ended(now, id);
  }

  /** The lines with the fee, at what was frozen when the seats were taken. */
  private checkPrice(next: Allocation, frozen?: Allocation): void {
    if (frozen !== undefined && (frozen.phase !== 'hold' || next.phase !== 'reserved')) return;
    const { id, seats, amount, phase } = next;
    // Nobody buys what is withheld.
    if (phase === 'withheld' || frozen?.phase === 'withheld') return;
    const isFree = this.audit.reservations.all.get(id)?.counter?.complimentary === true;
    const price = isFree ? 0 : costOf(this.performance, next, frozen);
    const isWhole = `${seats}` === `${(next.lines ?? []).map(({ seatId }) => seatId)}`;
    check(
      amount === price && (seats.length === 0 || isWhole),
      'price',
      id,
      () => `allocation ${id} costs ${amount}, not ${price}`,
    );
  }

  private checkChange(before: Allocation | undefined, next: Allocation, now: number): void {
    const { id, phase, seats } = next;
    const isNext =
      (before !== undefined && phase === before.phase) || NEXT[before?.phase ?? 'none'].includes(phase);
    check(isNext, 'phase', id, () => `allocation ${id} went from ${before?.phase ?? 'none'} to ${phase}`);
    if (phase === 'refused' && before === undefined) this.checkRefusal(next, now);
    if (before === undefined) {
      const known = seats.every((seatId) => this.registers.has(seatId));
      check(known, 'house', id, () => `allocation ${id} has seats that the house has not: ${seats}`);
      this.checkPrice(next);
      this.audit.presale.checkTaken(this.performance, next, now);
      return;
    }
    this.checkPrice(next, before);
    this.audit.presale.checkChosen(before, next);
    this.checkReturns(before, next, now);
    checkFromWithheld(before, next);
    const mayMove = before.phase === 'hold' && phase === 'reserved';
    check(
      mayMove || next.heldUntil === before.heldUntil || isRenewal(before, next, this.audit.holdDurationMs),
      'held-until',
      id,
      () => `heldUntil of ${id} was moved`,
    );
    if (phase === 'released' && !hasEnded(before)) this.checkRelease(before, now);
  }

  /** A seat goes only by a return of this very claim, while the rest stays sold, and each return is made once. */
  private checkReturns(before: Allocation, next: Allocation, now: number): void {
    const { id, seats, returned = [], answers = [] } = next;
    const keptReturns = (before.returned ?? []).every(
      (one, i) => returned[i]?.seatId === one.seatId && returned[i]?.turn === one.turn,
    );
    const numbers = new Set(answers.map(({ n }) => n));
    const isOnce = numbers.size === answers.length && answers.length - (before.answers?.length ?? 0) <= 1;
    check(keptReturns && isOnce, 'returned-twice', id, () => `a return of ${id} was made again or forgotten`);
    const fresh = returned.slice(before.returned?.length ?? 0);
    const left = before.seats.filter((seatId) => !seats.includes(seatId));
    const isReturn = fresh.length === 0 || before.phase === 'sold' || before.phase === 'withheld';
    const isAll = left.every((seatId) => fresh.some((one) => one.seatId === seatId));
    check(
      isReturn && isAll && fresh.length === left.length && this.hasGained(before, next),
      'seats-change',
      id,
      () => `allocation ${id} had ${before.seats}, now ${seats}`,
    );
    for (const one of fresh) this.checkReturned(before, one);
    for (const { seatId } of fresh) this.registers.get(seatId)?.ended(now, id);
  }

  /** Other seats come only in the place of as many that it leaves, as staff have asked for. */
  private hasGained(before: Allocation, next: Allocation): boolean {
    const gained = next.seats.filter((seatId) => !before.seats.includes(seatId));
    const { to = [] } = next.answers?.at(-1) ?? {};
    return gained.every((seatId) => to.some((other) => other.seatId === seatId));
  }

  /** It was its own, and somebody had asked for it: its customer by a cancellation, or staff of what is withheld. */
  private checkReturned({ id, phase }: Allocation, { seatId, turn }: { seatId: string; turn: number }): void {
    const isOwn = this.claims.get(seatId)?.allocationId === id && this.claims.get(seatId)?.turn === turn;
    check(isOwn, 'seats-change', id, () => `${id} gave ${seatId} back, which is not its own`);
    if (phase === 'withheld')
      check(
        this.askedBack.has(seatId) || this.soldFromWithheld.has(seatId),
        'withheld',
        id,
        () => `withheld ${seatId} was put on sale, and nobody asked for it`,
      );
    else
      check(
        this.audit.reservations.hasReturned(id, seatId) || this.audit.reservations.leaves(id, seatId),
        'release',
        id,
        () => `${seatId} of ${id} was returned while it is neither cancelled nor changed`,
      );
  }

  /** What is reserved or sold is released only when its reservation has ended, or its time has run out unpaid. */
  private checkRelease(before: Allocation, now: number): void {
    const { id, phase, heldUntil } = before;
    // What is withheld ends when its last seat is given back.
    if (
      phase === 'withheld' ||
      phase === 'hold' ||
      (phase === 'reserved' && Date.parse(heldUntil) <= now + MAX_SKEW_MS)
    )
      return;
    check(
      this.audit.reservations.hasEnded(id),
      'release',
      id,
      () => `${phase} seats of ${id} were released while it lives`,
    );
  }

  /** Returns who loses the seat. */
  private checkTaking(claim: ClaimDocument, changed: readonly Allocation[], now: number): string[] {
    const { id, allocationId, turn } = claim;
    const before = this.claims.get(id);
    const after = (of: string) => changed.find((one) => one.id === of) ?? this.allocations.get(of);
    check(
      after(allocationId) !== undefined,
      'claim',
      allocationId,
      () => `seat ${id} is claimed for nobody: ${allocationId}`,
    );
    check(
      turn === (before?.turn ?? 0) + 1,
      'turn',
      allocationId,
      () => `seat ${id} went from turn ${before?.turn} to ${turn}`,
    );
    if (before === undefined) return [];
    const known = this.allocations.get(before.allocationId);
    // What is withheld is given away in the batch that sells it.
    const owner = known?.phase === 'withheld' ? after(before.allocationId) : known;
    const wasReturned =
      owner?.returned?.some((one) => one.seatId === id && one.turn === before.turn) === true;
    const lives = (owner === undefined || !hasEnded(owner)) && !wasReturned;
    if (lives) {
      const isOverdue =
        owner !== undefined &&
        isUnpaid(owner) &&
        !isFromWithheld(owner) &&
        Date.parse(owner.heldUntil) <= now + MAX_SKEW_MS;
      check(
        isOverdue,
        'double-sale',
        allocationId,
        () => `seat ${id} of ${owner?.phase} ${before.allocationId} was given to ${allocationId}`,
      );
    }
    return [before.allocationId];
  }

  /** A live allocation has all of its seats: so no seat has two owners, and nobody has part of what was asked for. */
  private checkWhole(id: string): void {
    const allocation = this.allocations.get(id);
    if (allocation === undefined || hasEnded(allocation)) return;
    for (const seatId of allocation.seats) {
      const owner = this.claims.get(seatId)?.allocationId;
      check(
        owner === id,
        'two-owners',
        id,
        () => `${allocation.phase} allocation ${id} lives, but its seat ${seatId} is ${owner}'s`,
      );
    }
    check(allocation.seats.length > 0, 'two-owners', id, () => `allocation ${id} lives without a seat`);
  }

  private checkLimit({ id, customerId }: Allocation, now: number): void {
    const own = [...this.allocations.values()].filter((one) => one.customerId === customerId);
    const seatsOf = (some: readonly Allocation[]) => some.reduce((sum, one) => sum + one.seats.length, 0);
    const unpaid = own.filter((one) => isUnpaid(one) && Date.parse(one.heldUntil) > now + 2 * MAX_SKEW_MS);
    const { maxSeatsPerReservation: limit, maxSeatsPerCustomer: inAll = Number.POSITIVE_INFINITY } =
      this.performance;
    const seats = seatsOf(unpaid);
    check(seats <= limit, 'limit', id, () => `${customerId} has ${seats} unpaid seats of ${limit}`);
    const all = seats + seatsOf(own.filter(({ phase }) => phase === 'sold'));
    check(all <= inAll, 'limit', id, () => `${customerId} has ${all} seats of ${inAll}`);
  }

  private checkRefusal({ id, refusal }: Allocation, now: number): void {
    if (refusal?.code === 'seat-taken') this.checkTaken(id, refusal.taken, now);
    if (refusal?.code === 'sold-out') this.checkSoldOut(refusal, now, id);
  }

  /** A seat is called taken only if somebody else had it. */
  checkTaken(id: string | undefined, taken: readonly string[], now: number): void {
    for (const seatId of taken) {
      const wasOthers = this.registers.get(seatId)?.wasOthers(id, now - this.audit.refusalAgeMs) ?? false;
      check(
        wasOthers,
        'refused-wrongly',
        id ?? seatId,
        () => `${seatId} was called taken, but nobody else had it`,
      );
    }
  }

  /** Nobody is given places to sit and places to stand at once, nor a place for a wheelchair unasked. */
  checkSoldOut(request: RequestByQuantity, now: number, id = 'a hold'): void {
    const { sectionId, tier, quantity, kinds } = request;
    const free = [...this.registers.entries()].flatMap(([seatId, register]) => {
      const seat = seatOf(this.performance, seatId);
      const isAsked =
        seat?.sectionId === (sectionId ?? seat?.sectionId) && seat?.tier === (tier ?? seat?.tier);
      return isAsked && !register.wasOthers(undefined, now - this.audit.refusalAgeMs) ? [seat] : [];
    });
    const forWheelchairs = free.filter(
      (seat) => seat && kindsAt(seat.block, seat.index).includes('wheelchair'),
    );
    const seated = free.filter((seat) => seat?.row !== undefined).length - forWheelchairs.length;
    const wheelchair = kinds?.wheelchair ?? 0;
    const isShort =
      wheelchair > 0
        ? forWheelchairs.length < wheelchair || seated < quantity - wheelchair
        : seated < quantity && free.length - forWheelchairs.length - seated < quantity;
    check(
      isShort,
      'refused-wrongly',
      id,
      () => `${JSON.stringify(request)} was called sold out with ${free.length} seats free`,
    );
  }

  /** What is published of these seats is so. */
  checkEvent(type: string, id: string, n?: number): void {
    const allocation = this.allocations.get(id);
    const answer = allocation?.answers?.find((one) => one.n === n);
    const isAnswer = answer !== undefined && ANSWERS[type]?.(answer) === true;
    const isSo = isAnswer || isTrueOf(type, allocation);
    check(isSo, 'event', id, () => `${type} was published of ${id}, which is ${allocation?.phase}`);
  }
}

/** Nobody else gets withheld seats that are being sold, whatever becomes of the sale. */
function checkFromWithheld(before: Allocation, { id, phase }: Allocation): void {
  const isKept = !isFromWithheld(before) || FROM_WITHHELD.has(phase);
  check(isKept, 'withheld', id, () => `withheld seats of ${id} were not sold, and are ${phase}`);
}

/**
 * A hold gets more time, twice at most, counted from when that was decided. Then it still ran. It may have run out before it
 * is stored, and by the ETag nobody has taken its seats in between.
 */
function isRenewal(before: Allocation, next: Allocation, holdDurationMs: number): boolean {
  const [was = [], is = []] = [before.renewals, next.renewals];
  const isHold = before.phase === 'hold' && next.phase === 'hold';
  const decidedAt = Date.parse(next.heldUntil) - holdDurationMs;
  const ran = decidedAt < Date.parse(before.heldUntil) && next.heldUntil >= before.heldUntil;
  return isHold && ran && is.length === was.length + 1 && is.length <= MAX_RENEWALS;
}

type Answer = NonNullable<Allocation['answers']>[number];
/** What an allocation has answered to a number, and is told again and again. */
const ANSWERS: Readonly<Record<string, (answer: Answer) => boolean>> = {
  SeatsReleased: () => true,
  SeatsReseated: ({ to }) => to !== undefined,
  ReseatRefused: ({ refusal }) => refusal !== undefined,
};

/** Whether an event may be published of an allocation as it is. */
function isTrueOf(type: string, allocation: Allocation | undefined): boolean {
  if (allocation === undefined) return false;
  switch (type) {
    case 'SeatsHeld':
      return allocation.phase !== 'refused';
    case 'SeatsSold':
      return allocation.captured !== undefined;
    case 'SeatsRevoked':
      return allocation.phase === 'revoked' || allocation.phase === 'withheld';
    case 'PerformanceMoved':
      return allocation.moves !== undefined;
    case 'SeatsReseated':
    case 'ReseatRefused':
      return false;
    case 'SeatAlreadySold':
    case 'SeatsSoldOut':
    case 'SeatsRefused':
    case 'SeatsReleased':
      return hasEnded(allocation) || allocation.phase === 'withheld';
    default:
      throw new Violation('event', allocation.id, `nobody knows ${type}`);
  }
}
