import fc from 'fast-check';
import { samplePerformance } from '../../../../tests/samples/house';
import { giveSeats, HOLD_MS, NOW, openPerformance } from '../../../../tests/samples/musical';
import { blocksOf } from '../../catalogue/domain/seatingPlan';
import { emptyAvailability, statusesOf, withAllocations } from '../domain/availability';
import { holdSeats } from './holdSeats';
import { readHolds } from './readHolds';
import { releaseHold } from './releaseHold';
import { renewHold } from './renewHold';

const MINUTE_MS = 60_000;
const at = (ms: number) => new Date(Date.parse(NOW) + ms).toISOString();

async function openHeld() {
  const house = await openPerformance();
  let holds = 0;
  const hold = (seats: readonly string[] = ['A-1-1'], customerId = 'kim') => {
    const holdId = `hold-${++holds}`;
    const command = { performanceId: 'm1.p1', customerId, holdId, mayBeRepeated: false, request: { seats } };
    return holdSeats(house.deps, command);
  };
  const renew = (holdId: string, renewalId: string, customerId = 'kim') =>
    renewHold(house.deps, { performanceId: 'm1.p1', holdId, customerId, renewalId });
  const release = (holdId: string) => releaseHold(house.deps, 'm1.p1', holdId, 'kim');
  const mine = () => readHolds(house.deps, 'm1.p1', 'kim');
  return { ...house, hold, renew, release, mine };
}

test('a hold gets its whole time again, twice and no more; the same renewal twice is one', async () => {
  const { hold, renew, clock } = await openHeld();
  const { id, expiresAt } = await hold();
  expect(expiresAt).toBe(at(HOLD_MS));
  clock.nowMs += 5 * MINUTE_MS;
  const renewed = await renew(id, 'first');
  expect([renewed.expiresAt, renewed.heldUntil]).toEqual([
    at(HOLD_MS + 5 * MINUTE_MS),
    at(HOLD_MS + 5 * MINUTE_MS),
  ]);
  clock.nowMs += MINUTE_MS;
  expect(await renew(id, 'first')).toEqual(renewed);
  await renew(id, 'second');
  await expect(renew(id, 'third')).rejects.toMatchObject({ code: 'renewal-limit' });
});

test('a host whose clock is behind takes nothing away', async () => {
  const { hold, renew, clock } = await openHeld();
  const { id, expiresAt } = await hold();
  clock.nowMs -= 900;
  expect((await renew(id, 'first')).expiresAt).toBe(expiresAt);
});

test.each<[string, (house: Awaited<ReturnType<typeof openHeld>>, id: string) => Promise<unknown>, string]>([
  [
    'has run out',
    async ({ clock }) => {
      clock.nowMs += HOLD_MS;
    },
    'hold-expired',
  ],
  ['was released', ({ release }, id) => release(id), 'hold-expired'],
])('a hold that %s is renewed no more', async (_what, then, code) => {
  const house = await openHeld();
  const { id } = await house.hold();
  await then(house, id);
  await expect(house.renew(id, 'late')).rejects.toMatchObject({ code });
});

test('nobody renews another’s hold, one that is not there, or one that was reserved', async () => {
  const house = await openHeld();
  const { id } = await house.hold();
  await expect(house.renew(id, 'x', 'lee')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(house.renew('none', 'x')).rejects.toMatchObject({ code: 'not-found' });
  await giveSeats(house, { id: 'r9', customerId: 'kim', phase: 'reserved', seats: ['A-1-3'], turns: [1] });
  await expect(house.renew('r9', 'x')).rejects.toMatchObject({ code: 'wrong-state' });
});

test('of a renewal and a take-over at its last moment one wins', async () => {
  const house = await openHeld();
  const { id } = await house.hold();
  house.meanwhile(async () => {
    house.clock.nowMs += HOLD_MS;
    await house.hold(['A-1-1'], 'lee');
  });
  await expect(house.renew(id, 'late')).rejects.toMatchObject({ code: 'hold-expired' });
  expect(await house.allocation(id)).toMatchObject({ phase: 'released' });
  expect(house.claims()).toEqual({ 'A-1-1': 'hold-2 2' });
});

test('a customer sees the holds that still run, the one that ends first before the others', async () => {
  const { hold, renew, release, mine, clock } = await openHeld();
  const [first, second, third] = [await hold(['A-1-1']), await hold(['A-1-2']), await hold(['A-1-3'])];
  clock.nowMs += MINUTE_MS;
  await renew(first.id, 'more');
  await release(third.id);
  expect((await mine()).map(({ id }) => id)).toEqual([second.id, first.id]);
  clock.nowMs += HOLD_MS - MINUTE_MS;
  expect((await mine()).map(({ id }) => id)).toEqual([first.id]);
});

test('who holds and releases over and over waits, and who buys does not', async () => {
  const { hold, release, clock, deps } = await openHeld();
  for (let i = 0; i < 12; i++) await release((await hold()).id);
  await expect(hold()).rejects.toMatchObject({ code: 'too-many-holds', retryAfterSeconds: 1_800 });
  await expect(hold(['A-1-1'], 'lee')).resolves.toBeDefined();
  clock.nowMs += 30 * MINUTE_MS;
  const bought = await hold(['A-1-2']);
  const stored = await deps.seats.allocation('m1.p1', bought.id);
  if (stored === undefined) throw new Error('it is stored');
  await deps.seats.replace({ ...stored, value: { ...stored.value, phase: 'sold', captured: 170_000 } });
  for (let i = 0; i < 11; i++) await release((await hold(['A-1-3'])).id);
  await expect(hold(['A-1-3'])).resolves.toBeDefined();
});

test('one account cannot keep seats for ever by holding them again when the hold runs out', async () => {
  const { hold, renew, clock } = await openHeld();
  const refused: number[] = [];
  for (let round = 0; round < 12; round++) {
    const held = await hold().catch((error: { code: string }) => error.code);
    if (typeof held === 'string') refused.push(round);
    else
      for (const renewal of ['one', 'two']) {
        clock.nowMs += HOLD_MS - 1;
        await renew(held.id, renewal);
      }
    clock.nowMs += HOLD_MS;
  }
  expect(refused).toContain(3);
  expect(refused.length).toBeGreaterThan(4);
});

test('in whatever order the states of a renewed hold come, the map shows the latest end', () => {
  const state = (minutes: number) => ({
    seats: ['A-1-1'],
    turns: [1],
    phase: 'hold' as const,
    heldUntil: at(minutes * MINUTE_MS),
  });
  const { sections } = samplePerformance();
  const [block] = sections.flatMap(blocksOf);
  fc.assert(
    fc.property(fc.shuffledSubarray([10, 15, 20], { minLength: 3 }), (order) => {
      const map = withAllocations(emptyAvailability('m1.p1'), order.map(state), sections);
      const shownAt = (minutes: number) =>
        statusesOf(map, block as never, Date.parse(at(minutes * MINUTE_MS)))[0];
      expect([shownAt(19), shownAt(20)]).toEqual(['held', 'available']);
    }),
  );
});
