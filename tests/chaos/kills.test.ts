import { newPerformance, oneRow, openTheatre, type Theatre } from '../marquee';
import { anyPair, buy, expectAllPromisesKept, expectAnswersTrue, expectMails, seeded } from './story';

const SEATS = 140;
const SPREAD_MS = 9_000;

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ env: { SWEEP_SECONDS: '1', HOLD_DURATION_SECONDS: '120' } });
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const newCrowd = async (random: () => number, name: string, customers: number) => {
  const performanceId = await newPerformance(theatre, oneRow(SEATS));
  const wish = () => anyPair(random, SEATS);
  const buyers = await Promise.all(
    Array.from({ length: customers }, (_, i) => theatre.person(`${name}-${i}`)),
  );
  const crowd = buyers.map((buyer, i) => ({
    buyer,
    startsInMs: random() * SPREAD_MS,
    plan: { performanceId, wishes: [wish(), wish(), wish(), wish()], cancels: i % 5 === 0 },
  }));
  return { performanceId, buyers, crowd };
};
type Crowd = Awaited<ReturnType<typeof newCrowd>>;

const buyAll = ({ crowd }: Crowd) =>
  Promise.all(
    crowd.map(async ({ buyer, startsInMs, plan }) => {
      await pause(startsInMs);
      return buy(theatre, buyer, plan);
    }),
  );

async function expectNothingLost(
  { performanceId, buyers }: Crowd,
  told: Awaited<ReturnType<typeof buyAll>>,
): Promise<string> {
  const counts = await expectAllPromisesKept(theatre, performanceId, buyers);
  await expectAnswersTrue(buyers.flatMap((buyer, i) => (told[i] ? [{ buyer, told: told[i] }] : [])));
  await expectMails(theatre, buyers);
  const through = told.filter((one) => one?.paid).length;
  expect(through).toBeGreaterThanOrEqual(buyers.length / 2);
  return `${through} of ${buyers.length} got through; ${JSON.stringify(counts)}`;
}

test('killed twice whole and once the host alone while 60 customers buy: nothing is lost', async () => {
  const random = seeded('killed whole');
  const crowd = await newCrowd(random, 'kill', 60);
  const pauses = [random(), random(), random()].map((r) => 500 + r * 2_000);
  const buying = buyAll(crowd);
  await pause(pauses[0] ?? 0);
  theatre.system().kill('functions-1');
  for (const ms of pauses.slice(1)) {
    await pause(ms);
    theatre.system().kill('start');
    await theatre.system().stop();
    await theatre.restart();
  }
  process.stderr.write(`killed whole: ${await expectNothingLost(crowd, await buying)}\n`);
}, 480_000);

const STAND_INS = ['cosmos', 'servicebus', 'eventgrid', 'azurite', 'payment', 'identity', 'mail', 'gateway'];

test('each of the others killed once while 40 customers buy: nothing is lost', async () => {
  const random = seeded('killed one by one');
  const crowd = await newCrowd(random, 'kill-each', 40);
  const order = STAND_INS.map((name) => ({ name, at: random() })).sort((a, b) => a.at - b.at);
  const buying = buyAll(crowd);
  for (const { name } of order) {
    await pause(300 + random() * 700);
    theatre.system().kill(name);
  }
  process.stderr.write(`killed one by one: ${await expectNothingLost(crowd, await buying)}\n`);
}, 480_000);
