/** How many colours the tokens have; dearer tiers come first, and what is left over shares the last. */
const COLOURS = 6;

/** The token of a tier counted from 1, the dearest. */
export const tierToken = (tier: number): string => `--tier-${Math.min(tier, COLOURS)}`;

/** How bright a tier is at most, and in the dark theme at least, for what is written on it (`--on-tier`) to be read at 4.5:1. */
const MOST = 0.17;
const LEAST = 0.22;

/** The theatre's colour, darker or lighter as far as the theme needs. */
export function readable(colour: string, isDark: boolean): string {
  let channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  while (isDark ? brightness(channels) < LEAST : brightness(channels) > MOST)
    channels = channels.map((channel) => (isDark ? 255 - (255 - channel) * 0.95 : channel * 0.95));
  return `rgb(${channels.map(Math.round)})`;
}

/** WCAG's relative luminance, but for the least parts of it. */
const brightness = ([red = 0, green = 0, blue = 0]: readonly number[]): number =>
  (0.2126 * red ** 2.2 + 0.7152 * green ** 2.2 + 0.0722 * blue ** 2.2) / 255 ** 2.2;
