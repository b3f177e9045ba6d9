import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { untilStatus } from '../marquee';
import { DESK_PX, drawHouse, putOnSale, type Run, type See } from './dayBefore';
import { sellOnTheWeb, sellTickets, ticketsOf } from './daySales';
import { letIn, type Moment } from './doorEvening';
import { film, playedCamera } from './playedCamera';
import { staffPage } from './staffSteps';
import { openStage, type Stage } from './stage';

/**
 * `npm run day`: a day of a theatre in a real browser, and the pictures of docs/theatre.md. A house is drawn, a run put on
 * sale, tickets sold at the counter and on the web, a performance cancelled, and everybody let in at two doors. It ends with
 * what was counted, and fails where a count is not as it has to be.
 */

const FOLDER = 'docs/theatre';
const TICKETS = 300;
const OFFLINE_MS = 60_000;
/** Until then all is sold, also on a slow machine. */
const TONIGHT_IN_MS = 3 * 3_600_000;
const FIVE_MINUTES_MS = 5 * 60_000;

async function main(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const camera = mkdtempSync(path.join(tmpdir(), 'marquee-camera-'));
  const nothing = path.join(camera, 'nothing.y4m');
  film(nothing);
  const stage = await openStage({}, playedCamera(nothing));
  try {
    await drawHouse(stage, see);
    const tonightMs = Math.ceil((Date.now() + TONIGHT_IN_MS) / FIVE_MINUTES_MS) * FIVE_MINUTES_MS;
    const run = await putOnSale(stage, tonightMs, see);
    await stage.leaveAll();
    const [tonight = '', tomorrow = '', later = ''] = run.performanceIds;
    const clicked = await sellTickets(stage, tonight, TICKETS, see);
    await lookAtSales(stage, tonight, clicked);
    await stage.leaveAll();
    const refunded = await cancelPerformance(stage, run, tomorrow);
    await lookAtMove(stage, later);
    await lookAtAudit(stage);
    await stage.leaveAll();
    const tickets = await ticketsOf(stage.theatre, tonight);
    const evening = await letIn(stage, { ...tickets, title: run.titleEn }, OFFLINE_MS, lookAtDoors);
    await stage.leaveAll();
    await lookAfterwards(stage, tonight);
    console.log(JSON.stringify({ tickets: TICKETS, soldByHand: clicked.length, refunded, evening }, null, 2));
    checkPictures();
  } finally {
    await stage.close();
    rmSync(camera, { recursive: true, force: true });
  }
}

const kept: string[] = [];

const see: See = async (name, page, { fullPage = false } = {}) => {
  const file = path.join(FOLDER, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled', fullPage });
  kept.push(name);
  console.log(`${file} ${Math.ceil(statSync(file).size / 1024)} KB`);
};

/** Every picture stands in the handbook, and every picture of the handbook is there. */
function checkPictures(): void {
  const shown = [...readFileSync('docs/theatre.md', 'utf8').matchAll(/src="theatre\/([\w-]+)\.png"/g)];
  const names = shown.map(([, name = '']) => name);
  const odd = [
    ...names.filter((name) => !kept.includes(name)),
    ...kept.filter((name) => !names.includes(name)),
  ];
  if (odd.length > 0) throw new Error(`Either no picture or not in docs/theatre.md: ${odd.join(', ')}.`);
}

const atDesk = (stage: Stage, role: 'admin' | 'box-office', at: string): Promise<Page> =>
  staffPage(stage, role, { path: at, width: DESK_PX });

async function lookAtSales(stage: Stage, performanceId: string, [first = '']: readonly string[]) {
  const live = await atDesk(stage, 'box-office', `/staff/live/${performanceId}`);
  await live.locator('.uplot canvas').waitFor();
  await see('live', live);
  const reservation = await atDesk(stage, 'box-office', `/staff/reservations/${first}`);
  await reservation.getByText('Tickets issued').waitFor();
  await see('reservation', reservation);
}

/** Tomorrow's is cancelled by who types its title; whoever has bought is refunded. Gives how many that were. */
async function cancelPerformance(stage: Stage, run: Run, performanceId: string): Promise<number> {
  const { theatre } = stage;
  const seats = Array.from({ length: 12 }, (_, at) => `A-3-${at + 1}`);
  const sold = await sellOnTheWeb(theatre, performanceId, seats);
  const page = await atDesk(stage, 'admin', `/staff/performances/${performanceId}`);
  await page.getByRole('button', { name: 'Cancel performance' }).click();
  await page
    .getByText(`${sold.length} reservations with ${seats.length} seats will be cancelled`, { exact: false })
    .waitFor();
  await page.getByLabel('Type the title').fill(run.title);
  await see('cancel', page);
  await page.getByRole('button', { name: 'Cancel this performance' }).click();
  await page.getByText('This performance is cancelled.', { exact: false }).waitFor();
  for (const reservationId of sold) await untilStatus(theatre.admin, reservationId, 'cancelled');
  return sold.length;
}

/** What is asked before a performance is moved. It stays where it is. */
async function lookAtMove(stage: Stage, performanceId: string): Promise<void> {
  await sellOnTheWeb(stage.theatre, performanceId, ['A-2-1', 'A-2-2']);
  const page = await atDesk(stage, 'admin', `/staff/performances/${performanceId}`);
  const begins = page.getByLabel('Begins');
  await begins.fill(`${(await begins.inputValue()).slice(0, 10)}T20:15`);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('radio', { name: /^Everybody is refunded/ }).waitFor();
  await see('move', page);
}

async function lookAtDoors(moment: Moment, [first, second]: readonly [Page, Page]): Promise<void> {
  switch (moment) {
    case 'opened':
      await first.locator('[data-camera="open"]').waitFor();
      return see('door', first);
    case 'admitted':
      return see('door-in', first);
    case 'again':
      return see('door-again', first);
    case 'offline':
      await second.locator('[data-verdict]').waitFor({ state: 'detached' });
      return see('door-offline', second);
    case 'told':
      await second.locator('[data-verdict]').waitFor({ state: 'detached' });
      await second.getByRole('button', { name: '1 conflict' }).click();
      return see('door-log', second);
    default:
      return moment satisfies never;
  }
}

async function lookAfterwards(stage: Stage, performanceId: string): Promise<void> {
  const live = await atDesk(stage, 'admin', `/staff/live/${performanceId}`);
  await live
    .locator('dl > div')
    .filter({ hasText: 'Let in' })
    .filter({ hasText: String(TICKETS) })
    .waitFor();
  await see('live-in', live);
  const health = await atDesk(stage, 'admin', '/staff/operations');
  await health.getByText(/People can buy/).waitFor();
  await see('health', health);
}

/** Before the doors, whose every scan is in it. */
async function lookAtAudit(stage: Stage): Promise<void> {
  const audit = await atDesk(stage, 'admin', '/staff/operations/audit');
  await audit.getByRole('rowheader').first().waitFor();
  await see('audit', audit);
}

if (require.main === module) {
  main().catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
