import type { Rendered } from '../../../../shared/http/rendered';
import type { Performance } from '../../catalogue/domain/performance';
import { planIdOf } from '../../catalogue/domain/plan';
import { priceIn } from '../../catalogue/domain/prices';
import {
  type Block,
  blocksOf,
  capacityOf,
  kindsAt,
  numberAt,
  type Section,
  seatIdAt,
  tierAt,
} from '../../catalogue/domain/seatingPlan';
import { noPerformance } from '../../catalogue/usecases/readCatalogue';
import type { MusicalDeps } from '../../deps';
import {
  type Availability,
  countByTier,
  countSeats,
  lapsedHolds,
  type SeatStatus,
  statusesOf,
  totalOf,
} from '../domain/availability';
import { type AvailabilityDeps, readAvailability } from './readAvailability';

/** `text` is the JSON of the answer. It is rendered only when asked for, and once for each ETag. */
export type Shown = { readonly etag: string; readonly text: () => Rendered };

type Deps = AvailabilityDeps & Pick<MusicalDeps, 'clock' | 'performanceOf' | 'renderOnce'>;

/**
 * The seating plan with what is free in it, as the projection has it. The ETag changes when a seat or the house does, also
 * when a hold runs out. One read a moment is shared by all who ask. Throws `not-found`.
 */
export const readSeatMap = (deps: Deps, performanceId: string): Promise<Shown> =>
  show(deps, performanceId, 'seats', seatMapOf);

/** What is free alone, a character a seat as they stand in the plan that it names. Otherwise as the seat map. */
export const readMarks = (deps: Deps, performanceId: string): Promise<Shown> =>
  show(deps, performanceId, 'marks', marksBy(MARK));

/** The same for the theatre, which tells apart what is held, reserved, sold and withheld. */
export const readStaffMarks = (deps: Deps, performanceId: string): Promise<Shown> =>
  show(deps, performanceId, 'staff', marksBy({ ...MARK, reserved: 'r', withheld: 'w' }));

async function show(
  deps: Deps,
  performanceId: string,
  what: string,
  view: (performance: Performance, availability: Availability, nowMs: number) => object,
): Promise<Shown> {
  const performance = await deps.performanceOf(performanceId);
  if (performance === undefined) throw noPerformance(performanceId);
  const { value: availability, etag: availabilityEtag } = await readAvailability(deps, performance.value);
  const nowMs = deps.clock.now();
  const etag = etagOf(performance.etag, availabilityEtag ?? 'empty', lapsedHolds(availability, nowMs));
  const render = () => JSON.stringify(view(performance.value, availability, nowMs));
  return { etag, text: () => deps.renderOnce(`${what} ${performanceId}`, etag, render) };
}

const etagOf = (...parts: readonly (string | number)[]): string => `"${parts.join('.').replaceAll('"', '')}"`;

/** The geometry of a performance with its tiers and prices. It changes only when the box office changes the performance. */
export async function readPlan(
  deps: Pick<MusicalDeps, 'performanceOf' | 'renderOnce'>,
  performanceId: string,
): Promise<Shown> {
  const performance = await deps.performanceOf(performanceId);
  if (performance === undefined) throw noPerformance(performanceId);
  const etag = etagOf('plan', performance.etag);
  const render = () => JSON.stringify(planOf(performance.value));
  return { etag, text: () => deps.renderOnce(`plan ${performanceId}`, etag, render) };
}

const planOf = ({ sections, outline, priceTypes, bookingFeePerSeat, ...performance }: Performance) => ({
  version: planIdOf(sections),
  performanceId: performance.performanceId,
  venue: performance.venue,
  ...outline,
  currency: performance.currency,
  priceTiers: performance.priceTiers,
  ...(priceTypes === undefined ? {} : { priceTypes }),
  ...(bookingFeePerSeat === undefined ? {} : { bookingFeePerSeat }),
  capacity: capacityOf(sections),
  sections,
});

type Signs = Readonly<Record<SeatStatus, string>>;
const MARK: Signs = { available: '0', held: '1', reserved: '1', sold: '2', withheld: 'x' };

const marksBy = (signs: Signs) => (performance: Performance, availability: Availability, nowMs: number) => {
  const { sections } = performance;
  const counts = countByTier(availability, sections, nowMs);
  const byTier = Object.fromEntries(
    Object.entries(counts).map(([tier, { available, capacity }]) => [tier, { available, capacity }]),
  );
  const marks = sections.map((section) => {
    const blocks = blocksOf(section).map((block) => [
      block.row?.row,
      statusesOf(availability, block, nowMs)
        .map((status) => signs[status])
        .join(''),
    ]);
    return [section.sectionId, section.kind === 'standing' ? blocks[0]?.[1] : Object.fromEntries(blocks)];
  });
  const { available, capacity } = totalOf(counts);
  return { plan: planIdOf(sections), available, capacity, byTier, marks: Object.fromEntries(marks) };
};

/** A seat as its buyers see it. What the theatre keeps for itself is for them as if it were sold. */
export const SHOWN_STATUSES = ['available', 'held', 'sold'] as const;
const shownAs = (status: SeatStatus): (typeof SHOWN_STATUSES)[number] => {
  if (status === 'withheld') return 'sold';
  return status === 'reserved' ? 'held' : status;
};

function seatMapOf(
  { sections, priceTiers, currency, performanceId }: Performance,
  availability: Availability,
  nowMs: number,
) {
  const { available, capacity } = countSeats(availability, sections, nowMs);
  return {
    performanceId,
    currency,
    available,
    capacity,
    priceTiers,
    sections: sections.map((section) => ({
      sectionId: section.sectionId,
      ...(section.name === undefined ? {} : { name: section.name }),
      kind: section.kind,
      tier: section.tier,
      price: priceIn(priceTiers, section.tier) ?? 0,
      seats: seatsOf(section, priceTiers, availability, nowMs),
    })),
  };
}

const seatsOf = (
  section: Section,
  prices: Performance['priceTiers'],
  availability: Availability,
  nowMs: number,
) =>
  blocksOf(section).flatMap((block) =>
    statusesOf(availability, block, nowMs).map((status, index) => ({
      seatId: seatIdAt(block, index),
      ...(block.row === undefined ? {} : { row: block.row.row }),
      number: numberAt(block, index),
      ...whatDiffers(block, index, prices),
      status: shownAs(status),
    })),
  );

/** What is written on a seat where that is not its number, its kinds if it has any, its tier where it is not that of its section. */
function whatDiffers(block: Block, index: number, prices: Performance['priceTiers']) {
  const label = block.row?.labels?.[String(numberAt(block, index))];
  const kinds = kindsAt(block, index);
  const tier = tierAt(block, index);
  return {
    ...(label === undefined ? {} : { label }),
    ...(kinds.length === 0 ? {} : { kinds }),
    ...(tier === block.section.tier ? {} : { tier, price: priceIn(prices, tier) ?? 0 }),
  };
}
