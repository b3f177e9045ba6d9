import type { Page } from 'playwright-core';
import { eventually, inDays, newPerformance, type Person, soldAtCounter, type Theatre } from '../marquee';
import { type StaffPreset, signInAs } from './staffSteps';
import type { Stage } from './stage';
import { title } from './steps';

/** What an usher does, by what they see. */

/** It begins within the hour, so that a door can be opened for it. */
const SOON_DAYS = 1 / 24;
const ROW = 20;

export type Evening = {
  readonly title: string;
  readonly performanceId: string;
  /** A ticket for each seat of the first rows. */
  readonly codes: readonly string[];
  readonly reservationIds: readonly string[];
};

/** A performance of tonight with so many tickets sold, by the box office. */
export async function evening(theatre: Theatre, name: string, tickets: number): Promise<Evening> {
  const rows = Math.max(1, Math.ceil(tickets / ROW));
  const performanceId = await newPerformance(
    theatre,
    {
      startsAt: inDays(SOON_DAYS),
      priceTiers: { R: 100_000 },
      sections: [{ sectionId: 'A', kind: 'seated', tier: 'R', rows: rowsOf(rows) }],
    },
    { title: name },
  );
  const staff = await theatre.person('door-box-office', { roles: ['box-office'] });
  const sold = [];
  for (let row = 0; row < rows; row++) {
    const seats = Array.from(
      { length: Math.min(ROW, tickets - row * ROW) },
      (_, i) => `A-${row + 1}-${i + 1}`,
    );
    if (seats.length > 0) sold.push(await sell(staff, performanceId, seats));
  }
  return {
    title: name,
    performanceId,
    codes: sold.flatMap(({ codes }) => codes),
    reservationIds: sold.map(({ reservationId }) => reservationId),
  };
}

const rowsOf = (rows: number) =>
  Array.from({ length: rows }, (_, row) => ({ row: String(row + 1), seats: ROW }));

async function sell(staff: Person, performanceId: string, seats: readonly string[]) {
  const sale = { performanceId, seats, customer: { name: 'Group' }, payment: { method: 'complimentary' } };
  const { reservationId } = (await soldAtCounter(staff, sale)).body;
  const tickets = await eventually(
    async () => (await staff.get(`/reservations/${reservationId}/tickets`)).body.items ?? [],
    ({ length }) => length === seats.length,
  );
  return {
    reservationId: String(reservationId),
    codes: tickets.map(({ code }: { code: string }) => code),
  };
}

/** A phone at a door. */
export async function doorPage(
  stage: Stage,
  { title: name }: Pick<Evening, 'title'>,
  { door = 'Door 1', preset = 'door' as StaffPreset, page = undefined as Page | undefined } = {},
): Promise<Page> {
  const at = page ?? (await stage.visitor());
  await at.goto('/door');
  await title(at, 'Please sign in').waitFor();
  await at.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await signInAs(at, preset);
  await at.getByLabel('Name of this door').fill(door);
  // The next one to begin is the first.
  await at.getByRole('button', { name }).first().click();
  await isOnline(at);
  return at;
}

export const isOnline = (page: Page): Promise<void> =>
  page.locator('[data-connection="online"]').waitFor({ state: 'attached' });

/** The app and its files are kept: only then is it there without a network. */
export const isKept = (page: Page): Promise<unknown> =>
  page.evaluate('navigator.serviceWorker.ready.then(({ active }) => active.state)');

/** A scanner that types. Gives the verdict, and how many milliseconds after the last key it was on the screen. */
export async function wedge(page: Page, code: string): Promise<{ verdict: string; ms: number }> {
  await page.locator('[data-connection]').waitFor({ state: 'attached' });
  return page.evaluate(`(${TYPE})(${JSON.stringify(code)})`);
}

/** Runs in the page. */
const TYPE = `async (code) => {
  const scans = () => performance.getEntriesByName('scan to colour');
  const before = scans().length;
  // A busy machine may stop between two keys, and a scanner does not.
  const timeStamp = { value: performance.now() };
  for (const key of [...code, 'Enter']) {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    dispatchEvent(Object.defineProperty(event, 'timeStamp', timeStamp));
  }
  while (scans().length === before) await new Promise((wake) => setTimeout(wake, 5));
  const verdict = document.querySelector('[data-verdict]')?.dataset.verdict ?? '';
  return { verdict, ms: scans().at(-1).duration };
}`;

export const verdictOn = (page: Page, verdict: string) => page.locator(`[data-verdict="${verdict}"]`);

/** In and to come. */
export const counts = async (page: Page): Promise<readonly string[]> => page.locator('dd').allTextContents();
