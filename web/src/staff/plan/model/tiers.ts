import { defined, type House, NO_TIER, type Row, type Section, seatsOfSection } from './house';

export type Tier = {
  readonly tier: string;
  readonly colour: string | undefined;
  readonly label: string | undefined;
};

/** The house's tiers in the order that it names them, and then as its seats do. */
export function tiersOf({ sections, tierLabels = {} }: House): Tier[] {
  const used = sections.flatMap((section) => [
    ...(section.tier === undefined ? [] : [section.tier]),
    ...(section.kind === 'seated' ? section.rows : []).flatMap(({ tiers = [] }) =>
      tiers.map(({ tier }) => tier),
    ),
  ]);
  const names = new Set([...Object.keys(tierLabels), ...used]);
  names.delete(NO_TIER);
  return [...names].map((tier) => {
    const { colour, label } = tierLabels[tier] ?? {};
    return { tier, colour, label };
  });
}

export const addTier = (house: House, tier: string, colour?: string): House => ({
  ...house,
  tierLabels: { ...house.tierLabels, [tier]: defined({ colour }) },
});

export const colourTier = (house: House, tier: string, colour: string | undefined): House => ({
  ...house,
  tierLabels: { ...house.tierLabels, [tier]: defined({ ...house.tierLabels?.[tier], colour }) },
});

/** Its seats go with it. Where that name is there already the two become one. */
export function renameTier(house: House, from: string, to: string): House {
  if (from === to) return house;
  const labels = Object.entries(house.tierLabels ?? {});
  const renamed = labels.map(([tier, says]) => [tier === from ? to : tier, says] as const);
  return {
    ...house,
    ...(labels.length > 0 ? { tierLabels: Object.fromEntries(renamed) } : {}),
    sections: house.sections.map((section) => tiersReplaced(section, from, to)),
  };
}

function tiersReplaced(section: Section, from: string, to: string): Section {
  const tier = section.tier === from ? to : section.tier;
  const own = tier === undefined ? section : { ...section, tier };
  return own.kind === 'standing' ? own : { ...own, rows: own.rows.map((row) => rowReplaced(row, from, to)) };
}

function rowReplaced(row: Row, from: string, to: string): Row {
  if (row.tiers?.some(({ tier }) => tier === from) !== true) return row;
  return { ...row, tiers: row.tiers.map((run) => (run.tier === from ? { ...run, tier: to } : run)) };
}

/** A tier that no seat has is no longer offered. */
export function forgetTier(house: House, tier: string): House {
  const { [tier]: _gone, ...tierLabels } = house.tierLabels ?? {};
  return defined({
    ...house,
    tierLabels: Object.keys(tierLabels).length > 0 ? tierLabels : undefined,
  }) as House;
}

/** How many seats and places each tier has. */
export function seatsByTier({ sections }: House): Map<string, number> {
  const sums = new Map<string, number>();
  const add = (tier: string, seats: number) => sums.set(tier, (sums.get(tier) ?? 0) + seats);
  for (const section of sections) {
    const painted = (section.kind === 'seated' ? section.rows : []).flatMap(({ tiers = [] }) => tiers);
    for (const { tier, seats } of painted) add(tier, seats);
    const rest = seatsOfSection(section) - painted.reduce((sum, { seats }) => sum + seats, 0);
    if (rest > 0 && section.tier !== undefined) add(section.tier, rest);
  }
  return sums;
}
