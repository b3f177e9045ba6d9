import { deadLetters } from '../faults/breaking';
import { newPerformance, oneRow, openTheatre, type Person, type Theatre } from '../marquee';
import { anyPair, buy, expectAllPromisesKept, expectAnswersTrue, expectMails, seeded } from './story';

const CUSTOMERS = 100;
const SEATS = 50;

let theatre: Theatre;
let random: () => number;
beforeAll(async () => {
  random = seeded('chaos');
  const seed = Math.floor(random() * 1_000_000);
  const chaos = `duplicate=0.4,delayMs=700,lostReply=0.03,seed=${seed}`;
  theatre = await openTheatre({
    env: { MARQUEE_CHAOS: chaos, SWEEP_SECONDS: '1', HOLD_DURATION_SECONDS: '120' },
  });
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

test('events twice, late and out of order, replies lost: 100 customers fight over 50 seats, a third cancel, all promises are kept', async () => {
  const performanceId = await newPerformance(theatre, oneRow(SEATS));
  const crowd = await Promise.all(Array.from({ length: CUSTOMERS }, (_, i) => theatre.person(`chaos-${i}`)));
  const wish = () => {
    const pair = anyPair(random, SEATS);
    return random() < 0.5 ? pair : pair.slice(1);
  };
  const plans = crowd.map((_, i) => ({
    performanceId,
    wishes: [wish(), wish(), wish()],
    cancels: i % 3 === 0,
  }));
  const told = await Promise.all(
    crowd.map((buyer: Person, i) => buy(theatre, buyer, plans[i] as (typeof plans)[number])),
  );
  const counts = await expectAllPromisesKept(theatre, performanceId, crowd);
  await expectAnswersTrue(crowd.flatMap((buyer, i) => (told[i] ? [{ buyer, told: told[i] }] : [])));
  await expectMails(theatre, crowd);
  expect(counts.completed).toBeGreaterThan(10);
  expect(counts.cancelled).toBeGreaterThan(3);
  expect(await deadLetters(theatre)).toEqual([]);
  process.stderr.write(`chaos: ${JSON.stringify(counts)}\n`);
}, 480_000);
