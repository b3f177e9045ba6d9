import type { Page } from 'playwright-core';
import { eventually, newPerformance, oneRow, seatMap, soldAtCounter } from '../marquee';
import { staffPage } from './staffSteps';
import { newShow, type Stage } from './stage';
import { playOnce } from './steps';

export function counter(stage: () => Stage): void {
  test('a sale takes six clicks, from the performance to the printed tickets', async () => {
    const { theatre } = stage();
    const { performanceId, title } = await newShow(theatre, 'Six Clicks');
    const page = await staffPage(stage(), 'box-office', { path: '/staff/counter' });
    await countPrints(page);
    const row = page.getByRole('row', { name: title });
    await row.getByRole('link', { name: 'Sell' }).click();
    await page.getByRole('button', { name: 'Best available' }).click();
    await page.getByRole('radio', { name: 'Cash' }).click();
    await page.getByRole('button', { name: 'Sell for ₩200,000' }).click();
    await page.getByRole('button', { name: 'Print 2 tickets' }).click();
    expect(await prints(page)).toBe(1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.printed li:visible').count()).toBe(2);
    expect(await page.locator('.printed svg:visible').count()).toBe(2);
    expect(await page.getByRole('button').count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('link', { name: 'Next sale' }).click();
    await page.getByRole('button', { name: 'Sell for ₩0' }).waitFor();
    await eventually(
      async () => Object.values(await seatMap(theatre, performanceId)).filter((is) => is === 'sold').length,
      (sold) => sold === 2,
    );
  });

  test('a sale takes no mouse: typed seats, a name, a card terminal, and Enter', async () => {
    const { theatre } = stage();
    const { performanceId } = await newShow(theatre, 'Keys Alone');
    const page = await staffPage(stage(), 'box-office', { path: counterPath(performanceId) });
    await tabTo(page, 'Seats by number');
    await page.keyboard.type('a 1 5-6');
    await page.keyboard.press('Enter');
    await page.getByText('2 seats are chosen.').first().waitFor();
    await tabTo(page, 'Name');
    await page.keyboard.type('Kim Minji');
    await tabTo(page, 'Cash');
    await page.keyboard.press('ArrowRight');
    await tabTo(page, 'Approval number (optional)');
    await page.keyboard.type('30012345');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Sold', exact: true }).waitFor();
    await page.getByText('Section A, row 1, seats 5, 6').waitFor();
    const { body } = await theatre.admin.get(`/reservations/${reservationIn(page)}`);
    expect(body).toMatchObject({
      seats: ['A-1-5', 'A-1-6'],
      amount: 200_000,
      payment: { method: 'card-terminal', reference: '30012345' },
    });
  });

  test('an answer that is lost is asked for again, and sold once; nothing else can be sold before', async () => {
    const { theatre } = stage();
    const { performanceId } = await newShow(theatre, 'Lost Sale');
    const page = await staffPage(stage(), 'box-office', { path: counterPath(performanceId) });
    await sellSeats(page, 'A 1 1', async () => {
      await playOnce(page, 'POST', '**/admin/reservations', async (route) => {
        await route.fetch();
        await route.abort();
      });
    });
    await page.getByText('It is not known yet whether it was done.').waitFor();
    expect(await page.getByRole('button', { name: /^Sell for/ }).count()).toBe(0);
    await page.reload();
    await page.getByRole('button', { name: 'Ask again' }).click();
    await page.getByRole('heading', { name: 'Sold', exact: true }).waitFor();
    const { items } = (await theatre.admin.get(`/admin/performances/${performanceId}/reservations`)).body;
    expect(items.map(({ seats }: { seats: string[] }) => seats)).toEqual([['A-1-1']]);
  });

  test('a sale that takes long says that it is still being confirmed, and becomes sold by itself', async () => {
    const { performanceId } = await newShow(stage().theatre, 'Slow Sale');
    const page = await staffPage(stage(), 'box-office', { path: counterPath(performanceId) });
    let isPlayed = false;
    await page.route('**/api/reservations/*', async (route) => {
      const response = await route.fetch();
      const json = await response.json();
      if (!isPlayed) json.status = 'paid';
      isPlayed = true;
      await route.fulfill({ response, json });
    });
    await sellSeats(page, 'A 1 2');
    await page.getByRole('heading', { name: 'Still confirming' }).waitFor();
    await page.getByRole('heading', { name: 'Sold', exact: true }).waitFor();
  });

  test('two box offices fight for a seat: one sells it, the other is told which is gone and keeps the rest', async () => {
    const { performanceId } = await newShow(stage().theatre, 'Two Counters');
    const [one, two] = await Promise.all([
      staffPage(stage(), 'box-office', { path: counterPath(performanceId) }),
      staffPage(stage(), 'box-office', { path: counterPath(performanceId) }),
    ]);
    await Promise.all([ready(one, 'A 1 5 6'), ready(two, 'A 1 6 7')]);
    await Promise.all([one, two].map((page) => sellButton(page).click()));
    const [oneHas, twoHas] = await Promise.all([one, two].map(hasSold));
    expect([oneHas, twoHas].toSorted()).toEqual([false, true]);
    const [loser, left] = oneHas ? [two, 7] : [one, 5];
    await loser.getByText('Somebody was faster: Section A, row 1, seat 6.', { exact: false }).waitFor();
    await loser.getByRole('button', { name: `Remove Section A, row 1, seat ${left}` }).waitFor();
    await loser.getByRole('button', { name: 'Sell for ₩100,000' }).click();
    await loser.getByRole('heading', { name: 'Sold', exact: true }).waitFor();
  });

  test('seats are withheld with a reason, sold from there, and the rest is put on sale again', async () => {
    const { theatre } = stage();
    const performanceId = await newPerformance(theatre, oneRow(6), { title: 'House Seats' });
    const page = await staffPage(stage(), 'box-office', { path: `${counterPath(performanceId)}/withheld` });
    await take(page, 'A 1 1-3');
    await page.getByLabel('Reason').fill('House seats');
    await page.getByLabel('Note (optional)').fill('For the author');
    await page.getByRole('button', { name: 'Withhold 3 seats' }).click();
    await page.getByText('For the author', { exact: false }).waitFor();
    await page.locator('main').getByText('3 seats are chosen.').waitFor({ state: 'detached' });
    await eventually(
      () => seatMap(theatre, performanceId),
      (map) => map['A-1-1'] !== 'available',
    );
    await page.getByRole('link', { name: 'Sell' }).click();
    await page.getByRole('radio', { name: 'Withheld seats' }).check();
    await sellSeats(page, 'A 1 1');
    await page.getByRole('heading', { name: 'Sold', exact: true }).waitFor();
    await page.goto(`${counterPath(performanceId)}/withheld`);
    await page.getByRole('button', { name: 'Put 2 seats on sale' }).click();
    await page.getByText('No seats are withheld.').waitFor();
    await eventually(
      () => seatMap(theatre, performanceId),
      (map) => map['A-1-1'] === 'sold' && map['A-1-2'] === 'available',
    );
  });

  test('a customer is found by the end of the phone, and one of two seats is cancelled at what it costs', async () => {
    const { theatre } = stage();
    const { performanceId } = await newShow(theatre, 'Found Again');
    const reservationId = await soldTo(stage(), performanceId, ['A-1-5', 'A-1-6'], {
      name: 'Park Jiho',
      phone: '010 5555 8264',
    });
    const page = await staffPage(stage(), 'box-office', { path: '/staff/counter' });
    await page.getByLabel('Find a reservation').fill('8264');
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByRole('link', { name: 'Park Jiho' }).click();
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Cancel this reservation?' });
    await dialog.getByRole('checkbox', { name: /seat 6/ }).uncheck();
    await dialog.getByText('₩100,000').first().waitFor();
    await dialog.getByLabel('Reason').fill('Fell ill');
    await dialog.getByRole('button', { name: 'Cancel 1 seat' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Refund to come').waitFor();
    // It was sold for cash, so the seat is free when somebody has noted how the money went back.
    await page.getByLabel('How it was paid back').fill('In cash');
    await page.getByRole('button', { name: 'Note ₩100,000 as paid' }).click();
    await eventually(
      () => seatMap(theatre, performanceId),
      (map) => map['A-1-5'] === 'available' && map['A-1-6'] === 'sold',
    );
    const { body } = await theatre.admin.get(`/reservations/${reservationId}`);
    expect(body.status).toBe('completed');
  });

  test('a reservation gets other seats, and a difference in price is waived by hand', async () => {
    const { theatre } = stage();
    const performanceId = await newPerformance(
      theatre,
      {
        priceTiers: { R: 100_000, S: 60_000 },
        sections: [
          { sectionId: 'A', kind: 'seated', tier: 'R', rows: [{ row: '1', seats: 4 }] },
          { sectionId: 'B', kind: 'seated', tier: 'S', rows: [{ row: '1', seats: 4 }] },
        ],
      },
      { title: 'Musical Chairs' },
    );
    const reservationId = await soldTo(stage(), performanceId, ['A-1-1'], { name: 'Lee Sora' });
    const page = await staffPage(stage(), 'box-office', { path: `${reservationPath(reservationId)}/reseat` });
    await take(page, 'B 1 2');
    await page.getByText('Section A, row 1, seat 1 → Section B, row 1, seat 2').waitFor();
    const change = page.getByRole('button', { name: 'Change 1 seat' });
    expect(await change.isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: /^The prices differ/ }).check();
    await change.click();
    await page.getByRole('heading', { name: 'Lee Sora' }).waitFor();
    await page.getByRole('row', { name: /Section B, row 1, seat 2/ }).waitFor();
    const { body } = await theatre.admin.get(`/reservations/${reservationId}`);
    expect(body).toMatchObject({ seats: ['B-1-2'], amount: 100_000 });
  });

  test('what happened to a reservation is a picture, and in words each step with its delay', async () => {
    const { performanceId } = await newShow(stage().theatre, 'Saga');
    const reservationId = await soldTo(stage(), performanceId, ['A-1-1'], { name: 'Saga Seo' });
    const page = await staffPage(stage(), 'box-office', { path: reservationPath(reservationId) });
    await page.getByText('Tickets issued').waitFor();
    const steps = await page.getByRole('listitem').filter({ hasText: 'after' }).allTextContents();
    expect(steps.length).toBeGreaterThanOrEqual(4);
    const points = await page.locator('svg circle').count();
    expect(points).toBe(steps.length + 1);
  });
}

const counterPath = (performanceId: string): string => `/staff/counter/${performanceId}`;
const reservationPath = (reservationId: string): string => `/staff/reservations/${reservationId}`;

/** The reservation of the page that is shown. */
const reservationIn = (page: Page): string => /(?:sold|reservations)\/([^/?]+)/.exec(page.url())?.[1] ?? '';

/** Types seats into the field and takes those that are there. */
async function take(page: Page, typed: string): Promise<void> {
  await page.getByLabel('Seats by number').fill(typed);
  await page.getByRole('button', { name: 'Take' }).click();
}

/** All but the last press. */
async function ready(page: Page, typed: string): Promise<void> {
  await take(page, typed);
  await page.getByRole('radio', { name: 'Cash' }).check();
}

const sellButton = (page: Page) => page.getByRole('button', { name: /^Sell for/ });

async function sellSeats(page: Page, typed: string, before = async () => {}): Promise<void> {
  await ready(page, typed);
  await before();
  await sellButton(page).click();
}

/** Whether the sale was theirs, once the page says so either way. */
async function hasSold(page: Page): Promise<boolean> {
  const sold = page.getByRole('heading', { name: 'Sold', exact: true });
  await sold.or(page.getByRole('alert')).first().waitFor();
  return (await sold.count()) === 1;
}

/** Goes on by the tab key until the field of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const isThere = await page.evaluate(
      `(document.activeElement?.labels?.[0]?.firstElementChild?.textContent ?? document.activeElement?.labels?.[0]?.textContent ?? '') === ${JSON.stringify(name)}
       || document.activeElement?.labels?.[0]?.textContent === ${JSON.stringify(name)}`,
    );
    if (isThere) return;
  }
  throw new Error(`The tab key never comes to ${name}.`);
}

/** A sale at the counter by the API, paid in cash. */
export async function soldTo(
  { theatre }: Stage,
  performanceId: string,
  seats: readonly string[],
  customer: object,
): Promise<string> {
  const payment = { method: 'cash' };
  const sale = await soldAtCounter(theatre.admin, { performanceId, seats, customer, payment });
  return sale.body.reservationId;
}

const countPrints = (page: Page): Promise<unknown> =>
  page.evaluate('window.prints = 0; window.print = () => { window.prints++; };');
const prints = (page: Page): Promise<unknown> => page.evaluate('window.prints');
