import type { Page } from 'playwright-core';
import { inDays, newPerformance } from '../marquee';
import { newShow, type Stage } from './stage';
import {
  booked,
  choose,
  holdTwo,
  isBusy,
  leaveToPay,
  openRow,
  payButton,
  payWith,
  seatBox,
  seatsPath,
  signInAndHold,
  signInFirst,
} from './steps';

const HOUR_MS = 3_600_000;
const SLOW_MS = 500;
const SOON_MS = 3_000;

const holdButton = (page: Page) => page.getByRole('button', { name: 'Hold and pay' });

export function network(stage: () => Stage): void {
  test('a busy server is asked again when it says, without anybody’s doing: to see seats, and to hold them', async () => {
    const { performanceId } = await newShow(stage().theatre, 'Busy');
    const page = await stage().visitor();
    await isBusy(page, 'GET', '**/api/**/availability');
    await page.goto(seatsPath(performanceId));
    await page.getByText('We go on trying.').waitFor();
    await choose(page, 5);
    await signInFirst(page, 'Bea');
    await isBusy(page, 'POST', '**/holds');
    await holdButton(page).click();
    await page.getByText('We go on trying.').waitFor();
    await page.getByRole('button', { name: 'Pay ₩100,000' }).waitFor();
  });

  test('without a network it says so and keeps the choice; pressing again holds it', async () => {
    const { performanceId } = await newShow(stage().theatre, 'Tunnel');
    const page = await stage().visitor();
    await page.goto(seatsPath(performanceId));
    await choose(page, 5, 6);
    await signInFirst(page, 'Tess');
    await holdButton(page).waitFor();
    await page.context().setOffline(true);
    await page.getByText('You are offline.', { exact: false }).waitFor();
    await holdButton(page).click();
    await page.getByRole('alert').getByText('The connection is gone', { exact: false }).waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Pay ₩200,000' }).waitFor();
  });

  test('on a slow network each page shows its own shape first, and a purchase comes to its end', async () => {
    const { performanceId } = await newShow(stage().theatre, 'Slow');
    const page = await stage().visitor();
    await page.route('**/api/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
      await route.continue();
    });
    await page.goto(seatsPath(performanceId));
    await page.locator('[aria-busy="true"]').first().waitFor();
    await choose(page, 5);
    await signInAndHold(page, 'Sue');
    await leaveToPay(page);
    await payWith(page, 'approve');
    await page.getByRole('heading', { name: 'We are confirming your payment' }).waitFor();
    await booked(page);
  });

  test.each([HOUR_MS, -HOUR_MS])(
    'a clock that is wrong by %i ms changes nothing: not what is on sale, nor the time left to pay',
    async (clockAheadMs) => {
      const now = { salesOpenAt: inDays(-1 / 96), salesCloseAt: inDays(1 / 48) };
      const performanceId = await newPerformance(stage().theatre, now, { title: 'Clock' });
      const page = await stage().visitor({ clockAheadMs });
      await holdTwo(page, performanceId, 'Tim');
      expect(await page.getByRole('timer').textContent()).toMatch(/^(10:0[01]|9:5\d)/);
      await leaveToPay(page);
      await payWith(page, 'approve');
      await booked(page);
    },
  );

  test('when the time to pay runs out, the page says so, and leads to other seats', async () => {
    const { performanceId } = await newShow(stage().theatre, 'Hourglass');
    const page = await stage().visitor();
    await holdTwo(page, performanceId, 'Ria');
    await leaveToPay(page);
    await runsOutIn(page, SOON_MS);
    await page.goBack();
    await payButton(page).waitFor();
    expect(await page.getByRole('timer').textContent()).toMatch(/^0:0\d/);
    await page.getByRole('heading', { level: 1, name: 'Time ran out' }).waitFor();
    await page.getByRole('link', { name: 'Choose seats again' }).click();
    await openRow(page);
    await seatBox(page, 7).check();
  });
}

/** The server says that so much time is left, and after it that the reservation has expired. */
async function runsOutIn(page: Page, leftMs: number): Promise<void> {
  let endsMs: number | undefined;
  await page.route(/\/api\/reservations\/[^/]+$/, async (route) => {
    const response = await route.fetch();
    endsMs ??= Date.now() + leftMs;
    const expiresInSeconds = Math.max(0, Math.ceil((endsMs - Date.now()) / 1000));
    const over = expiresInSeconds === 0 ? { status: 'expired' } : {};
    await route.fulfill({ response, json: { ...(await response.json()), expiresInSeconds, ...over } });
  });
}
