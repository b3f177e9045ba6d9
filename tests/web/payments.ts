import { onePaid } from './purchases';
import { newShow, type Stage } from './stage';
import { booked, CARDS, holdTwo, isBusy, leaveToPay, payButton, payWith, title } from './steps';

const SOON_MS = 60_000;

export function payments(stage: () => Stage): void {
  const atThePaymentPage = async (show: string, name: string) => {
    const { performanceId } = await newShow(stage().theatre, show);
    const page = await stage().visitor();
    await holdTwo(page, performanceId, name);
    await leaveToPay(page);
    return page;
  };
  const confirming = 'We are confirming your payment';

  test('a card is declined, another one pays', async () => {
    const page = await atThePaymentPage('Declined', 'Dora');
    await payWith(page, 'decline');
    await page.getByRole('alert').getByText('please try another card').waitFor();
    await leaveToPay(page);
    await payWith(page, 'approve');
    await booked(page);
    await onePaid(stage(), page);
  });

  test('the customer goes back by the provider’s button: nothing is charged, and they can pay', async () => {
    const page = await atThePaymentPage('Stopped', 'Stella');
    await page.getByRole('button', { name: 'Cancel and go back' }).click();
    await page.getByRole('alert').getByText('You stopped the payment').waitFor();
    await leaveToPay(page);
    await payWith(page, 'approve');
    await booked(page);
    await onePaid(stage(), page);
  });

  test('the customer goes back by the browser’s button and pays; going back again and paying again charges nothing', async () => {
    const page = await atThePaymentPage('Back', 'Bob');
    await page.goBack();
    await leaveToPay(page);
    await payWith(page, 'approve');
    await booked(page);
    await page.goBack();
    await page.getByRole('radio', { name: CARDS.approve }).waitFor();
    await payWith(page, 'approve');
    await booked(page);
    await onePaid(stage(), page);
  });

  test('the tab is closed on the payment page: the seats wait in my tickets', async () => {
    const page = await atThePaymentPage('Closed', 'Clara');
    const tab = await page.context().newPage();
    await page.close();
    await tab.goto('/my');
    await tab.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await tab.getByLabel('Name').fill('Clara');
    await tab.getByLabel('E-mail').fill('clara@example.com');
    await tab.getByRole('button', { name: 'Sign in', exact: true }).click();
    await tab.getByRole('link', { name: 'Closed' }).click();
    await tab.getByRole('link', { name: 'Pay now' }).click();
    await leaveToPay(tab);
    await payWith(tab, 'approve');
    await booked(tab);
    await onePaid(stage(), tab);
  });

  test('no answer: it says that it is still confirming, and nowhere invites to pay again', async () => {
    const page = await atThePaymentPage('Silence', 'Sam');
    await payWith(page, 'hang');
    await title(page, confirming).waitFor();
    await page.getByText('Do not pay again', { exact: false }).waitFor();
    expect(await payButton(page).count()).toBe(0);
    await page.getByRole('link', { name: 'See my tickets' }).click();
    await page.getByRole('link', { name: 'Silence' }).click();
    await page.getByText('Do not pay again', { exact: false }).waitFor();
    expect(await page.getByRole('link', { name: 'Pay now' }).count()).toBe(0);
    await page.goto(page.url().replace(/\?.*|$/, '/pay'));
    await title(page, confirming).waitFor();
    expect(await payButton(page).count()).toBe(0);
  });

  test('the server is busy when the customer comes back: it is asked again, and the card is charged once', async () => {
    const page = await atThePaymentPage('Crowded', 'Carl');
    await isBusy(page, 'POST', '**/payment');
    await payWith(page, 'approve');
    await title(page, confirming).waitFor();
    await booked(page);
    await onePaid(stage(), page);
  });

  test('terms and privacy stand before the button that pays, each in a tab of its own', async () => {
    const { performanceId } = await newShow(stage().theatre, 'Small Print');
    const page = await stage().visitor();
    await holdTwo(page, performanceId, 'Pru');
    for (const name of ['Terms', 'Privacy']) {
      const [tab] = await Promise.all([
        page.context().waitForEvent('page'),
        page.getByRole('link', { name: `${name} (opens a new tab)` }).click(),
      ]);
      await title(tab, name).waitFor();
      await tab.getByRole('heading', { level: 2 }).first().waitFor();
    }
    expect(await payButton(page).count()).toBe(1);
  });

  test('a late answer: the page says booked by itself', async () => {
    const page = await atThePaymentPage('Late', 'Lara');
    await payWith(page, 'late');
    await title(page, confirming).waitFor();
    await title(page, 'Your seats are booked').waitFor({ timeout: SOON_MS });
    await onePaid(stage(), page);
  }, 300_000);
}
