import type { Fault } from './fault';
import {
  blocksOf,
  capacityOf,
  type DrawnSection,
  MAX_CAPACITY,
  type Row,
  type SeatingPlan,
  type SeatNumber,
  seatIdsIn,
  seatsIn,
} from './seatingPlan';

/** Whoever draws a house names each thing once, and names nothing that is not there. */

/** What is wrong with a house as it was drawn. Undefined when every seat has an id of its own. */
export function faultInPlan(drawn: readonly DrawnSection[], floors?: readonly string[]): Fault | undefined {
  const sections = drawn as unknown as SeatingPlan;
  const capacity = capacityOf(sections);
  if (capacity < 1 || capacity > MAX_CAPACITY) {
    const detail = `A house has 1 to ${MAX_CAPACITY} seats, this one has ${capacity}.`;
    return { pointer: '/sections', detail };
  }
  return faultInIds(sections) ?? first(drawn.map((section, index) => faultInSection(section, index, floors)));
}

const first = (faults: readonly (Fault | undefined)[]): Fault | undefined =>
  faults.find((fault) => fault !== undefined);

function faultInIds(sections: SeatingPlan): Fault | undefined {
  const names = new Set(sections.map(({ sectionId }) => sectionId));
  const blocks = sections.flatMap(blocksOf);
  if (names.size < sections.length || new Set(blocks.map(({ blockId }) => blockId)).size < blocks.length)
    return { pointer: '/sections', detail: 'Two sections or rows have the same name.' };
  const seen = new Set<string>();
  for (const seatId of blocks.flatMap(seatIdsIn)) {
    if (seen.has(seatId)) return { pointer: '/sections', detail: `Two seats have the id ${seatId}.` };
    seen.add(seatId);
  }
  return undefined;
}

function faultInSection(
  section: DrawnSection,
  index: number,
  floors: readonly string[] | undefined,
): Fault | undefined {
  const at = `/sections/${index}`;
  if (floors !== undefined && section.floor !== undefined && !floors.includes(section.floor))
    return { pointer: `${at}/floor`, detail: 'The venue has no such floor.' };
  if (section.kind === 'standing') return undefined;
  const rows = first(section.rows.map((row, i) => faultInRow(row, `${at}/rows/${i}`)));
  if (rows !== undefined || section.kinds === undefined) return rows;
  const seats = new Set(blocksOf(section as never).flatMap(seatIdsIn));
  const unknown = Object.keys(section.kinds).find((seatId) => !seats.has(seatId));
  return unknown === undefined
    ? undefined
    : { pointer: `${at}/kinds/${unknown}`, detail: 'The section has no such seat.' };
}

type DrawnRow = Row & { readonly guids?: readonly string[] | undefined };

function faultInRow(row: DrawnRow, at: string): Fault | undefined {
  const seats = seatsIn(row);
  const numbers = new Set((row.numbers ?? Array.from({ length: seats }, (_, i) => i + 1)).map(String));
  const unknown = (all: readonly SeatNumber[]) => all.find((number) => !numbers.has(String(number)));
  const gap = unknown(row.gapsAfter ?? []);
  if (gap !== undefined) return { pointer: `${at}/gapsAfter`, detail: `The row has no seat ${gap}.` };
  const label = unknown(Object.keys(row.labels ?? {}));
  if (label !== undefined)
    return { pointer: `${at}/labels/${label}`, detail: `The row has no seat ${label}.` };
  if (row.positions !== undefined && row.positions.length !== seats)
    return { pointer: `${at}/positions`, detail: `The row has ${seats} seats, so it has as many positions.` };
  if (row.guids !== undefined && row.guids.length !== seats)
    return { pointer: `${at}/guids`, detail: `The row has ${seats} seats, so it has as many guids.` };
  return faultInRuns(row, seats, at);
}

function faultInRuns({ tiers, kinds }: Row, seats: number, at: string): Fault | undefined {
  const runs = { tiers, kinds };
  const wrong = (['tiers', 'kinds'] as const).find(
    (name) => runs[name] !== undefined && runs[name].reduce((sum, run) => sum + run.seats, 0) !== seats,
  );
  return wrong === undefined
    ? undefined
    : { pointer: `${at}/${wrong}`, detail: `These are to be ${seats} seats together, as the row has.` };
}
