import type { Locator, Page } from 'playwright-core';
import { seatMap } from '../marquee';
import { newShow, type Stage } from './stage';
import {
  booked,
  choose,
  leaveToPay,
  openRow,
  payButton,
  payWith,
  seatBox,
  signIn,
  signInAndHold,
  title,
} from './steps';

export function purchases(stage: () => Stage): void {
  test('two seats, from the programme to booked, through the sign-in and the payment page', async () => {
    const show = await newShow(stage().theatre, 'First Night');
    const page = await stage().visitor();
    await page.goto('/');
    await page.getByRole('link', { name: show.title }).click();
    await title(page, show.title).waitFor();
    await page.getByRole('link', { name: /^Choose seats/ }).click();
    await choose(page, 5, 6);
    await signInAndHold(page, 'Mina');
    await leaveToPay(page);
    await payWith(page, 'approve');
    await booked(page);
    expect(await seatMap(stage().theatre, show.performanceId)).toMatchObject({
      'A-1-5': 'sold',
      'A-1-6': 'sold',
      'A-1-7': 'available',
    });
    await page.getByRole('link', { name: 'See my tickets' }).click();
    await page.getByRole('link', { name: show.title }).click();
    await page.getByText('Section A, row 1, seat 5').waitFor();
  });

  test('each page is the same after a reload: what was chosen, held, agreed to and paid is still so', async () => {
    const show = await newShow(stage().theatre, 'Once More');
    const page = await stage().visitor();
    await page.goto('/');
    await page.reload();
    await page.getByRole('link', { name: show.title }).click();
    await title(page, show.title).waitFor();
    await page.reload();
    await page.getByRole('link', { name: /^Choose seats/ }).click();
    await choose(page, 5, 6);
    await page.reload();
    await page.getByText('2 seats', { exact: true }).waitFor();
    await openRow(page);
    expect(await seatBox(page, 5).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Sign in and hold' }).click();
    await page.getByLabel('Name').waitFor();
    await page.reload();
    await signIn(page, 'Ada');
    await payButton(page).waitFor();
    await page.reload();
    const agreed = page.getByRole('checkbox', { name: /what cancelling costs/ });
    await agreed.check();
    await page.reload();
    await payButton(page).waitFor();
    expect(await agreed.isChecked()).toBe(true);
    await leaveToPay(page);
    await page.reload();
    await payWith(page, 'approve');
    await page.waitForURL('**/done?**');
    await page.reload();
    await booked(page);
    await page.reload();
    await booked(page);
    await onePaid(stage(), page);
  });

  test('by the keyboard alone', async () => {
    const show = await newShow(stage().theatre, 'Keys');
    const page = await stage().visitor({ width: 1440 });
    const press = async (target: Locator, key = 'Enter') => {
      await tabTo(page, target);
      await page.keyboard.press(key);
    };
    await page.goto('/');
    await press(page.getByRole('link', { name: 'Skip to content' }));
    await press(page.getByRole('link', { name: show.title }));
    await press(page.getByRole('link', { name: /^Choose seats/ }));
    await press(page.getByRole('radio', { name: 'Map' }), 'ArrowRight');
    await press(page.locator('summary', { hasText: 'Section A' }));
    await press(page.locator('summary', { hasText: 'Row 1' }));
    await press(seatBox(page, 3), 'Space');
    await press(page.getByRole('button', { name: 'Sign in and hold' }));
    await tabTo(page, page.getByLabel('Name'));
    await page.keyboard.type('Kit');
    await tabTo(page, page.getByLabel('E-mail'));
    await page.keyboard.type('kit@example.com');
    await page.keyboard.press('Enter');
    await press(page.getByRole('checkbox', { name: /what cancelling costs/ }), 'Space');
    await press(payButton(page));
    await page.getByRole('radio', { name: 'A card that works' }).waitFor();
    await press(payButton(page));
    await booked(page);
  });
}

/** More than any page here has to tab through. */
const MOST_STOPS = 60;

/** Presses Tab until the target has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if ((await target.and(page.locator(':focus')).count()) === 1) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${target}.`);
}

/** The reservation that the page is of has been paid once, at the provider. */
export async function onePaid(stage: Stage, page: Page): Promise<void> {
  const reservationId = /reservations\/([^/?]+)/.exec(page.url())?.[1];
  const charged = (await stage.theatre.payments()).filter(
    ({ orderId, status }) => orderId === reservationId && status === 'DONE',
  );
  expect(charged).toHaveLength(1);
}
