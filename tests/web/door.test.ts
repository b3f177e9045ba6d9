import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chooseBrowser } from './browser';
import { doorCamera } from './doorCamera';
import { doorOffline } from './doorOffline';
import { doorVerdicts } from './doorVerdicts';
import { film, playedCamera } from './playedCamera';
import { openStage, type Stage } from './stage';

/** One system and one browser for the door. Its camera shows a film. */

const choice = chooseBrowser();
if (choice.kind === 'none') console.warn(`The door is not tested in a browser: ${choice.why}`);
const inBrowser = choice.kind === 'none' ? describe.skip : describe;

inBrowser('in a browser, at the door', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'marquee-camera-'));
  const file = path.join(folder, 'held.y4m');
  let stage: Stage;
  beforeAll(async () => {
    film(file);
    stage = await openStage({}, playedCamera(file));
  }, 300_000);
  beforeEach(() => film(file));
  afterEach(() => stage?.leaveAll());
  afterAll(async () => {
    await stage?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('the camera', () => doorCamera(() => stage, file));
  describe('a verdict', () => doorVerdicts(() => stage));
  describe('without a network', () => doorOffline(() => stage));
});
