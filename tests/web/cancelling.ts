import type { Page } from 'playwright-core';
import { eventually, house, inDays, newPerformance, seatMap } from '../marquee';
import type { Stage } from './stage';
import { booked, holdTwo, leaveToPay, payWith } from './steps';

export function cancelling(stage: () => Stage): void {
  test('the dialog says what is kept and what comes back, and that is what is refunded', async () => {
    const { theatre } = stage();
    const performanceId = await newPerformance(theatre, { startsAt: inDays(5) }, { title: 'Regret' });
    const page = await stage().visitor();
    await hasReceipts(page);
    await holdTwo(page, performanceId, 'Rita');
    await leaveToPay(page);
    await payWith(page, 'approve');
    await booked(page);
    await page.getByRole('link', { name: 'See my tickets' }).click();
    await page.getByRole('link', { name: 'Regret' }).click();
    const receipt = page.getByRole('link', { name: 'See the receipt' });
    expect(await receipt.getAttribute('href')).toMatch(/^https:\/\/receipts\.example\/\w+$/);
    const dialog = page.getByRole('dialog', { name: 'Cancel this reservation?' });
    await page.getByRole('button', { name: 'Cancel reservation' }).click();
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Cancel reservation' }).click();
    const confirm = dialog.getByRole('button', { name: /^Cancel and get / });
    const refund = Number((await confirm.textContent())?.replaceAll(/\D/g, ''));
    await confirm.click();
    await page.getByText('The reservation is cancelled.', { exact: false }).first().waitFor();
    const order = /reservations\/([^/?]+)/.exec(page.url())?.[1];
    const [payment] = (await theatre.payments()).filter(({ orderId }) => orderId === order);
    expect(refund).toBeGreaterThan(0);
    expect(refund).toBeLessThan(payment?.totalAmount ?? 0);
    await eventually(
      async () => (await theatre.payments()).find(({ orderId }) => orderId === order)?.balanceAmount,
      (balance) => balance === (payment?.totalAmount ?? 0) - refund,
    );
    await eventually(
      () => seatMap(theatre, performanceId),
      (map) => map['A-1-5'] === 'available' && map['A-1-6'] === 'available',
    );
    await page.getByText('Cancelled', { exact: true }).waitFor();
  });

  test('too late to cancel: it says whom to ask, and there is nothing to press but to keep it', async () => {
    const { theatre } = stage();
    const performanceId = await newPerformance(theatre, {}, { title: 'Too Close' });
    const page = await stage().visitor();
    await holdTwo(page, performanceId, 'Lea');
    await leaveToPay(page);
    await payWith(page, 'approve');
    await booked(page);
    await page.route(/\/cancellation(\?.*)?$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), allowed: false } });
    });
    await page.getByRole('link', { name: 'See my tickets' }).click();
    await page.getByRole('link', { name: 'Too Close' }).click();
    await page.getByRole('button', { name: 'Cancel reservation' }).click();
    const dialog = page.getByRole('dialog', { name: 'It cannot be cancelled now' });
    await dialog.getByText('Please ask the theatre.', { exact: false }).waitFor();
    expect(await dialog.getByRole('button').allTextContents()).toEqual(['Keep it']);
  });

  test('one of two seats is cancelled at what it costs, and the other stays booked', async () => {
    const { theatre } = stage();
    const performanceId = await newPerformance(
      theatre,
      { startsAt: inDays(5) },
      { title: 'Second Thoughts' },
    );
    const page = await stage().visitor();
    await holdTwo(page, performanceId, 'Sam');
    await leaveToPay(page);
    await payWith(page, 'approve');
    await booked(page);
    await page.getByRole('link', { name: 'See my tickets' }).click();
    await page.getByRole('link', { name: 'Second Thoughts' }).click();
    await page.getByRole('button', { name: 'Cancel reservation' }).click();
    const dialog = page.getByRole('dialog', { name: 'Cancel this reservation?' });
    const choice = dialog.getByRole('group', { name: 'Which seats?' });
    await choice.getByRole('checkbox', { name: /seat 6/ }).uncheck();
    await dialog.getByRole('button', { name: /^Cancel and get .*80,000 back/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Booked', { exact: true }).waitFor();
    const order = /reservations\/([^/?]+)/.exec(page.url())?.[1];
    await eventually(
      async () => (await theatre.payments()).find(({ orderId }) => orderId === order)?.balanceAmount,
      (balance) => balance === 120_000,
    );
    await eventually(
      () => seatMap(theatre, performanceId),
      (map) => map['A-1-5'] === 'available' && map['A-1-6'] === 'sold',
    );
    await page.getByText('seat 5', { exact: false }).waitFor({ state: 'detached' });
  });

  test('a performance that was moved shows what it was, struck out, and lets the customer go free of charge', async () => {
    const { theatre } = stage();
    const [before, after] = [inDays(5), inDays(6)];
    const performanceId = await newPerformance(theatre, { startsAt: before }, { title: 'Restless' });
    const page = await stage().visitor();
    await holdTwo(page, performanceId, 'Mo');
    await leaveToPay(page);
    await payWith(page, 'approve');
    await booked(page);
    const moved = await theatre.admin.put(`/performances/${performanceId}`, house({ startsAt: after }));
    expect(moved.status).toBe(200);
    await page.getByRole('link', { name: 'See my tickets' }).click();
    const struck = page.locator('del', { hasText: 'Before:' });
    await struck.first().waitFor();
    await page.getByRole('link', { name: 'Restless', exact: true }).click();
    await page.getByText('you can cancel without a fee', { exact: false }).waitFor();
    expect(await struck.count()).toBe(1);
    await page.getByRole('button', { name: 'Cancel reservation' }).click();
    await page.getByRole('button', { name: /^Cancel and get .*200,000 back/ }).click();
    await page.getByText('The reservation is cancelled.', { exact: false }).first().waitFor();
  });
}

/** A theatre that says where its receipts are. The app's worker asks for that file. */
const hasReceipts = (page: Page): Promise<unknown> =>
  page.context().route('**/theatre.json', async (route) => {
    const response = await route.fetch();
    const receiptUrl = 'https://receipts.example/{reservationId}';
    await route.fulfill({ response, json: { ...(await response.json()), receiptUrl } });
  });
