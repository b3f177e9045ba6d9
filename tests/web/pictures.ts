import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { firstPurchase, type Step } from './journey';
import { everyScreen, type Screen, type Visit } from './screens';
import { openStage, type Stage } from './stage';

/** Makes the pictures of docs/web.md, and the page itself: every screen on a phone and on a desk. */

const FOLDER = 'docs/web';
const WIDTHS = [390, 1440] as const;
const MAIL_WIDTH = 360;
type Width = (typeof WIDTHS)[number];

/** Each width has a customer and a row of its own, so that it finds the seats free. */
const VISITS = {
  390: { customer: 'Jamie', section: 'Stalls, front', row: 'C' },
  1440: { customer: 'Mina', section: 'Stalls, front', row: 'D' },
};

type Seen = Pick<Screen, 'name' | 'what'>;

async function main(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const stage = await openStage({ MARQUEE_DEMO: 'on' });
  try {
    const show = await firstShow(stage);
    let seen: readonly Seen[] = [];
    for (const width of WIDTHS) seen = await picturesOf(stage, { ...show, ...VISITS[width] }, width);
    await picturesOfMails(stage);
    writeFileSync('docs/web.md', pageOf(seen, await journeysOf(stage, show.title)));
  } finally {
    await stage.close();
  }
}

async function firstShow({ theatre }: Stage): Promise<Pick<Visit, 'title' | 'performanceId'>> {
  const [{ title, musicalId }] = (await theatre.anyone('/musicals', { 'accept-language': 'en' })).body.items;
  const [{ performanceId }] = (await theatre.anyone(`/musicals/${musicalId}/performances`)).body.items;
  return { title, performanceId };
}

async function picturesOf(stage: Stage, visit: Visit, width: Width): Promise<Seen[]> {
  const seen: Seen[] = [];
  const page = await stage.visitor({ width });
  await everyScreen(page, visit, async ({ name, what, page: tab }) => {
    await take(tab, `${name}-${width}`);
    seen.push({ name, what });
  });
  await stage.leaveAll();
  return seen;
}

type Journeys = { readonly byFinger: readonly Step[]; readonly byKeyboard: readonly Step[] };

/** A first purchase on a phone, with a picture of each step, and the same by the keyboard on a desk. */
async function journeysOf(stage: Stage, show: string): Promise<Journeys> {
  const phone = await stage.visitor({ width: 390 });
  const byFinger = await firstPurchase(phone, show, 'finger', (page, place) =>
    take(page, `step-${place}-390`),
  );
  const desk = await stage.visitor({ width: 1440 });
  const byKeyboard = await firstPurchase(desk, show, 'keyboard', async () => {});
  await stage.leaveAll();
  return { byFinger, byKeyboard };
}

/** What was pressed has moved what it moves by then, and the small hall in the map's corner is still there. */
const SETTLED_MS = 500;
/** Of 100. From here on text has no shadows that one could see. */
const QUALITY = 82;

/** What the window shows, or the whole page. As WebP it is a third of what it is as PNG. */
async function take(page: Page, name: string, isWhole = false): Promise<void> {
  await page.waitForTimeout(SETTLED_MS);
  const session = await page.context().newCDPSession(page);
  const how = { format: 'webp', quality: QUALITY, captureBeyondViewport: isWhole } as const;
  const { cssContentSize } = await session.send('Page.getLayoutMetrics');
  const { data } = await session.send('Page.captureScreenshot', {
    ...how,
    ...(isWhole ? { clip: { ...cssContentSize, scale: 1 } } : {}),
  });
  await session.detach();
  const picture = Buffer.from(data, 'base64');
  const file = path.join(FOLDER, `${name}.webp`);
  writeFileSync(file, picture);
  console.log(`${file} ${Math.ceil(picture.length / 1024)} KB`);
}

/** A sale's mail on a phone, in both languages, one of them in the dark. */
const MAILS = { 'mail-ko': 'ReservationCompleted.ko.light', 'mail-en-dark': 'ReservationCompleted.en.dark' };

async function picturesOfMails(stage: Stage): Promise<void> {
  const page = await stage.visitor({ width: MAIL_WIDTH });
  for (const [name, sample] of Object.entries(MAILS)) {
    await page.goto(`/dev/mails/${sample}.html`);
    await take(page, `${name}-${MAIL_WIDTH}`, true);
  }
  await stage.leaveAll();
}

const pageOf = (seen: readonly Seen[], { byFinger, byKeyboard }: Journeys): string => `# The web in pictures

Every screen of the demo season, on a phone (390 px) and on a desk (1440 px). Made by \`npm run pictures\`, which buys and
cancels tickets as the tests in [tests/web/](../tests/web/) do. How the web is built is in [web/](../web/README.md).

## A first purchase

Somebody who has never been here, from the programme to the code at the door: ${sum(byFinger, 'presses')} taps and nothing typed, of
which ${seconds(byFinger)} are waiting for this machine. By the keyboard alone it is ${sum(byKeyboard, 'presses')} keys.

| | what is seen | what is pressed | keys | waited |
| - | ------------ | --------------- | ---: | -----: |
${byFinger.map((step, at) => `| ${at + 1} | ${step.what} | ${step.pressed} | ${byKeyboard[at]?.presses || ''} | ${seconds([step])} |`).join('\n')}

${byFinger.map((_, at) => imageOf(`step-${at + 1}`, 390, 120)).join(' ')}

## Every screen

| what it is for | phone | desk |
| -------------- | ----- | ---- |
${seen.map(({ name, what }) => `| ${what} | ${imageOf(name, 390, 150)} | ${imageOf(name, 1440, 400)} |`).join('\n')}

## The mail of a sale

On a phone (360 px), in both languages, one of them in the dark. \`npm start\` shows every mail at \`/dev/mails\`.

${Object.keys(MAILS)
  .map((name) => imageOf(name, MAIL_WIDTH, 240))
  .join(' ')}
`;

const sum = (steps: readonly Step[], what: 'presses' | 'waitedMs'): number =>
  steps.reduce((all, step) => all + step[what], 0);
const seconds = (steps: readonly Step[]): string => `${(sum(steps, 'waitedMs') / 1000).toFixed(1)} s`;

const imageOf = (name: string, width: number, shownAt: number): string =>
  `<img src="web/${name}-${width}.webp" alt="${name.replaceAll('-', ' ')}, ${width} px wide" width="${shownAt}">`;

if (require.main === module) {
  main().catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
