import { type Block, positionIn, type SeatKind, seatIdAt, tierAt } from '../../catalogue/domain/seatingPlan';
import { type Availability, statusesOf } from './availability';

/** What somebody wants who does not name seats. `kinds` says how many of the seats are to be of a kind. */
export type Party = {
  readonly quantity: number;
  readonly tier?: string | undefined;
  readonly kinds?:
    | { readonly wheelchair?: number | undefined; readonly companion?: number | undefined }
    | undefined;
};

/** How one buyer picks. `attempt` counts from 0. `isTaken` names seats that are gone though they are shown as free. */
export type Picking = {
  readonly nowMs: number;
  readonly attempt: number;
  readonly random: () => number;
  readonly isTaken?: ((seatId: string) => boolean) | undefined;
};

/** A row as this party sees it, position by position. */
export type FreeRow = {
  readonly block: Block;
  readonly depth: number;
  /** Free, of the tier asked for, and not kept for others. */
  readonly isFor: (index: number) => boolean;
  /** Free for whoever just asks for seats. Only such a seat is left behind. */
  readonly isGeneral: (index: number) => boolean;
  /** Whether the seat has its right neighbour at its side. */
  readonly isBeside: (index: number) => boolean;
  readonly kinds: (index: number) => readonly SeatKind[];
};

/** Sections are in the order of the house, so a later one is a little further away. */
const SECTION_DEPTH = 4;
const ROW_DEPTH = 2;

const NO_KINDS: readonly SeatKind[] = [];

export function rowAsFree(
  block: Block,
  { sectionIndex, rowIndex }: { readonly sectionIndex: number; readonly rowIndex: number },
  availability: Availability,
  { tier, kinds: asked }: Party,
  { nowMs, isTaken }: Picking,
): FreeRow {
  const { row } = block;
  const free = statusesOf(availability, block, nowMs).map(
    (status, index) => status === 'available' && isTaken?.(seatIdAt(block, index)) !== true,
  );
  const kinds = row?.kinds?.flatMap((run) => Array.from({ length: run.seats }, () => run.kinds));
  const general = kinds === undefined ? free : free.map((is, index) => is && !kinds[index]?.some(isKept));
  const among = asked === undefined ? general : free;
  const forParty = tier === undefined ? among : among.map((is, index) => is && tierAt(block, index) === tier);
  const gaps = new Set(row?.gapsAfter?.map((number) => positionIn(block, String(number))));
  return {
    block,
    depth: sectionIndex * SECTION_DEPTH + rowIndex * ROW_DEPTH,
    isFor: (index) => forParty[index] === true,
    isGeneral: (index) => general[index] === true,
    isBeside: (index) => index >= 0 && index < block.seats - 1 && !gaps.has(index),
    kinds: (index) => kinds?.[index] ?? NO_KINDS,
  };
}

const isKept = (kind: SeatKind): boolean => kind === 'wheelchair' || kind === 'companion';

/** Seats side by side that a party may have. */
export type Run = { readonly row: FreeRow; readonly from: number; readonly length: number };

/** What of a run a party takes. The fewest single seats left behind, then the fewest without a full view, then the nearest. */
export type Group = {
  readonly seats: () => readonly string[];
  readonly singles: number;
  readonly restricted: number;
  readonly rank: number;
};

export const byWorth = (a: Group, b: Group): number =>
  a.singles - b.singles || a.restricted - b.restricted || a.rank - b.rank;

export function runsIn(row: FreeRow): Run[] {
  const runs: Run[] = [];
  for (let index = 0; index < row.block.seats; index++) {
    if (!row.isFor(index)) continue;
    const from = index;
    while (row.isBeside(index) && row.isFor(index + 1)) index++;
    runs.push({ row, from, length: index + 1 - from });
  }
  return runs;
}

/** These seats of a row as a group. */
export function groupAt(row: FreeRow, start: number, quantity: number): Group {
  const { block, depth } = row;
  const end = start + quantity;
  const fromTheMiddle = Math.abs(start + quantity / 2 - block.seats / 2);
  let restricted = 0;
  if (block.row?.kinds !== undefined)
    for (let index = start; index < end; index++)
      if (row.kinds(index).includes('restricted-view')) restricted++;
  return {
    seats: () => Array.from({ length: quantity }, (_, i) => seatIdAt(block, start + i)),
    singles: Number(leavesSingle(row, start, -1)) + Number(leavesSingle(row, end - 1, 1)),
    restricted,
    rank: depth + fromTheMiddle,
  };
}

/** Whether a free seat beside this end of a group stays behind without a free neighbour. */
function leavesSingle(row: FreeRow, end: number, step: 1 | -1): boolean {
  const next = end + step;
  const isJoined = (index: number) => row.isBeside(step === 1 ? index : index - 1);
  if (!isJoined(end) || !row.isGeneral(next) || !row.isGeneral(end)) return false;
  return !(isJoined(next) && row.isGeneral(next + step));
}
