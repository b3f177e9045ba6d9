/** How many colours the tokens have; dearer tiers come first, and what is left over shares the last. */
const COLOURS = 6;

/** Of a tier counted from 1, the dearest. */
export const tierColour = (tier: number): string => `var(--tier-${Math.min(tier, COLOURS)})`;
