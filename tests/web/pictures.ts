import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { everyScreen, type Screen, type Visit } from './screens';
import { openStage, type Stage } from './stage';

/** Makes the pictures of docs/web.md, and the page itself: every screen on a phone and on a desk. */

const FOLDER = 'docs/web';
const WIDTHS = [390, 1440] as const;
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
    writeFileSync('docs/web.md', pageOf(seen));
  } finally {
    await stage.close();
  }
}

async function firstShow({ theatre }: Stage): Promise<Pick<Visit, 'title' | 'performanceId'>> {
  const [{ title, musicalId }] = (await theatre.anyone('/musicals')).body.items;
  const [{ performanceId }] = (await theatre.anyone(`/musicals/${musicalId}/performances`)).body.items;
  return { title: title.split(' · ').at(-1), performanceId };
}

async function picturesOf(stage: Stage, visit: Visit, width: Width): Promise<Seen[]> {
  const seen: Seen[] = [];
  const page = await stage.visitor({ width });
  await everyScreen(page, visit, async ({ name, what, page: tab }) => {
    const file = path.join(FOLDER, `${name}-${width}.png`);
    await tab.screenshot({ path: file, animations: 'disabled' });
    console.log(`${file} ${Math.ceil(statSync(file).size / 1024)} KB`);
    seen.push({ name, what });
  });
  await stage.leaveAll();
  return seen;
}

const pageOf = (seen: readonly Seen[]): string => `# The web in pictures

Every screen of the demo season, on a phone (390 px) and on a desk (1440 px). Made by \`npm run pictures\`, which buys and
cancels tickets as the tests in [tests/web/](../tests/web/) do. How the web is built is in [web/](../web/README.md).

| what it is for | phone | desk |
| -------------- | ----- | ---- |
${seen.map(({ name, what }) => `| ${what} | ${imageOf(name, 390, 150)} | ${imageOf(name, 1440, 400)} |`).join('\n')}
`;

const imageOf = (name: string, width: Width, shownAt: number): string =>
  `<img src="web/${name}-${width}.png" alt="${name.replaceAll('-', ' ')}, ${width} px wide" width="${shownAt}">`;

if (require.main === module) {
  main().catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
