import AxeBuilder from '@axe-core/playwright';
import { everyScreen, type Screen } from './screens';
import { newShow, type Stage } from './stage';

export function accessibility(stage: () => Stage): void {
  test('axe finds nothing on any screen, in both languages and both themes', async () => {
    const show = await newShow(stage().theatre, 'For All');
    const visit = { ...show, section: 'A', row: '1', customer: 'Ali' };
    const page = await stage().visitor();
    const findings: string[] = [];
    let looks = 0;
    await everyScreen(page, visit, async (screen) => {
      for (const language of ['ko', 'en'] as const) {
        await screen.speak(language);
        for (const colorScheme of ['dark', 'light'] as const) {
          await screen.page.emulateMedia({ colorScheme });
          findings.push(
            ...(await findingsOn(screen, colorScheme)).map(
              (finding) => `${language} ${colorScheme} ${finding}`,
            ),
          );
          looks++;
        }
      }
    });
    expect(looks).toBeGreaterThanOrEqual(60);
    expect(findings).toEqual([]);
  }, 300_000);
}

/** The other theme has other colours and nothing else. */
async function findingsOn({ name, page }: Screen, theme: 'light' | 'dark'): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (theme === 'light' ? axe : axe.withRules('color-contrast')).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${name}: ${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
