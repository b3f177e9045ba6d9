import type { Performance } from '../../../functions/musical/catalogue/domain/performance';
import type { Move } from '../../../functions/musical/contract';
import type { Allocation } from '../../../functions/musical/seats/domain/allocation';
import type { Entry } from '../../../functions/mypage/domain/entry';
import { cancellationsOf } from '../../../functions/reservation/domain/parts';
import type { Reservation } from '../../../functions/reservation/domain/reservation';
import type { StoredDocument } from '../database';
import { check } from '../violation';

type Moves = readonly Pick<Move, 'n'>[];
const numbers = (moves: Moves | undefined): string => (moves ?? []).map(({ n }) => n).join();

const salesMoves = (reservation: Reservation): Moves =>
  'sale' in reservation ? (reservation.sale?.moves ?? []) : [];

/** What the theatre has moved, who had seats before it, and who was told of it. */
export class MovesAudit {
  private readonly performances = new Map<string, Performance>();
  /** The number of the latest move that was known when the seats were taken. */
  private readonly takenAt = new Map<string, number>();
  /** The moves that SeatsHeld named, so that they were known before anything was paid. */
  private readonly known = new Map<string, Moves>();

  performanceStored(document: StoredDocument): void {
    if (document.kind !== 'performance') return;
    const performance = document as unknown as Performance;
    const before = this.performances.get(performance.performanceId);
    const [was = [], is = []] = [before?.moves, performance.moves];
    const isKept = was.every((move, i) => JSON.stringify(move) === JSON.stringify(is[i]));
    const isNumbered = is.every(({ n }, i) => n === i + 1);
    check(isKept && isNumbered, 'moves', performance.performanceId, () => `its moves are ${numbers(is)}`);
    this.performances.set(performance.performanceId, performance);
  }

  seatsTaken({ id, move = 0, seats }: Allocation): void {
    if (seats.length > 0 && !this.takenAt.has(id)) this.takenAt.set(id, move);
  }

  reservationStored(before: Reservation, next: Reservation): void {
    const { reservationId: id, status, history } = next;
    // What costs nothing is paid as soon as it is held.
    if (before.status === 'placed' && (status === 'held' || status === 'paid'))
      this.known.set(id, salesMoves(next));
    const told = history.filter(({ type }) => type === 'ReservationMoved');
    const isOrdered = told.every(({ n = 0 }, i) => n > (told[i - 1]?.n ?? 0));
    check(isOrdered, 'moves', id, () => `${id} was told of the moves ${told.map(({ n }) => n).join()}`);
    if (salesMoves(before).length === 0) return;
    // What was cancelled before the move has cost what it has cost.
    const known = new Set(cancellationsOf(before).map(({ n }) => n));
    const fresh = cancellationsOf(next).filter(({ n, reason }) => !known.has(n) && reason === 'customer');
    check(
      fresh.every(({ fee }) => fee === 0),
      'moved-fee',
      id,
      () => `${id} knew of the moves ${numbers(salesMoves(before))} and paid a fee`,
    );
  }

  /** A completed reservation has been told of every move since its seats were taken, once, and of nothing else. */
  checkSettled(reservation: Reservation, allocation: Allocation | undefined, entry: Entry | undefined): void {
    const { reservationId: id, performanceId, status, history } = reservation;
    if (status !== 'completed') return;
    const performance = this.performances.get(performanceId);
    const since = (performance?.moves ?? []).filter(({ n }) => n > (this.takenAt.get(id) ?? 0));
    check(
      since.every(({ onMove }) => onMove === 'keep'),
      'moves',
      id,
      () => `${id} is completed, though a move since was to be refunded`,
    );
    check(
      numbers(since) === numbers(reservation.sale.moves) && allocation?.moving === undefined,
      'moves',
      id,
      () => `${id} knows of the moves ${numbers(reservation.sale.moves)}, there were ${numbers(since)}`,
    );
    const known = this.known.get(id) ?? [];
    const told = history.flatMap(({ type, n }) => (type === 'ReservationMoved' && n ? [{ n }] : []));
    // Whom SeatsHeld told of a move may be told of it by an event as well.
    const heard = new Map([...known, ...told].map(({ n }) => [n, { n }]));
    check(
      numbers(since) === numbers([...heard.values()].sort((a, b) => a.n - b.n)),
      'moves',
      id,
      () => `${id} knew of ${numbers(known)} and was told of ${numbers(told)}, there were ${numbers(since)}`,
    );
    const starts = [
      performance?.startsAt,
      reservation.sale.startsAt,
      allocation?.terms?.startsAt,
      entry === undefined ? reservation.sale.startsAt : entry.startsAt,
    ];
    check(new Set(starts).size === 1, 'moves', id, () => `${id} starts at ${starts.join(', ')}`);
  }
}
