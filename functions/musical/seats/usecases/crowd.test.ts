import { gunzipSync } from 'node:zlib';
import { seededRandom } from '../../../../local/azure/chaos';
import { bigHouse } from '../../../../tests/samples/bigHouse';
import { sampleAllocation, sampleFields } from '../../../../tests/samples/house';
import { giveSeats, openMusical, openPerformance, sampleMusical } from '../../../../tests/samples/musical';
import { paintPlan } from '../../catalogue/domain/paintPlan';
import { blocksOf, seatIdsIn } from '../../catalogue/domain/seatingPlan';
import { createPerformance } from '../../catalogue/usecases/editPerformance';
import { createVenue } from '../../catalogue/usecases/editVenue';
import { projectSeats } from './projectSeats';
import { readPerformances } from './readPerformances';
import { readMarks, readPlan, readSeatMap } from './readSeatMap';

const fold = (deps: Parameters<typeof projectSeats>[0], allocation: object) =>
  projectSeats(deps, [{ kind: 'allocation', ...allocation }], async () => {});

test('what is free of 20,000 seats takes 21 KB, and about 5 on its way', async () => {
  const { deps } = openMusical();
  await deps.catalogue.createMusical(sampleMusical);
  const { venueId: _id, ...house } = bigHouse;
  await createVenue(deps, async () => 'big', house);
  const { sections: _inline, ...terms } = sampleFields({ priceTiers: { R: 50 } });
  const tiers = Object.fromEntries(house.sections.map(({ sectionId }) => [sectionId, 'R']));
  await createPerformance(deps, 'm1', async () => 'p1', { ...terms, venueId: 'big', tiers });
  const painted = paintPlan(house.sections, tiers);
  if ('fault' in painted) throw new Error(painted.fault.detail);
  const random = seededRandom(1);
  const sold = painted.sections
    .flatMap(blocksOf)
    .flatMap(seatIdsIn)
    .filter(() => random() < 0.5);
  await fold(deps, sampleAllocation({ seats: sold, turns: sold.map(() => 1), phase: 'sold' }));
  const marks = (await readMarks(deps, 'm1.p1')).text();
  const { available, byTier, plan } = JSON.parse(marks.json);
  expect({ available, byTier }).toEqual({
    available: 20_000 - sold.length,
    byTier: { R: { available, capacity: 20_000 } },
  });
  expect(marks.json.length).toBeLessThan(26_000);
  expect((await marks.gzipped()).length).toBeLessThan(6_000);
  expect(gunzipSync(await marks.gzipped()).toString()).toBe(marks.json);
  const drawn = (await readPlan(deps, 'm1.p1')).text();
  expect(JSON.parse(drawn.json)).toMatchObject({ version: plan, capacity: 20_000, stage: house.stage });
  expect((await drawn.gzipped()).length).toBeLessThan(6_000);
});

test('a crowd of one moment costs no read, and what it has already is known by its ETag', async () => {
  const house = await openPerformance();
  const { deps, clock } = house;
  const first = await readMarks(deps, 'm1.p1');
  const reads = [house.containers.availability, house.containers.musicals].map((of) =>
    jest.spyOn(of, 'item'),
  );
  const counts = () => reads.map(({ mock }) => mock.calls.length);
  const crowd = await Promise.all(Array.from({ length: 100 }, () => readMarks(deps, 'm1.p1')));
  expect(new Set(crowd.map(({ etag }) => etag))).toEqual(new Set([first.etag]));
  expect(crowd[7]?.text()).toBe(first.text());
  expect(counts()).toEqual([0, 0]);

  const held = await giveSeats(house, { heldUntil: '2026-11-21T10:10:00.000Z' });
  await fold(deps, held);
  clock.nowMs += 1_000;
  const before = counts();
  const second = await readMarks(deps, 'm1.p1');
  expect(counts()).toEqual(before.map((count) => count + 1));
  expect(JSON.parse(second.text().json)).toMatchObject({ marks: { A: { 1: '1100000000' } }, available: 38 });
  clock.nowMs = Date.parse('2026-11-21T10:10:01.000Z');
  const third = await readMarks(deps, 'm1.p1');
  expect(JSON.parse(third.text().json)).toMatchObject({ marks: { A: { 1: '0000000000' } }, available: 40 });
  expect(new Set([first, second, third].map(({ etag }) => etag)).size).toBe(3);
});

