import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { eventually, inDays, newPerformance, pay, reserve, type Theatre, untilStatus } from '../marquee';
import { findingsOn } from './axe';
import { findingsInAllLooks, staffPage } from './staffSteps';
import type { Stage } from './stage';
import { title } from './steps';

/** What the admin does with musicals and performances, and what the box office sees of it. */
export function programme(stage: () => Stage): void {
  test('a musical is made in two languages, gets its poster, is changed, and goes', async () => {
    const page = await staffPage(stage(), 'admin', { path: '/staff/programme/new' });
    await page.getByLabel('Title, Korean').fill('유리 정원');
    await page.getByLabel('Title, English').fill('The Glass Garden');
    await page.getByLabel('First day').fill(dayIn(20));
    await page.getByLabel('Last day').fill(dayIn(60));
    await page.getByLabel('Venue').fill('마키 · Marquee');
    await page.getByRole('button', { name: 'Save' }).click();
    await title(page, '유리 정원').waitFor();
    await page.getByLabel('Poster').setInputFiles(posterIn(stage().theatre.dataDir));
    await page.getByRole('button', { name: 'Upload poster' }).click();
    await page.locator('img[src*="/poster/"]').waitFor();
    await page.getByLabel('Age rating').fill('8');
    const seen = Promise.withResolvers<void>();
    await page.route('**/api/musicals/*', async (route) => {
      if (route.request().method() === 'PUT') await seen.promise;
      await route.fallback();
    });
    await page.getByRole('button', { name: 'Save' }).click();
    // What is typed before the answer would be lost when it comes.
    await page.getByLabel('Venue').and(page.locator(':disabled')).waitFor();
    seen.resolve();
    await eventually(
      async () =>
        (await stage().theatre.anyone(`/musicals/${lastOf(page)}`, { 'accept-language': 'en' })).body,
      ({ title, ageRating, posterUrl }) =>
        title === 'The Glass Garden' && ageRating === '8' && posterUrl !== undefined,
    );
    await page.getByRole('button', { name: 'Remove musical' }).click();
    const remove = page.getByRole('dialog').getByRole('button', { name: 'Remove musical' });
    await page.getByLabel('Type the title').fill('유리');
    expect(await remove.isDisabled()).toBe(true);
    await page.getByLabel('Type the title').fill('유리 정원');
    await remove.click();
    await title(page, 'Programme').waitFor();
  }, 300_000);

  test('a run of weeks skips its Mondays, and a lost network in the middle loses and doubles nothing', async () => {
    const { theatre } = stage();
    const first = await newPerformance(theatre, { startsAt: START }, { title: 'A Long Run', ...RUN });
    const { musicalId } = (await theatre.anyone(`/performances/${first}`)).body;
    const page = await staffPage(stage(), 'admin', { path: `/staff/programme/${musicalId}/run` });
    await page.getByLabel('Like this performance').selectOption({ index: 1 });
    await page.getByLabel('Price', { exact: true }).first().waitFor();
    const ticks = page.getByRole('group', { name: /performances to make/ }).getByRole('checkbox');
    const all = await ticks.count();
    expect(all).toBeGreaterThan(30);
    await ticks.nth(2).uncheck();
    // The fourth is made, and its answer is lost with the network.
    let asked = 0;
    await page.route('**/api/musicals/*/performances', async (route) => {
      if (route.request().method() !== 'POST' || ++asked !== 4) return route.fallback();
      await route.fetch();
      await page.context().setOffline(true);
      await route.abort('internetdisconnected');
    });
    await page.getByRole('button', { name: `Make ${all - 1} performances` }).click();
    await page.getByText('It stopped on the way.', { exact: false }).waitFor();
    await page.context().setOffline(false);
    await page.reload();
    const main = page.locator('#main');
    await main.getByText(`All ${all - 1} performances are made.`).waitFor({ timeout: 120_000 });
    const made = (await theatre.anyone(`/musicals/${musicalId}/performances?limit=100`)).body.items.map(
      ({ startsAt }: { startsAt: string }) => Date.parse(startsAt),
    );
    expect(made).toHaveLength(all);
    expect(new Set(made).size).toBe(all);
    const inSeoul = (at: number) => new Date(at + 9 * 3_600_000).getUTCDay();
    expect(made.filter((at: number) => at !== Date.parse(START) && inSeoul(at) === 1)).toEqual([]);
    await page.getByRole('link', { name: 'Back to the musical' }).click();
    await title(page, 'A Long Run').waitFor();
  }, 240_000);

  test('a move says whom it concerns and what it costs, and tickets are kept or refunded as chosen', async () => {
    const { theatre } = stage();
    const { performanceId, sold } = await soldShow(theatre, 'Moving On');
    const page = await staffPage(stage(), 'admin', { path: `/staff/performances/${performanceId}` });
    await page.getByLabel('Begins').fill(`${dayIn(31)}T20:00`);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('1 reservation with 2 seats will be told.').waitFor();
    // The answer takes its time. What is typed meanwhile must not be lost when it comes.
    await page.route(`**/api/performances/${performanceId}`, async (route) => {
      if (route.request().method() !== 'PUT') return route.fallback();
      const response = await route.fetch();
      await new Promise((done) => setTimeout(done, 2_000));
      await route.fulfill({ response });
    });
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const startsAt = async () => (await theatre.anyone(`/performances/${performanceId}`)).body.startsAt;
    await eventually(startsAt, (at) => Date.parse(at) === Date.parse(`${dayIn(31)}T20:00:00+09:00`));
    await page.getByLabel('Begins').fill(`${dayIn(32)}T20:00`);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('radio', { name: 'Everybody is refunded: ₩200,000 will go back now.' }).check();
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await untilStatus(sold.buyer, sold.reservationId, 'cancelled');
  }, 300_000);

  test('prices are changed, and what somebody else has changed meanwhile is not written over', async () => {
    const { theatre } = stage();
    const performanceId = await newPerformance(theatre, {}, { title: 'Dearer' });
    const path = `/staff/performances/${performanceId}`;
    const [page, other] = [
      await staffPage(stage(), 'admin', { path }),
      await staffPage(stage(), 'admin', { path }),
    ];
    for (const one of [page, other]) await one.getByLabel('Price', { exact: true }).first().waitFor();
    await page.getByLabel('Price', { exact: true }).first().fill('120,000');
    await page.getByRole('button', { name: 'Add a price type' }).click();
    await page.getByLabel('Id', { exact: true }).fill('child');
    await page.getByLabel('Name, Korean').last().fill('어린이');
    await page.getByLabel('Off', { exact: true }).fill('30');
    await page.getByRole('button', { name: 'Save' }).click();
    await eventually(
      async () => (await theatre.anyone(`/performances/${performanceId}`)).body,
      ({ priceTiers, priceTypes }) => priceTiers.R.price === 120_000 && priceTypes?.[0]?.percentOff === 30,
    );
    await other.getByLabel('Booking fee a seat').fill('2000');
    // The window is left and come back to, and the page looks at what it shows anew.
    const lookedAgain = other.waitForResponse(/\/sales$/);
    await other.evaluate("window.dispatchEvent(new Event('visibilitychange'))");
    await lookedAgain;
    expect(await other.getByLabel('Booking fee a seat').inputValue()).toBe('2000');
    await other.getByRole('button', { name: 'Save' }).click();
    await other.getByText('Somebody has changed it meanwhile.', { exact: false }).waitFor();
  }, 300_000);

  test('a presale, a price for members and terms of cancelling are kept as they are typed', async () => {
    const { theatre } = stage();
    const performanceId = await newPerformance(theatre, {}, { title: 'For Members' });
    const page = await staffPage(stage(), 'admin', { path: `/staff/performances/${performanceId}` });
    await page.getByLabel('Sales open').fill(`${dayIn(10)}T14:00`);
    await page.getByLabel('Presale for members opens').fill(`${dayIn(8)}T14:00`);
    await page.getByRole('button', { name: 'Add a price type' }).click();
    await page.getByLabel('Id', { exact: true }).fill('friends');
    await page.getByLabel('Name, Korean').last().fill('친구');
    await page.getByLabel('Off', { exact: true }).fill('10');
    await page.getByRole('checkbox', { name: 'Members only' }).check();
    await page.getByLabel('Free for so many days').fill('3');
    await page.getByRole('button', { name: 'Remove the line from 1 day before' }).click();
    await page.getByLabel('Percent of the price').first().fill('12.5');
    await page.getByRole('button', { name: 'Save' }).click();
    const { presaleOpenAt, cancellationPolicy } = await eventually(
      async () => (await theatre.anyone(`/performances/${performanceId}`)).body,
      ({ priceTypes }) => priceTypes?.[0]?.membersOnly === true,
    );
    expect(Date.parse(presaleOpenAt)).toBe(Date.parse(`${dayIn(8)}T14:00:00+09:00`));
    expect(cancellationPolicy.freeDays).toBe(3);
    const lines = cancellationPolicy.tiers.map((line: { daysBefore: number }) => line.daysBefore);
    expect(lines).toEqual([10, 7, 3]);
    expect(cancellationPolicy.tiers[0]).toEqual({ daysBefore: 10, feePercent: 12.5, feePerSeat: 4_000 });
  }, 300_000);

  test('another venue of a musical asks what becomes of the tickets, and names who would be refunded', async () => {
    const { theatre } = stage();
    const { musicalId, sold } = await soldShow(theatre, 'Elsewhere');
    const page = await staffPage(stage(), 'admin', { path: `/staff/programme/${musicalId}` });
    await page.getByLabel('Venue', { exact: true }).fill('Another Hall');
    await page.getByRole('radio', { name: /^Everybody is refunded/ }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('1 reservation will lose 2 seats and get ₩200,000 back.').waitFor();
    expect((await theatre.anyone(`/musicals/${musicalId}`)).body.venue.name).toBe('Marquee');
    await page.getByRole('button', { name: 'I know. Change it' }).click();
    await untilStatus(sold.buyer, sold.reservationId, 'cancelled');
  }, 300_000);

  test('a performance is cancelled by who types its title, and has read whom it touches', async () => {
    const { theatre } = stage();
    const { performanceId, sold } = await soldShow(theatre, 'Called Off');
    const page = await staffPage(stage(), 'admin', { path: `/staff/performances/${performanceId}` });
    await page.getByRole('button', { name: 'Cancel performance' }).click();
    await page
      .getByText('1 reservation with 2 seats will be cancelled, and ₩200,000 will go back', { exact: false })
      .waitFor();
    const cancel = page.getByRole('button', { name: 'Cancel this performance' });
    expect(await cancel.isDisabled()).toBe(true);
    await page.getByLabel('Type the title').fill('Called Off');
    await cancel.click();
    await page.getByText('This performance is cancelled.', { exact: false }).waitFor();
    await untilStatus(sold.buyer, sold.reservationId, 'cancelled');
  }, 300_000);

  test('the box office looks and changes nothing, and the door is told whose page it is', async () => {
    const performanceId = await newPerformance(stage().theatre, {}, { title: 'Only Looking' });
    const path = `/staff/performances/${performanceId}`;
    const seller = await staffPage(stage(), 'box-office', { path });
    await seller.getByText('Changing and cancelling takes an admin.').waitFor();
    expect(await seller.getByRole('button', { name: 'Cancel performance' }).count()).toBe(0);
    const door = await staffPage(stage(), 'door', { path });
    await title(door, 'Your role does not open this page').waitFor();
    expect(await findingsInAllLooks(door, 'denied')).toEqual([]);
  }, 300_000);

  test('axe finds nothing on any page of the programme, nor on one that fails or has no network', async () => {
    const { theatre } = stage();
    const { performanceId, musicalId } = await soldShow(theatre, 'Accessible');
    const page = await staffPage(stage(), 'admin');
    const findings: string[] = [];
    const look = async (name: string) => findings.push(...(await findingsInAllLooks(page, name)));
    const pages = {
      list: '/staff/programme',
      new: '/staff/programme/new',
      musical: `/staff/programme/${musicalId}`,
      run: `/staff/programme/${musicalId}/run`,
      performance: `/staff/performances/${performanceId}`,
    };
    for (const [name, at] of Object.entries(pages)) {
      await page.goto(at);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
      await look(name);
    }
    await page.getByRole('button', { name: 'Cancel performance' }).click();
    await page.getByText('will be cancelled, and', { exact: false }).waitFor();
    findings.push(...(await findingsOn({ name: 'dialog', page })));
    await page.keyboard.press('Escape');
    await page.route('**/api/**', (route) =>
      route.fulfill({
        status: 400,
        contentType: 'application/problem+json',
        body: '{"code":"invalid-request"}',
      }),
    );
    for (const [name, at] of Object.entries(pages)) {
      if (name === 'new') continue;
      await page.goto(at);
      await page.getByRole('alert').first().waitFor();
      await look(`${name} failed`);
    }
    expect(findings).toEqual([]);
  }, 240_000);
}

const dayIn = (days: number): string => inDays(days).slice(0, 10);
const lastOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';

/** Five weeks, and its first performance at a time that no pattern has. */
const START = `${dayIn(5)}T02:02:00Z`;
const RUN = { startDate: dayIn(1), endDate: dayIn(36) };

/** One pixel. */
function posterIn(folder: string): string {
  const file = path.join(folder, 'poster.png');
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  writeFileSync(file, Buffer.from(pixel, 'base64'));
  return file;
}

/** A performance of which two seats at 100,000 won are sold. */
async function soldShow(theatre: Theatre, name: string) {
  const performanceId = await newPerformance(theatre, {}, { title: name });
  const buyer = await theatre.person(`buyer-of-${performanceId.slice(-6)}`);
  const placed = await reserve(buyer, { performanceId, seats: ['A-1-1', 'A-1-2'] });
  await pay(theatre, buyer, placed.body);
  const { reservationId } = placed.body;
  await untilStatus(buyer, reservationId, 'completed');
  const { musicalId } = (await theatre.anyone(`/performances/${performanceId}`)).body;
  return { performanceId, musicalId, sold: { buyer, reservationId } };
}
