import type { Allocation } from './allocation';
import { type Block, blocksOf, type Section, seatIdOf } from './seatMap';

/**
 * The seat map's projection of one performance: for each block one character a seat.
 * `.` never taken, `h` hold, `r` reserved, `s` sold, `f` freed again. A stale one may cost a refusal, never a double
 * sale: what is true stands in the claims.
 */
export type Availability = {
  readonly performanceId: string;
  readonly blocks: Readonly<Record<string, string>>;
  /** Seats taken more than once: seat id → the turn that its character is of. */
  readonly retaken: Readonly<Record<string, number>>;
  /** Seats held or reserved: seat id → until when, in milliseconds since the epoch. */
  readonly heldUntil: Readonly<Record<string, number>>;
};

export type SeatStatus = 'available' | 'held' | 'sold';

export const emptyAvailability = (performanceId: string): Availability => ({
  performanceId,
  blocks: {},
  retaken: {},
  heldUntil: {},
});

const NEVER = '.';
/** In the order one taking of a seat goes through them. */
const MARKS = [NEVER, 'h', 'r', 's', 'f'];
const markOf = { hold: 'h', reserved: 'r', sold: 's', released: 'f', refused: 'f', revoked: 'f' } as const;

/** A section may be called `constructor`: only what the map itself has counts. */
const marksOf = (map: Availability, blockId: string): string =>
  Object.hasOwn(map.blocks, blockId) ? (map.blocks[blockId] ?? '') : '';

const seatParts = (seatId: string): { blockId: string; index: number } => {
  const cut = seatId.lastIndexOf('-');
  return { blockId: seatId.slice(0, cut), index: Number(seatId.slice(cut + 1)) - 1 };
};

const turnOf = (map: Availability, seatId: string, mark: string): number =>
  mark === NEVER ? 0 : (map.retaken[seatId] ?? 1);

/**
 * Folds one state of an allocation into the map. For each seat the later (turn, mark) stays, so the same states in any
 * order and any number of times give the same map. Returns the same object when nothing changes.
 */
export function withAllocation(
  map: Availability,
  allocation: Pick<Allocation, 'seats' | 'turns' | 'phase' | 'heldUntil'>,
): Availability {
  let next = map;
  allocation.seats.forEach((seatId, i) => {
    const turn = allocation.turns[i];
    if (turn !== undefined) next = withSeat(next, seatId, turn, allocation);
  });
  return next;
}

function withSeat(
  map: Availability,
  seatId: string,
  turn: number,
  { phase, heldUntil }: Pick<Allocation, 'phase' | 'heldUntil'>,
): Availability {
  const { blockId, index } = seatParts(seatId);
  const block = marksOf(map, blockId).padEnd(index + 1, NEVER);
  const before = block[index] ?? NEVER;
  const mark = markOf[phase];
  const turnBefore = turnOf(map, seatId, before);
  const isLater = turn > turnBefore || (turn === turnBefore && MARKS.indexOf(mark) > MARKS.indexOf(before));
  if (!isLater) return map;
  const { [seatId]: _ended, ...otherHolds } = map.heldUntil;
  const isUnpaid = mark === 'h' || mark === 'r';
  return {
    ...map,
    blocks: { ...map.blocks, [blockId]: block.slice(0, index) + mark + block.slice(index + 1) },
    retaken: turn > 1 ? { ...map.retaken, [seatId]: turn } : map.retaken,
    heldUntil: isUnpaid ? { ...otherHolds, [seatId]: Date.parse(heldUntil) } : otherHolds,
  };
}

/** The state of every seat of a block at `nowMs`, in order; a hold that has run out shows as available. */
export function statusesOf(map: Availability, block: Block, nowMs: number): SeatStatus[] {
  const marks = marksOf(map, block.blockId);
  return Array.from({ length: block.seats }, (_, index) => {
    const mark = marks[index] ?? NEVER;
    if (mark === 's') return 'sold';
    if (mark !== 'h' && mark !== 'r') return 'available';
    return (map.heldUntil[seatIdOf(block, index + 1)] ?? 0) > nowMs ? 'held' : 'available';
  });
}

export type SeatCounts = {
  readonly capacity: number;
  readonly available: number;
  readonly held: number;
  readonly sold: number;
};

export function countSeats(map: Availability, sections: readonly Section[], nowMs: number): SeatCounts {
  const statuses = sections.flatMap(blocksOf).flatMap((block) => statusesOf(map, block, nowMs));
  const count = (status: SeatStatus) => statuses.filter((s) => s === status).length;
  return {
    capacity: statuses.length,
    available: count('available'),
    held: count('held'),
    sold: count('sold'),
  };
}

/** How many of the holds in the map have run out: with the document's ETag it tells one picture of the house from the next. */
export const lapsedHolds = (map: Availability, nowMs: number): number =>
  Object.values(map.heldUntil).filter((until) => until <= nowMs).length;
