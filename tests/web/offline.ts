import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { newShow, type Stage } from './stage';
import {
  booked,
  foundAt,
  holdTwo,
  leaveToPay,
  payWith,
  seatsPath,
  signIn,
  signInFirst,
  title,
} from './steps';

export function offline(stage: () => Stage): void {
  /** Two tickets that were shown. */
  const shown = async (page: Page, show: string, name: string): Promise<string> => {
    const { performanceId } = await newShow(stage().theatre, show);
    await holdTwo(page, performanceId, name);
    await leaveToPay(page);
    await payWith(page, 'approve');
    await booked(page);
    await page.getByRole('link', { name: 'Show tickets' }).click();
    await codes(page).first().waitFor();
    await isInstalled(page);
    return page.url();
  };

  test('tickets that were shown survive a reload and a restart without a network; signing out takes them away', async () => {
    const profile = mkdtempSync(path.join(tmpdir(), 'marquee-profile-'));
    try {
      const before = await stage().visitorIn(profile);
      const address = await shown(before, 'Underground', 'Uma');
      await before.context().setOffline(true);
      await before.reload();
      await codes(before).nth(1).waitFor();
      await before.getByText('kept on this device', { exact: false }).waitFor();
      await stage().leaveAll();

      const after = await stage().visitorIn(profile);
      await after.context().setOffline(true);
      await after.goto(address);
      await title(after, 'Underground').waitFor();
      await codes(after).nth(1).waitFor();
      expect(await codes(after).count()).toBe(2);
      await after.getByText('You are offline.', { exact: false }).waitFor();
      await after.getByRole('link', { name: 'My tickets' }).first().click();
      await after.getByRole('link', { name: 'Underground' }).click();
      await codes(after).first().waitFor();
      await after.context().setOffline(false);
      expect(await privateAnswersKept(after)).toEqual([]);

      await signInFirst(after, 'Uma');
      // The way out leads by the sign-in page.
      await Promise.all([
        after.waitForEvent('load'),
        after.getByRole('button', { name: 'Sign out' }).click(),
      ]);
      await after.waitForURL(`${stage().theatre.urls.web}/**`);
      await after.getByRole('banner').getByRole('button', { name: 'Sign in' }).waitFor();
      await after.goto(address);
      await title(after, 'Please sign in').waitFor();
    } finally {
      await stage().leaveAll();
      rmSync(profile, { recursive: true, force: true });
    }
  }, 300_000);

  test('who signs in next finds nothing of the one before; whoever is there can remove it', async () => {
    const page = await stage().visitor();
    const address = await shown(page, 'Shared Computer', 'Sol');
    const [first, second] = [await page.context().newPage(), await page.context().newPage()];
    await page.close();
    await first.goto('/my');
    await first.getByRole('link', { name: 'Shared Computer' }).waitFor();
    await second.goto('/');
    await signInFirst(second, 'Sly');
    await second.goto(address);
    await title(second, 'We could not read the reservation').waitFor();
    await first.reload();
    await title(first, 'Please sign in').waitFor();
    expect(await first.getByRole('link', { name: 'Shared Computer' }).count()).toBe(0);

    await first.goto('/my');
    await first.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await signIn(first, 'Sol');
    await first.getByRole('button', { name: 'Sign out' }).waitFor();
    await first.goto(address);
    await codes(first).first().waitFor();
    const third = await first.context().newPage();
    await third.goto('/my');
    await third.getByRole('button', { name: 'Remove them from this device' }).click();
    await third.reload();
    await title(third, 'Please sign in').waitFor();
    expect(await third.getByRole('link', { name: 'Shared Computer' }).count()).toBe(0);
  }, 300_000);

  test('without a network every screen opens, says so, shows what it knows, and goes on by itself', async () => {
    const show = await newShow(stage().theatre, 'No Signal');
    const page = await stage().visitor();
    await page.goto(foundAt(show.title));
    await page.getByRole('link', { name: show.title }).click();
    await title(page, show.title).waitFor();
    await isInstalled(page);
    await page.context().setOffline(true);
    await page.getByText('You are offline.', { exact: false }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: show.title }).click();
    await title(page, show.title).waitFor();
    await page.reload();
    await page.getByText('You are offline.', { exact: false }).waitFor();
    await title(page, show.title).waitFor();
    await page.getByText('This is how it was on', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'Choose seats', exact: false }).first().waitFor();
    await page.goto(foundAt(show.title));
    await page.getByRole('link', { name: show.title }).waitFor();
    await page.getByText('This is how it was on', { exact: false }).waitFor();
    await page.goto(seatsPath(show.performanceId));
    await page.getByText('This page needs a connection.').waitFor();
    await page.goBack();
    await page.goBack();
    await page.goto('/terms');
    await title(page, 'Terms').waitFor();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await page.goBack();
    await page.context().setOffline(false);
    await title(page, show.title).waitFor();
  });
}

const codes = (page: Page) => page.getByRole('img', { name: /^QR code/ });

/** The worker has kept the app: only then is it there for a page that is opened without a network. */
const isInstalled = (page: Page): Promise<unknown> =>
  page.evaluate('navigator.serviceWorker.ready.then(({ active }) => active.state)');

/** Addresses of the API in any cache of the worker. */
const privateAnswersKept = (page: Page): Promise<unknown> =>
  page.evaluate(`(async () => {
    const kept = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return kept.flat().map(({ url }) => new URL(url).pathname).filter((path) => path.startsWith('/api'));
  })()`);
