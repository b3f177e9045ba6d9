import type { Fault } from './fault';
import { KEPT, type PretixPlan, type PretixRow, type PretixSeat } from './pretixPlan';
import type { DrawnSection, Row, SeatNumber } from './seatingPlan';
import type { HouseFields } from './venue';

/** A house as we have it, and what of the plan it does not keep. */
export type Imported = { readonly house: Omit<HouseFields, 'timeZone'>; readonly notKept: readonly Fault[] };

/**
 * Reads a seating plan of pretix. Zones become sections, categories tiers, positions stay. A label that does not fit ours
 * is rewritten and kept as what is written there.
 */
export function readPretix(plan: PretixPlan): Imported {
  const pitch =
    median(plan.zones.flatMap(({ rows }) => rows.flatMap((row) => distances(inOrder(row.seats))))) ||
    USUAL_PITCH;
  const tiers = namesFor([...categoriesOf(plan)], 'T');
  const names = namesFor(
    plan.zones.map(({ name = '' }) => name),
    'Z',
  );
  const blockIds = new Set<string>();
  const sections = plan.zones.flatMap((zone, index): DrawnSection[] => {
    const sectionId = names[index]?.id ?? '';
    const rows = zone.rows.filter(({ seats }) => seats.length > 0);
    const rowNames = namesFor(
      rows.map(({ row_number }) => row_number),
      'r',
      (row) => !blockIds.has(`${sectionId}-${row}`),
    );
    for (const { id } of rowNames) blockIds.add(`${sectionId}-${id}`);
    if (rows.length === 0) return [];
    return [
      {
        sectionId,
        ...(zone.name === undefined || zone.name.trim() === '' || zone.name === sectionId
          ? {}
          : { name: zone.name.trim() }),
        kind: 'seated',
        ...zone.position,
        rows: rows.map((row, i) => rowFrom(row, rowNames[i] as Named, tiers, pitch)),
      },
    ];
  });
  const colours = new Map(plan.categories.map(({ name, color }) => [name, color]));
  const tierLabels = Object.fromEntries(
    tiers.map(({ id, text }) => {
      const colour = colours.get(text);
      return [id, { ...(id === text ? {} : { label: text }), ...(colour === undefined ? {} : { colour }) }];
    }),
  );
  const { name } = plan;
  return {
    house: { name: name.trim() || 'pretix', pitch, sections, tierLabels },
    notKept: notKeptOf(plan),
  };
}

/** In the order of the plan's own list, then those that only seats name. */
const categoriesOf = ({ categories, zones }: PretixPlan): Set<string> =>
  new Set([
    ...categories.map(({ name }) => name),
    ...zones.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats.map(({ category }) => category))),
  ]);

type Named = { readonly id: string; readonly text: string };

/** As wide as pretix's editor makes a seat, for a house whose seats say nothing. */
const USUAL_PITCH = 25;

const MAX_LABEL = 20;
/** Room for what tells two alike apart. */
const ROOM = 4;

/** A label of ours for each text, each different from the others. What cannot be written is left out. */
function namesFor(texts: readonly string[], blank: string, isFree = (_id: string) => true): Named[] {
  const taken = new Set<string>();
  return texts.map((text, index) => {
    const fitting = text
      .normalize('NFC')
      .trim()
      .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
      .replace(/^-+|-+$/g, '');
    const base = fitting || `${blank}${index + 1}`;
    const id = firstFree(
      base.slice(0, MAX_LABEL),
      (n) => `${base.slice(0, MAX_LABEL - ROOM)}-${n}`,
      (candidate) => isFree(candidate) && !taken.has(candidate) && candidate !== '__proto__',
    );
    taken.add(id);
    return { id, text };
  });
}

function firstFree(best: string, other: (n: number) => string, isFree: (id: string) => boolean): string {
  let id = best;
  for (let n = 2; !isFree(id); n++) id = other(n);
  return id;
}

