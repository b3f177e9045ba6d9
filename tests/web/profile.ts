import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { eventually } from '../marquee';
import { newShow, type Stage } from './stage';
import { booked, holdTwo, leaveToPay, payWith, signIn, title } from './steps';

export function profile(stage: () => Stage): void {
  const atTheirProfile = async (name: string): Promise<Page> => {
    const page = await stage().visitor();
    await page.goto('/my');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await signIn(page, name);
    await toProfile(page);
    return page;
  };

  test('name, address and language are changed, and are there the next time', async () => {
    const page = await atTheirProfile('Pia');
    const [name, email] = [page.getByLabel('Name'), page.getByLabel('E-mail address')];
    expect(await name.inputValue()).toBe('Pia');
    await name.fill('Pia Kim');
    await email.fill('nowhere');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('This address cannot be written to.', { exact: false }).waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('email');
    await email.fill('pia.kim@example.com');
    await page.getByLabel('Language of our mails').selectOption('ko');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    await page.reload();
    await page.getByLabel('Name').waitFor();
    expect([await name.inputValue(), await email.inputValue()]).toEqual(['Pia Kim', 'pia.kim@example.com']);
    expect(await page.getByLabel('Language of our mails').inputValue()).toBe('ko');
  });

  test('what is kept of somebody is theirs to take along', async () => {
    const page = await atTheirProfile('Cleo');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download a copy' }).click(),
    ]);
    const copy = JSON.parse(readFileSync(await file.path(), 'utf8'));
    expect(copy).toMatchObject({ customerId: expect.any(String), reservations: [], notices: [] });
  });

  test('data are erased when nothing stands against it, after it was asked twice; else it says what does', async () => {
    const show = await newShow(stage().theatre, 'Forgotten');
    const page = await stage().visitor();
    await holdTwo(page, show.performanceId, 'Eva');
    await leaveToPay(page);
    await payWith(page, 'approve');
    await booked(page);
    await page.getByRole('link', { name: 'Show tickets' }).click();
    await page
      .getByRole('img', { name: /^QR code/ })
      .first()
      .waitFor();
    await page.goto('/my');
    await toProfile(page);
    const dialog = page.getByRole('dialog', { name: 'Erase your data for good?' });
    await page.getByRole('button', { name: 'Erase my data' }).click();
    await dialog.getByRole('button', { name: 'Keep my data' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await erase(page);
    await page
      .getByRole('alert')
      .getByText('You have tickets for a day to come.', { exact: false })
      .waitFor();
    await page.getByRole('alert').getByRole('link', { name: 'My tickets' }).click();
    await page.getByRole('link', { name: show.title }).first().click();
    await page.getByRole('button', { name: 'Cancel reservation' }).click();
    await page.getByRole('button', { name: /^Cancel and get / }).click();
    await page.getByText('The reservation is cancelled.', { exact: false }).first().waitFor();
    const isAsked = page.getByText('We are erasing your data.', { exact: false });
    await page.goto('/my/profile');
    await eventually(
      async () => {
        await erase(page);
        await isAsked.or(page.getByRole('alert')).first().waitFor();
        return isAsked.count();
      },
      (times) => times > 0,
    );
  }, 300_000);
}

async function toProfile(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Profile' }).click();
  await title(page, 'Profile').waitFor();
  await page.getByRole('button', { name: 'Save' }).waitFor();
}

async function erase(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Erase my data' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase for good' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}
