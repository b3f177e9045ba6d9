import type { Page } from 'playwright-core';
import { eventually, pay, reserve, seatMap, soldAtCounter, type Theatre, untilStatus } from '../marquee';
import { DESK_PX, type See } from './dayBefore';
import type { Evening } from './doorSteps';
import { staffPage } from './staffSteps';
import type { Stage } from './stage';
import { booked, leaveToPay, openRow, payWith, seatsPath, signInAndHold, title } from './steps';

/** A day's sales: some truly clicked at the counter and on the web, the others by the same calls. */

const ON_THE_WEB = { buyers: 20, seats: 4 };
/** As many as a group at the counter. */
const GROUP = 12;
const NAMES = [
  'Kim Minji',
  'Lee Junho',
  'Park Sora',
  'Choi Yuna',
  'Jung Haneul',
  'Kang Dohyun',
  'Yoon Jiwoo',
];

/** So many tickets of a performance are sold, and some seats kept off sale. */
export async function sellTickets(
  stage: Stage,
  performanceId: string,
  tickets: number,
  see: See,
): Promise<readonly string[]> {
  const clicked = [
    await buyOnPhone(stage, performanceId, see),
    await buyBestSeats(stage, performanceId),
    await sellAtCounter(stage, performanceId, see),
    await sellByKeys(stage, performanceId),
  ];
  await withhold(stage, performanceId, see);
  const { theatre } = stage;
  const byClicks = 2 * clicked.length;
  const map = await eventually(
    () => seatMap(theatre, performanceId),
    (seats) => Object.values(seats).filter((is) => is === 'sold').length >= byClicks,
  );
  const free = Object.keys(map).filter((seatId) => map[seatId] === 'available');
  const others = free.slice(0, tickets - byClicks);
  const web = ON_THE_WEB.buyers * ON_THE_WEB.seats;
  await sellOnTheWeb(theatre, performanceId, others.slice(0, web));
  await sellToGroups(theatre, performanceId, others.slice(web));
  await eventually(
    async () => (await theatre.admin.get(`/admin/performances/${performanceId}/sales`)).body.sold,
    (sold) => sold === tickets,
  );
  return clicked;
}

/** Somebody chooses on a phone, pays, and has the tickets. */
async function buyOnPhone(stage: Stage, performanceId: string, see: See): Promise<string> {
  const page = await stage.visitor();
  await page.goto(seatsPath(performanceId));
  await openRow(page, { section: 'Stalls', row: '5' });
  // Painted seats say their tier and price after their number.
  for (const seat of [12, 13])
    await page.getByRole('checkbox', { name: new RegExp(`^Seat ${seat},`) }).check();
  await page.getByRole('radio', { name: 'Map' }).check();
  await page.locator('canvas').first().waitFor();
  await see('web-seats', page);
  await signInAndHold(page, 'Mina');
  await see('web-pay', page);
  await leaveToPay(page);
  await payWith(page, 'approve');
  await booked(page);
  await page.getByRole('link', { name: 'Show tickets' }).click();
  await page
    .getByRole('img', { name: /^QR code/ })
    .first()
    .waitFor();
  await see('web-ticket', page);
  return reservationIn(page);
}

/** Somebody at a desk takes what is best. */
async function buyBestSeats(stage: Stage, performanceId: string): Promise<string> {
  const page = await stage.visitor({ width: DESK_PX });
  await page.goto(seatsPath(performanceId));
  await page.getByRole('button', { name: 'Best available' }).click();
  await signInAndHold(page, 'Jamie');
  await leaveToPay(page);
  await payWith(page, 'approve');
  await booked(page);
  return reservationIn(page);
}

