import { z } from 'zod';
import type { Immutable } from '../../../../shared/kernel/immutable';
import { isByCount, planIdOf } from '../../catalogue/domain/plan';
import {
  type Block,
  blocksOf,
  findSeat,
  type SeatingPlan,
  seatIdAt,
  tierAt,
} from '../../catalogue/domain/seatingPlan';
import { type Allocation, isFromWithheld, type Liveness } from './allocation';

/**
 * The seats of one block, packed, because what is read most must stay small in a full house.
 * `marks`: a character a seat, as they stand in the plan: `.` never taken, `h` hold, `r` reserved, `w` withheld, `s` sold, `f`
 * freed again.
 * `until`: for each `h` and `r`, in order, until when, as six base-36 digits of seconds since the epoch.
 * `turns`: for each seat, between commas, which taking of the seat its mark is of; nothing stands for the first.
 */
const blockMarksSchema = z.object({
  marks: z.string(),
  until: z.string().optional(),
  turns: z.string().optional(),
});
export type BlockMarks = Immutable<z.infer<typeof blockMarksSchema>>;

/**
 * What is free of one performance, block by block, as a projection. A stale one may cost a refusal, never a double sale.
 * What is true stands in the claims.
 */
export const availabilitySchema = z.object({
  performanceId: z.string(),
  /** The plan whose positions the marks are of. Absent in what was stored by number less one. */
  plan: z.string().optional(),
  blocks: z.record(z.string(), blockMarksSchema),
});
export type Availability = Immutable<z.infer<typeof availabilitySchema>>;

/**
 * Whether the marks are by the positions of this plan. What was marked by number less one is so in a plan whose rows are
 * by count, and where nothing is marked every plan will do.
 */
export const isMadeFor = ({ plan, blocks }: Availability, sections: SeatingPlan): boolean =>
  plan === undefined ? isByCount(sections) || Object.keys(blocks).length === 0 : plan === planIdOf(sections);

/** Whether nobody has ever taken this seat, as far as the availability knows. It may be a moment behind. */
export function isNeverTaken(availability: Availability, sections: SeatingPlan, seatId: string): boolean {
  const place = findSeat(sections, seatId);
  if (place === undefined || !isMadeFor(availability, sections)) return false;
  return (blockOf(availability, place.block.blockId).marks[place.index] ?? NEVER) === NEVER;
}

export type SeatStatus = 'available' | 'held' | 'reserved' | 'withheld' | 'sold';

export const emptyAvailability = (performanceId: string): Availability => ({ performanceId, blocks: {} });

/** In the order one taking of a seat goes through them. */
const MARKS = '.hrwsf';
const NEVER = '.';
const isUnpaid = (mark: string): boolean => mark === 'h' || mark === 'r';
const markOf = {
  hold: 'h',
  reserved: 'r',
  withheld: 'w',
  sold: 's',
  released: 'f',
  refused: 'f',
  revoked: 'f',
} as const;

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

function unpackSeats({ marks, until = '', turns = '' }: BlockMarks): SeatMark[] {
  const turnOf = turns.split(',');
  let unpaid = 0;
  return [...marks].map((mark, i) => ({
    mark,
    turn: mark === NEVER ? 0 : Number(turnOf[i] || 1),
    until: isUnpaid(mark) ? until.slice(UNTIL_DIGITS * unpaid, UNTIL_DIGITS * ++unpaid) : '',
  }));
}

