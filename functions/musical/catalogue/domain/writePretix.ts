import { depthOf, type Point, placed, seatsOfRow } from './geometry';
import { paintPlan } from './paintPlan';
import { type Block, blocksOf, numberAt, type Section, seatIdAt, tierAt } from './seatingPlan';
import type { House } from './venue';

/** What pretix's editor calls a seat's width, in its own units. */
const PRETIX_PITCH = 25;

/**
 * The house as a seating plan of pretix. What was read from one is written as it came. Standing sections have no seats
 * there and are zones without rows. Seats without a tier are of the category `-`.
 */
export function writePretix(house: House) {
  const sections = paintedOf(house);
  // A house of pretix keeps its units. Ours are as wide as a seat.
  const { pitch } = house;
  const scale = pitch === undefined ? PRETIX_PITCH : 1;
  let depth = 0;
  const categoryOf = (tier: string) => house.tierLabels?.[tier]?.label ?? tier;
  const zones = sections.map((section, index) => {
    const drawn = house.sections[index];
    const y = section.y ?? depth;
    depth = Math.max(depth, y + depthOf(section, pitch ?? 1));
    return zoneOf({ ...section, y }, drawn, { pitch: pitch ?? 1, scale, categoryOf });
  });
  const shift = pitch === undefined ? leastOf(zones) : { x: 0, y: 0 };
  const moved = zones.map((zone) => ({
    ...zone,
    position: { x: zone.position.x - shift.x, y: zone.position.y - shift.y },
  }));
  return { name: house.name, size: sizeOf(moved), categories: categoriesOf(house, sections), zones: moved };
}

/** A house need not have tiers on its seats before a performance is made in it. */
function paintedOf({ sections }: House): readonly Section[] {
  const bare = sections.map((section) => ({ ...section, tier: section.tier ?? NO_TIER }));
  const painted = paintPlan(bare);
  if ('fault' in painted) throw new RangeError(painted.fault.detail);
  return painted.sections;
}
const NO_TIER = '-';

type Writing = {
  readonly pitch: number;
  readonly scale: number;
  readonly categoryOf: (tier: string) => string;
};
type Drawn = House['sections'][number] | undefined;
type Zone = ReturnType<typeof zoneOf>;

function zoneOf(section: Section, drawn: Drawn, { pitch, scale, categoryOf }: Writing) {
  // Older readers take whole numbers alone. What came with a fraction can read it.
  const exact = scale === 1 ? (value: number) => value : (value: number) => Math.round(value * scale);
  const at = ([x, y]: Point) => ({ x: exact(x), y: exact(y) });
  const { x = 0, y = 0, rotation } = section;
  const name = section.name ?? section.sectionId;
  const turned = { rotation } as Section;
  const rows = section.kind === 'standing' ? [] : blocksOf(section);
  return {
    name,
    position: at([x, y]),
    rows: rows.map((block, index) => {
      const { row } = block;
      if (row === undefined) throw new RangeError('A seated section has rows.');
      // Of a section that is turned, the seats themselves are.
      const [dx, dy]: Point =
        rotation === undefined && row.positions !== undefined ? [row.x ?? 0, row.y ?? 0] : [0, 0];
      const points = seatsOfRow(row, index, pitch).map((point) =>
        placed(turned, [point[0] - dx, point[1] - dy]),
      );
      const guids = drawn?.kind === 'seated' ? drawn.rows[index]?.guids : undefined;
      return {
        row_number: row.label ?? row.row,
        position: at([dx, dy]),
        seats: points.map((point, i) => ({
          ...seatOf(block, i, guids),
          category: categoryOf(tierAt(block, i)),
          position: at(point),
        })),
      };
    }),
    areas: [],
  };
}

const seatOf = (block: Block, index: number, guids: readonly string[] | undefined) => {
  const number = String(numberAt(block, index));
  const { labels } = block.row ?? {};
  const isLabelled = labels !== undefined && Object.hasOwn(labels, number);
  return {
    seat_guid: guids?.[index] ?? seatIdAt(block, index),
    seat_number: isLabelled ? labels[number] : number,
  };
};

function pointsOf(zones: readonly Zone[]) {
  return zones.flatMap(({ position: zone, rows }) =>
    rows.flatMap(({ position: row, seats }) =>
      seats.map(({ position }) => ({ x: zone.x + row.x + position.x, y: zone.y + row.y + position.y })),
    ),
  );
}

const leastOf = (zones: readonly Zone[]) =>
  pointsOf(zones).reduce(
    (least, { x, y }) => ({ x: Math.min(least.x, x - PRETIX_PITCH), y: Math.min(least.y, y - PRETIX_PITCH) }),
    { x: 0, y: 0 },
  );

function sizeOf(zones: readonly Zone[]) {
  const most = pointsOf(zones).reduce((far, { x, y }) => ({ x: Math.max(far.x, x), y: Math.max(far.y, y) }), {
    x: 0,
    y: 0,
  });
  return { width: Math.ceil(most.x + PRETIX_PITCH), height: Math.ceil(most.y + PRETIX_PITCH) };
}

const DEFAULT_COLOUR = '#7f4a91';

function categoriesOf({ tierLabels = {} }: House, sections: readonly Section[]) {
  const used = sections
    .flatMap(blocksOf)
    .flatMap((block) => Array.from({ length: block.seats }, (_, i) => tierAt(block, i)));
  return [...new Set([...Object.keys(tierLabels), ...used])].map((tier) => ({
    name: tierLabels[tier]?.label ?? tier,
    color: tierLabels[tier]?.colour ?? DEFAULT_COLOUR,
  }));
}
