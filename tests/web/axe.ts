import AxeBuilder from '@axe-core/playwright';
import type { Screen } from './screens';

/** CSS pixels: the smallest phones that are sold. */
export const NARROWEST = 360;

/**
 * Each language and each theme with every rule. A theme changes colours and nothing else, so that not each has to be
 * seen with each. English is last, for who goes on from there.
 */
export const LOOKS = [
  ['ko', 'dark'],
  ['en', 'light'],
] as const;

/**
 * What axe finds, and whether the page has to be moved sideways to be read. The legacy mode opens no page of its own for
 * each look; it misses only frames of other origins, and there are none. The size of what is pressed is left out by axe
 * unless it is asked for.
 */
export async function findingsOn({ name, page }: Pick<Screen, 'name' | 'page'>): Promise<string[]> {
  const rules = { 'target-size': { enabled: true } };
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options({ rules }).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${name}: ${id} at ${target.join(' ')}: ${failureSummary}`),
  );
  const isWider = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  return isWider === true ? [...found, `${name}: wider than the screen`] : found;
}
