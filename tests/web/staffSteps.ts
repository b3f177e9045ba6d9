import type { Page } from 'playwright-core';
import { findingsOn, LOOKS } from './axe';
import { speakHere } from './screens';
import type { Looks, Stage } from './stage';

/** As whom the sign-in page of this machine lets staff in. */
export type StaffPreset = 'admin' | 'box-office' | 'door';

/** On the sign-in page, as one of the people that it offers. */
export const signInAs = (page: Page, preset: StaffPreset): Promise<void> =>
  page.locator(`button[name="person"][value="${preset}"]`).click();

/** A page of the staff's app, of somebody who has signed in there. */
export async function staffPage(
  stage: Stage,
  preset: StaffPreset,
  { path = '/staff', ...looks }: Looks & { readonly path?: string } = {},
): Promise<Page> {
  const page = await stage.visitor({ width: 1440, ...looks });
  await page.goto(path);
  await page
    .getByRole('main')
    .getByRole('button', { name: /^(Sign in|로그인)$/ })
    .click();
  await signInAs(page, preset);
  await page.waitForURL((address) => address.pathname === path.split('?')[0]);
  return page;
}

/** What axe finds on the page as it stands, in both languages and both themes. English and light is last. */
export async function findingsInAllLooks(page: Page, name: string): Promise<readonly string[]> {
  const findings: string[] = [];
  for (const [language, colorScheme] of LOOKS) {
    await speakHere(page, language);
    await page.emulateMedia({ colorScheme });
    const found = await findingsOn({ name, page });
    findings.push(...found.map((finding) => `${language} ${colorScheme} ${finding}`));
  }
  return findings;
}
