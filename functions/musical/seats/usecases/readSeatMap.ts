import type { Performance } from '../../catalogue/domain/performance';
import { blocksOf, type Section, seatIdOf } from '../../catalogue/domain/seatingPlan';
import { noPerformance } from '../../catalogue/usecases/readCatalogue';
import type { MusicalDeps } from '../../deps';
import { type Availability, countSeats, lapsedHolds, statusesOf } from '../domain/availability';

/** `text` is the JSON of the answer. It is rendered only when asked for, and once for each ETag. */
export type SeatMap = { readonly etag: string; readonly text: () => string };

/**
 * The seating plan with what is free in it, as the projection has it. The ETag changes when a seat or the house does, also
 * when a hold runs out. One read a moment is shared by all who ask. Throws `not-found`.
 */
export async function readSeatMap(
  deps: Pick<MusicalDeps, 'clock' | 'performanceOf' | 'availabilityOf' | 'renderOnce'>,
  performanceId: string,
): Promise<SeatMap> {
  const [performance, { value: availability, etag: availabilityEtag }] = await Promise.all([
    deps.performanceOf(performanceId),
    deps.availabilityOf(performanceId),
  ]);
  if (performance === undefined) throw noPerformance(performanceId);
  const nowMs = deps.clock.now();
  const version = [performance.etag, availabilityEtag ?? 'empty', lapsedHolds(availability, nowMs)]
    .join('.')
    .replaceAll('"', '');
  const etag = `"${version}"`;
  const render = () => JSON.stringify(seatMapOf(performance.value, availability, nowMs));
  return { etag, text: () => deps.renderOnce(performanceId, etag, render) };
}

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
    sections: sections.map((section) => ({
      sectionId: section.sectionId,
      kind: section.kind,
      tier: section.tier,
      price: priceTiers[section.tier] ?? 0,
      seats: seatsOf(section, availability, nowMs),
    })),
  };
}

const seatsOf = (section: Section, availability: Availability, nowMs: number) =>
  blocksOf(section).flatMap((block) =>
    statusesOf(availability, block, nowMs).map((status, index) => ({
      seatId: seatIdOf(block, index + 1),
      ...(block.row === undefined ? {} : { row: block.row }),
      number: index + 1,
      status,
    })),
  );
