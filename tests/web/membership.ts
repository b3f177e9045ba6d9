import type { Page } from 'playwright-core';
import { inDays, key, newPerformance } from '../marquee';
import { areOverdue } from './memberScreens';
import type { Stage } from './stage';
import {
  choose,
  isBusy,
  payButton,
  payWith,
  playOnce,
  reloadUntil,
  seatsPath,
  signIn,
  signInFirst,
  title,
} from './steps';

/** From joining to a payment taken back, by click. */
export function membership(stage: () => Stage): void {
  const newPlan = async (name: string): Promise<void> => {
    const benefits = { presale: true, percentOff: 10 };
    await stage().theatre.admin.post('/plans', { name, monthlyFee: 9_000, currency: 'KRW', benefits }, key());
  };
  /** What the provider has of the bill that this page shows, after all that went back. */
  const keptOnce = async (page: Page, amount: number): Promise<void> => {
    const billId = new URL(page.url()).pathname.split('/').pop() ?? '';
    const moved = (await stage().theatre.payments()).filter(
      ({ orderId, status }) => orderId.startsWith(billId) && ['DONE', 'CANCELED'].includes(status),
    );
    expect(moved.map(({ orderId }) => orderId).sort()).toEqual([billId, `${billId}-2`]);
    expect(moved.reduce((sum, { balanceAmount }) => sum + balanceAmount, 0)).toBe(amount);
  };
  const visitorOf = async (name: string): Promise<Page> => {
    const page = await stage().visitor();
    await page.goto('/');
    await signInFirst(page, name);
    await page.goto('/my/membership');
    return page;
  };
  const memberOf = async (plan: string, name: string): Promise<Page> => {
    await newPlan(plan);
    const page = await visitorOf(name);
    await joinBy(page, plan);
    await billStatus(page, 'To be paid').waitFor();
    return page;
  };
  /** A member who has come to the page where the bill is paid. */
  const atThePaymentPage = async (plan: string, name: string): Promise<Page> => {
    const page = await memberOf(plan, name);
    await page.getByRole('link', { name: /^Pay now/ }).click();
    await payButton(page).click();
    return page;
  };

  test('joined, paid with the second card, taken back, to be paid again, and all of it is in the history', async () => {
    await newPlan('Moon friends');
    const page = await visitorOf('Mel');
    await page.getByText('You are not a member yet.', { exact: false }).waitFor();
    await joinBy(page, 'Moon friends');
    const mine = page.getByRole('region', { name: 'Your membership' });
    await mine.getByText('Member', { exact: true }).waitFor();
    await mine.getByText(/₩9,000 a month · since /).waitFor();
    await mine.getByText('The next bill comes on', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: /^Join/ }).count()).toBe(0);

    await page.goto('/my');
    await page.getByRole('link', { name: 'A bill is to be paid.' }).click();
    await page.getByRole('link', { name: /^Pay now/ }).click();
    await title(page, 'Bill of').waitFor();
    await payButton(page).click();
    await payWith(page, 'decline');
    await page.getByRole('alert').getByText('please try another card').waitFor();
    await payButton(page).click();
    await payWith(page, 'approve');
    await page.getByText('You have paid it.').waitFor();
    expect(await payButton(page).count()).toBe(0);

    await page.getByRole('button', { name: 'Cancel payment' }).click();
    await page.getByRole('button', { name: 'Cancel and get ₩9,000 back' }).click();
    await payButton(page).waitFor();
    const happened = page.getByRole('region', { name: 'What happened' }).getByRole('listitem');
    expect(await happened.allInnerTexts()).toMatchObject([
      expect.stringContaining('Billed · ₩9,000'),
      expect.stringContaining('Paid · ₩9,000'),
      expect.stringContaining('Refunded · ₩9,000'),
    ]);
    await payButton(page).click();
    await payWith(page, 'approve');
    await page.getByText('You have paid it.').waitFor();
    expect(await happened.count()).toBe(4);
    await keptOnce(page, 9_000);

    await page.getByRole('link', { name: 'See your membership' }).click();
    await billStatus(page, 'Paid').waitFor();
    await page.goto('/my');
    await page.getByText('1 bill · 1 paid · 0 to pay').waitFor();
    const takenBack = page.locator('summary').filter({ hasText: /^(Payment taken back|회비 결제 취소)/ });
    await reloadUntil(page, takenBack);
    await takenBack.click();
    await page.locator('details[open]').getByRole('link', { name: 'See your membership' }).click();
    await billStatus(page, 'Paid').waitFor();
  });

  test('an answer that is lost is asked for again, and joins once; who is a member already is told so', async () => {
    await newPlan('Lost letters');
    const page = await visitorOf('Leo');
    const other = await page.context().newPage();
    await playOnce(page, 'POST', '**/api/memberships', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: 'Join: Lost letters' }).click();
    await joinNow(page).click();
    await page.getByRole('alert').getByText('The connection is gone', { exact: false }).waitFor();
    await joinNow(page).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await billStatus(page, 'To be paid').waitFor();
    expect(await page.getByRole('link', { name: /^Pay now/ }).count()).toBe(1);

    await other.goto('/my/membership');
    await other.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await signIn(other, 'Leo');
    await playOnce(other, 'GET', '**/api/memberships?**', (route) => route.fulfill({ json: { items: [] } }));
    await other.reload();
    await other.getByRole('button', { name: 'Join: Lost letters' }).click();
    await joinNow(other).click();
    await other.getByRole('alert').getByText('You are a member already.', { exact: false }).waitFor();
  });

  test('no answer: it says that it is still confirming, and nowhere invites to pay again', async () => {
    const page = await atThePaymentPage('Quiet friends', 'Quinn');
    await payWith(page, 'hang');
    await page.getByText('do not pay again', { exact: false }).waitFor();
    await standing(page, 'Confirming payment').waitFor();
    expect(await payButton(page).count()).toBe(0);
    await page.getByRole('link', { name: 'See your membership' }).click();
    await billStatus(page, 'Confirming payment').waitFor();
    expect(await page.getByRole('link', { name: /^Pay now/ }).count()).toBe(0);
  });

  test('a late answer: the bill is paid by itself', async () => {
    const page = await atThePaymentPage('Late friends', 'Lyn');
    await payWith(page, 'late');
    await standing(page, 'Confirming payment').waitFor();
    await page.getByText('You have paid it.').waitFor();
  });

  test('the member goes back by the provider’s button: nothing is charged, and a busy server is asked again', async () => {
    const page = await atThePaymentPage('Busy friends', 'Bea');
    await page.getByRole('button', { name: 'Cancel and go back' }).click();
    await page.getByRole('alert').getByText('You stopped the payment').waitFor();
    await payButton(page).click();
    await isBusy(page, 'POST', '**/payment');
    await payWith(page, 'approve');
    await page.getByText('You have paid it.').waitFor();
  });

  test('who leaves stays a member until the end of the month, and is not asked to leave again', async () => {
    const page = await memberOf('Brief friends', 'Bo');
    await page.getByRole('button', { name: 'Leave' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
    await page.getByText('You are a member until', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: 'Leave' }).count()).toBe(0);
    await page.getByText('leave first, and join again', { exact: false }).waitFor();
  });

  test('a bill that is overdue is told everywhere, with what follows from it', async () => {
    const page = await memberOf('Late payers', 'Odo');
    await areOverdue(page);
    await page.reload();
    await page.getByText('A bill is overdue.', { exact: false }).waitFor();
    await billStatus(page, 'Overdue').waitFor();
    await page.getByRole('link', { name: /^Pay now/ }).click();
    await page.getByText('It had to be paid by', { exact: false }).waitFor();
    await payButton(page).waitFor();
    await page.goto('/my');
    await page.getByRole('link', { name: 'A bill is overdue.' }).waitFor();
  });

  test('who is no member is refused in the presale, and led to where one becomes a member', async () => {
    await newPlan('First in line');
    const fields = { presaleOpenAt: inDays(-1), salesOpenAt: inDays(10) };
    const performanceId = await newPerformance(stage().theatre, fields, { title: 'First Night' });
    const page = await stage().visitor();
    await page.goto(seatsPath(performanceId));
    await page
      .getByText('Presale: until', { exact: false })
      .getByRole('link', { name: 'Membership' })
      .waitFor();
    await choose(page, 5, 6);
    await page.getByRole('button', { name: 'Sign in and hold' }).click();
    await signIn(page, 'Nell');
    await page.getByRole('alert').getByText('This is for members', { exact: false }).waitFor();
    await page.getByRole('alert').getByRole('link', { name: 'Membership' }).click();
    await page.getByRole('button', { name: 'Join: First in line' }).waitFor();
  });
}

const joinNow = (page: Page) => page.getByRole('dialog').getByRole('button', { name: /^Join for/ });

async function joinBy(page: Page, plan: string): Promise<void> {
  await page.getByRole('button', { name: `Join: ${plan}` }).click();
  await joinNow(page).click();
}

const billStatus = (page: Page, status: string) =>
  page.getByRole('region', { name: 'Bills' }).getByText(status, { exact: true });

/** On the page of a bill. */
const standing = (page: Page, status: string) =>
  page.locator('[data-status]').getByText(status, { exact: true });
