import { readCounters } from '../../bench/counters';
import { deadLetters } from '../faults/breaking';
import { type Answer, newPerformance, oneRow, openTheatre, type Person, type Theatre } from '../marquee';
import { anyPair, buy, expectAllPromisesKept, expectAnswersTrue, seeded } from './story';

const CUSTOMERS = 30;
const SEATS = 40;
/** For each container: about one reservation a second. */
const RU_PER_SECOND = 100;

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ env: { MARQUEE_CHAOS: `ruPerSecond=${RU_PER_SECOND}` } });
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

const answered = new Set<number>();
const noting =
  <Args extends unknown[]>(send: (...args: Args) => Promise<Answer>) =>
  async (...args: Args): Promise<Answer> => {
    const answer = await send(...args);
    answered.add(answer.status);
    return answer;
  };
const customer = async (sub: string): Promise<Person> => {
  const person = await theatre.person(sub);
  return { ...person, get: noting(person.get), post: noting(person.post) };
};

test('Cosmos DB at its limit: what it refuses is done later, nothing is lost and nothing sold twice', async () => {
  const random = seeded('throttled');
  const performanceId = await newPerformance(theatre, oneRow(SEATS));
  const crowd = await Promise.all(Array.from({ length: CUSTOMERS }, (_, i) => customer(`throttled-${i}`)));
  const wish = () => anyPair(random, SEATS);
  const told = await Promise.all(
    crowd.map((buyer, i) =>
      buy(theatre, buyer, { performanceId, wishes: [wish(), wish()], cancels: i % 5 === 0 }),
    ),
  );
  expect([...answered].filter((status) => ![200, 201, 202, 409, 503].includes(status))).toEqual([]);
  const counts = await expectAllPromisesKept(theatre, performanceId, crowd);
  await expectAnswersTrue(crowd.flatMap((buyer, i) => (told[i] ? [{ buyer, told: told[i] }] : [])));
  expect(await deadLetters(theatre)).toEqual([]);

  const { ru } = await readCounters(theatre);
  const refused = Object.keys(ru).filter((operation) => operation.endsWith(' 429'));
  expect(refused).toContain('reservations batch 429');
  process.stderr.write(`throttled: refused ${refused.join(', ')}; ${JSON.stringify(counts)}\n`);
}, 480_000);
