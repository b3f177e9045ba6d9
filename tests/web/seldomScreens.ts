import type { Page } from 'playwright-core';
import { inDays } from '../marquee';
import type { See, Visit } from './screens';
import { openRow, playOnce, seatBox, seatsPath, title } from './steps';

/** What a buyer seldom sees. The server's answers are played where it would take days to come to them. */

/** Of somebody who has signed in and has a reservation that is booked. */
export async function ofACustomer(page: Page, visit: Visit, see: See): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await inThePresale(page, visit, see);
  await page.goto('/my');
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Booked' })
    .getByRole('link', { name: visit.title })
    .first()
    .click();
  await page.getByRole('link', { name: 'Show tickets' }).waitFor();
  const reservation = page.url();
  await changed(page, '**/tickets', ({ items }) => ({
    items: items.map((ticket: object) => ({ ...ticket, status: 'admitted', admittedAt: inDays(0) })),
  }));
  await page.getByRole('link', { name: 'Show tickets' }).click();
  await page.getByText('You were let in at', { exact: false }).first().waitFor();
  await see('let-in', 'A ticket that was used says when.');
  await changed(page, /\/api\/reservations\/[^/]+$/, (answer) => ({
    ...answer,
    status: 'cancelled',
    cancellation: { reason: 'performance-cancelled', fee: 0, refund: answer.amount, refundedAt: inDays(0) },
  }));
  await page.goto(reservation);
  await page.getByText('The performance was cancelled.', { exact: false }).waitFor();
  await see('theatre-cancelled', 'The theatre has cancelled: why, and what went back.');
}

/** Of a visitor whom nobody knows. */
export async function ofAStranger(page: Page, { performanceId }: Visit, see: See): Promise<void> {
  await page.goto('/login/callback?error=access_denied');
  await title(page, 'You are not signed in').waitFor();
  await see('sign-in-failed', 'A login that came to nothing loses no choice.');
  await page.unroute('**/api/**/availability');
  await changed(page, '**/api/musicals/*/performances?*', (list) => ({
    ...list,
    items: list.items.map((one: object, at: number) => ({ ...one, ...REASONS[at] })),
  }));
  await page.goto(musicalPath(performanceId));
  await page.getByText('Sales have closed', { exact: true }).waitFor();
  await see('no-sale', 'Why a date has no seats is said at its line.');
  await page.route('**/api/musicals?*', (route) => route.fulfill({ json: { items: [] } }));
  await page.goto('/');
  await page.getByText('There are no shows at the moment.').waitFor();
  await see('no-shows', 'Nothing is on: when to look again.');
}

/** What is wrong with the first dates of a musical. */
const REASONS = [
  { salesCloseAt: inDays(-1) },
  { status: 'cancelled' },
  { presaleOpenAt: undefined, salesOpenAt: inDays(2) },
  { presaleOpenAt: inDays(1), salesOpenAt: inDays(2) },
];

async function inThePresale(page: Page, visit: Visit, see: See): Promise<void> {
  const times = { presaleOpenAt: inDays(-1), salesOpenAt: inDays(5) };
  await changed(page, '**/api/musicals/*/performances?*', (list) => ({
    ...list,
    items: list.items.map((one: object) => ({ ...one, ...times })),
  }));
  await changed(page, `**/api/performances/${visit.performanceId}`, (one) => ({ ...one, ...times }));
  await page.goto(musicalPath(visit.performanceId));
  await page.getByText('For members now', { exact: false }).first().waitFor();
  await see('presale', 'In a presale each date says for whom it is now, and from when for all.');
  await page.goto(seatsPath(visit.performanceId));
  await page.getByText('Presale: until', { exact: false }).waitFor();
  await openRow(page, visit);
  await seatBox(page, 9).check();
  await playOnce(page, 'POST', '**/holds', (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({ status: 409, code: 'members-only' }),
    }),
  );
  await page.getByRole('button', { name: 'Hold and pay' }).click();
  await page.getByRole('alert').waitFor();
  await see('members-only', 'Who is no member is told so in words, and the choice stays.');
}

const musicalPath = (performanceId: string): string => `/musicals/${performanceId.split('.')[0]}`;

// biome-ignore lint/suspicious/noExplicitAny: an answer of the server, of which a part is changed.
type Change = (answer: any) => object;

/** The server's own answer, with a change. */
async function changed(page: Page, url: string | RegExp, change: Change): Promise<void> {
  await page.route(url, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: change(await response.json()) });
  });
}
