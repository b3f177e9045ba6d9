import { newPerformance } from '../marquee';
import { findingsOn, LOOKS, NARROWEST } from './axe';
import { everyScreen, speakHere } from './screens';
import type { Stage } from './stage';
import { everyState } from './states';

export function accessibility(stage: () => Stage): void {
  test('axe finds nothing on any screen, in both languages and both themes, and none is wider than a small phone', async () => {
    const title = 'For All';
    const performanceId = await newPerformance(stage().theatre, { priceTypes: [HALF] }, { title });
    const benefits = { presale: true, percentOff: 10 };
    await stage().theatre.admin.post('/plans', { name: 'All', monthlyFee: 9_000, currency: 'KRW', benefits });
    await stage().theatre.admin.post('/items', { name: 'Opera glasses', stock: 9, loanHours: 6 });
    const visit = { title, performanceId, section: 'Section A', row: '1', customer: 'Ali' };
    const page = await stage().visitor({ width: NARROWEST });
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
    expect(looks).toBeGreaterThanOrEqual(82);
    expect(findings).toEqual([]);
  }, 300_000);

  test('nor on a screen that waits for its answer, has none, or has no network', async () => {
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
    expect(looks).toBeGreaterThanOrEqual(84);
    expect(findings).toEqual([]);
  }, 300_000);
}

const HALF = { priceTypeId: 'half', name: { ko: '청소년', en: 'Youth' }, percentOff: 50 };
