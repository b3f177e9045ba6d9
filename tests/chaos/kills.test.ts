import { newPerformance, openTheatre, type Person, type Theatre } from '../marquee';
import { buy, expectAllPromisesKept, expectAnswersTrue, expectMails, seeded } from './story';

const CUSTOMERS = 60;
const SEATS = 140;
const SPREAD_MS = 9_000;

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ env: { SWEEP_SECONDS: '1', HOLD_DURATION_SECONDS: '120' } });
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('killed twice whole and once the host alone while 60 customers buy: nothing is lost', async () => {
  const random = seeded('kills');
  const sections = [{ sectionId: 'A', kind: 'seated', tier: 'R', rows: [{ row: '1', seats: SEATS }] }];
  const performanceId = await newPerformance(theatre, { sections });
  const crowd = await Promise.all(Array.from({ length: CUSTOMERS }, (_, i) => theatre.person(`kill-${i}`)));
  const wish = () => {
    const left = 1 + Math.floor(random() * (SEATS - 1));
    return [`A-1-${left}`, `A-1-${left + 1}`];
  };
  const plans = crowd.map((_, i) => ({
    performanceId,
    wishes: [wish(), wish(), wish(), wish()],
    cancels: i % 5 === 0,
  }));
  const starts = crowd.map(() => random() * SPREAD_MS);
  const pauses = [random(), random(), random()].map((r) => 500 + r * 2_000);
  const buying = Promise.all(
    crowd.map(async (buyer: Person, i) => {
      await pause(starts[i] ?? 0);
      return buy(theatre, buyer, plans[i] as (typeof plans)[number]);
    }),
  );
  await pause(pauses[0] ?? 0);
  theatre.system().kill('functions-1');
  for (const ms of pauses.slice(1)) {
    await pause(ms);
    theatre.system().kill('start');
    await theatre.system().stop();
    await theatre.restart();
  }
  const told = await buying;
  const counts = await expectAllPromisesKept(theatre, performanceId, crowd);
  await expectAnswersTrue(crowd.flatMap((buyer, i) => (told[i] ? [{ buyer, told: told[i] }] : [])));
  await expectMails(theatre, crowd);
  const through = told.filter((one) => one?.paid).length;
  expect(through).toBeGreaterThanOrEqual(CUSTOMERS / 2);
  process.stderr.write(`kills: ${through} of ${CUSTOMERS} got through; ${JSON.stringify(counts)}\n`);
}, 240_000);
