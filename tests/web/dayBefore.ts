import type { Page } from 'playwright-core';
import type { Theatre } from '../marquee';
import { savedAs, sweep } from './drawing';
import { staffPage } from './staffSteps';
import type { Stage } from './stage';
import { title } from './steps';

/** What has to be there before a seat can be sold: a house, a musical and its performances. */

/** Keeps a picture of the page for the handbook. */
export type See = (name: string, page: Page, how?: { readonly fullPage?: boolean }) => Promise<void>;

export type Run = {
  readonly musicalId: string;
  /** As it is written, and as the door and the buyers read it. */
  readonly title: string;
  readonly titleEn: string;
  /** In order, tonight's first. */
  readonly performanceIds: readonly string[];
};

export const DESK_PX = 1200;
const HOUSE = '등불 극장';
const TITLE = { ko: '등불지기의 노래', en: 'The Lamplighter’s Song' };
/** Stalls of 12 rows of 24 seats, a circle of 6 rows of 20. */
const SEATS = '408';
const PRICES: Readonly<Record<string, string>> = { VIP: '150000', R: '110000', S: '70000' };

/** A house is drawn: two sections, their rows curved and numbered, and the best seats painted. */
export async function drawHouse(stage: Stage, see: See): Promise<string> {
  const page = await staffPage(stage, 'admin', { path: '/staff/plan', width: DESK_PX });
  await page.getByLabel('Name', { exact: true }).fill(HOUSE);
  await page.getByRole('button', { name: 'Begin to draw' }).click();
  await title(page, HOUSE).waitFor();
  for (const tier of ['R', 'S', 'VIP']) {
    await page.getByLabel('Name of the tier').fill(tier);
    await page.getByRole('button', { name: 'Add tier' }).click();
  }
  await addSection(page, { name: 'Stalls', tier: 'R', rows: '12', blocks: '6 12 6', curve: '2' });
  await addSection(page, {
    name: 'Circle',
    tier: 'S',
    first: 'A',
    rows: '6',
    blocks: '20',
    curve: '3',
    numbers: 'odd and even from the middle … 3 1 2 4 …',
  });
  // Its ends would be among the last rows of the stalls.
  await page.getByRole('spinbutton', { name: 'Down', exact: true }).fill('16');
  await page.getByRole('spinbutton', { name: 'Down', exact: true }).press('Tab');
  await page.getByText(`${SEATS} seats`, { exact: true }).first().waitFor();
  await page.getByRole('radio', { name: 'Paint', exact: true }).check();
  await page.getByRole('radio', { name: 'Tier to paint: VIP' }).check();
  await sweep(page, [0.35, 0.25], [0.65, 0.4]);
  await page.getByRole('heading', { name: 'Checks: nothing found' }).waitFor();
  await page.evaluate('scrollTo(0, 0)');
  await see('house', page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  return savedAs(page);
}

type NewSection = Readonly<Record<'name' | 'tier' | 'rows' | 'blocks' | 'curve', string>> & {
  readonly first?: string;
  readonly numbers?: string;
};

async function addSection(page: Page, { name, tier, first, rows, blocks, curve, numbers }: NewSection) {
  await page.getByRole('button', { name: 'Add a seated section' }).click();
  await page.getByLabel('Name that people see').fill(name);
  await page.getByLabel('Name that people see').press('Tab');
  await page.getByLabel('Price tier', { exact: true }).selectOption(tier);
  if (first !== undefined) await page.getByLabel('Name of the first row').fill(first);
  await page.getByLabel('How many rows').fill(rows);
  await page.getByLabel('Seats between the aisles').fill(blocks);
  await page.getByLabel('Curve').fill(curve);
  if (numbers !== undefined) await page.getByLabel('Numbers', { exact: true }).selectOption(numbers);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
}

/** A musical, and two weeks of it put on sale at once. Its first performance begins tonight, at this moment. */
export async function putOnSale(stage: Stage, tonightMs: number, see: See): Promise<Run> {
  const page = await staffPage(stage, 'admin', { path: '/staff/programme/new', width: DESK_PX });
  const tonight = inSeoul(tonightMs);
  await page.getByLabel('Title, Korean').fill(TITLE.ko);
  await page.getByLabel('Title, English').fill(TITLE.en);
  await page.getByLabel('Description, Korean').fill('불빛 하나로 도시를 깨우는 사람의 이야기.');
  await page.getByLabel('Description, English').fill('Of somebody who wakes a city with one light.');
  await page.getByLabel('First day').fill(tonight.slice(0, 10));
  await page.getByLabel('Last day').fill(inSeoul(tonightMs + 13 * DAY_MS).slice(0, 10));
  await page.getByLabel('Venue').fill(HOUSE);
  await page.getByLabel('Running time in minutes').fill('150');
  await page.getByLabel('Age rating').fill('8');
  await page.getByRole('button', { name: 'Save' }).click();
  await title(page, TITLE.ko).waitFor();
  await page.getByRole('link', { name: 'Add performances' }).click();
  await page.getByLabel(WEEKDAYS[weekday(tonight)] ?? '', { exact: true }).fill(tonight.slice(11));
  await page.getByLabel('Seating plan').selectOption({ label: `${HOUSE} (${SEATS})` });
  await writePrices(page);
  await see('run', page, { fullPage: true });
  await page.getByRole('button', { name: /^Make \d+ performances$/ }).click();
  await page
    .locator('#main')
    .getByText(/^All \d+ performances are made\.$/)
    .waitFor();
  await page.getByRole('link', { name: 'Back to the musical' }).click();
  await title(page, TITLE.ko).waitFor();
  await page.getByText('on sale', { exact: true }).first().waitFor();
  await see('on-sale', page);
  const musicalId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  return {
    musicalId,
    title: TITLE.ko,
    titleEn: TITLE.en,
    performanceIds: await performancesOf(stage.theatre, musicalId),
  };
}

async function writePrices(page: Page): Promise<void> {
  const tiers = page.getByLabel('Tier', { exact: true });
  await tiers.first().waitFor();
  for (let at = 0; at < (await tiers.count()); at++) {
    const price = PRICES[await tiers.nth(at).inputValue()] ?? '';
    await page.getByLabel('Price', { exact: true }).nth(at).fill(price);
  }
  await page.getByRole('button', { name: 'Add a price type' }).click();
  await page.getByLabel('Id', { exact: true }).fill('youth');
  await page.getByLabel('Name, Korean').last().fill('청소년');
  await page.getByLabel('Name, English').last().fill('Under 19');
  await page.getByLabel('Off', { exact: true }).fill('30');
  await page.getByLabel('Proof, Korean').fill('학생증');
  await page.getByLabel('Proof, English').fill('A student card');
}

async function performancesOf(theatre: Theatre, musicalId: string): Promise<readonly string[]> {
  const { items } = (await theatre.anyone(`/musicals/${musicalId}/performances?limit=100`)).body;
  return (items as { performanceId: string; startsAt: string }[])
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
    .map(({ performanceId }) => performanceId);
}

const DAY_MS = 24 * 3_600_000;
const SEOUL_MS = 9 * 3_600_000;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** On the clock of the house: `2026-12-11T19:30`. */
const inSeoul = (atMs: number): string => new Date(atMs + SEOUL_MS).toISOString().slice(0, 16);
const weekday = (wallClock: string): number => new Date(wallClock.slice(0, 10)).getUTCDay();
