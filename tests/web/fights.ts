import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { newShow, type Stage } from './stage';
import { choose, hold, payButton, playOnce, seatsPath, signInFirst } from './steps';

/** The web is a module, which this is not for the compiler. */
const TEXTS: Readonly<Record<string, string>> = require('../../web/src/texts/en/problems').default;
const CODES = [...readFileSync('docs/problems.md', 'utf8').matchAll(/<a id="([\w-]+)">/g)];
const WORDS = Object.fromEntries(CODES.map(([, code = '']) => [code, TEXTS[code]]));
const DETAIL = 'not for customers';

export function fights(stage: () => Stage): void {
  const readyToHold = async (performanceId: string, name: string, ...seats: number[]) => {
    const page = await stage().visitor();
    await page.goto(seatsPath(performanceId));
    await choose(page, ...seats);
    await signInFirst(page, name);
    await holdButton(page).waitFor();
    return page;
  };

  test('two browsers want one seat at once: one has it, the other is told which is gone and keeps the rest', async () => {
    const { performanceId } = await newShow(stage().theatre, 'Fight');
    const ann = await readyToHold(performanceId, 'Ann', 5, 6);
    const ben = await readyToHold(performanceId, 'Ben', 6, 7);
    await Promise.all([ann, ben].map((page) => holdButton(page).click()));
    const [annHas, benHas] = await Promise.all([ann, ben].map(hasThem));
    expect([annHas, benHas].sort()).toEqual([false, true]);
    const [loser, left] = annHas ? [ben, 7] : [ann, 5];
    await loser
      .getByText('Somebody was faster: Section A, row 1, seat 6. The others are still chosen.')
      .waitFor();
    await loser.getByRole('button', { name: 'Show seats' }).click();
    await loser.getByRole('button', { name: `Remove Section A, row 1, seat ${left}` }).waitFor();
    await loser.getByRole('button', { name: /^Take instead: Section A, row 1, seats/ }).click();
    await hold(loser);
    await loser.getByRole('button', { name: 'Pay ₩200,000' }).waitFor();
  });

  test('an answer that is lost is asked for again, and the seats are held once', async () => {
    const { performanceId } = await newShow(stage().theatre, 'Lost');
    const page = await readyToHold(performanceId, 'Lou', 5, 6);
    await playOnce(page, 'POST', '**/holds', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await holdButton(page).click();
    await page.getByRole('alert').getByText('The connection is gone').waitFor();
    await hold(page);
    await page.getByRole('button', { name: 'Pay ₩200,000' }).waitFor();
  });

  test('every problem of the API is said in its own words, and not in those of the machine', async () => {
    const { performanceId } = await newShow(stage().theatre, 'Trouble');
    const page = await readyToHold(performanceId, 'Tom', 5);
    const codes = Object.keys(WORDS);
    for (const code of codes) {
      await refuseHold(page, code);
      await page
        .getByRole('alert')
        .getByText(WORDS[code] ?? code, { exact: true })
        .waitFor();
    }
    expect(codes.length).toBeGreaterThan(20);
    expect(await page.getByText(DETAIL).count()).toBe(0);
  });
}

const holdButton = (page: Page) => page.getByRole('button', { name: 'Hold and pay' });

/** Whether the hold was theirs, once the page says so either way. */
async function hasThem(page: Page): Promise<boolean> {
  await payButton(page).or(page.getByRole('alert')).first().waitFor();
  return (await payButton(page).count()) === 1;
}

/** Presses the button, and the API answers with this problem. */
async function refuseHold(page: Page, code: string): Promise<void> {
  const contentType = 'application/problem+json';
  const body = JSON.stringify({ status: 400, code, detail: DETAIL });
  await playOnce(page, 'POST', '**/holds', (route) => route.fulfill({ status: 400, contentType, body }));
  await holdButton(page).click();
}
