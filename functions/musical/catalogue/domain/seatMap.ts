/** A performance's sections as the box office drew them; every seat follows from them and needs no document. */
export type SeatedSection = {
  readonly sectionId: string;
  readonly kind: 'seated';
  readonly tier: string;
  readonly rows: readonly { readonly row: string; readonly seats: number }[];
};
export type StandingSection = {
  readonly sectionId: string;
  readonly kind: 'standing';
  readonly tier: string;
  readonly capacity: number;
};
export type Section = SeatedSection | StandingSection;

export type Seat = {
  readonly seatId: string;
  readonly sectionId: string;
  readonly tier: string;
  /** Absent for the numbered places of a standing section. */
  readonly row?: string;
  readonly number: number;
};

/** Seats side by side: a row of a seated section, or all places of a standing one. `blockId` prefixes its seat ids. */
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

export const capacityOf = (sections: readonly Section[]): number =>
  sections.flatMap(blocksOf).reduce((sum, block) => sum + block.seats, 0);

/** The seat with this id, or undefined when the house has none. */
export function findSeat(
  sections: readonly Section[],
  seatId: string,
): (Seat & { readonly block: Block }) | undefined {
  const cut = seatId.lastIndexOf('-');
  const blockId = seatId.slice(0, cut);
  const number = seatId.slice(cut + 1);
  if (!/^[1-9]\d*$/.test(number)) return undefined;
  for (const section of sections) {
    const block = seatId.startsWith(section.sectionId)
      ? blocksOf(section).find((b) => b.blockId === blockId && Number(number) <= b.seats)
      : undefined;
    if (block !== undefined) return seatIn(section, block, Number(number));
  }
  return undefined;
}

const seatIn = (section: Section, block: Block, number: number): Seat & { readonly block: Block } => ({
  seatId: seatIdOf(block, number),
  sectionId: section.sectionId,
  tier: section.tier,
  ...(block.row === undefined ? {} : { row: block.row }),
  number,
  block,
});

/** The seat with this id. Throws when the house has none: it is asked only of seats that were found there. */
function knownSeat(sections: readonly Section[], seatId: string): Seat {
  const seat = findSeat(sections, seatId);
  if (seat === undefined) throw new RangeError(`The house has no seat ${seatId}.`);
  return seat;
}

export const sectionOf = (sections: readonly Section[], seatId: string): string =>
  knownSeat(sections, seatId).sectionId;

/** What the seats cost together, in minor units. Throws when one is not in the house or has no price. */
export const priceOf = (
  sections: readonly Section[],
  priceTiers: Readonly<Record<string, number>>,
  seatIds: readonly string[],
): number =>
  seatIds.reduce((amount, seatId) => {
    const price = priceTiers[knownSeat(sections, seatId).tier];
    if (price === undefined) throw new RangeError(`Seat ${seatId} has no price.`);
    return amount + price;
  }, 0);
