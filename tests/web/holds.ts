import type { Page } from 'playwright-core';
import { eventually, seatMap } from '../marquee';
import { onePaid } from './purchases';
import { newShow, type Stage } from './stage';
import { booked, holdTwo, leaveToPay, leaveUntil, payButton, payWith, signInFirst, title } from './steps';

const WHOLE = /^(10:0[01]|9:5\d)/;

export function holds(stage: () => Stage): void {
  const held = async (show: string, name: string) => {
    const { performanceId } = await newShow(stage().theatre, show);
    const page = await stage().visitor();
    await holdTwo(page, performanceId, name);
    return page;
  };

  test('a reload goes on where it was; who goes back to the seats sees what is held, and the way on', async () => {
    const page = await held('Held', 'Hal');
    const address = page.url();
    expect(await clock(page).textContent()).toMatch(WHOLE);
    await page.reload();
    await payButton(page).waitFor();
    await page.goBack();
    await page.getByText('You hold 2 seats.', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'Go on to pay' }).click();
    await payButton(page).waitFor();
    expect(page.url()).toBe(address);
  });

  test('the tab is closed while seats are held: my tickets lead back to them', async () => {
    const page = await held('Shut', 'Sid');
    const tab = await page.context().newPage();
    await page.close();
    await tab.goto('/');
    await signInFirst(tab, 'Sid');
    await tab.getByRole('link', { name: 'My tickets' }).click();
    await tab.getByText('You hold 2 seats.', { exact: false }).waitFor();
    await tab.getByRole('link', { name: 'Go on to pay' }).click();
    await leaveToPay(tab);
    await payWith(tab, 'approve');
    await booked(tab);
    await onePaid(stage(), tab);
  });

  test('in the last minute more time is offered; it can be had twice, and a double tap spends it once', async () => {
    const page = await held('Slow Reader', 'Rae');
    await leaveUntil(page, 50);
    await page.reload();
    const dialog = page.getByRole('dialog', { name: 'Do you need more time?' });
    await dialog.getByRole('button', { name: 'Get more time' }).click();
    await page.getByText('You can have the whole time again once more.').waitFor();
    expect(await clock(page).textContent()).toMatch(WHOLE);
    expect(await dialog.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Get more time' }).dblclick();
    await page.getByText('The time cannot be extended any more.').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.reload();
    await page.getByText('The time cannot be extended any more.').waitFor();
    expect(await clock(page).textContent()).toMatch(WHOLE);
  });

  test('the time left is seen each second, and spoken at two minutes', async () => {
    const page = await held('Spoken', 'Sten');
    await leaveUntil(page, 140);
    await page.reload();
    expect(await clock(page).getAttribute('aria-live')).toBe('off');
    await page.locator('[aria-live="polite"]').getByText('2 minutes left to pay.').waitFor();
    expect(await clock(page).textContent()).toMatch(/^(2:00|1:5\d)/);
  });

  test('the time of a hold runs out: the seats are free, nothing was charged, and there are others', async () => {
    const page = await held('Too Late', 'Toni');
    await leaveUntil(page, 3);
    await page.reload();
    await title(page, 'Time is up').waitFor();
    await page.getByText('Nothing was charged', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'Choose seats again' }).waitFor();
  });

  test('the button that pays is pressed twice: one reservation, paid once', async () => {
    const page = await held('Twice', 'Tara');
    await page.getByRole('checkbox', { name: /what cancelling costs/ }).check();
    await payButton(page).dblclick();
    await payWith(page, 'approve');
    await booked(page);
    await onePaid(stage(), page);
  });

  test('a second tab of the same hold follows what the first one does', async () => {
    const page = await held('Two Tabs', 'Ted');
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.evaluate('void open(location.href)'),
    ]);
    await payButton(tab).waitFor();
    await leaveToPay(page);
    await payWith(page, 'approve');
    await booked(page);
    await title(tab, 'Your seats are booked').waitFor({ timeout: 60_000 });
    await onePaid(stage(), page);
  }, 300_000);

  test('other seats are wanted: those held are free again for somebody else', async () => {
    const { performanceId } = await newShow(stage().theatre, 'Undecided');
    const page = await stage().visitor();
    await holdTwo(page, performanceId, 'Una');
    const seats = () => seatMap(stage().theatre, performanceId);
    await eventually(seats, (map) => map['A-1-6'] === 'held');
    await page.getByRole('button', { name: 'Cancel and choose other seats' }).click();
    await title(page, 'Choose seats').waitFor();
    expect(await page.getByText('You hold', { exact: false }).count()).toBe(0);
    await eventually(seats, (map) => map['A-1-6'] === 'available');
    await holdTwo(await stage().visitor(), performanceId, 'Vic');
  });
}

const clock = (page: Page) => page.getByRole('timer');
