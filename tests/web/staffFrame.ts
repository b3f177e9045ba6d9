import { findingsInAllLooks, signInAs, staffPage } from './staffSteps';
import type { Stage } from './stage';
import { signIn, title } from './steps';

/** Who may see what, and what frames every page. */
export function staffFrame(stage: () => Stage): void {
  test.each(['/staff', '/door'])(
    '%s asks who it is, comes back to itself, and out again',
    async (path) => {
      const page = await stage().visitor({ width: 1440 });
      await page.goto(path);
      await title(page, 'Please sign in').waitFor();
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
      await signInAs(page, 'door');
      await page.waitForURL(`**${path}`);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL(`**${path}/`);
      await title(page, 'Please sign in').waitFor();
    },
    240_000,
  );

  test('who has no role is told so, and that a role is what it takes', async () => {
    const page = await stage().visitor({ width: 1440 });
    await page.goto('/door');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await signIn(page, 'Nobody');
    await title(page, 'Your role does not open this page').waitFor();
    await page.getByText('one of these roles: door, admin', { exact: false }).waitFor();
    await page.goto('/staff');
    await page.getByText('This account may do nothing here.', { exact: false }).waitFor();
  }, 240_000);

  test('an address that is none leads back', async () => {
    const page = await staffPage(stage(), 'box-office');
    await page.goto('/staff/nowhere');
    await title(page, 'There is no such page').waitFor();
    await page.getByRole('link', { name: 'To the staff’s first page' }).click();
    await title(page, 'The theatre today').waitFor();
  }, 240_000);

  test('the buyers’ worker leaves the staff’s pages alone', async () => {
    const page = await stage().visitor({ width: 1440 });
    await page.goto('/');
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    await page.goto('/staff');
    await title(page, 'Please sign in').waitFor();
  }, 240_000);

  test('axe finds nothing on the first page, in both languages and both themes', async () => {
    const page = await staffPage(stage(), 'admin');
    await title(page, 'The theatre today').waitFor();
    expect(await findingsInAllLooks(page, 'first page')).toEqual([]);
  }, 240_000);
}
