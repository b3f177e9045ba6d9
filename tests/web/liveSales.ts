import type { Page } from 'playwright-core';
import { eventually, key, newPerformance, oneRow } from '../marquee';
import { soldTo } from './counter';
import { findingsInAllLooks, staffPage } from './staffSteps';
import type { Stage } from './stage';

const livePath = (performanceId: string): string => `/staff/live/${performanceId}`;

export function liveSales(stage: () => Stage): void {
  test('each seat is shown as it stands, the counts with it, and a seat says whose it is', async () => {
    const { theatre } = stage();
    const performanceId = await newPerformance(theatre, oneRow(8), { title: 'Every State' });
    const reservationId = await soldTo(stage(), performanceId, ['A-1-1', 'A-1-2'], { name: 'Han Bora' });
    const withheld = { seats: ['A-1-3'], reason: 'House seats' };
    await theatre.admin.post(`/admin/performances/${performanceId}/withheld`, withheld, key());
    const buyer = await theatre.person('buyer');
    await buyer.post(`/performances/${performanceId}/holds`, { seats: ['A-1-4'] });
    const tickets = await eventually(
      async () => (await theatre.admin.get(`/reservations/${reservationId}/tickets`)).body.items ?? [],
      (items) => items.length === 2,
    );
    const scans = [{ scanId: 'live-sales-1', code: tickets[0].code }];
    await theatre.admin.post(`/admin/performances/${performanceId}/admissions`, { scans });
    const page = await staffPage(stage(), 'admin', { path: livePath(performanceId) });
    for (const [state, seats] of [
      ['Free', '4'],
      ['Held', '1'],
      ['Sold', '1'],
      ['Withheld', '1'],
      ['Let in', '1'],
      ['Sold for', '₩200,000'],
    ] as const)
      await countOf(page, state, seats).waitFor();
    await page.getByLabel('Seats by number').fill('A 1 2');
    await page.getByRole('button', { name: 'Look at a seat' }).click();
    await page.getByRole('link', { name: 'Han Bora' }).click();
    await page.waitForURL(`**/staff/reservations/${reservationId}`);
  }, 300_000);

  test('seats are asked for again by their ETag, and not while nobody looks', async () => {
    const performanceId = await newPerformance(stage().theatre, oneRow(4), { title: 'Again' });
    const page = await staffPage(stage(), 'box-office', { path: livePath(performanceId) });
    const answers: number[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith(`/admin/performances/${performanceId}/seats`))
        answers.push(response.status());
    });
    await eventually(
      async () => answers.filter((status) => status === 304).length,
      (unchanged) => unchanged >= 2,
    );
    await page.evaluate(HIDE);
    // One may be on its way.
    await page.waitForTimeout(1_000);
    const before = answers.length;
    await page.waitForTimeout(8_000);
    expect(answers.length).toBe(before);
  }, 300_000);

  test('sales by the hour are a plot, and the same as a table', async () => {
    const performanceId = await newPerformance(stage().theatre, oneRow(4), { title: 'By the Hour' });
    await soldTo(stage(), performanceId, ['A-1-1'], { name: 'Hour Ha' });
    const page = await staffPage(stage(), 'box-office', { path: '/staff/live' });
    await page.locator('.uplot canvas').waitFor();
    await page.getByText('As a table').click();
    await page
      .getByRole('row', { name: /^\d{4}-\d\d-\d\d \d\d:00/ })
      .first()
      .waitFor();
  }, 300_000);

  test('a refund that is owed is noted as paid once, also after a reload', async () => {
    const { theatre } = stage();
    const performanceId = await newPerformance(theatre, oneRow(4), { title: 'Owed' });
    const reservationId = await soldTo(stage(), performanceId, ['A-1-1'], { name: 'Owed Oh' });
    const body = { reason: 'Ill', refund: 'full' };
    await theatre.admin.post(`/admin/reservations/${reservationId}/cancellation`, body, key());
    const page = await staffPage(stage(), 'box-office', { path: `/staff/reservations/${reservationId}` });
    await page.getByLabel('How it was paid back').fill('In cash');
    await page.getByRole('button', { name: 'Note ₩100,000 as paid' }).click();
    await page.getByText('Refunded', { exact: true }).first().waitFor();
    await page.reload();
    await page.getByText('Refunded', { exact: true }).first().waitFor();
    await page.getByText('Paying back begun').waitFor();
    expect(await page.getByRole('button', { name: /as paid$/ }).count()).toBe(0);
    const { items } = (await theatre.admin.get(`/admin/reservations/${reservationId}/timeline`)).body;
    expect(items.filter(({ type }: { type: string }) => type === 'SettlementBegun')).toHaveLength(1);
  }, 300_000);

  test('axe finds nothing on any of these pages, in both languages and both themes', async () => {
    const { theatre } = stage();
    const performanceId = await newPerformance(theatre, {}, { title: 'For All Staff' });
    const reservationId = await soldTo(stage(), performanceId, ['A-1-1', 'A-1-2'], { name: 'All Ahn' });
    const page = await staffPage(stage(), 'admin', { path: '/staff/live' });
    const counter = `/staff/counter/${performanceId}`;
    const reservation = `/staff/reservations/${reservationId}`;
    const findings: string[] = [];
    for (const [path, sign] of [
      ['/staff/live', '.uplot'],
      [livePath(performanceId), '.uplot'],
      ['/staff/counter?q=All', 'tbody a'],
      [counter, 'canvas'],
      [`${counter}/withheld`, 'canvas'],
      [`${counter}/sold/${reservationId}`, 'form'],
      [reservation, 'svg circle'],
      [`${reservation}/reseat`, 'canvas'],
    ] as const) {
      await page.goto(path);
      await page.locator(sign).first().waitFor();
      findings.push(...(await findingsInAllLooks(page, path)));
    }
    expect(findings).toEqual([]);
  }, 300_000);

  test.each(['failed', 'offline'] as const)(
    'a page whose answers are %s says so, and goes on',
    async (state) => {
      const performanceId = await newPerformance(stage().theatre, {}, { title: `State ${state}` });
      const page = await staffPage(stage(), 'box-office', { path: '/staff/counter' });
      await page.getByRole('link', { name: 'Sell' }).first().waitFor();
      await trouble(page, state);
      const paths = [
        livePath(performanceId),
        `/staff/counter/${performanceId}`,
        '/staff/reservations/nobody',
      ];
      for (const path of paths) {
        await page.evaluate(
          `history.pushState(null, '', '${path}'); dispatchEvent(new PopStateEvent('popstate'))`,
        );
        const sign = state === 'failed' ? page.getByRole('alert') : page.getByText('You are offline.');
        await sign.first().waitFor();
        expect(await findingsInAllLooks(page, `${path} ${state}`)).toEqual([]);
      }
    },
    300_000,
  );
}

/** One of the figures over the map. */
const countOf = (page: Page, state: string, figure: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.locator('dt').getByText(state, { exact: true }) })
    .filter({ has: page.locator('dd').getByText(figure, { exact: true }) });

/** As if another tab were looked at. */
const HIDE = `Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));`;

/** The texts of the other language would not come either, so only the answers stay away. */
const GO_OFFLINE = `Object.defineProperty(navigator, 'onLine', { get: () => false, configurable: true });
  dispatchEvent(new Event('offline'));`;

async function trouble(page: Page, state: 'failed' | 'offline'): Promise<void> {
  if (state === 'offline') {
    await page.context().route('**/api/**', (route) => route.abort('internetdisconnected'));
    return page.evaluate(GO_OFFLINE);
  }
  await page.context().route('**/api/**', (route) =>
    route.fulfill({
      status: 400,
      contentType: 'application/problem+json',
      body: JSON.stringify({ status: 400, code: 'internal-error' }),
    }),
  );
}
