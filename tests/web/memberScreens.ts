import type { Page } from 'playwright-core';
import { type Language, type See, speakHere } from './screens';
import { payButton, payWith } from './steps';

/** Takes somebody who has signed in through what a member sees: joining, a bill, paying it, and taking that back. */
export async function asAMember(page: Page, see: See): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.goto('/my/membership');
  await joinButton(page).waitFor();
  await see('plans', 'What members pay each month, and what it gives them.');
  await ask(page, joinButton);
  await see('joining', 'What joining costs and how it ends is said before.', speakIn(joinButton));
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Join for/ })
    .click();
  await page.getByRole('link', { name: /^Pay now/ }).waitFor();
  await see('membership', 'Since when, what it gives, when the next bill comes, and what is to be paid.');
  await ask(page, leaveButton);
  await see('leaving', 'Leaving ends with the month.', speakIn(leaveButton));
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: /^Pay now/ }).click();
  await payButton(page).waitFor();
  await see('bill', 'One bill: how much, by when, and the button that pays.');
  await payButton(page).click();
  await payWith(page, 'approve');
  await takeBackButton(page).waitFor();
  await see('bill-paid', 'A bill that is paid, and what happened to it.');
  await ask(page, takeBackButton);
  await see(
    'taking-back',
    'What cancelling a payment brings back, and what follows.',
    speakIn(takeBackButton),
  );
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Cancel and get/ })
    .click();
  await payButton(page).waitFor();
  await see('bill-again', 'The payment has gone back: the bill is to be paid again.');
  await areOverdue(page);
  await page.goto('/my/membership');
  await page.getByText('A bill is overdue.', { exact: false }).waitFor();
  await see('bill-overdue', 'A bill that is overdue, and what follows from it.');
  await page.goto('/my');
  await page.getByRole('link', { name: 'A bill is overdue.' }).waitFor();
  await see('my-bills', 'My page says what is to be paid, and shows the newest bills.');
}

type ButtonOf = (page: Page) => ReturnType<Page['getByRole']>;

const joinButton: ButtonOf = (page) => page.getByRole('button', { name: /^Join: |가입하기$/ }).first();
const leaveButton: ButtonOf = (page) => page.getByRole('button', { name: /^(Leave|탈퇴하기)$/ }).first();
const takeBackButton: ButtonOf = (page) => page.getByRole('button', { name: /^(Cancel payment|결제 취소)$/ });

/** Opens a dialog. What is pressed before it is open would be meant for the page. */
async function ask(page: Page, opener: ButtonOf): Promise<void> {
  await opener(page).click();
  await page.getByRole('dialog').waitFor();
}

/** A dialog leaves nothing else to press: it is closed and opened again. */
const speakIn =
  (opener: ButtonOf) =>
  async (page: Page, language: Language): Promise<void> => {
    await page.keyboard.press('Escape');
    await speakHere(page, language);
    await ask(page, opener);
  };

/** The server says that the bills should be paid by now. */
export async function areOverdue(page: Page): Promise<void> {
  const late = <Bill extends object>(bill: Bill) => ({ ...bill, status: 'overdue' });
  await page.route('**/api/bills?**', async (route) => {
    const response = await route.fetch();
    const { items } = (await response.json()) as { items: object[] };
    await route.fulfill({ response, json: { items: items.map(late) } });
  });
  await page.route(/\/api\/bills\/[^/?]+$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: late(await response.json()) });
  });
  await page.route('**/api/mypage?**', async (route) => {
    const response = await route.fetch();
    const mine = await response.json();
    const bills = { ...mine.bills, items: mine.bills.items.map(late) };
    await route.fulfill({ response, json: { ...mine, bills } });
  });
}
