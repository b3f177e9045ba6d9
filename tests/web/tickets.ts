import { readFileSync } from 'node:fs';
import { newShow, type Stage } from './stage';
import { booked, holdTwo, leaveToPay, payWith, title } from './steps';

export function tickets(stage: () => Stage): void {
  test('each seat has its ticket with a code, which stays without a network, and goes into a calendar', async () => {
    const show = await newShow(stage().theatre, 'Let In');
    const page = await stage().visitor();
    await holdTwo(page, show.performanceId, 'Tia');
    await leaveToPay(page);
    await payWith(page, 'approve');
    await booked(page);
    await page.getByRole('link', { name: 'Show tickets' }).click();
    await title(page, show.title).waitFor();
    for (const seat of [5, 6])
      await page
        .getByRole('img', { name: `QR code of the ticket for Section A Row 1, seat ${seat}` })
        .waitFor();
    await page.context().setOffline(true);
    await page.getByText('You are offline.', { exact: false }).waitFor();
    expect(await page.getByRole('img', { name: /^QR code/ }).count()).toBe(2);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Add to calendar' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.ics$/);
    const written = readFileSync(await file.path(), 'utf8').replaceAll('\r\n ', '');
    expect(written).toContain(`SUMMARY:${show.title}\r\n`);
    expect(written).toContain('DESCRIPTION:Section A\\, row 1\\, seats 5\\, 6\r\n');
    await page.context().setOffline(false);
  });

  test('what is not booked has no tickets, and says how it stands', async () => {
    const show = await newShow(stage().theatre, 'Not Yet');
    const page = await stage().visitor();
    await holdTwo(page, show.performanceId, 'Ned');
    await leaveToPay(page);
    await page.goBack();
    await page.goto(page.url().replace(/\/pay$/, '/tickets'));
    await page.getByText('Your seats are held. Nothing has been charged yet', { exact: false }).waitFor();
  });
}
