import type { Page } from 'playwright-core';
import { eventually, newPerformance } from '../marquee';
import type { Stage } from './stage';
import { booked, choose, leaveToPay, payWith, seatsPath, signInAndHold } from './steps';

const priceTiers = {
  R: { price: 100_000, name: { ko: '로열석', en: 'Royal' }, colour: '#ffee00' },
  FLOOR: 50_000,
};

export function prices(stage: () => Stage): void {
  test('a tier has its name and colour, and each line its price, from the seats to the ticket and the mail', async () => {
    const { theatre } = stage();
    const performanceId = await newPerformance(theatre, { priceTiers, bookingFeePerSeat: 2_000 });
    const page = await stage().visitor();
    await page.goto(seatsPath(performanceId));
    const legend = page.getByRole('button', { name: 'Royal ₩100,000' });
    await legend.waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await swatchOf(page)).toBe('rgb(255, 238, 0)');
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await swatchOf(page)).toMatch(/^rgb\((1[0-4]|[0-9])?\d, (1[0-4]|[0-9])?\d, 0\)$/);

    await choose(page, 5, 6);
    await page.getByRole('status').getByText('₩204,000').waitFor();
    await page.getByText('with a booking fee of ₩4,000').waitFor();
    await signInAndHold(page, 'Rosa');
    const line = (name: string) => page.getByRole('listitem').filter({ hasText: name });
    await line('seat 5').getByText('₩100,000').waitFor();
    await line('seat 5').getByText('Royal').waitFor();
    await line('Booking fee').getByText('₩4,000').waitFor();
    await leaveToPay(page);
    await payWith(page, 'approve');
    await booked(page);
    await line('seat 6').getByText('₩100,000').waitFor();
    await page.getByText('Booking fee', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Show tickets' }).click();
    await page.getByText('Royal · ₩100,000').first().waitFor();
    await page.getByText('Booking fee: ₩4,000 · Amount: ₩204,000').waitFor();
    const mail = await eventually(
      async () => (await theatre.mails()).find(({ to }) => to[0]?.address === 'rosa@example.com'),
      (one) => one !== undefined,
    );
    expect(mail?.text).toContain('Booking fee: ₩4,000');
  });
}

/** The colour of the sign beside the tier's name. */
const swatchOf = (page: Page): Promise<string> =>
  page.evaluate(
    'getComputedStyle([...document.querySelectorAll("button")].find((one) => one.textContent.includes("Royal")).querySelector("i")).backgroundColor',
  );
