import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { eventually, inDays, key, newPerformance, oneRow, type Theatre } from '../marquee';
import type { Stage } from './stage';
import { booked, choose, foundAt, leaveToPay, payButton, payWith, seatsPath, signIn, title } from './steps';

/** When seats can be bought, by whom, and why not. */
export function sales(stage: () => Stage): void {
  test('in the presale each page says until when it is for members: who is none is told so, a member buys', async () => {
    const { theatre } = stage();
    const times = { presaleOpenAt: inDays(-1), salesOpenAt: inDays(3) };
    const performanceId = await newPerformance(theatre, times, { title: 'Friends First' });
    const page = await stage().visitor();
    const forMembers = page.getByText('For members now, for all from', { exact: false });
    await page.goto(foundAt('Friends First'));
    await forMembers.waitFor();
    await page.getByRole('link', { name: 'Friends First' }).click();
    await title(page, 'Friends First').waitFor();
    await forMembers.waitFor();
    await page.getByRole('link', { name: /^Choose seats/ }).click();
    await readyInThePresale(page);
    await signIn(page, 'Nora');
    await page.getByRole('alert').getByText('This is for members', { exact: false }).waitFor();
    await page.getByText('2 seats', { exact: true }).waitFor();
    expect(await payButton(page).count()).toBe(0);

    await joins(theatre, 'Gemma', performanceId);
    const member = await stage().visitor();
    await member.goto(seatsPath(performanceId));
    await readyInThePresale(member);
    await signIn(member, 'Gemma');
    await payButton(member).waitFor();
    await leaveToPay(member);
    await payWith(member, 'approve');
    await booked(member);
  });

  test('why a date has no seats is said at its line', async () => {
    const { theatre } = stage();
    const first = await newPerformance(theatre, oneRow(1), { title: 'Every Reason' });
    await (await theatre.person('quick')).post(`/performances/${first}/holds`, { seats: ['A-1-1'] });
    const [musicalId] = first.split('.');
    const add = async (fields: object) =>
      (await theatre.admin.post(`/musicals/${musicalId}/performances`, performance(fields))).body
        .performanceId;
    await add({ salesOpenAt: inDays(-9), salesCloseAt: inDays(-1) });
    await add({ salesOpenAt: inDays(2) });
    await add({ presaleOpenAt: inDays(1), salesOpenAt: inDays(2) });
    const cancelled = await theatre.admin.delete(`/performances/${await add({})}?reservations=0`);
    expect(cancelled.status).toBeLessThan(300);
    const seatsOfFirst = async () => (await theatre.anyone(`/performances/${first}/availability`)).body;
    await eventually(seatsOfFirst, ({ available }) => available === 0);
    const page = await stage().visitor();
    await page.goto(`/musicals/${musicalId}`);
    const line = (words: string | RegExp) => page.getByRole('listitem').filter({ hasText: words });
    for (const words of [
      'Sold out',
      'Sales have closed',
      /On sale from [^·]*$/,
      /· for members from/,
      'Cancelled',
    ])
      await line(words).waitFor();
    expect(await page.getByRole('link', { name: /^Choose seats/ }).count()).toBe(0);
  });

  test('a musical without dates says so, and one that is none is no page', async () => {
    await stage().theatre.admin.post('/musicals', {
      ...{ title: 'Some Day', startDate: inDays(60).slice(0, 10), endDate: inDays(90).slice(0, 10) },
      venue: { name: 'Marquee', timeZone: 'Asia/Seoul' },
    });
    const page = await stage().visitor();
    await page.goto(foundAt('Some Day'));
    await page.getByText('Dates to be announced').waitFor();
    await page.getByRole('link', { name: 'Some Day' }).click();
    await page.getByText('No dates yet.').waitFor();
    for (const nowhere of ['/musicals/nowhere', seatsPath('nowhere.nothing')]) {
      await page.goto(nowhere);
      await title(page, 'There is no such page').waitFor();
    }
  });

  test('where nothing is on, the programme says what comes next', async () => {
    const page = await stage().visitor();
    await page.route('**/api/musicals?*', (route) => route.fulfill({ json: { items: [] } }));
    await page.goto('/');
    await page.getByText('There are no shows at the moment.').waitFor();
    await page.getByText('The next season will be announced here.').waitFor();
  });
}

const performance = (fields: object): object => ({
  ...{ startsAt: inDays(30), currency: 'KRW', priceTiers: { R: 100_000 }, ...oneRow(2) },
  ...fields,
});

/** Two seats are chosen, under what is said of the presale, and the sign-in page is open. */
async function readyInThePresale(page: Page): Promise<void> {
  await page.getByText('Presale: until', { exact: false }).waitFor();
  await choose(page, 5, 6);
  await page.getByRole('button', { name: 'Sign in and hold' }).click();
  await page.getByLabel('Name').waitFor();
}

/** Whoever signs in by this name is a member, once they may hold in the presale. */
async function joins(theatre: Theatre, name: string, performanceId: string): Promise<void> {
  const plan = { name: 'Friends', monthlyFee: 9_000, currency: 'KRW', benefits: { presale: true } };
  const { planId } = (await theatre.admin.post('/plans', plan, key())).body;
  const email = `${name.toLowerCase()}@example.com`;
  // One e-mail address is one customer: see the sign-in page of this machine.
  const sub = createHash('sha256').update(email).digest('hex').slice(0, 24);
  const member = await theatre.person(sub, { email, name });
  await member.post('/memberships', { planId }, key());
  const holds = `/performances/${performanceId}/holds`;
  const held = await eventually(
    () => member.post(holds, { seats: ['A-1-1'] }),
    ({ status }) => status === 201,
  );
  await member.delete(`${holds}/${held.body.holdId}`);
}
