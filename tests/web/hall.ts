import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { eventually, inDays, newPerformance, oneRow, seatMap } from '../marquee';
import { newShow, type Stage } from './stage';
import { choose, openRow, payButton, seatBox, seatsPath, signInAndHold } from './steps';

/** Long enough to see the page before. */
const OPENS_IN_MS = 4_000;

/** Half of the least that a finger hits. */
const STEP_PX = 12;

export function hall(stage: () => Stage): void {
  test('a tap on the map comes nearer, the next takes a seat, and the list says which', async () => {
    const { performanceId } = await newShow(stage().theatre, 'Tap');
    const page = await stage().visitor();
    await page.goto(seatsPath(performanceId));
    await page.getByRole('radio', { name: 'Map' }).check();
    await tapUntil(page, 'Show seats');
    await page.getByRole('button', { name: 'Show seats' }).click();
    const [taken] = await page.getByRole('button', { name: /^Remove Section A, row 1/ }).all();
    const seat = Number(/seat (\d+)/.exec((await taken?.getAttribute('aria-label')) ?? '')?.[1]);
    await openRow(page);
    expect(await seatBox(page, seat).isChecked()).toBe(true);
  });

  test('buttons and arrow keys move the map', async () => {
    const { performanceId } = await newShow(stage().theatre, 'Keys and Map');
    const page = await stage().visitor({ width: 1440 });
    await page.goto(seatsPath(performanceId));
    await page.locator('canvas').waitFor();
    const whole = await pictureOf(page);
    await page.getByRole('button', { name: 'Zoom in on the map' }).focus();
    const seen = new Set([whole]);
    for (const key of ['+', '+', 'ArrowRight', 'ArrowLeft']) {
      await page.keyboard.press(key);
      seen.add(await pictureOf(page));
    }
    expect(seen.size).toBeGreaterThanOrEqual(4);
    await page.keyboard.press('0');
    expect(await pictureOf(page)).toBe(whole);
  });

  test('the wheel and two fingers move it too', async () => {
    const { performanceId } = await newShow(stage().theatre, 'Fingers');
    const desk = await stage().visitor({ width: 1440 });
    await desk.goto(seatsPath(performanceId));
    await desk.locator('canvas').hover();
    const whole = await pictureOf(desk);
    await desk.mouse.wheel(0, -400);
    expect(await pictureOf(desk)).not.toBe(whole);
    const phone = await stage().visitor();
    await phone.goto(seatsPath(performanceId));
    await phone.getByRole('radio', { name: 'Map' }).check();
    await phone.locator('canvas').waitFor();
    const before = await pictureOf(phone);
    await pinch(phone);
    expect(await pictureOf(phone)).not.toBe(before);
  });

  test('standing places go beside seats, and both are held at once', async () => {
    const { performanceId } = await newShow(stage().theatre, 'Both');
    const page = await stage().visitor();
    await page.goto(seatsPath(performanceId));
    await choose(page, 5);
    await page.getByRole('heading', { name: 'Section F', exact: true }).click();
    await page.getByLabel('Standing places').selectOption('2');
    await page.getByText('3 seats', { exact: true }).waitFor();
    await signInAndHold(page, 'Bo');
    await page.getByRole('button', { name: 'Pay ₩200,000' }).waitFor();
    const held = await eventually(
      async () => {
        const seats = Object.entries(await seatMap(stage().theatre, performanceId));
        return seats.filter(([, status]) => status === 'held').map(([seatId]) => seatId);
      },
      (seats) => seats.length === 3,
    );
    expect(held).toEqual(['A-1-5', expect.stringMatching(/^F-/), expect.stringMatching(/^F-/)]);
  });

  test('best available says which seats before they are held, and gives a choice back that it replaced', async () => {
    const { performanceId } = await newShow(stage().theatre, 'Best');
    const page = await stage().visitor();
    await page.goto(seatsPath(performanceId));
    await choose(page, 1);
    await page.getByText('1 of 2 seats', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Best available' }).click();
    await page.getByText('The best now: Section A, row 1, seats 5, 6.', { exact: false }).first().waitFor();
    await page.getByText('They take the place of what you had chosen.', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Take back' }).click();
    expect([await seatBox(page, 1).isChecked(), await seatBox(page, 5).isChecked()]).toEqual([true, false]);
    await page.getByRole('button', { name: 'Best available' }).click();
    await signInAndHold(page, 'Bess');
    await page.getByRole('region', { name: 'Seats' }).getByText('Section A, row 1, seat 6').waitFor();
  });

  test('a seat that somebody else takes meanwhile leaves the choice, by name', async () => {
    const { theatre } = stage();
    const { performanceId } = await newShow(theatre, 'Meanwhile');
    const page = await stage().visitor();
    await page.goto(seatsPath(performanceId));
    await choose(page, 5, 6);
    const faster = await theatre.person('faster');
    await faster.post(`/performances/${performanceId}/holds`, { seats: ['A-1-6'] });
    await page.getByRole('alert').getByText('Somebody was faster: Section A, row 1, seat 6.').waitFor();
    await page.getByText('1 of 2 seats', { exact: true }).waitFor();
  });

  test('a performance that is sold out, or not on sale yet, says so and leads to other dates', async () => {
    const { theatre } = stage();
    const full = await newPerformance(theatre, oneRow(1), { title: 'Full' });
    await (await theatre.person('quick')).post(`/performances/${full}/holds`, { seats: ['A-1-1'] });
    const later = await newPerformance(theatre, { salesOpenAt: inDays(1) }, { title: 'Later' });
    const page = await stage().visitor();
    for (const [performanceId, words] of [
      [full, 'This performance is sold out.'],
      [later, 'On sale from'],
    ] as const) {
      await page.goto(seatsPath(performanceId));
      await page.getByText(words, { exact: false }).waitFor();
      expect(await payButton(page).count()).toBe(0);
      await page.getByRole('link', { name: 'See other dates' }).click();
      await page.getByRole('heading', { name: 'Dates and times' }).waitFor();
    }
  });

  test('at the opening the seats are there by themselves', async () => {
    const opens = { salesOpenAt: new Date(Date.now() + OPENS_IN_MS).toISOString() };
    const performanceId = await newPerformance(stage().theatre, opens, { title: 'Opening' });
    const page = await stage().visitor();
    await page.goto(seatsPath(performanceId));
    await page.getByText('On sale from', { exact: false }).waitFor();
    await choose(page, 5);
    await signInAndHold(page, 'Opal');
  });
}

/** Taps down the middle of the map, a finger's breadth at a time, until what a chosen seat brings is there. */
async function tapUntil(page: Page, name: string): Promise<void> {
  const canvas = page.locator('canvas').first();
  const { width, height } = (await canvas.boundingBox()) ?? { width: 0, height: 0 };
  const chosen = page.getByRole('button', { name });
  for (let y = STEP_PX; y < height; y += STEP_PX) {
    await canvas.click({ position: { x: width / 2 + STEP_PX, y } });
    if ((await chosen.count()) === 1) return;
  }
  throw new Error('No tap on the map takes a seat.');
}

/** Two fingers that part in the middle of the map. */
async function pinch(page: Page): Promise<void> {
  const { x, y, width, height } = (await page.locator('canvas').boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  const [middle, down] = [x + width / 2, y + height / 2];
  const fingers = (apart: number) => [middle - apart, middle + apart].map((at) => ({ x: at, y: down }));
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(20) });
  for (const apart of [40, 60, 80])
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** What the canvas shows, as a hash, when a tenth of a second has changed nothing. Nothing glides: the visitors here ask for no motion. */
const pictureOf = async (page: Page): Promise<string> => {
  let before = '';
  return eventually(
    async () => {
      const shown = createHash('sha256')
        .update(await drawn(page))
        .digest('hex');
      const settled = shown === before;
      before = shown;
      return { shown, settled };
    },
    ({ settled }) => settled,
  ).then(({ shown }) => shown);
};

/** A canvas that nobody has drawn on yet has the width that HTML gives it. */
const drawn = async (page: Page): Promise<string> => {
  await page.waitForFunction('document.querySelector("canvas").width !== 300');
  return page.evaluate('document.querySelector("canvas").toDataURL()');
};
