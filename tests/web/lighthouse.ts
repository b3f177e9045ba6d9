import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { chooseBrowser, launchIn } from './browser';
import { newShow, optionsOf, type Stage } from './stage';
import { booked, choose, foundAt, leaveToPay, payWith, seatsPath, signInAndHold } from './steps';

/** Lighthouse is no dependency: it would add 176 MB to every install. It is used where somebody has put it. */
const FOLDER = path.resolve(process.env.LIGHTHOUSE_DIR ?? '.lighthouse');
export const HOW_TO_GET_IT = `Lighthouse is not in ${FOLDER}; "npm run lighthouse" fetches it (176 MB).`;
export const hasLighthouse = (): boolean => existsSync(path.join(FOLDER, 'node_modules/lighthouse'));

export type Category = 'accessibility' | 'best-practices' | 'seo' | 'performance';
export type Looked = {
  readonly screen: string;
  /** Of 100. */
  readonly scores: Readonly<Partial<Record<Category, number>>>;
  readonly failed: readonly string[];
};

/** Runs where Lighthouse lies, on the tab that a customer has open: a new one would not be signed in. */
const RUN = `
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';
const { port, url, onlyCategories, skipAudits } = JSON.parse(process.argv[1]);
const browser = await puppeteer.connect({ browserURL: 'http://127.0.0.1:' + port, defaultViewport: null });
const page = (await browser.pages()).find((one) => one.url() === url);
const flags = { port, onlyCategories, skipAudits, disableStorageReset: true, logLevel: 'error' };
const { lhr } = await lighthouse(url, flags, undefined, page);
const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]));
const failed = Object.values(lhr.audits).filter(({ score }) => score === 0).map(({ id }) => id);
console.log(JSON.stringify({ scores, failed }));
await browser.disconnect();
`;

/** What is a customer's own is to be in no list. */
const OWN = ['is-crawlable'];

/** Looks at every screen of a purchase, from the programme to the ticket. */
export async function lookAtEach(stage: Stage, categories: readonly Category[]): Promise<Looked[]> {
  const profile = mkdtempSync(path.join(tmpdir(), 'marquee-lighthouse-'));
  const port = await freePort();
  const looks = { baseURL: stage.theatre.urls.web, ...optionsOf({}) };
  const context = await launchIn(chooseBrowser(), profile, looks, [`--remote-debugging-port=${port}`]);
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    const seen: Looked[] = [];
    await everyScreen(stage, page, async (screen, skipAudits = []) => {
      const request = { port, url: page.url(), onlyCategories: categories, skipAudits };
      const args = ['--input-type=module', '-e', RUN, JSON.stringify(request)];
      const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: FOLDER });
      seen.push({ screen, ...JSON.parse(stdout) });
    });
    return seen;
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

type Look = (screen: string, skipAudits?: readonly string[]) => Promise<void>;

async function everyScreen({ theatre }: Stage, page: Page, look: Look): Promise<void> {
  const { performanceId } = await newShow(theatre, 'Beacon');
  await page.goto(foundAt('Beacon'));
  await page.getByRole('link', { name: 'Beacon' }).waitFor();
  await look('programme');
  await page.goto(`/musicals/${performanceId.split('.')[0]}`);
  await page.getByRole('heading', { name: 'Dates and times' }).waitFor();
  await look('musical');
  await page.goto(seatsPath(performanceId));
  await page.getByRole('radio', { name: 'List' }).waitFor();
  await look('seats');
  await page.goto(seatsPath(performanceId));
  await choose(page, 5, 6);
  await signInAndHold(page, 'Bea');
  await look('pay', OWN);
  await leaveToPay(page);
  await payWith(page, 'approve');
  await booked(page);
  await page.getByRole('link', { name: 'Show tickets' }).click();
  await page.getByRole('img').first().waitFor();
  await look('ticket', OWN);
}

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { readonly port: number };
      server.close(() => found(port));
    });
  });
