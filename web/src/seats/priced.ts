import type { SeatMap } from '../api/types';

type Section = SeatMap['sections'][number];
type Seat = Section['seats'][number];

/** A seat with its tier and price, which are its section's where it has none of its own. */
export const priced = ({ tier, price }: Section, seat: Seat) => ({ tier, price, ...seat });

/** What every seat costs, by its id. */
export const pricesOf = (sections: readonly Section[]): ReadonlyMap<string, number> =>
  new Map(
    sections.flatMap((section) => section.seats.map((seat) => [seat.seatId, priced(section, seat).price])),
  );

/** The sections with only a tier's seats to be had. The others stay where they are, so that neighbours stay neighbours. */
export function onlyTier(sections: readonly Section[], tier: string | undefined): readonly Section[] {
  if (tier === undefined) return sections;
  const isOf = (section: Section) => (seat: Seat) => priced(section, seat).tier === tier;
  return sections
    .filter((section) => section.seats.some(isOf(section)))
    .map((section) => ({
      ...section,
      seats: section.seats.map((seat) => (isOf(section)(seat) ? seat : { ...seat, status: 'sold' as const })),
    }));
}