test('the seat map says what a buyer should know of a seat, and its tier where it is not that of its section', async () => {
  const row = {
    row: '1',
    numbers: [1, '2a'],
    labels: { '2a': '2-a' },
    tiers: [
      { tier: 'VIP', seats: 1 },
      { tier: 'R', seats: 1 },
    ],
    kinds: [
      { kinds: ['wheelchair' as const], seats: 1 },
      { kinds: [], seats: 1 },
    ],
  };
  const { deps } = await openPerformance({
    sections: [{ sectionId: 'A', kind: 'seated', tier: 'VIP', rows: [row] }],
  });
  const { sections } = JSON.parse((await readSeatMap(deps, 'm1.p1')).text().json);
  expect(sections).toEqual([
    {
      sectionId: 'A',
      kind: 'seated',
      tier: 'VIP',
      price: 170_000,
      seats: [
        { seatId: 'A-1-1', row: '1', number: 1, kinds: ['wheelchair'], status: 'available' },
        {
          seatId: 'A-1-2a',
          row: '1',
          number: '2a',
          label: '2-a',
          tier: 'R',
          price: 130_000,
          status: 'available',
        },
      ],
    },
  ]);
});

test('the plan has one ETag whatever is sold, and another when a price changes', async () => {
  const house = await openPerformance();
  const { deps, clock } = house;
  const first = await readPlan(deps, 'm1.p1');
  await fold(deps, await giveSeats(house, {}));
  clock.nowMs += 1_000;
  expect((await readPlan(deps, 'm1.p1')).etag).toBe(first.etag);
  const stored = await deps.catalogue.performance('m1.p1');
  if (stored === undefined) throw new Error('it is not stored');
  const value = { ...stored.value, priceTiers: { VIP: 1, R: 2 } };
  await deps.catalogue.replacePerformance({ ...stored, value }, undefined);
  clock.nowMs += 1_000;
  const second = await readPlan(deps, 'm1.p1');
  expect(second.etag).not.toBe(first.etag);
  expect(JSON.parse(second.text().json).version).toBe(JSON.parse(first.text().json).version);
});

test('the list says how each sale stands, and goes on where a page ended', async () => {
  const house = await openPerformance();
  const { deps, clock } = house;
  const at = (startsAt: string, more = {}) => ({ ...house.performance, startsAt, ...more });
  const others = {
    opens: at('2026-12-20T10:00:00.000Z', { salesOpenAt: '2026-12-01T00:00:00.000Z' }),
    presale: at('2026-12-20T11:00:00.000Z', {
      presaleOpenAt: '2026-11-01T00:00:00.000Z',
      salesOpenAt: '2026-12-01T00:00:00.000Z',
    }),
    closed: at('2026-11-01T10:00:00.000Z'),
    cancelled: at('2026-12-21T10:00:00.000Z', { status: 'cancelled' }),
    full: at('2026-12-22T10:00:00.000Z', {
      sections: [{ sectionId: 'S', kind: 'standing', tier: 'R', capacity: 1 }],
    }),
  };
  for (const [id, performance] of Object.entries(others))
    await deps.catalogue.createPerformance({ ...performance, performanceId: `m1.${id}` } as never);
  await fold(deps, sampleAllocation({ performanceId: 'm1.full', seats: ['S-1'], turns: [1], phase: 'sold' }));
  const first = await readPerformances(deps, 'm1', { after: undefined, limit: 4 });
  expect(first.map(({ performanceId, saleState }) => [performanceId, saleState])).toEqual([
    ['m1.closed', 'closed'],
    ['m1.opens', 'not-yet'],
    ['m1.presale', 'presale'],
    ['m1.cancelled', 'cancelled'],
  ]);
  const last = first.at(-1);
  const rest = await readPerformances(deps, 'm1', {
    after: `${last?.startsAt} ${last?.performanceId}`,
    limit: 3,
  });
  expect(rest).toMatchObject([
    { performanceId: 'm1.full', saleState: 'sold-out', byTier: { R: { available: 0, capacity: 1 } } },
    {
      performanceId: 'm1.p1',
      saleState: 'on-sale',
      byTier: { VIP: { available: 20, capacity: 20 }, R: { available: 20, capacity: 20 } },
    },
  ]);
  expect(rest[0]).not.toHaveProperty('sections');
  clock.nowMs += 1_000;
  await expect(readPerformances(deps, 'm9', { after: undefined, limit: 3 })).rejects.toMatchObject({
    code: 'not-found',
  });
});
