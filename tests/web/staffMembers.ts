import type { Page } from 'playwright-core';
import { key, newPerformance, reserve } from '../marquee';
import { findingsOn } from './axe';
import { findingsInAllLooks, staffPage } from './staffSteps';
import type { Stage } from './stage';
import { playOnce } from './steps';

/** The desk of members: what can be joined, and billing by hand. */
export function staffMembers(stage: () => Stage): void {
  const path = '/staff/members';
  const planRow = (page: Page, name: string) =>
    page.getByRole('region', { name: 'Plans' }).getByRole('row').filter({ hasText: name });
  const field = (page: Page, name: RegExp) => page.getByRole('dialog').getByRole('textbox', { name });
  const press = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name }).click();
  const isClosed = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' });
  const found = async (name: string) => {
    const { items } = (await stage().theatre.admin.get('/plans?limit=100')).body;
    return items.find((plan: { name: string }) => plan.name === name);
  };

  test('a plan is made and changed; what somebody else changed meanwhile is not written over unseen', async () => {
    const page = await staffPage(stage(), 'admin', { path });
    await page.getByRole('button', { name: 'Add a plan' }).click();
    await press(page, 'Save');
    await page.getByRole('dialog').getByText('Please write it.').waitFor();
    expect(await findingsOn({ name: 'plan form', page })).toEqual([]);
    await field(page, /^Name/).fill('Patrons');
    await field(page, /^Fee/).fill('9,900');
    await page.getByRole('checkbox', { name: 'Members buy in the presale' }).check();
    await press(page, 'Save');
    await planRow(page, 'Patrons').getByText('₩9,900').waitFor();
    const made = await found('Patrons');
    expect(made).toMatchObject({ monthlyFee: 9_900, currency: 'KRW', benefits: { presale: true } });

    await page.getByRole('button', { name: 'Change Patrons' }).click();
    await field(page, /^Off each seat/).fill('15');
    const { admin } = stage().theatre;
    const at = `/plans/${made.planId}`;
    const { etag } = Object.fromEntries((await admin.get(at)).headers);
    const theirs = { name: 'Patrons', monthlyFee: 12_000, currency: 'KRW', benefits: {} };
    await admin.put(at, theirs, { 'if-match': String(etag) });
    await press(page, 'Save');
    await page
      .getByRole('dialog')
      .getByRole('alert')
      .getByText('Somebody has changed it', { exact: false })
      .waitFor();
    expect((await admin.get(at)).body).toMatchObject(theirs);
    await press(page, 'Read it again');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).waitFor();
    expect(await field(page, /^Fee/).inputValue()).toBe('12000');
    await field(page, /^Off each seat/).fill('15');
    await press(page, 'Save');
    await isClosed(page);
    expect((await admin.get(at)).body).toMatchObject({ monthlyFee: 12_000, benefits: { percentOff: 15 } });
  }, 300_000);

  test('a plan that nobody can join any more leaves the list, and its members stay', async () => {
    const plan = { name: 'Old guard', monthlyFee: 5_000, currency: 'KRW', benefits: {} };
    const { planId } = (await stage().theatre.admin.post('/plans', plan, key())).body;
    const member = await stage().theatre.person('old-guard');
    await member.post('/memberships', { planId }, key());
    const page = await staffPage(stage(), 'admin', { path });
    await page.getByRole('button', { name: 'Stop joining Old guard' }).click();
    expect(await findingsOn({ name: 'plan removal', page })).toEqual([]);
    await press(page, 'Stop joining');
    await planRow(page, 'Old guard').waitFor({ state: 'detached' });
    expect((await member.get('/memberships')).body.items).toMatchObject([{ status: 'active' }]);
    expect(await findingsInAllLooks(page, 'members')).toEqual([]);
  }, 300_000);

  test('a billing run says whom and how much it bills, and then what it did; run again it bills nobody twice', async () => {
    const page = await staffPage(stage(), 'admin', { path });
    const sums = [{ currency: 'KRW', amount: 63_000 }];
    await playOnce(page, 'GET', '**/api/admin/billing-runs*', (route) =>
      route.fulfill({ json: { month: '2026-12', members: 5, bills: 7, sums, isAll: true } }),
    );
    await playOnce(page, 'POST', '**/api/admin/billing-runs', (route) =>
      route.fulfill({ json: { month: '2026-12', issued: 7, isDone: false } }),
    );
    await page.getByRole('button', { name: 'Bill members' }).click();
    await page.getByRole('dialog').getByText('Run again it bills nobody twice.', { exact: false }).waitFor();
    await page.getByRole('dialog').getByText('5 members get 7 bills, ₩63,000 together.').waitFor();
    await press(page, 'Bill now');
    await page.getByRole('dialog').getByText('7 bills are issued.').waitFor();
    expect(await findingsOn({ name: 'billing run', page })).toEqual([]);
    await press(page, 'Go on');
    await page.getByRole('dialog').getByText('There was nothing to bill.').waitFor();
    await press(page, 'Close');
    await isClosed(page);
    await page.getByRole('button', { name: 'Bill members' }).click();
    await page.getByRole('dialog').getByText('There is nothing to bill.').waitFor();
  }, 300_000);

  test('somebody is found with what they joined and owe, and who never was a member is told apart', async () => {
    const plan = { name: 'Known by id', monthlyFee: 5_000, currency: 'KRW', benefits: {} };
    const { planId } = (await stage().theatre.admin.post('/plans', plan, key())).body;
    const member = await stage().theatre.person('known-member');
    await member.post('/memberships', { planId }, key());
    const page = await staffPage(stage(), 'box-office', { path });
    const find = async (customer: string) => {
      await page.getByRole('searchbox', { name: 'Customer' }).fill(customer);
      await page.getByRole('button', { name: 'Find', exact: true }).click();
    };
    await find('nobody-known');
    await page.getByText('nobody-known never was a member.').waitFor();
    await find('known-member');
    const row = (table: string) => page.getByRole('region', { name: table }).getByRole('row');
    await row('Memberships').filter({ hasText: 'Known by id' }).getByText('member').waitFor();
    await row('Bills').filter({ hasText: '₩5,000' }).getByText('to be paid').waitFor();
    expect(await findingsInAllLooks(page, 'member')).toEqual([]);
  }, 300_000);

  test('a member of whom only the e-mail is known is found by a reservation', async () => {
    const { theatre } = stage();
    const plan = { name: 'Known by mail', monthlyFee: 5_000, currency: 'KRW', benefits: {} };
    const { planId } = (await theatre.admin.post('/plans', plan, key())).body;
    const member = await theatre.person('mailed-member');
    await member.post('/memberships', { planId }, key());
    const performanceId = await newPerformance(theatre);
    await reserve(member, { performanceId, seats: ['A-1-1'] });
    const page = await staffPage(stage(), 'box-office', { path: '/staff/counter' });
    await page.getByLabel('Find a reservation').fill('mailed-member@example.com');
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByRole('link', { name: 'mailed-member@example.com' }).click();
    await page.getByRole('link', { name: 'mailed-member', exact: true }).click();
    await page.getByRole('region', { name: 'Memberships' }).getByText('Known by mail').waitFor();
  }, 300_000);

  test('the box office sees the plans, and changes and bills nothing', async () => {
    const plan = { name: 'For all to see', monthlyFee: 5_000, currency: 'KRW', benefits: {} };
    await stage().theatre.admin.post('/plans', plan, key());
    const page = await staffPage(stage(), 'box-office', { path });
    await planRow(page, 'For all to see').waitFor();
    expect(await page.getByRole('button', { name: /^(Add|Change|Stop|Bill)/ }).count()).toBe(0);
  }, 300_000);
}