function rowFrom(
  row: PretixRow,
  { id, text }: Named,
  tiers: readonly Named[],
  pitch: number,
): Row & { guids: string[] } {
  const seats = inOrder(row.seats);
  const numbers = numbersFor(seats.map(({ seat_number }) => seat_number));
  const labels = Object.fromEntries(
    seats.flatMap(({ seat_number }, i) =>
      String(numbers[i]) === seat_number ? [] : [[String(numbers[i]), seat_number]],
    ),
  );
  const tierOf = (category: string) => tiers.find((tier) => tier.text === category)?.id ?? '';
  const gaps = gapsIn(seats, pitch).flatMap((index) => numbers[index] ?? []);
  return {
    row: id,
    ...(id === text ? {} : { label: text }),
    numbers,
    ...(Object.keys(labels).length > 0 ? { labels } : {}),
    ...(gaps.length > 0 ? { gapsAfter: gaps } : {}),
    ...row.position,
    positions: seats.map(({ position: { x, y } }) => [x, y]),
    tiers: runs(seats.map(({ category }) => tierOf(category))),
    guids: seats.map(({ seat_guid }) => seat_guid),
  };
}

/** Up to six letters and digits for each, none twice. */
function numbersFor(texts: readonly string[]): SeatNumber[] {
  const taken = new Set<string>();
  return texts.map((text, index) => {
    const fitting =
      text
        .normalize('NFC')
        .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
        .slice(0, 6) || String(index + 1);
    const id = firstFree(
      fitting,
      (n) => `${fitting.slice(0, 3)}x${n}`.slice(0, 6),
      (one) => !taken.has(one),
    );
    taken.add(id);
    return /^(0|[1-9]\d*)$/.test(id) ? Number(id) : id;
  });
}

function runs(tiers: readonly string[]): { tier: string; seats: number }[] {
  const found: { tier: string; seats: number }[] = [];
  for (const tier of tiers) {
    const last = found.at(-1);
    if (last?.tier === tier) last.seats++;
    else found.push({ tier, seats: 1 });
  }
  return found;
}

/** As they stand, from the left, or from the stage where the row goes away from it. */
function inOrder(seats: readonly PretixSeat[]): PretixSeat[] {
  const [xs, ys] = [seats.map(({ position }) => position.x), seats.map(({ position }) => position.y)];
  const axis = extent(xs) >= extent(ys) ? 'x' : 'y';
  return [...seats].sort((a, b) => a.position[axis] - b.position[axis]);
}

const extent = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY) -
  values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);

/** From each seat to the next. */
const distances = (seats: readonly PretixSeat[]): number[] =>
  seats.slice(1).map(({ position: { x, y } }, i) => {
    const before = seats[i]?.position ?? { x, y };
    return Math.hypot(x - before.x, y - before.y);
  });

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** A pitch and a half is wider than any armrest. */
const AISLE = 1.5;

/** After which seats of a row the next one is not at their side. */
function gapsIn(seats: readonly PretixSeat[], pitch: number): number[] {
  const all = distances(seats);
  const usual = Math.min(median(all), AISLE * pitch);
  return all.flatMap((distance, index) => (distance > AISLE * usual ? [index] : []));
}

/** Members that have no place with us, each once with how many there are. */
function notKeptOf(plan: PretixPlan): Fault[] {
  const found = new Map<string, number>();
  const note = (level: string, kept: readonly string[], value: object) => {
    for (const member of Object.keys(value))
      if (!kept.includes(member)) found.set(`${level}/${member}`, (found.get(`${level}/${member}`) ?? 0) + 1);
  };
  note('', KEPT.plan, plan);
  for (const category of plan.categories) note('/categories/*', KEPT.category, category);
  for (const zone of plan.zones) {
    note('/zones/*', KEPT.zone, zone);
    if (zone.rows.every(({ seats }) => seats.length === 0)) note('/zones', [], { '* (without seats)': zone });
    for (const row of zone.rows) {
      note('/zones/*/rows/*', KEPT.row, row);
      for (const seat of row.seats) note('/zones/*/rows/*/seats/*', KEPT.seat, seat);
    }
  }
  return [...found].map(([pointer, times]) => ({ pointer, detail: `Not kept: ${times} of them.` }));
}
