import { chooseBrowser } from './browser';
import { drawing } from './drawing';
import { openStage, type Stage } from './stage';

/** A system and a browser of its own: houses are large, and their drawing takes minutes. */

const inBrowser = chooseBrowser().kind === 'none' ? describe.skip : describe;

inBrowser('in a browser, a house', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, 200_000);
  afterEach(() => stage?.leaveAll());
  afterAll(() => stage?.close(), 60_000);

  drawing(() => stage);
});
