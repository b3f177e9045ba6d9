import { problem } from '../../../problems';
import type { Performance } from '../../catalogue/domain/performance';
import { blocksOf, type Section, seatIdOf } from '../../catalogue/domain/seatMap';
import type { MusicalDeps } from '../../deps';
import { type Availability, countSeats, lapsedHolds, statusesOf } from '../domain/availability';

/** `text` is the JSON of the answer, made only when asked for and once for each picture of the house. */
export type SeatMap = { readonly etag: string; readonly text: () => string };

/**
 * The house as the projection has it, with an ETag that changes when a seat or the house does, also when a hold runs
 * out. One read a moment is shared by all who ask. Throws `not-found`.
 */
export async function readSeatMap(deps: MusicalDeps, performanceId: string): Promise<SeatMap> {
  const [performance, { value: map, etag: mapEtag }] = await Promise.all([
    deps.performanceOf(performanceId),
    deps.availabilityOf(performanceId),
  ]);
  if (performance === undefined) throw problem('not-found', `There is no performance ${performanceId}.`);
  const nowMs = deps.clock.now();
  const version = [performance.etag, mapEtag ?? 'empty', lapsedHolds(map, nowMs)]
    .join('.')
    .replaceAll('"', '');
  const etag = `"${version}"`;
  const render = () => JSON.stringify(seatMapView(performance.value, map, nowMs));
  return { etag, text: () => deps.renderOnce(performanceId, etag, render) };
}

function seatMapView(
  { sections, priceTiers, currency, performanceId }: Performance,
  map: Availability,
  nowMs: number,
) {
  const { available, capacity } = countSeats(map, sections, nowMs);
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
      seats: seatViews(section, map, nowMs),
    })),
  };
}

const seatViews = (section: Section, map: Availability, nowMs: number) =>
  blocksOf(section).flatMap((block) =>
    statusesOf(map, block, nowMs).map((status, index) => ({
      seatId: seatIdOf(block, index + 1),
      ...(block.row === undefined ? {} : { row: block.row }),
      number: index + 1,
      status,
    })),
  );
