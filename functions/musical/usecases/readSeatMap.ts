import { problem } from '../../problems';
import type { MusicalDeps } from '../deps';
import { countSeats, lapsedHolds, statusesOf } from '../domain/availability';
import type { Performance } from '../domain/performance';
import { blocksOf, type Section, seatIdOf } from '../domain/seatMap';
import type { Availability } from '../domain/availability';

export type SeatMap = { readonly etag: string; readonly body: () => unknown };

/**
 * The house as the projection has it, with an ETag that changes when a seat or the house does, also when a hold runs
 * out. One read a moment is shared by all who ask. Throws `not-found`.
 */
export async function readSeatMap(deps: MusicalDeps, performanceId: string): Promise<SeatMap> {
  const [performance, { value: map, etag }] = await Promise.all([
    deps.performanceOf(performanceId),
    deps.seatMapOf(performanceId),
  ]);
  if (performance === undefined) throw problem('not-found', `There is no performance ${performanceId}.`);
  const nowMs = deps.clock.now();
  const version = [performance.etag, etag ?? 'empty', lapsedHolds(map, nowMs)].join('.').replaceAll('"', '');
  return { etag: `"${version}"`, body: () => seatMapView(performance.value, map, nowMs) };
}

function seatMapView({ sections, priceTiers, currency, performanceId }: Performance, map: Availability, nowMs: number) {
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
