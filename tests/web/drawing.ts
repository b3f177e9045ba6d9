import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { newPerformance } from '../marquee';
import { bigHouse } from '../samples/bigHouse';
import { findingsInAllLooks, staffPage } from './staffSteps';
import type { Stage } from './stage';
import { seatsPath, title } from './steps';

const PLANS = '/staff/plan';

/** A house that somebody draws, by keyboard and by mouse, and what becomes of it. */
export function drawing(stage: () => Stage): void {
  test('a house of 1,000 seats is drawn by keyboard alone, saved, and buyers choose in it', async () => {
    const page = await staffPage(stage(), 'admin', { path: PLANS });
    await write(page, 'Name', 'Keyboard Hall');
    await press(page, 'Begin to draw');
    await title(page, 'Keyboard Hall').waitFor();
    for (const tier of ['R', 'VIP']) {
      await write(page, 'Name of the tier', tier);
      await page.keyboard.press('Enter');
    }
    await press(page, 'Add a seated section');
    await write(page, 'How many rows', '20');
    await page.keyboard.press('Enter');
    await press(page, 'Add a seated section');
    await write(page, 'Name of the first row', 'A');
    await write(page, 'How many rows', '16');
    await write(page, 'Seats between the aisles', '25');
    await choose(page, 'Numbers', 'odd and even from the middle … 3 1 2 4 …');
    await press(page, 'Add', true);
    await page.getByText('1,000 seats', { exact: true }).first().waitFor();
    await press(page, 'Row A · 25 seats');
    await write(page, 'Select seats', '1-5/2 2 4');
    await page.keyboard.press('Enter');
    await page.getByText('5 selected', { exact: true }).waitFor();
    await choose(page, 'Tier to paint: VIP');
    await press(page, 'Paint 5 selected VIP');
    await page.getByRole('heading', { name: 'Checks: nothing found' }).waitFor();
    await page.keyboard.press('Control+s');
    const venueId = await savedAs(page);

    const performanceId = await newPerformance(
      stage().theatre,
      { sections: undefined, venueId, tiers: {}, priceTiers: { VIP: 150_000, R: 100_000 } },
      { title: 'In the Hall' },
    );
    const { body: plan } = await stage().theatre.anyone(`/performances/${performanceId}/seats`);
    expect(plan.capacity).toBe(1_000);
    const buyer = await stage().visitor({ width: 1440 });
    await buyer.goto(seatsPath(performanceId));
    await buyer.getByRole('button', { name: /VIP/ }).waitFor();
    await buyer.getByRole('radio', { name: 'List' }).check();
    await buyer.getByRole('heading', { name: 'Section B', exact: true }).click();
    await buyer.getByText('Row A', { exact: true }).click();
    const words = await buyer.locator('label', { hasText: /^Seat/ }).allInnerTexts();
    expect(words.map((word) => word.match(/\d+/)?.[0])).toEqual(
      [25, 23, 21, 19, 17, 15, 13, 11, 9, 7, 5, 3, 1, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24].map(String),
    );
    expect(words.filter((word) => word.includes('VIP'))).toHaveLength(5);
  }, 300_000);

  test('with a mouse seats are swept, painted, moved and taken out, and each step is undone and done again', async () => {
    const page = await staffPage(stage(), 'admin', { path: PLANS });
    await begin(page, 'Mouse Hall');
    await addRows(page, '10');
    await sweep(page, [0.3, 0.4], [0.7, 0.6]);
    const words = await page.getByText(/^\d+ selected$/).textContent();
    const selected = Number.parseInt(words ?? '', 10);
    expect(selected).toBeGreaterThan(20);
    await page.getByRole('button', { name: 'Take the selected seats out' }).click();
    await page
      .getByText(`${300 - selected} seats`, { exact: true })
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('300 seats', { exact: true }).first().waitFor();
    await page.getByRole('radio', { name: 'Tier to paint: S' }).check();
    await page.getByRole('radio', { name: 'Paint', exact: true }).check();
    await sweep(page, [0.3, 0.4], [0.7, 0.6]);
    const painted = page.locator('li', { has: page.getByRole('radio', { name: 'Tier to paint: S' }) });
    await painted.getByText(`${selected} seats`).waitFor();
    await page.keyboard.press('Control+z');
    await painted.getByText('0 seats').waitFor();
    await page.keyboard.press('Control+y');
    await painted.getByText(`${selected} seats`).waitFor();
    await page.getByRole('radio', { name: 'Move sections' }).check();
    await sweep(page, [0.5, 0.5], [0.5, 0.7]);
    const down = page.getByRole('spinbutton', { name: 'Down', exact: true });
    expect(Number(await down.inputValue())).toBeGreaterThan(1);
  }, 300_000);

  test('what is wrong is said where it is, and stands against saving', async () => {
    const page = await staffPage(stage(), 'admin', { path: PLANS });
    await begin(page, 'Faulty Hall');
    await addRows(page, '3');
    await page.getByRole('button', { name: 'Row 2 · 30 seats' }).click();
    const numbers = page.getByLabel('Numbers (from the left)');
    await numbers.fill('1-8 | 8-29');
    await numbers.press('Enter');
    await page.getByText('A number is there twice in the row.').waitFor();
    await page.getByRole('button', { name: 'Row 3 · 30 seats' }).click();
    const down = page.getByRole('spinbutton', { name: 'Down within the section' });
    await down.fill('1');
    await down.press('Enter');
    await page.getByText('Seats are on top of each other.').first().waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('One fault is to be mended before it can be saved.').waitFor();
    await page.getByRole('button', { name: 'Go to section A, row 2, seats 8' }).click();
    await numbers.fill('1-8 | 9-30');
    await numbers.press('Enter');
    await page.getByText('A number is there twice in the row.').waitFor({ state: 'detached' });
    // Two rows at one place are a hint, and nothing more.
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await savedAs(page);
  }, 300_000);

  test('a reload loses nothing, and who leaves is asked', async () => {
    const page = await staffPage(stage(), 'admin', { path: PLANS });
    const asked: string[] = [];
    page.on('dialog', async (dialog) => {
      asked.push(dialog.type());
      await (asked.length === 1 ? dialog.dismiss() : dialog.accept());
    });
    await begin(page, 'Kept Hall');
    await addRows(page, '7');
    await page.getByRole('link', { name: 'All venues' }).click();
    await title(page, 'Kept Hall').waitFor();
    await page.reload();
    await title(page, 'Kept Hall').waitFor();
    await page.getByText('210 seats', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: 'All venues' }).click();
    await page.getByRole('link', { name: 'Go on with Kept Hall' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const venueId = await savedAs(page);
    await page.goto(PLANS);
    await page.getByRole('link', { name: 'Draw Kept Hall' }).waitFor();
    expect(await page.getByRole('link', { name: 'Go on with Kept Hall' }).count()).toBe(0);
    expect(asked.filter((type) => type === 'confirm')).toHaveLength(2);
    expect((await stage().theatre.anyone(`/venues/${venueId}`)).body.capacity).toBe(210);
  }, 300_000);

  test('of two who draw one house the second is told, and may save theirs over it', async () => {
    const { body: venue } = await stage().theatre.admin.post('/venues', small('Two Desks'));
    const page = await staffPage(stage(), 'admin', { path: `${PLANS}/${venue.venueId}` });
    await title(page, 'Two Desks').waitFor();
    const other = await stage().theatre.admin.get(`/venues/${venue.venueId}`);
    const etag = other.headers.get('etag') ?? '';
    await stage().theatre.admin.put(`/venues/${venue.venueId}`, small('Their Desks'), { 'if-match': etag });
    await page.getByRole('button', { name: /^A\b/ }).click();
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Somebody else has saved this house in the meantime.').waitFor();
    await page.getByRole('button', { name: 'Save mine over it' }).click();
    await page.getByText('Saved. Performances that exist keep the plan').first().waitFor();
    const { body } = await stage().theatre.anyone(`/venues/${venue.venueId}`);
    expect([body.name, body.capacity]).toEqual(['Two Desks', 16]);
  }, 300_000);

  test('what the API does not take is shown at the row that it is about', async () => {
    const page = await staffPage(stage(), 'admin', { path: PLANS });
    const house = small('Refused');
    const rows = [
      { row: '1', seats: 2 },
      { row: '2', seats: 1, guids: ['x'.repeat(201)] },
    ];
    await open(page, JSON.stringify({ ...house, sections: [{ ...house.sections[0], rows }] }));
    await title(page, 'Refused').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { name: 'What the server did not take' }).waitFor();
    await page.getByText('/sections/0/rows/1/guids/0', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Go to section A, row 2, seats 1' }).click();
    expect(await page.getByRole('button', { name: 'Row 2 · 1 seats' }).getAttribute('aria-expanded')).toBe(
      'true',
    );
  }, 300_000);

  test('what is exported comes back, as ours and as pretix’s', async () => {
    const page = await staffPage(stage(), 'admin', { path: PLANS });
    await begin(page, 'Sent Hall');
    await addRows(page, '4');
    const ours = await fileOf(page, 'Export');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const venueId = await savedAs(page);
    const theirs = await fileOf(page, 'Export for pretix');
    await page.goto(PLANS);
    await open(page, ours);
    await page.getByText('120 seats', { exact: true }).first().waitFor();
    expect(await fileOf(page, 'Export')).toBe(ours);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const again = await savedAs(page);
    const [a, b] = await Promise.all([venueId, again].map((id) => stage().theatre.anyone(`/venues/${id}`)));
    expect({ ...b?.body, venueId: '' }).toEqual({ ...a?.body, venueId: '' });
    await page.goto(PLANS);
    await open(page, theirs);
    await page.getByText('120 seats', { exact: true }).first().waitFor();
    await page.getByText('What only pretix knows and was not kept').waitFor();
    await page.getByRole('heading', { name: 'Checks: nothing found' }).waitFor();
    await page.goto(PLANS);
    await open(page, '{"name": "a"}');
    await page.getByText('What is wrong is at /timeZone.', { exact: false }).waitFor();
  }, 300_000);

  test('a house of 20,000 seats is opened, painted, undone and saved', async () => {
    const page = await staffPage(stage(), 'admin', { path: PLANS });
    const { venueId: _id, ...house } = bigHouse;
    await open(page, JSON.stringify(house));
    await page.getByText('20,000 seats', { exact: true }).first().waitFor();
    await page.getByLabel('Name of the tier').fill('VIP');
    await page.getByLabel('Name of the tier').press('Enter');
    await page.getByRole('button', { name: /^1층 가운데 구역/ }).click();
    await page.getByRole('button', { name: 'Select all seats' }).click();
    await page.getByRole('button', { name: 'Paint 1,000 selected VIP' }).click();
    await page.getByText('1,000 seats', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Redo' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const venueId = await savedAs(page);
    const { body } = await stage().theatre.anyone(`/venues/${venueId}`);
    expect([body.capacity, body.sections[0].tier]).toEqual([20_000, 'VIP']);
  }, 300_000);

  test('axe finds nothing in the list of houses nor in the editor, in both languages and both themes', async () => {
    const page = await staffPage(stage(), 'admin', { path: PLANS });
    await begin(page, 'For All');
    const found = [...(await findingsInAllLooks(page, 'an empty house'))];
    await addRows(page, '3');
    await page.getByRole('button', { name: 'House', exact: true }).click();
    await page.getByRole('button', { name: 'Row 2 · 30 seats' }).click();
    await page.getByLabel('Numbers (from the left)').fill('1 1 2');
    await page.getByLabel('Numbers (from the left)').press('Enter');
    await page.getByText('A number is there twice in the row.').waitFor();
    await page.getByRole('checkbox', { name: 'Seat 2' }).check();
    found.push(...(await findingsInAllLooks(page, 'a house')));
    page.on('dialog', (dialog) => dialog.accept());
    await page.goto(PLANS);
    await page.getByRole('link', { name: 'Go on with For All' }).waitFor();
    found.push(...(await findingsInAllLooks(page, 'all houses')));
    expect(found).toEqual([]);
  }, 300_000);
}

const small = (name: string) => ({
  name,
  timeZone: 'Asia/Seoul',
  sections: [{ sectionId: 'A', kind: 'seated', tier: 'R', x: 0, y: 0, rows: [{ row: '1', seats: 8 }] }],
});

async function begin(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Begin to draw' }).click();
  await title(page, name).waitFor();
  for (const tier of ['S', 'R']) {
    await page.getByLabel('Name of the tier').fill(tier);
    await page.getByRole('button', { name: 'Add tier' }).click();
  }
}

/** Of 30 seats with two aisles, in a section of their own of tier R. */
async function addRows(page: Page, rows: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a seated section' }).click();
  await page.getByLabel('Price tier', { exact: true }).selectOption('R');
  await page.getByLabel('How many rows').fill(rows);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page
    .getByText(`${Number(rows) * 30} seats`, { exact: true })
    .first()
    .waitFor();
}

type Share = readonly [x: number, y: number];

/** Over the map, from one point of it to another. */
export async function sweep(page: Page, from: Share, to: Share): Promise<void> {
  await page.evaluate('scrollTo(0, 0)');
  const box = await page.locator('canvas').boundingBox();
  if (box === null) throw new Error('There is no map.');
  const at = ([x, y]: Share) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 4 });
  await page.mouse.up();
}

