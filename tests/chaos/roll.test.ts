import { askToRoll } from '../../local/marquee/start/control';
import { key, newPerformance, openTheatre, type Theatre } from '../marquee';
import { siege, siegeTest } from './siege';

const READERS = 30;
const BUYERS = 10;

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ hosts: 2 });
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

const house = { sections: [{ sectionId: 'F', kind: 'standing', tier: 'FLOOR', capacity: 5_000 }] };

test('hosts are replaced one by one under load, and no request is lost', async () => {
  const performanceId = await newPerformance(theatre, house);
  const before = theatre.system().pids();
  let rolling = true;
  const seen: Record<string, number> = {};
  const note = async (answer: Promise<{ readonly status: number }>) => {
    const status = await answer.then(
      (got) => String(got.status),
      (error: Error) => error.message,
    );
    seen[status] = (seen[status] ?? 0) + 1;
  };
  const readers = Array.from({ length: READERS }, async () => {
    while (rolling)
      await note(
        fetch(`${theatre.urls.api}/performances/${performanceId}/seats`).then(async (reply) => {
          await reply.text();
          return reply;
        }),
      );
  });
  const buyers = Array.from({ length: BUYERS }, async (_, i) => {
    for (let n = 0; rolling; n++) {
      const buyer = await theatre.person(`roll-${i}-${n}`);
      await note(
        buyer.post(
          '/reservations',
          { performanceId, sectionId: 'F', quantity: 2 },
          { ...key(), prefer: 'wait=20' },
        ),
      );
    }
  });
  const rolled = await askToRoll(theatre.dataDir, () => {});
  rolling = false;
  await Promise.all([...readers, ...buyers]);
  process.stderr.write(`roll: ${JSON.stringify(seen)}\n`);
  expect(rolled).toBe(true);
  expect(Object.keys(seen).sort()).toEqual(['200', '201']);
  const after = theatre.system().pids();
  expect(after['functions-1']).not.toBe(before['functions-1']);
  expect(after['functions-2']).not.toBe(before['functions-2']);
});

siegeTest(
  'siege -c200 -t20S on the seat map while the hosts are rolled: availability 100 %',
  async () => {
    const performanceId = await newPerformance(theatre, house);
    const figures = siege(['-c200', '-t20S'], `${theatre.urls.api}/performances/${performanceId}/seats`);
    expect(await askToRoll(theatre.dataDir, () => {})).toBe(true);
    expect(await figures).toMatchObject({ availability: 100, failed_transactions: 0 });
  },
  120_000,
);
