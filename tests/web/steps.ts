import type { Locator, Page, Route } from 'playwright-core';

/** What a customer does, by what they see. */

export const CARDS = {
  approve: 'A card that works',
  decline: 'A card that is declined',
  hang: 'A card that never answers',
  late: 'A card that answers late',
} as const;

export const seatsPath = (performanceId: string): string => `/performances/${performanceId}/seats`;

/** The programme with just these: it shows no more than its first page of all that other tests have added. */
export const foundAt = (title: string): string => `/?q=${encodeURIComponent(title)}`;

/** Looks again and again: what the page asks for once is written a moment after it has happened. */
export async function reloadUntil(page: Page, there: Locator): Promise<void> {
  const isThere = () =>
    there
      .first()
      .waitFor({ timeout: 2_000 })
      .then(
        () => true,
        () => false,
      );
  while (!(await isThere())) await page.reload();
}

/** On the sign-in page, as anybody. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail').fill(`${name.toLowerCase()}@example.com`);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** A section by the words of its heading. */
export type Row = { readonly section: string; readonly row: string };
const FIRST_ROW: Row = { section: 'Section A', row: '1' };

/** A row of the list opens, and its seats are ticked. */
export async function choose(page: Page, ...seats: readonly number[]): Promise<void> {
  await openRow(page);
  for (const seat of seats) await seatBox(page, seat).check();
}

export async function openRow(page: Page, { section, row } = FIRST_ROW): Promise<void> {
  await page.getByRole('radio', { name: 'List' }).check();
  await page.getByRole('heading', { name: section, exact: true }).click();
  await page.getByText(`Row ${row}`, { exact: true }).click();
}

export const seatBox = (page: Page, seat: number) =>
  page.getByRole('checkbox', { name: `Seat ${seat}`, exact: true });

/** From chosen seats to the page to pay, through the sign-in page: one press holds. */
export async function signInAndHold(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Sign in and hold' }).click();
  await signIn(page, name);
  await payButton(page).waitFor();
}

/** By the button in the page's head, and back again. */
export async function signInFirst(page: Page, name: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Sign in' }).click();
  await signIn(page, name);
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

export async function hold(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Hold and pay' }).click();
  await payButton(page).waitFor();
}

export const payButton = (page: Page) => page.getByRole('button', { name: /^Pay / });
export const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** From a performance's address to the page to pay for two seats. */
export async function holdTwo(page: Page, performanceId: string, name: string): Promise<void> {
  await page.goto(seatsPath(performanceId));
  await choose(page, 5, 6);
  await signInAndHold(page, name);
}

/** Agrees, and goes to the provider's page. */
export async function leaveToPay(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /what cancelling costs/ }).check();
  await payButton(page).click();
  await page.getByRole('radio', { name: CARDS.approve }).waitFor();
}

/** On the provider's page. */
export async function payWith(page: Page, card: keyof typeof CARDS): Promise<void> {
  await page.getByRole('radio', { name: CARDS[card] }).check();
  await payButton(page).click();
}

export const booked = (page: Page): Promise<void> => title(page, 'Your seats are booked').waitFor();

/** Plays the answer to the first of these requests; the same address may be asked in other ways meanwhile. */
export async function playOnce(
  page: Page,
  method: 'GET' | 'POST',
  url: string,
  play: (route: Route) => Promise<void>,
): Promise<void> {
  let isPlayed = false;
  await page.route(url, async (route) => {
    if (isPlayed || route.request().method() !== method) return route.fallback();
    isPlayed = true;
    await play(route);
  });
}

/** The first answer of these is 503, with a second to wait. */
export const isBusy = (page: Page, method: 'GET' | 'POST', url: string): Promise<void> =>
  playOnce(page, method, url, (route) =>
    route.fulfill({
      status: 503,
      headers: { 'Retry-After': '1' },
      contentType: 'application/problem+json',
      body: JSON.stringify({ status: 503, code: 'unavailable' }),
    }),
  );

/** The server says that so many seconds are left of what is held, until a renewal; after them nothing is held. */
export async function leaveUntil(page: Page, seconds: number): Promise<void> {
  const endsMs = Date.now() + seconds * 1000;
  let isRenewed = false;
  page.on('request', (request) => {
    if (request.url().endsWith('/renewal')) isRenewed = true;
  });
  await page.route('**/api/**/holds', async (route) => {
    if (isRenewed || route.request().method() !== 'GET') return route.fallback();
    const response = await route.fetch();
    const left = Math.ceil((endsMs - Date.now()) / 1000);
    const { items } = (await response.json()) as { items: object[] };
    const json = { items: left > 0 ? items.map((hold) => ({ ...hold, expiresInSeconds: left })) : [] };
    await route.fulfill({ response, json });
  });
}

/** The server says that what is out should be back by now. */
export async function isLate(page: Page): Promise<void> {
  await page.route('**/api/loans?**', async (route) => {
    const response = await route.fetch();
    const { items } = (await response.json()) as { items: { status: string }[] };
    const late = items.map((one) => ({ ...one, overdue: one.status === 'lent' }));
    await route.fulfill({ response, json: { items: late } });
  });
  await page.route('**/api/mypage?**', async (route) => {
    const response = await route.fetch();
    const mine = await response.json();
    const { outCount } = mine.loans;
    await route.fulfill({ response, json: { ...mine, loans: { ...mine.loans, overdueCount: outCount } } });
  });
}

/** More than any page here has to tab through. */
const MOST_STOPS = 60;

/** Presses Tab until the target has the focus, as somebody without a mouse does; says how often. */
export async function tabTo(page: Page, target: Locator): Promise<number> {
  await target.waitFor({ state: 'attached' });
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if ((await target.and(page.locator(':focus')).count()) === 1) return stops;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${target}.`);
}
