import type { Page } from 'playwright-core';
import { findingsOn } from './axe';
import { findingsInAllLooks, staffPage } from './staffSteps';
import type { Stage } from './stage';

/** The desk where things are lent and taken back. */
export function staffLending(stage: () => Stage): void {
  const path = '/staff/lending';
  const itemRow = (page: Page, name: string) =>
    page.getByRole('region', { name: 'Items and stock' }).getByRole('row').filter({ hasText: name });
  const field = (page: Page, name: RegExp) => page.getByRole('dialog').getByRole('textbox', { name });
  const save = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  const said = (page: Page, text: string) =>
    page.getByRole('dialog').getByRole('alert').filter({ hasText: text }).waitFor();
  const borrowed = async (itemId: string, key: string): Promise<void> => {
    const reader = await stage().theatre.person('reader');
    const headers = { 'idempotency-key': key, prefer: 'wait=10' };
    await reader.post('/loans', { itemId, quantity: 1 }, headers);
  };

  test('an item is made and changed; what somebody else changed meanwhile is shown, and not written over unseen', async () => {
    const page = await staffPage(stage(), 'admin', { path });
    await page.getByRole('button', { name: 'Add an item' }).click();
    await save(page);
    await page.getByRole('dialog').getByText('Please write it.').waitFor();
    expect(await findingsOn({ name: 'form', page })).toEqual([]);
    await field(page, /^Name/).fill('Sand glass');
    await field(page, /^Stock/).fill('4');
    await save(page);
    await itemRow(page, 'Sand glass').waitFor();
    await page.getByRole('button', { name: 'Change Sand glass' }).click();
    await field(page, /^Stock/).fill('9');
    const { admin } = stage().theatre;
    const { items } = (await admin.get('/items?query=Sand')).body;
    const at = `/items/${items[0].itemId}`;
    const { etag } = Object.fromEntries((await admin.get(at)).headers);
    await admin.put(at, { name: 'Sand glass', stock: 7, loanHours: 6 }, { 'if-match': String(etag) });
    await save(page);
    await said(page, 'the stock is 7 now');
    await save(page);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await admin.get(at)).body.stock).toBe(9);
  }, 300_000);

  test('what is out is found, stands against fewer and against removing, and is taken back', async () => {
    const { admin } = stage().theatre;
    const { body } = await admin.post('/items', { name: 'Ear trumpet', stock: 2, loanHours: 6 });
    await borrowed(body.itemId, `trumpet-${body.itemId}`);
    const page = await staffPage(stage(), 'admin', { path });
    await page.getByRole('button', { name: 'Change Ear trumpet' }).click();
    await field(page, /^Stock/).fill('0');
    await save(page);
    await said(page, '1 is out. It cannot be fewer.');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Remove Ear trumpet' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await said(page, '1 is out still.');
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox', { name: 'Find an item or a customer' }).fill('trumpet');
    expect(await findingsInAllLooks(page, 'lending')).toEqual([]);
    await page.getByRole('button', { name: /^Take back Ear trumpet/ }).click();
    await page
      .getByText('It is not among these.', { exact: false })
      .or(page.getByText('Nothing is out.'))
      .waitFor();
    await page.getByRole('button', { name: 'Remove Ear trumpet' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await itemRow(page, 'Ear trumpet').waitFor({ state: 'detached' });
  }, 300_000);

  test('the box office takes back and sees the stock, and changes nothing of it', async () => {
    await stage().theatre.admin.post('/items', { name: 'Kazoo', stock: 2, loanHours: 6 });
    const page = await staffPage(stage(), 'box-office', { path });
    await itemRow(page, 'Kazoo').waitFor();
    expect(await page.getByRole('button', { name: /^(Add|Change|Remove)/ }).count()).toBe(0);
  }, 300_000);
}
