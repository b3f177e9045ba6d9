import { chooseBrowser } from './browser';
import { type Category, HOW_TO_GET_IT, hasLighthouse, lookAtEach } from './lighthouse';
import { openStage, type Stage } from './stage';

const CATEGORIES: readonly Category[] = ['accessibility', 'best-practices', 'seo'];
const LEAST = 95;

const isHere = hasLighthouse() && chooseBrowser().kind !== 'none';
if (!isHere) console.warn(HOW_TO_GET_IT);

(isHere ? describe : describe.skip)('Lighthouse', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, 200_000);
  afterAll(() => stage?.close(), 60_000);

  test('every screen of a purchase has at least 95 of 100', async () => {
    const looked = await lookAtEach(stage, CATEGORIES);
    expect(looked.map(({ screen }) => screen)).toEqual(['programme', 'musical', 'seats', 'pay', 'ticket']);
    const tooLow = looked.filter(({ scores }) =>
      CATEGORIES.some((category) => (scores[category] ?? 0) < LEAST),
    );
    expect(tooLow).toEqual([]);
  }, 600_000);
});
