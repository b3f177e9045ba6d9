import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { letEverybodyIn, spread } from './doorEvening';
import { doorPage, evening, verdictOn, wedge } from './doorSteps';
import { film, playedCamera } from './playedCamera';
import { openStage } from './stage';

/** What `npm run bench:web` says of the door. The goal is 300 ms from a code in sight to its colour. */

const PEOPLE = 300;
const OFFLINE_MS = 60_000;
const FILMS = 5;
const SLOWED = 4;

export async function measureDoor(): Promise<object> {
  const folder = mkdtempSync(path.join(tmpdir(), 'marquee-camera-'));
  const file = path.join(folder, 'held.y4m');
  film(file);
  const stage = await openStage({}, playedCamera(file));
  try {
    const show = await evening(stage.theatre, 'Measured', 2 * FILMS);
    const camera: number[] = [];
    for (const code of show.codes.slice(0, FILMS)) {
      film(file, code);
      const page = await doorPage(stage, show);
      await verdictOn(page, 'admitted').waitFor();
      camera.push(await lastMeasured(page));
      await stage.leaveAll();
    }
    film(file);
    const page = await doorPage(stage, show);
    const slowed = await page.context().newCDPSession(page);
    await slowed.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    const phone: number[] = [];
    for (const code of show.codes.slice(FILMS)) phone.push((await wedge(page, code)).ms);
    await stage.leaveAll();
    return {
      scanToColourMs: { camera: spread(camera), scannerOnSlowedPhone: spread(phone) },
      fullHouse: await letEverybodyIn(stage, PEOPLE, OFFLINE_MS),
    };
  } finally {
    await stage.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function lastMeasured(page: Awaited<ReturnType<typeof doorPage>>): Promise<number> {
  const waited = await page.waitForFunction(
    "performance.getEntriesByName('scan to colour').at(-1)?.duration",
  );
  return Number(await waited.jsonValue());
}
