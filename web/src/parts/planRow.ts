/** A row of a seating plan, from the left as the audience sees it. */
export type PlanRow = {
  readonly row: string;
  readonly seats?: number;
  readonly numbers?: readonly (number | string)[];
  readonly gapsAfter?: readonly (number | string)[];
  readonly label?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly tiers?: readonly { readonly tier: string; readonly seats: number }[];
};

/** What is written on its seats, in their order in the hall. */
export const numbersOf = ({ numbers, seats = 0 }: PlanRow): readonly (number | string)[] =>
  numbers ?? Array.from({ length: seats }, (_, index) => index + 1);

/** What is written at a row, and on one of its seats, where the theatre's own names differ from ours. */
export const rowLabel = ({ row, label = row }: PlanRow): string => label;
export const seatLabel = ({ labels }: PlanRow, number: number | string): number | string =>
  labels?.[number] ?? number;

/** The tier of a seat by its position, where the row has not just that of its section. */
export function tierAt({ tiers = [] }: PlanRow, index: number, ofSection: string): string {
  let end = 0;
  for (const { tier, seats } of tiers) {
    end += seats;
    if (index < end) return tier;
  }
  return ofSection;
}
