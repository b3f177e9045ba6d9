import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { newPerformance } from '../marquee';
import { measureDoor } from './benchDoor';
import { HOW_TO_GET_IT, hasLighthouse, lookAtEach } from './lighthouse';
import { buildInto, routeSizes } from './routeSizes';
import { openStage, type Stage } from './stage';
import { seatsPath } from './steps';

/** `npm run bench:web`: what a phone would feel, on this machine with its main thread slowed down. Nothing is asserted. */

const SLOWED = 4;
const HOUSES = { '1,000 seats': [2, 20, 25], '20,000 seats': [10, 40, 50] } as const;
const FRAMES = 180;
const STEP_PX = 7;

async function main(): Promise<void> {
  console.log(JSON.stringify({ at: new Date().toISOString(), cores: cpus().length, slowedTimes: SLOWED }));
  console.log(JSON.stringify({ gzipKilobytesOfScript: scriptSizes() }, null, 2));
  const stage = await openStage();
  try {
    for (const [name, [sections, rows, seats]] of Object.entries(HOUSES))
      console.log(JSON.stringify({ [name]: await measure(stage, sections, rows, seats) }, null, 2));
    console.log(hasLighthouse() ? JSON.stringify(await performances(stage), null, 2) : HOW_TO_GET_IT);
  } finally {
    await stage.close();
  }
  console.log(JSON.stringify({ door: await measureDoor() }, null, 2));
}

/** By Lighthouse, which slows the network and the main thread down by itself. */
async function performances(stage: Stage): Promise<object> {
  const looked = await lookAtEach(stage, ['performance']);
  return { lighthouse: Object.fromEntries(looked.map(({ screen, scores }) => [screen, scores.performance])) };
}

function scriptSizes(): Readonly<Record<string, number>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'marquee-web-'));
  const sizes = Object.entries(routeSizes(folder, buildInto(folder)));
  rmSync(folder, { recursive: true, force: true });
  return Object.fromEntries(sizes.map(([screen, bytes]) => [screen, Number((bytes / 1024).toFixed(1))]));
}

async function measure(stage: Stage, sections: number, rows: number, seats: number): Promise<object> {
  const performanceId = await newPerformance(stage.theatre, {
    priceTiers: { R: 100_000 },
    sections: Array.from({ length: sections }, (_, section) => ({
      sectionId: `S${section + 1}`,
      kind: 'seated',
      tier: 'R',
      rows: Array.from({ length: rows }, (_, row) => ({ row: String(row + 1), seats })),
    })),
  });
  const page = await stage.visitor({ scale: 3 });
  const slowed = await page.context().newCDPSession(page);
  await slowed.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  // A phone begins with the list; its map is what is measured.
  await page.addInitScript("localStorage.setItem('seats-view', 'map')");
  await page.goto(seatsPath(performanceId));
  const map = await page.evaluate(FIRST_PAINT);
  for (let times = 0; times < 2; times++)
    await page.getByRole('button', { name: 'Zoom in on the map' }).click();
  const near = await page.evaluate(panning());
  await page.getByRole('button', { name: 'Show all of the map' }).click();
  await page.getByRole('button', { name: 'Zoom in on the map' }).click();
  const far = await page.evaluate(panning());
  const paint = await page.evaluate(
    "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null",
  );
  await stage.leaveAll();
  return { firstContentMs: rounded(paint), ...(map as object), panFarMs: far, panNearMs: near };
}

const rounded = (value: unknown) => (typeof value === 'number' ? Math.round(value) : value);

/**
 * Runs in the page: the first frame with the hall on it, counted from the beginning of the navigation (`mapMs`), and from
 * the moment when all was there that is drawn and draws (`hallMs`). It looks at one column: reading all of a canvas takes
 * longer than drawing it.
 */
const FIRST_PAINT = `new Promise((done) => {
  const isNeeded = ({ name }) => /\\/(plan|availability)$|SeatMapView/.test(name);
  const measured = () => {
    const mapMs = performance.now();
    const needed = performance.getEntriesByType('resource').filter(isNeeded);
    const thereMs = Math.max(...needed.map(({ responseEnd }) => responseEnd));
    done({ mapMs: Math.round(mapMs), hallMs: Math.round(mapMs - thereMs) });
  };
  const look = () => {
    const canvas = document.querySelector('canvas');
    const pixels = canvas?.width && canvas.getContext('2d').getImageData(canvas.width >> 1, 0, 1, canvas.height).data;
    if (pixels?.some((value) => value !== 0)) requestAnimationFrame(measured);
    else requestAnimationFrame(look);
  };
  look();
})`;

/** Runs in the page: a finger that draws circles over the map, and how long each frame took. */
const panning = () => `new Promise((done) => {
  const canvas = document.querySelector('canvas');
  const box = canvas.getBoundingClientRect();
  // No finger is there to be captured.
  canvas.setPointerCapture = () => {};
  const times = [];
  let [x, y, before, frame] = [box.x + box.width / 2, box.y + box.height / 2, 0, 0];
  const send = (type) => canvas.dispatchEvent(new PointerEvent(type, {
    pointerId: 1, pointerType: 'touch', isPrimary: true, bubbles: true, button: 0, buttons: 1, clientX: x, clientY: y,
  }));
  const step = (now) => {
    if (frame > 0) times.push(now - before);
    before = now;
    if (frame++ === ${FRAMES}) {
      send('pointerup');
      times.sort((a, b) => a - b);
      const at = (share) => Math.round(times[Math.floor(times.length * share)]);
      return done({ p50: at(0.5), p95: at(0.95) });
    }
    x += ${STEP_PX} * Math.cos(frame / 12);
    y += ${STEP_PX} * Math.sin(frame / 12);
    send('pointermove');
    requestAnimationFrame(step);
  };
  send('pointerdown');
  requestAnimationFrame(step);
})`;

main();
