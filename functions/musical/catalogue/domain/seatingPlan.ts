import { z } from 'zod';
import type { Immutable } from '../../../../shared/kernel/immutable';

/** A part of the house as the box office drew it. Every seat follows from it and needs no document. */
export const sectionSchema = z.discriminatedUnion('kind', [
  z.object({
    sectionId: z.string(),
    kind: z.literal('seated'),
    tier: z.string(),
    rows: z.array(z.object({ row: z.string(), seats: z.int() })),
  }),
  z.object({ sectionId: z.string(), kind: z.literal('standing'), tier: z.string(), capacity: z.int() }),
]);
export type Section = Immutable<z.infer<typeof sectionSchema>>;

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
  readonly number: number;
};

/** Seats side by side, which are a row of a seated section or all places of a standing one. `blockId` prefixes their ids. */
export type Block = {
  readonly blockId: string;
  readonly sectionId: string;
  readonly row?: string;
  readonly seats: number;
};

export const blocksOf = (section: Section): Block[] =>
  section.kind === 'standing'
    ? [{ blockId: section.sectionId, sectionId: section.sectionId, seats: section.capacity }]
    : section.rows.map(({ row, seats }) => ({
        blockId: `${section.sectionId}-${row}`,
        sectionId: section.sectionId,
        row,
        seats,
      }));

export const seatIdOf = (block: Block, number: number): string => `${block.blockId}-${number}`;

export const capacityOf = (sections: SeatingPlan): number =>
  sections.flatMap(blocksOf).reduce((sum, block) => sum + block.seats, 0);

type Place = Seat & { readonly block: Block };

/** The seat with this id, or undefined when the house has none. */
export function findSeat(sections: SeatingPlan, seatId: string): Place | undefined {
  const cut = seatId.lastIndexOf('-');
  const blockId = seatId.slice(0, cut);
  const number = seatId.slice(cut + 1);
  if (!/^[1-9]\d*$/.test(number)) return undefined;
  for (const section of sections) {
    const block = seatId.startsWith(section.sectionId)
      ? blocksOf(section).find((b) => b.blockId === blockId && Number(number) <= b.seats)
      : undefined;
    if (block !== undefined) return placeIn(section, block, Number(number));
  }
  return undefined;
}

const placeIn = (section: Section, block: Block, number: number): Place => ({
  seatId: seatIdOf(block, number),
  sectionId: section.sectionId,
  tier: section.tier,
  ...(block.row === undefined ? {} : { row: block.row }),
  number,
  block,
});

/** The seat with this id. Throws when the house has none, for it is asked only about seats that were found there. */
function knownSeat(sections: SeatingPlan, seatId: string): Seat {
  const seat = findSeat(sections, seatId);
  if (seat === undefined) throw new RangeError(`The house has no seat ${seatId}.`);
  return seat;
}

/** The id of the section that the seat is in. Throws when the house has no such seat. */
export const sectionIdOf = (sections: SeatingPlan, seatId: string): string =>
  knownSeat(sections, seatId).sectionId;

/** What the seats cost together, in minor units. Throws when one is not in the house or has no price. */
export const priceOf = (
  sections: SeatingPlan,
  priceTiers: Readonly<Record<string, number>>,
  seatIds: readonly string[],
): number =>
  seatIds.reduce((amount, seatId) => {
    const price = priceTiers[knownSeat(sections, seatId).tier];
    if (price === undefined) throw new RangeError(`Seat ${seatId} has no price.`);
    return amount + price;
  }, 0);
