import { numbersOf, tierAt } from '../parts/planRow';
import { pricesIn } from './prices';
import type { Availability, Plan, SeatMap } from './types';

type PlanSection = Plan['sections'][number];
type PlanRow = Extract<PlanSection, { kind: 'seated' }>['rows'][number];
type Section = SeatMap['sections'][number];
type Seat = Section['seats'][number];
/** Of each tier. */
type Prices = Readonly<Record<string, number>>;

/** What stands for a seat in the marks. One that is not for sale is for a buyer as if it were sold. */
const STATUS: Readonly<Record<string, Seat['status']>> = { 0: 'available', 1: 'held' };

/**
 * The seat map: a plan, which seldom changes, with what is free in it, which changes with every sale and is a
 * character a seat. Undefined when the marks are of another plan.
 */
export function seatMapOf(
  plan: Plan,
  { available, capacity, plan: version, marks }: Availability,
): SeatMap | undefined {
  if (version !== plan.version) return undefined;
  const { performanceId, currency, priceTiers, sections } = plan;
  const prices = Object.fromEntries(pricesIn(priceTiers));
  return {
    performanceId,
    currency,
    priceTiers,
    available,
    capacity,
    sections: sections.map((section): Section => {
      const { sectionId, name, kind, tier } = section;
      return {
        sectionId,
        ...(name === undefined ? {} : { name }),
        kind,
        tier,
        price: prices[tier] ?? 0,
        seats: seatsOf(section, marks[sectionId], prices),
      };
    }),
  };
}

function seatsOf(
  section: PlanSection,
  marks: Availability['marks'][string] | undefined,
  prices: Prices,
): Seat[] {
  const statusIn = (of: unknown, index: number) => STATUS[String(of)[index] ?? ''] ?? 'sold';
  if (section.kind === 'standing')
    return Array.from({ length: section.capacity }, (_, index) => ({
      seatId: `${section.sectionId}-${index + 1}`,
      number: index + 1,
      status: statusIn(marks, index),
    }));
  return section.rows.flatMap((row) => {
    const ofRow = typeof marks === 'object' ? marks[row.row] : undefined;
    const kindsAt = runsOf(row.kinds);
    const isUniform = row.labels === undefined && row.tiers === undefined;
    return numbersOf(row).map((number, index) => ({
      seatId: `${section.sectionId}-${row.row}-${number}`,
      row: row.row,
      number,
      ...(isUniform ? undefined : whatDiffers(row, number, index, section.tier, prices)),
      ...kindsAt[index],
      status: statusIn(ofRow, index),
    }));
  });
}

/** What is written on a seat where that is not its number, and its tier where it is not that of its section. */
function whatDiffers(
  row: PlanRow,
  number: number | string,
  index: number,
  ofSection: string,
  prices: Prices,
): Partial<Seat> {
  const label = row.labels?.[String(number)];
  const tier = tierAt(row, index, ofSection);
  return {
    ...(label === undefined ? {} : { label }),
    ...(tier === ofSection ? {} : { tier, price: prices[tier] ?? 0 }),
  };
}

/** The kinds of each seat that has any. */
const runsOf = (runs: PlanRow['kinds'] = []): Partial<Seat>[] =>
  runs.flatMap(({ kinds, seats }) =>
    Array.from({ length: seats }, () => (kinds.length === 0 ? {} : { kinds })),
  );