/** The venue's id, once the house is saved. */
export async function savedAs(page: Page): Promise<string> {
  await page.waitForURL((address) => /^\/staff\/plan\/(?!new-)/.test(address.pathname));
  await page
    .getByText(/^(Saved\.|As it was saved\.)/)
    .first()
    .waitFor();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

async function fileOf(page: Page, button: string): Promise<string> {
  const download: Promise<Download> = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

const open = (page: Page, text: string): Promise<void> =>
  page
    .getByLabel('JSON file')
    .setInputFiles({ name: 'house.json', mimeType: 'application/json', buffer: Buffer.from(text) });

/** What the keyboard comes to by Tab alone, by its name: whatever a mouse can press is reached. */
async function tabTo(page: Page, name: string, isExact = false): Promise<void> {
  for (let step = 0; step < MOST_TABS; step++) {
    const found: string = await page.evaluate(NAME_OF_FOCUS);
    if (isExact ? found === name : found.startsWith(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${name}.`);
}
const MOST_TABS = 150;

/** Runs in the page, of which the tests have no types. */
const NAME_OF_FOCUS = `(() => {
  const focus = document.activeElement;
  const label = focus?.getAttribute('aria-label') ?? focus?.labels?.[0]?.textContent;
  return (label ?? focus?.textContent ?? '').trim();
})()`;

async function write(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

async function press(page: Page, name: string, isExact = false): Promise<void> {
  await tabTo(page, name, isExact);
  await page.keyboard.press('Enter');
}

/** A radio button by Space or the arrows, a list by typing what it says. */
async function choose(page: Page, name: string, option?: string): Promise<void> {
  if (option === undefined) {
    const radio = page.getByRole('radio', { name });
    await tabTo(page, name.split(':')[0] ?? name);
    while (!(await radio.isChecked())) await page.keyboard.press('ArrowDown');
    return;
  }
  await tabTo(page, name, true);
  await page.keyboard.type(option);
}
