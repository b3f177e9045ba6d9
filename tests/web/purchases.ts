import type { Locator, Page } from 'playwright-core';
import { eventually, seatMap } from '../marquee';
import { newShow, type Stage } from './stage';
import {
  booked,
  choose,
  hold,
  leaveToPay,
  openRow,
  payButton,
  payWith,
  playOnce,
  seatBox,
  seatsPath,
  signIn,
  signInAndHold,
  signInFirst,
  tabTo,
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
    const map = await eventually(
      () => seatMap(stage().theatre, show.performanceId),
      (seats) => seats['A-1-5'] === 'sold',
    );
    expect(map).toMatchObject({ 'A-1-5': 'sold', 'A-1-6': 'sold', 'A-1-7': 'available' });
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

  test('a reload while an answer is on its way: it is asked for again, and all of it is done once', async () => {
    const show = await newShow(stage().theatre, 'Mid Air');
    const page = await stage().visitor();
    await page.goto(seatsPath(show.performanceId));
    await choose(page, 5, 6);
    await signInFirst(page, 'Airi');
    await isSwallowed(page, '**/holds', () => page.getByRole('button', { name: 'Hold and pay' }).click());
    await page.reload();
    await page.getByText('2 seats', { exact: true }).waitFor();
    await hold(page);
    await page.getByRole('checkbox', { name: /what cancelling costs/ }).check();
    await isSwallowed(page, '**/api/reservations', () => payButton(page).click());
    await page.reload();
    await page.waitForURL('**/reservations/*/pay');
    await leaveToPay(page);
    await isSwallowed(page, '**/payment', () => payWith(page, 'approve'));
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
    await press(page.getByRole('link', { name: 'Show tickets' }));
    await page.getByRole('img', { name: /^QR code/ }).waitFor();
  });

  test('by roles and names alone, as a screen reader tells them', async () => {
    const show = await newShow(stage().theatre, 'Ears');
    const page = await stage().visitor();
    const named = (role: Role, name: string | RegExp, level?: number) =>
      page.getByRole(role, { name, ...(level === undefined ? { exact: true } : { level }) });
    const isOn = (name: string) => named('heading', name, 1).waitFor();
    await page.goto('/');
    for (const landmark of ['banner', 'navigation', 'main', 'contentinfo'] as const)
      expect(await page.getByRole(landmark).count()).toBe(1);
    await named('link', show.title).click();
    await isOn(show.title);
    await named('link', /^Choose seats/)
      .first()
      .click();
    await isOn('Choose seats');
    await named('radio', 'List').check();
    await named('heading', 'Section A', 2).click();
    await named('heading', 'Row 1', 3).click();
    await named('checkbox', 'Seat 5').check();
    await page.getByRole('status').filter({ hasText: '1 of 2 seats' }).waitFor();
    await named('button', 'Sign in and hold').click();
    await named('textbox', 'Name').fill('Eve');
    await named('textbox', 'E-mail').fill('eve@example.com');
    await named('button', 'Sign in').click();
    await isOn(show.title);
    await page.getByRole('timer').waitFor();
    await named('heading', 'If you cancel', 2).waitFor();
    await named('checkbox', /what cancelling costs/).check();
    await named('button', 'Pay ₩100,000').click();
    await named('radio', /^A card that works/).check();
    await named('button', /^Pay /).click();
    await isOn('Your seats are booked');
    await named('link', 'Show tickets').click();
    await named('list', 'Tickets').waitFor();
    await named('img', 'QR code of the ticket for Section A Row 1, seat 5').waitFor();
  });
}

type Role = Parameters<Page['getByRole']>[0];

/** What is pressed is done, and its answer never comes. */
async function isSwallowed(page: Page, url: string, press: () => Promise<void>): Promise<void> {
  const { promise: done, resolve } = Promise.withResolvers<void>();
  await playOnce(page, 'POST', url, async (route) => {
    await route.fetch();
    resolve();
  });
  await press();
  await done;
}

/** The reservation that the page is of has been paid once, at the provider. */
export async function onePaid(stage: Stage, page: Page): Promise<void> {
  const reservationId = /reservations\/([^/?]+)/.exec(page.url())?.[1];
  const charged = (await stage.theatre.payments()).filter(
    ({ orderId, status }) => orderId === reservationId && status === 'DONE',
  );
  expect(charged).toHaveLength(1);
}
