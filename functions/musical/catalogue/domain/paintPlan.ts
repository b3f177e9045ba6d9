import type { Fault } from './fault';
import {
  atPosition,
  type Block,
  blocksOf,
  type DrawnSection,
  kindsAt,
  type Row,
  type SeatingPlan,
  type SeatKind,
  type Section,
  seatIdAt,
  seatIdsIn,
} from './seatingPlan';

/** Tiers by what they are painted on, which is a section, a row or a seat. The most specific holds. */
export type TiersByName = Readonly<Record<string, string>>;

export type Painted = { readonly sections: SeatingPlan } | { readonly fault: Fault };

/** No tier has this name, for a label is not empty. */
const NO_TIER = '';

/**
 * The plan with a tier on every seat, and with tiers and kinds as runs along each row. Names must be checked before. It is
 * a fault when a key of `tiers` names nothing or two things, or when a seat is left without a tier.
 */
export function paintPlan(drawn: readonly DrawnSection[], tiers: TiersByName = {}): Painted {
  const blank = drawn.map((section) => ({ ...section, tier: section.tier ?? NO_TIER }) as Section);
  const fault = faultInKeys(blank, tiers);
  if (fault !== undefined) return { fault };
  const sections = blank.map((section, index) =>
    painted(section, kindsOf(drawn[index]), new Map(Object.entries(tiers))),
  );
  const bare = sections.findIndex((section) => tiersIn(section).has(NO_TIER));
  if (bare < 0) return { sections };
  const { sectionId } = sections[bare] as Section;
  return {
    fault: { pointer: `/sections/${bare}/tier`, detail: `Section ${sectionId} has seats without a tier.` },
  };
}

/** The tiers that the section's seats have. */
export const tiersIn = (section: Section): ReadonlySet<string> =>
  new Set(
    section.kind === 'standing'
      ? [section.tier]
      : section.rows.flatMap(({ tiers }) => tiers?.map(({ tier }) => tier) ?? [section.tier]),
  );

function faultInKeys(sections: SeatingPlan, tiers: TiersByName): Fault | undefined {
  if (Object.keys(tiers).length === 0) return undefined;
  const named = Map.groupBy(sections.flatMap(namesIn), (name) => name);
  const wrong = Object.keys(tiers).find((key) => named.get(key)?.length !== 1);
  if (wrong === undefined) return undefined;
  const detail = named.has(wrong)
    ? 'This names two things of the house. Name its rows or seats one by one.'
    : 'The house has no section, row or seat of this name.';
  return { pointer: `/tiers/${wrong}`, detail };
}

/** The names of the section, its rows and its seats. */
const namesIn = (section: Section): string[] => [
  section.sectionId,
  ...blocksOf(section).flatMap((block) => [...(block.row ? [block.blockId] : []), ...seatIdsIn(block)]),
];

type KindsById = ReadonlyMap<string, readonly SeatKind[]>;

const kindsOf = (drawn: DrawnSection | undefined): KindsById =>
  new Map(
    drawn?.kind === 'seated'
      ? Object.entries(drawn.kinds ?? {}).map(([seatId, kinds]) => [
          seatId,
          typeof kinds === 'string' ? [kinds] : kinds,
        ])
      : [],
  );

function painted(section: Section, kinds: KindsById, tiers: ReadonlyMap<string, string>): Section {
  const ofSection = tiers.get(section.sectionId) ?? section.tier;
  if (section.kind === 'standing') return { ...section, tier: ofSection };
  const tierOf = (block: Block, index: number): string =>
    tiers.get(seatIdAt(block, index)) ??
    tiers.get(block.blockId) ??
    tiers.get(section.sectionId) ??
    (block.row?.tiers && atPosition(block.row.tiers, index)?.tier) ??
    section.tier;
  const rows = blocksOf(section).map((block) => ({
    block,
    tiers: runsOf(
      block.seats,
      (index) => ({ tier: tierOf(block, index) }),
      (a, b) => a.tier === b.tier,
    ),
    kinds: runsOf(
      block.seats,
      (index) => ({ kinds: kinds.get(seatIdAt(block, index)) ?? kindsAt(block, index) }),
      (a, b) => a.kinds.join() === b.kinds.join(),
    ),
  }));
  const tier = ofSection === NO_TIER ? (rows[0]?.tiers[0]?.tier ?? NO_TIER) : ofSection;
  const { kinds: _asRuns, ...rest } = section as Section & { kinds?: unknown };
  return {
    ...(rest as Section & { kind: 'seated' }),
    tier,
    rows: rows.map(({ block, ...runs }) => rowWith(block.row as Row, tier, runs.tiers, runs.kinds)),
  };
}

/** Only what differs is said. */
function rowWith(
  { tiers: _tiers, kinds: _kinds, ...row }: Row,
  ofSection: string,
  tiers: NonNullable<Row['tiers']>,
  kinds: NonNullable<Row['kinds']>,
): Row {
  return {
    ...row,
    ...(tiers.some(({ tier }) => tier !== ofSection) ? { tiers } : {}),
    ...(kinds.some((run) => run.kinds.length > 0) ? { kinds } : {}),
  };
}

function runsOf<T extends object>(
  count: number,
  itemAt: (index: number) => T,
  isSame: (a: T, b: T) => boolean,
): (T & { seats: number })[] {
  const runs: (T & { seats: number })[] = [];
  for (let index = 0; index < count; index++) {
    const item = itemAt(index);
    const last = runs.at(-1);
    if (last !== undefined && isSame(last, item)) last.seats++;
    else runs.push({ ...item, seats: 1 });
  }
  return runs;
}
