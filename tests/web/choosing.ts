import type { Page } from 'playwright-core';
import { eventually, newPerformance, oneRow, seatMap } from '../marquee';
import { newShow, type Stage } from './stage';
import {
  booked,
  choose,
  hold,
  leaveToPay,
  openRow,
  payButton,
  payWith,
  seatBox,
  seatsPath,
  signInFirst,
} from './steps';

/** What helps to choose, and what it says when it cannot. */
export function choosing(stage: () => Stage): void {
  const atTheSeats = async (fields: object, title: string) => {
    const performanceId = await newPerformance(stage().theatre, fields, { title });
    const page = await stage().visitor();
    await page.goto(seatsPath(performanceId));
    return { page, performanceId };
  };

  test('a seat that goes while its row is open keeps its place and the focus, and cannot be chosen', async () => {
    const { theatre } = stage();
    const { performanceId } = await newShow(theatre, 'Under a Finger');
    const page = await stage().visitor();
    await page.goto(seatsPath(performanceId));
    await choose(page, 5);
    await seatBox(page, 6).focus();
    const before = await seatBox(page, 8).boundingBox();
    await (await theatre.person('finger')).post(`/performances/${performanceId}/holds`, {
      seats: ['A-1-6', 'A-1-7'],
    });
    const gone = page.getByRole('checkbox', { name: 'Seat 6, taken', exact: true });
    await gone.waitFor();
    expect(await gone.and(page.locator(':focus')).count()).toBe(1);
    expect(await seatBox(page, 8).boundingBox()).toEqual(before);
    await page.keyboard.press('Space');
    expect(await gone.isChecked()).toBe(false);
    await page.getByText('1 of 2 seats', { exact: true }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('one price alone: the list leaves the others out, and the best seats are of it', async () => {
    const section = (sectionId: string, tier: string) => ({
      ...{ sectionId, kind: 'seated', tier },
      rows: [{ row: '1', seats: 4 }],
    });
    const priceTiers = { VIP: 150_000, S: 80_000 };
    const sections = [section('A', 'VIP'), section('B', 'S')];
    const { page } = await atTheSeats({ priceTiers, sections }, 'Cheap Seats');
    const heading = (name: string) => page.getByRole('heading', { name, exact: true });
    await heading('Section A').waitFor();
    const cheap = page.getByRole('button', { name: 'S ₩80,000' });
    await cheap.click();
    await heading('Section A').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Best available' }).click();
    await page.getByText('The best now: Section B, row 1', { exact: false }).first().waitFor();
    await page.getByRole('status').getByText('₩160,000').waitFor();
    await cheap.click();
    await heading('Section A').waitFor();
  });

  test('a seat that would be left alone is named, and moving by one is enough', async () => {
    const { page } = await atTheSeats({}, 'Left Alone');
    const alone = page.getByText('Seat 1 in row 1 is left alone.', { exact: false });
    await choose(page, 2, 3);
    await alone.waitFor();
    await seatBox(page, 3).uncheck();
    await seatBox(page, 1).check();
    await alone.waitFor({ state: 'detached' });
  });

  test('where so many cannot sit together they are shown apart, and where so many are not left it says so', async () => {
    const { page, performanceId } = await atTheSeats({ ...oneRow(5), maxSeatsPerReservation: 5 }, 'Apart');
    const between = await stage().theatre.person('between');
    await between.post(`/performances/${performanceId}/holds`, { seats: ['A-1-3'] });
    await eventually(
      () => seatMap(stage().theatre, performanceId),
      (map) => map['A-1-3'] === 'held',
    );
    await page.reload();
    const best = async (people: string) => {
      await page.getByLabel('How many go').selectOption(people);
      await page.getByRole('button', { name: 'Best available' }).click();
    };
    await best('3 people');
    await page.getByText('They are not side by side', { exact: false }).first().waitFor();
    await best('5 people');
    await page.getByText('There are no 5 left here.', { exact: false }).first().waitFor();
    await page.getByText('3 of 5 seats', { exact: true }).waitFor();
  });

  test('more than one may hold is said before it is asked for, and with what is held already in words', async () => {
    const { page } = await atTheSeats({ maxSeatsPerReservation: 2 }, 'Too Many');
    await signInFirst(page, 'Mo');
    await choose(page, 1, 2, 3);
    await page.getByText('You can hold up to 2 seats at once.').waitFor();
    const button = page.getByRole('button', { name: 'Hold and pay' });
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await seatBox(page, 3).uncheck();
    await hold(page);
    await page.goBack();
    await openRow(page);
    await seatBox(page, 3).check();
    await button.click();
    await page
      .getByRole('alert')
      .getByText('more seats than one person may have', { exact: false })
      .waitFor();
    expect(await seatBox(page, 3).isChecked()).toBe(true);
  });

  test('who pays which price is chosen seat by seat, outlasts a reload, and is on the ticket with what to bring', async () => {
    const name = { ko: '청소년', en: 'Youth' };
    const proof = { ko: '학생증', en: 'a student card' };
    const priceTypes = [{ priceTypeId: 'youth', name, percentOff: 50, proof }];
    const { page } = await atTheSeats({ priceTypes }, 'Half Price');
    await signInFirst(page, 'Yul');
    await choose(page, 5, 6);
    await hold(page);
    await page.getByLabel('Who pays which price: Section A, row 1, seat 6').selectOption('Youth');
    await pays(page, '₩150,000');
    await page.reload();
    await pays(page, '₩150,000');
    await leaveToPay(page);
    await pays(page, '₩150,000');
    await payWith(page, 'approve');
    await booked(page);
    await page.getByRole('link', { name: 'Show tickets' }).click();
    await page.getByText('₩50,000 · Youth · please bring: a student card', { exact: false }).waitFor();
  });
}

const pays = (page: Page, sum: string): Promise<void> =>
  payButton(page)
    .and(page.getByRole('button', { name: `Pay ${sum}` }))
    .waitFor();
