import AxeBuilder from '@axe-core/playwright';
import { everyScreen, type Screen, speakHere } from './screens';
import { newShow, type Stage } from './stage';
import { everyState } from './states';

export function accessibility(stage: () => Stage): void {
  test('axe finds nothing on any screen, in both languages and both themes', async () => {
    const show = await newShow(stage().theatre, 'For All');
    const visit = { ...show, section: 'Section A', row: '1', customer: 'Ali' };
    const page = await stage().visitor();
    const findings: string[] = [];
    let looks = 0;
    await everyScreen(page, visit, async (screen) => {
      for (const [language, colorScheme] of LOOKS) {
        await screen.speak(language);
        await screen.page.emulateMedia({ colorScheme });
        const found = await findingsOn(screen);
        findings.push(...found.map((finding) => `${language} ${colorScheme} ${finding}`));
        looks++;
      }
    });
    expect(looks).toBeGreaterThanOrEqual(54);
    expect(findings).toEqual([]);
  }, 300_000);

  test('nor on a screen that waits for its answer, or has none', async () => {
    const findings: string[] = [];
    let looks = 0;
    await everyState(stage(), async (page, name) => {
      for (const [language, colorScheme] of LOOKS) {
        await speakHere(page, language);
        await page.emulateMedia({ colorScheme });
        const found = await findingsOn({ name, page });
        findings.push(...found.map((finding) => `${language} ${colorScheme} ${finding}`));
        looks++;
      }
    });
    expect(looks).toBeGreaterThanOrEqual(36);
    expect(findings).toEqual([]);
  }, 300_000);
}

/**
 * Each language and each theme with every rule. A theme changes colours and nothing else, so that not each has to be
 * seen with each. English is last, for who goes on from there.
 */
const LOOKS = [
  ['ko', 'dark'],
  ['en', 'light'],
] as const;

/** The legacy mode opens no page of its own for each look; it misses only frames of other origins, and there are none. */
async function findingsOn({ name, page }: Pick<Screen, 'name' | 'page'>): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${name}: ${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
