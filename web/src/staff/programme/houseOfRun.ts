import type { components } from '../../api/schema';
import type { PriceDraft } from './priceDraft';
import { BLANK_TIER } from './prices';

export type Venue = components['schemas']['Venue'];
type Section = Venue['sections'][number];

/** The tiers that seats of a section are painted with already. */
const tiersOf = (section: Section): readonly string[] => [
  ...(section.tier === undefined ? [] : [section.tier]),
  ...(section.kind === 'seated'
    ? section.rows.flatMap(({ tiers = [] }) => tiers.map(({ tier }) => tier))
    : []),
];

/** Sections of which some seats have no tier: they get one when a performance is made. */
export const untiered = ({ sections }: Venue): readonly Section[] =>
  sections.filter(
    (section) =>
      section.tier === undefined &&
      (section.kind === 'standing' || section.rows.some(({ tiers }) => tiers === undefined)),
  );

/** A row of prices for each tier of the house, with the names and colours that its plan has. */
export function pricesForHouse(venue: Venue, draft: PriceDraft): PriceDraft {
  const names = new Set(venue.sections.flatMap(tiersOf));
  const known = new Map(draft.tiers.map((row) => [row.tier, row]));
  const tiers = [...names].map((tier) => {
    const { label = '', colour = '' } = venue.tierLabels?.[tier] ?? {};
    const own = /^#[0-9a-f]{6}$/i.test(colour) ? colour : '';
    return known.get(tier) ?? { ...BLANK_TIER, tier, ko: label, en: label, colour: own };
  });
  return { ...draft, tiers: tiers.length > 0 ? tiers : [{ ...BLANK_TIER, tier: 'R' }] };
}
