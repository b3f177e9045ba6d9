import { z } from 'zod';
import type { Immutable } from '../../../../shared/kernel/immutable';

/** What a buyer should know of a seat. Places for wheelchairs and their companions are not given to whoever just asks for seats. */
export const SEAT_KINDS = ['wheelchair', 'companion', 'restricted-view', 'aisle'] as const;
export const seatKindSchema = z.enum(SEAT_KINDS);
export type SeatKind = z.infer<typeof seatKindSchema>;

/** What is written on a seat. It is a number, or a label like `12a`. */
export const seatNumberSchema = z.union([z.int(), z.string()]);
export type SeatNumber = z.infer<typeof seatNumberSchema>;

/**
 * A row as it stands in the hall, from the left as the audience sees it: so many seats numbered from 1, or these numbers.
 * After the seats of `gapsAfter` is an aisle. `x`, `y`, `curve` and `positions` say where it is, `tiers` and `kinds` what
 * its seats are, as runs from the left. `label` and `labels` are what is written there, where our names differ from it.
 */
export const rowSchema = z.object({
  row: z.string(),
  seats: z.int().optional(),
  numbers: z.array(seatNumberSchema).optional(),
  gapsAfter: z.array(seatNumberSchema).optional(),
  x: z.number().optional(),
  y: z.number().optional(),
  /** By how much its ends are nearer to the stage than its middle. */
  curve: z.number().optional(),
  /** `[x, y]` for each seat, from the row's own. Without them the seats stand side by side. */
  positions: z.array(z.array(z.number())).optional(),
  tiers: z.array(z.object({ tier: z.string(), seats: z.int() })).optional(),
  kinds: z.array(z.object({ kinds: z.array(seatKindSchema), seats: z.int() })).optional(),
  label: z.string().optional(),
  labels: z.record(z.string(), z.string()).optional(),
});
export type Row = Immutable<z.infer<typeof rowSchema>>;

const sectionBase = z.object({
  sectionId: z.string(),
  name: z.string().optional(),
  floor: z.string().optional(),
  /** Where the section's own (0, 0) is in the house, and by how many degrees it is turned around it, clockwise. */
  x: z.number().optional(),
  y: z.number().optional(),
  rotation: z.number().optional(),
  tier: z.string(),
});

/** A part of the house as the box office drew it. Every seat follows from it and needs no document. */
export const sectionSchema = z.discriminatedUnion('kind', [
  sectionBase.extend({ kind: z.literal('seated'), rows: z.array(rowSchema) }),
  sectionBase.extend({ kind: z.literal('standing'), capacity: z.int() }),
]);
export type Section = Immutable<z.infer<typeof sectionSchema>>;

const drawnBase = sectionBase.partial({ tier: true });
/** Kinds by seat id, one or several. */
const drawnKindsSchema = z.record(z.string(), z.union([seatKindSchema, z.array(seatKindSchema)]));

/** A section as it is sent and as a venue keeps it. Its tier may be left to each performance. */
export const drawnSectionSchema = z.discriminatedUnion('kind', [
  drawnBase.extend({
    kind: z.literal('seated'),
    /** `guids` name the seats in another system. */
    rows: z.array(rowSchema.extend({ guids: z.array(z.string()).optional() })),
    kinds: drawnKindsSchema.optional(),
  }),
  drawnBase.extend({ kind: z.literal('standing'), capacity: z.int() }),
]);
export type DrawnSection = Immutable<z.infer<typeof drawnSectionSchema>>;

/** What a house is drawn on. The stage is above, `y` goes down from it, and `pitch` units are from seat to seat. */
export const outlineSchema = z.object({
  floors: z.array(z.string()).optional(),
  stage: z.object({ x: z.number(), y: z.number(), width: z.number() }).optional(),
  pitch: z.number().optional(),
});
export type Outline = Immutable<z.infer<typeof outlineSchema>>;

/** All sections of a performance. */
export type SeatingPlan = readonly Section[];

/** Up to here the availability stays one document of a few request units. docs/scale.md says what more would take. */
export const MAX_CAPACITY = 20_000;