/** By the mouse, from the list of what comes to the printed tickets. */
async function sellAtCounter(stage: Stage, performanceId: string, see: See): Promise<string> {
  const page = await staffPage(stage, 'box-office', { path: '/staff/counter', width: DESK_PX });
  await page.locator(`a[href="/staff/counter/${performanceId}"]`).click();
  await page.getByRole('button', { name: 'Best available' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Park Jiho');
  await page.getByRole('radio', { name: 'Cash' }).check();
  await see('counter', page);
  await page.getByRole('button', { name: /^Sell for/ }).click();
  await title(page, 'Sold').waitFor();
  await page.getByRole('button', { name: 'Print 2 tickets' }).waitFor();
  return reservationIn(page);
}

/** Without a mouse: the numbers as they stand on the seats, and Enter. */
async function sellByKeys(stage: Stage, performanceId: string): Promise<string> {
  const path = `/staff/counter/${performanceId}`;
  const page = await staffPage(stage, 'box-office', { path, width: DESK_PX });
  await page.getByLabel('Seats by number').fill('A 9 1-2');
  await page.getByLabel('Seats by number').press('Enter');
  await page.getByRole('radio', { name: 'Card terminal' }).check();
  await page.getByLabel('Name', { exact: true }).fill('Seo Ahn');
  await page.getByLabel('Name', { exact: true }).press('Enter');
  await title(page, 'Sold').waitFor();
  return reservationIn(page);
}

async function withhold(stage: Stage, performanceId: string, see: See): Promise<void> {
  const path = `/staff/counter/${performanceId}/withheld`;
  const page = await staffPage(stage, 'box-office', { path, width: DESK_PX });
  await page.getByLabel('Seats by number').fill('B F 3-4');
  await page.getByRole('button', { name: 'Take' }).click();
  await page.getByLabel('Reason').fill('House seats');
  await page.getByLabel('Note (optional)').fill('For the author');
  await page.getByRole('button', { name: 'Withhold 4 seats' }).click();
  await page.getByText('For the author', { exact: false }).waitFor();
  // The map is about a second behind.
  await page.reload();
  await page.getByText('For the author', { exact: false }).waitFor();
  await page.locator('canvas').first().waitFor();
  await see('withheld', page);
}

const reservationIn = (page: Page): string => /(?:sold|reservations)\/([^/?]+)/.exec(page.url())?.[1] ?? '';

/** Customers who pay at the provider, a few at a time. */
export async function sellOnTheWeb(
  theatre: Theatre,
  performanceId: string,
  seats: readonly string[],
): Promise<readonly string[]> {
  const sold: string[] = [];
  for (const [buyer, some] of inGroups(seats, ON_THE_WEB.seats).entries()) {
    const person = await theatre.person(`${performanceId.slice(-6)}-buyer-${buyer}`);
    const { body } = await reserve(person, { performanceId, seats: some });
    await pay(theatre, person, body);
    await untilStatus(person, body.reservationId, 'completed');
    sold.push(body.reservationId);
  }
  return sold;
}

/** Groups that pay by card at the counter. */
async function sellToGroups(theatre: Theatre, performanceId: string, seats: readonly string[]) {
  for (const [group, some] of inGroups(seats, GROUP).entries()) {
    const customer = { name: NAMES[group % NAMES.length] };
    const sale = { performanceId, seats: some, customer, payment: { method: 'card-terminal' } };
    await soldAtCounter(theatre.admin, sale);
  }
}

const inGroups = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

/** Every ticket of a performance, as those who come in hold them. */
export async function ticketsOf(theatre: Theatre, performanceId: string): Promise<Omit<Evening, 'title'>> {
  const reservationIds: string[] = [];
  let next: string | undefined = '';
  while (next !== undefined) {
    const query: string = next === '' ? '' : `&continuation=${encodeURIComponent(next)}`;
    const at = `/admin/performances/${performanceId}/reservations?limit=100${query}`;
    const { items, continuation } = (await theatre.admin.get(at)).body;
    for (const { reservationId, status } of items)
      if (status === 'completed') reservationIds.push(reservationId);
    next = continuation;
  }
  const codes: string[] = [];
  for (const reservationId of reservationIds) {
    const { body } = await theatre.admin.get(`/reservations/${reservationId}`);
    const issued = await eventually(
      async () => (await theatre.admin.get(`/reservations/${reservationId}/tickets`)).body.items ?? [],
      (items: readonly { code: string }[]) => items.length === body.seats.length,
    );
    codes.push(...issued.map(({ code }) => code));
  }
  return { performanceId, codes, reservationIds };
}