function packSeats(seats: readonly SeatMark[]): BlockMarks {
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

/** What the availability needs to know of an allocation. */
export type AllocationSeats = Pick<Allocation, 'seats' | 'turns' | 'returned'> & Liveness;

/**
 * Folds one state of an allocation into the availability, which is made for this plan. For each seat the later (turn, mark)
 * stays, so the same states in any order and any number of times give the same. Returns the same object when nothing
 * changes. A seat that the plan does not have is nobody's here.
 */
export function withAllocation(
  availability: Availability,
  allocation: AllocationSeats,
  sections: SeatingPlan,
): Availability {
  let { blocks } = availability;
  for (const [blockId, changes] of byBlock(marksOf(allocation), sections)) {
    const before = blockOf(availability, blockId);
    const after = withSeats(before, changes);
    if (after !== before) blocks = { ...blocks, [blockId]: after };
  }
  return blocks === availability.blocks
    ? availability
    : { ...availability, plan: planIdOf(sections), blocks };
}

/** All these states folded, into what is known already or from the beginning. */
export const withAllocations = (
  availability: Availability,
  allocations: readonly AllocationSeats[],
  sections: SeatingPlan,
): Availability =>
  allocations.reduce((folded, allocation) => withAllocation(folded, allocation, sections), availability);

/** What an allocation has and what it has returned. A returned seat that only vanished would stay sold for ever. */
function marksOf(allocation: AllocationSeats): Marked[] {
  const { seats, turns, phase, heldUntil, returned = [] } = allocation;
  // What was withheld and is not sold yet is for nobody else.
  const mark = isFromWithheld(allocation) ? markOf.withheld : markOf[phase];
  const until = isUnpaid(mark) ? untilDigits(Date.parse(heldUntil)) : '';
  return [
    ...seats.flatMap((seatId, i) => {
      const turn = turns[i];
      return turn === undefined ? [] : [{ seatId, next: { mark, turn, until } }];
    }),
    ...returned.map(({ seatId, turn }) => ({ seatId, next: { mark: markOf.released, turn, until: '' } })),
  ];
}

type Marked = { readonly seatId: string; readonly next: SeatMark };
type Change = { readonly index: number; readonly next: SeatMark };

function byBlock(marked: readonly Marked[], sections: SeatingPlan): Map<string, Change[]> {
  const blocks = new Map<string, Change[]>();
  for (const { seatId, next } of marked) {
    const place = findSeat(sections, seatId);
    if (place === undefined) continue;
    const { blockId } = place.block;
    blocks.set(blockId, [...(blocks.get(blockId) ?? []), { index: place.index, next }]);
  }
  return blocks;
}

function withSeats(block: BlockMarks, changes: readonly Change[]): BlockMarks {
  const seats = unpackSeats(block);
  const later = changes.filter(({ index, next }) => isLater(next, seats[index] ?? FREE));
  if (later.length === 0) return block;
  for (const { index, next } of later) {
    while (seats.length <= index) seats.push(FREE);
    seats[index] = next;
  }
  return packSeats(seats);
}

/** Of one taking a later mark wins, and of a hold that was renewed the later end. */
function isLater(next: SeatMark, before: SeatMark): boolean {
  if (next.turn !== before.turn) return next.turn > before.turn;
  const order = MARKS.indexOf(next.mark) - MARKS.indexOf(before.mark);
  return order > 0 || (order === 0 && next.until > before.until);
}

/** Who has a seat by its claim, as far as the availability shows it. An owner that has ended counts as `released`. */
export type SeatTruth = Liveness & {
  readonly seatId: string;
  readonly turn: number;
};

/**
 * The seats of these sections that the availability shows otherwise than their claims say, each with what it should show.
 * Seat by seat, for two that were swapped leave every count as it was.
 */
export function seatsShownWrong(
  availability: Availability,
  sections: SeatingPlan,
  truths: readonly SeatTruth[],
): ReadonlyMap<string, string> {
  const owned = truths.map(({ seatId, turn, ...owner }) => ({ seats: [seatId], turns: [turn], ...owner }));
  const right = withAllocations(emptyAvailability(availability.performanceId), owned, sections);
  return new Map(
    sections.flatMap(blocksOf).flatMap((block) => {
      const shown = unpackSeats(blockOf(availability, block.blockId));
      const claimed = unpackSeats(blockOf(right, block.blockId));
      return Array.from({ length: block.seats }, (_, index): [string, string][] => {
        const should = textOf(claimed[index]);
        return textOf(shown[index]) === should ? [] : [[seatIdAt(block, index), should]];
      }).flat();
    }),
  );
}

const textOf = ({ mark, turn, until }: SeatMark = FREE): string => `${mark}${turn}${until}`;

const STATUS: Readonly<Record<string, SeatStatus>> = {
  [markOf.hold]: 'held',
  [markOf.reserved]: 'reserved',
  [markOf.withheld]: 'withheld',
  [markOf.sold]: 'sold',
};

/** The status of every seat of a block at `nowMs`, in order. A hold that has run out shows as available. */
export function statusesOf(availability: Availability, block: Block, nowMs: number): SeatStatus[] {
  const seats = unpackSeats(blockOf(availability, block.blockId));
  const now = nowDigits(nowMs);
  return Array.from({ length: block.seats }, (_, index) => {
    const { mark, until } = seats[index] ?? FREE;
    if (isUnpaid(mark) && until <= now) return 'available';
    return STATUS[mark] ?? 'available';
  });
}

export const seatCountsSchema = z.object({
  capacity: z.int(),
  available: z.int(),
  held: z.int(),
  sold: z.int(),
  withheld: z.int(),
});
export type SeatCounts = Immutable<z.infer<typeof seatCountsSchema>>;

/** The counts of each tier that a seat has, in the order of the plan. */
export type CountsByTier = Readonly<Record<string, SeatCounts>>;

export const countSeats = (availability: Availability, sections: SeatingPlan, nowMs: number): SeatCounts =>
  totalOf(countByTier(availability, sections, nowMs));

export const totalOf = (counts: CountsByTier): SeatCounts => Object.values(counts).reduce(added, NO_SEATS);

const NO_SEATS: SeatCounts = { capacity: 0, available: 0, held: 0, sold: 0, withheld: 0 };
const added = (a: SeatCounts, b: SeatCounts): SeatCounts => ({
  capacity: a.capacity + b.capacity,
  available: a.available + b.available,
  held: a.held + b.held,
  sold: a.sold + b.sold,
  withheld: a.withheld + b.withheld,
});

export function countByTier(availability: Availability, sections: SeatingPlan, nowMs: number): CountsByTier {
  const counts = new Map<string, Record<keyof SeatCounts, number>>();
  for (const block of sections.flatMap(blocksOf)) {
    statusesOf(availability, block, nowMs).forEach((status, index) => {
      const tier = tierAt(block, index);
      const count = counts.get(tier) ?? { ...NO_SEATS };
      count.capacity++;
      count[status === 'reserved' ? 'held' : status]++;
      counts.set(tier, count);
    });
  }
  return Object.fromEntries(counts);
}

/** How many of the holds have run out. With the ETag it tells what a crowd sees now from what it saw before. */
export function lapsedHolds({ blocks }: Availability, nowMs: number): number {
  const now = nowDigits(nowMs);
  return Object.values(blocks)
    .flatMap(({ until = '' }) => until.match(/.{6}/g) ?? [])
    .filter((until) => until <= now).length;
}
