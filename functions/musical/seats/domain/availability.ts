import { type Block, blocksOf, type Section } from '../../catalogue/domain/seatMap';
import type { Allocation } from './allocation';

/**
 * The seats of one block, packed: what is read most must stay small in a full house.
 * `marks`: a character a seat, in order: `.` never taken, `h` hold, `r` reserved, `s` sold, `f` freed again.
 * `until`: for each `h` and `r`, in order, until when, as six base-36 digits of seconds since the epoch.
 * `turns`: for each seat, between commas, which taking of the seat its mark is of; nothing stands for the first.
 */
export type BlockMarks = {
  readonly marks: string;
  readonly until?: string | undefined;
  readonly turns?: string | undefined;
};

/**
 * The seat map's projection of one performance. A stale one may cost a refusal, never a double sale: what is true
 * stands in the claims.
 */
export type Availability = {
  readonly performanceId: string;
  readonly blocks: Readonly<Record<string, BlockMarks>>;
};

export type SeatStatus = 'available' | 'held' | 'sold';

export const emptyAvailability = (performanceId: string): Availability => ({ performanceId, blocks: {} });

/** In the order one taking of a seat goes through them. */
const MARKS = '.hrsf';
const NEVER = '.';
const isUnpaid = (mark: string): boolean => mark === 'h' || mark === 'r';
const markOf = { hold: 'h', reserved: 'r', sold: 's', released: 'f', refused: 'f', revoked: 'f' } as const;

type SeatMark = { readonly mark: string; readonly turn: number; readonly until: string };
const FREE: SeatMark = { mark: NEVER, turn: 0, until: '' };

const UNTIL_DIGITS = 6;
/** Digits of one length sort as the times do. */
const digits = (seconds: number): string => seconds.toString(36).padStart(UNTIL_DIGITS, '0');
const untilDigits = (ms: number): string => digits(Math.ceil(ms / 1000));
const nowDigits = (ms: number): string => digits(Math.floor(ms / 1000));

/** A section may have the name of something every object has. */
const blockOf = ({ blocks }: Availability, blockId: string): BlockMarks =>
  (Object.hasOwn(blocks, blockId) ? blocks[blockId] : undefined) ?? { marks: '' };

function unpacked({ marks, until = '', turns = '' }: BlockMarks): SeatMark[] {
  const turnOf = turns.split(',');
  let held = 0;
  return [...marks].map((mark, i) => ({
    mark,
    turn: mark === NEVER ? 0 : Number(turnOf[i] || 1),
    until: isUnpaid(mark) ? until.slice(UNTIL_DIGITS * held, UNTIL_DIGITS * ++held) : '',
  }));
}

function packed(seats: readonly SeatMark[]): BlockMarks {
  const until = seats.map((seat) => seat.until).join('');
  const turns = seats.some(({ turn }) => turn > 1)
    ? seats.map(({ turn }) => (turn > 1 ? turn : '')).join(',')
    : '';
  return {
    marks: seats.map(({ mark }) => mark).join(''),
    ...(until ? { until } : {}),
    ...(turns ? { turns } : {}),
  };
}

/** What the map needs to know of an allocation. */
export type AllocationSeats = Pick<Allocation, 'seats' | 'turns' | 'phase' | 'heldUntil'>;

/**
 * Folds one state of an allocation into the map. For each seat the later (turn, mark) stays, so the same states in any
 * order and any number of times give the same map. Returns the same object when nothing changes.
 */
export function withAllocation(map: Availability, allocation: AllocationSeats): Availability {
  const mark = markOf[allocation.phase];
  const until = isUnpaid(mark) ? untilDigits(Date.parse(allocation.heldUntil)) : '';
  let { blocks } = map;
  for (const [blockId, seats] of byBlock(allocation)) {
    const before = blockOf(map, blockId);
    const after = withSeats(
      before,
      seats.map(({ index, turn }) => ({ index, next: { mark, turn, until } })),
    );
    if (after !== before) blocks = { ...blocks, [blockId]: after };
  }
  return blocks === map.blocks ? map : { ...map, blocks };
}

function byBlock({ seats, turns }: AllocationSeats): Map<string, { index: number; turn: number }[]> {
  const blocks = new Map<string, { index: number; turn: number }[]>();
  seats.forEach((seatId, i) => {
    const turn = turns[i];
    if (turn === undefined) return;
    const cut = seatId.lastIndexOf('-');
    const blockId = seatId.slice(0, cut);
    const seat = { index: Number(seatId.slice(cut + 1)) - 1, turn };
    blocks.set(blockId, [...(blocks.get(blockId) ?? []), seat]);
  });
  return blocks;
}

function withSeats(
  block: BlockMarks,
  changes: readonly { readonly index: number; readonly next: SeatMark }[],
): BlockMarks {
  const seats = unpacked(block);
  let isChanged = false;
  for (const { index, next } of changes) {
    while (seats.length <= index) seats.push(FREE);
    if (!isLater(next, seats[index] ?? FREE)) continue;
    seats[index] = next;
    isChanged = true;
  }
  return isChanged ? packed(seats) : block;
}

const isLater = (next: SeatMark, before: SeatMark): boolean =>
  next.turn > before.turn ||
  (next.turn === before.turn && MARKS.indexOf(next.mark) > MARKS.indexOf(before.mark));

/** The state of every seat of a block at `nowMs`, in order; a hold that has run out shows as available. */
export function statusesOf(map: Availability, block: Block, nowMs: number): SeatStatus[] {
  const seats = unpacked(blockOf(map, block.blockId));
  const now = nowDigits(nowMs);
  return Array.from({ length: block.seats }, (_, index) => {
    const { mark, until } = seats[index] ?? FREE;
    if (mark === 's') return 'sold';
    return isUnpaid(mark) && until > now ? 'held' : 'available';
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
export function lapsedHolds(map: Availability, nowMs: number): number {
  const now = nowDigits(nowMs);
  return Object.values(map.blocks)
    .flatMap(({ until = '' }) => until.match(/.{6}/g) ?? [])
    .filter((until) => until <= now).length;
}
