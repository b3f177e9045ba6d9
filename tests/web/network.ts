import type { Page } from 'playwright-core';
import { eventually, inDays, newPerformance } from '../marquee';
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
  title,
} from './steps';

const HOUR_MS = 3_600_000;
const SLOW_MS = 500;
const SOON_MS = 3_000;
/** What is free is asked for every four to six seconds. */
const TWO_LOOKS_MS = 12_000;

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

  test('a busy server is asked again while seats are reserved, and for more time', async () => {
    const { performanceId } = await newShow(stage().theatre, 'Rush');
    const page = await stage().visitor();
    await holdTwo(page, performanceId, 'Rolf');
    await isBusy(page, 'POST', '**/renewal');
    await page.getByRole('button', { name: 'Get more time' }).click();
    await page.getByText('You can have the whole time again once more.').waitFor();
    await isBusy(page, 'POST', '**/api/reservations');
    await page.getByRole('checkbox', { name: /what cancelling costs/ }).check();
    await payButton(page).click();
    await page.getByText('We go on trying.').waitFor();
    await payWith(page, 'approve');
    await booked(page);
  });

  test('a script that does not come leaves a page that says so, and a reload mends it', async () => {
    const { performanceId } = await newShow(stage().theatre, 'Torn');
    const page = await stage().visitor();
    await page.route('**/assets/Seats-*.js', (route) => route.abort());
    await page.goto(seatsPath(performanceId));
    await title(page, 'This page could not be drawn').waitFor();
    await page.unroute('**/assets/Seats-*.js');
    await page.getByRole('button', { name: 'Reload' }).click();
    await choose(page, 5);
  });

  test('seats that nobody looks at are not asked for; who looks again sees them as they are', async () => {
    const { performanceId } = await newShow(stage().theatre, 'Other Tab');
    const page = await stage().visitor();
    await page.goto(seatsPath(performanceId));
    await choose(page, 5);
    let asked = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/availability')) asked++;
    });
    await eventually(
      async () => asked,
      (times) => times > 0,
    );
    await isLookedAt(page, false);
    const before = asked;
    await page.waitForTimeout(TWO_LOOKS_MS);
    expect(asked).toBe(before);
    const faster = await stage().theatre.person('meanwhile');
    await faster.post(`/performances/${performanceId}/holds`, { seats: ['A-1-6'] });
    await isLookedAt(page, true);
    await page.getByRole('checkbox', { name: 'Seat 6, taken' }).waitFor();
  });

  test('nobody pays before they have seen what cancelling costs', async () => {
    const { performanceId } = await newShow(stage().theatre, 'Unread Terms');
    const page = await stage().visitor();
    await holdTwo(page, performanceId, 'Uri');
    const performance = `**/api/performances/${performanceId}`;
    await page.route(performance, (route) =>
      route.fulfill({
        status: 400,
        contentType: 'application/problem+json',
        body: '{"code":"invalid-request"}',
      }),
    );
    await page.reload();
    await page.getByText('The cancellation fees did not load, so you cannot pay yet.').waitFor();
    await page.getByRole('checkbox', { name: /what cancelling costs/ }).check();
    await payButton(page).press('Enter');
    expect(page.url()).toContain('/holds/');
    await page.unroute(performance);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'If you cancel' }).waitFor();
    await leaveToPay(page);
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

/** As when another tab comes to the front, which a browser without a screen has none of. */
const isLookedAt = (page: Page, isSeen: boolean): Promise<unknown> =>
  page.evaluate(`Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    value: '${isSeen ? 'visible' : 'hidden'}',
  });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));`);

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