export type Seat = {
  readonly seatId: string;
  readonly sectionId: string;
  readonly tier: string;
  /** Absent for the numbered places of a standing section. */
  readonly row?: string;
  readonly number: SeatNumber;
};

/** The seats of one row, or all places of a standing section. `blockId` prefixes their ids. */
export type Block = {
  readonly blockId: string;
  readonly section: Section;
  /** Absent for a standing section. */
  readonly row?: Row;
  readonly seats: number;
};

export const seatsIn = ({ seats = 0, numbers }: Row): number => numbers?.length ?? seats;

export const blocksOf = (section: Section): Block[] =>
  section.kind === 'standing'
    ? [{ blockId: section.sectionId, section, seats: section.capacity }]
    : section.rows.map((row) => ({
        blockId: `${section.sectionId}-${row.row}`,
        section,
        row,
        seats: seatsIn(row),
      }));

/** What is written on the seat at this position of its block, counted from 0. */
export const numberAt = ({ row }: Block, index: number): SeatNumber => row?.numbers?.[index] ?? index + 1;

export const seatIdAt = (block: Block, index: number): string => `${block.blockId}-${numberAt(block, index)}`;

/** The ids of a block's seats, in their order in the hall. */
export const seatIdsIn = (block: Block): string[] =>
  Array.from({ length: block.seats }, (_, index) => seatIdAt(block, index));

export const capacityOf = (sections: SeatingPlan): number =>
  sections.flatMap(blocksOf).reduce((sum, block) => sum + block.seats, 0);

/** The item of the run in which a position is. */
export function atPosition<T extends { readonly seats: number }>(
  runs: readonly T[],
  index: number,
): T | undefined {
  let end = 0;
  for (const run of runs) {
    end += run.seats;
    if (index < end) return run;
  }
  return undefined;
}

export const tierAt = ({ row, section }: Block, index: number): string =>
  (row?.tiers && atPosition(row.tiers, index)?.tier) ?? section.tier;

export const kindsAt = ({ row }: Block, index: number): readonly SeatKind[] =>
  (row?.kinds && atPosition(row.kinds, index)?.kinds) ?? [];

type Place = Seat & { readonly block: Block; readonly index: number };

/** A plan is looked into for each seat of a request, and a hall's plan for each seat of a projection. */
const blocksById = remembered((sections: SeatingPlan) => {
  const blocks = sections.flatMap(blocksOf);
  return new Map(blocks.map((block) => [block.blockId, block]));
});
const positionsByNumber = remembered(
  (numbers: readonly SeatNumber[]) => new Map(numbers.map((number, index) => [String(number), index])),
);

function remembered<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** The position of a number in its block, from 0. Undefined when there is none. */
export function positionIn({ row, seats }: Block, number: string): number | undefined {
  if (row?.numbers !== undefined) return positionsByNumber(row.numbers).get(number);
  return /^[1-9]\d*$/.test(number) && Number(number) <= seats ? Number(number) - 1 : undefined;
}

/** The seat with this id, or undefined when the house has none. */
export function findSeat(sections: SeatingPlan, seatId: string): Place | undefined {
  const cut = seatId.lastIndexOf('-');
  const block = cut < 0 ? undefined : blocksById(sections).get(seatId.slice(0, cut));
  const index = block && positionIn(block, seatId.slice(cut + 1));
  if (block === undefined || index === undefined) return undefined;
  return {
    seatId,
    sectionId: block.section.sectionId,
    tier: tierAt(block, index),
    ...(block.row === undefined ? {} : { row: block.row.row }),
    number: numberAt(block, index),
    block,
    index,
  };
}

/** The seat with this id. Throws when the house has none, for it is asked only about seats that were found there. */
export function knownSeat(sections: SeatingPlan, seatId: string): Seat {
  const seat = findSeat(sections, seatId);
  if (seat === undefined) throw new RangeError(`The house has no seat ${seatId}.`);
  return seat;
}

/** The id of the section that the seat is in. Throws when the house has no such seat. */
export const sectionIdOf = (sections: SeatingPlan, seatId: string): string =>
  knownSeat(sections, seatId).sectionId;
