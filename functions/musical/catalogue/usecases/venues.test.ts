import { bigHouse } from '../../../../tests/samples/bigHouse';
import { sampleFields, samplePerformance } from '../../../../tests/samples/house';
import { openMusical, sampleMusical } from '../../../../tests/samples/musical';
import { planIdOf } from '../domain/plan';
import { capacityOf, findSeat } from '../domain/seatingPlan';
import type { HouseFields } from '../domain/venue';
import { planStore } from '../planStore';
import { updateMusical } from './editMusical';
import { createPerformance, updatePerformance } from './editPerformance';
import { createVenue, readVenue, removeVenue, updateVenue } from './editVenue';

const hall: HouseFields = {
  name: 'Odd Hall',
  timeZone: 'Europe/Berlin',
  floors: ['ground'],
  sections: [
    {
      sectionId: 'main',
      floor: 'ground',
      tier: 'R',
      kind: 'seated',
      rows: [
        { row: '1', numbers: [1, 3, 4, 2] },
        { row: '2', numbers: [1, 3, 5, 6, 4, 2], gapsAfter: [5] },
      ],
      kinds: { 'main-1-1': 'wheelchair', 'main-1-3': ['companion', 'aisle'] },
    },
    { sectionId: 'pit', kind: 'standing', capacity: 5 },
  ],
};
const prices = { VIP: 100, R: 50, S: 20, PIT: 10 };
const { sections: _inline, ...terms } = sampleFields({ priceTiers: prices });

async function openHall(fields = hall) {
  const musical = openMusical();
  const { deps } = musical;
  await deps.catalogue.createMusical(sampleMusical);
  await createVenue(deps, async () => 'v1', fields);
  let made = 0;
  const schedule = async (tiers: Record<string, string>, startsAt = terms.startsAt) => {
    const fieldsHere = { ...terms, startsAt, venueId: 'v1', tiers };
    return (await createPerformance(deps, 'm1', async () => `p${++made}`, fieldsHere)).value;
  };
  return { ...musical, schedule };
}

test('tiers are painted on sections, rows and seats, and the most specific holds', async () => {
  const { schedule } = await openHall();
  const { sections, plan, venue, outline } = await schedule({
    main: 'S',
    'main-2': 'R',
    'main-2-5': 'VIP',
    pit: 'PIT',
  });
  const tierOf = (seatId: string) => findSeat(sections, seatId)?.tier;
  expect(['main-1-1', 'main-2-1', 'main-2-5', 'main-2-6', 'pit-5'].map(tierOf)).toEqual([
    'S',
    'R',
    'VIP',
    'R',
    'PIT',
  ]);
  expect(sections[0]).toMatchObject({
    tier: 'S',
    rows: [
      {
        row: '1',
        kinds: [
          { kinds: ['wheelchair'], seats: 1 },
          { kinds: ['companion', 'aisle'], seats: 1 },
          { kinds: [], seats: 2 },
        ],
      },
      {
        row: '2',
        tiers: [
          { tier: 'R', seats: 2 },
          { tier: 'VIP', seats: 1 },
          { tier: 'R', seats: 3 },
        ],
      },
    ],
  });
  expect(venue).toEqual({ name: 'Odd Hall', timeZone: 'Europe/Berlin' });
  expect(outline).toEqual({ floors: ['ground'] });
  expect(plan).toBe(planIdOf(sections));
});

test.each<[string, Record<string, string>, string]>([
  ['names nothing', { main: 'S', pit: 'PIT', balcony: 'R' }, '/tiers/balcony'],
  ['names a seat that is not there', { pit: 'PIT', 'main-1-5': 'R' }, '/tiers/main-1-5'],
  ['leaves seats without a tier', { main: 'S' }, '/tiers'],
  ['has no price', { main: 'S', pit: 'GOLD' }, '/priceTiers'],
])('a tier that %s is refused', async (_what, tiers, pointer) => {
  const { schedule } = await openHall();
  await expect(schedule(tiers)).rejects.toMatchObject({
    code: 'invalid-request',
    extensions: { errors: [{ pointer }] },
  });
});

test('a key that is the name of a section and of a row of another is refused', async () => {
  const rows = [{ row: '1', seats: 2 }];
  const sections = ['A', 'A-1'].map((sectionId) => ({ sectionId, tier: 'R', kind: 'seated' as const, rows }));
  const { schedule } = await openHall({ ...hall, sections });
  const refused = schedule({ 'A-1': 'S' });
  await expect(refused).rejects.toMatchObject({
    extensions: { errors: [{ pointer: '/tiers/A-1', detail: expect.stringMatching(/two things/) }] },
  });
});

test.each<[string, Partial<typeof terms> & Record<string, unknown>, string]>([
  ['sections beside a venue', { venueId: 'v1', sections: [] }, '/sections'],
  ['an unknown venue', { venueId: 'v9' }, '/venueId'],
  ['tiers without a venue', { sections: samplePerformance().sections, tiers: { A: 'R' } }, '/tiers'],
])('%s is refused', async (_what, members, pointer) => {
  const { deps } = await openHall();
  const refused = createPerformance(deps, 'm1', async () => 'p9', { ...terms, ...members } as never);
  await expect(refused).rejects.toMatchObject({
    code: 'invalid-request',
    extensions: { errors: [{ pointer }] },
  });
});

const TIERS = { pit: 'PIT' };

test('a performance keeps the plan it was made with, whatever becomes of the house, until it is played elsewhere', async () => {
  const { deps, schedule } = await openHall();
  const made = await schedule(TIERS);
  const { etag } = await readVenue(deps, 'v1');
  const smaller = {
    ...hall,
    name: 'Smaller',
    sections: [{ ...hall.sections[0], rows: [{ row: '1', numbers: [1] }], kinds: {} }, hall.sections[1]],
  };
  await updateVenue(deps, 'v1', smaller as HouseFields, etag);
  const kept = await updatePerformance(
    deps,
    made.performanceId,
    { ...terms, venueId: 'v1', tiers: TIERS, priceTiers: { ...prices, R: 60 } },
    undefined,
  );
  expect(kept.value.sections).toEqual(made.sections);
  expect(kept.value.venue.name).toBe('Odd Hall');
  expect(kept.value.priceTiers.R).toBe(60);
  const painted = await updatePerformance(
    deps,
    made.performanceId,
    { ...terms, venueId: 'v1', tiers: { ...TIERS, main: 'S' } },
    undefined,
  );
  expect(capacityOf(painted.value.sections)).toBe(6);
  expect(painted.value.venue.name).toBe('Smaller');
  const home = await updatePerformance(deps, made.performanceId, { ...sampleFields() }, undefined);
  expect(home.value).toMatchObject({ venue: sampleMusical.venue, sections: samplePerformance().sections });
  expect(home.value.plan).toBeUndefined();
});

test('a change of the musical does not move what is played in a venue of its own', async () => {
  const { deps, schedule } = await openHall();
  const { performanceId } = await schedule(TIERS);
  const { musicalId: _id, ...fields } = sampleMusical;
  const elsewhere = { ...fields, title: 'Noon', venue: { name: 'Elsewhere', timeZone: 'Asia/Tokyo' } };
  await updateMusical(deps, 'm1', elsewhere, undefined);
  const performance = await deps.catalogue.performance(performanceId);
  expect(performance?.value).toMatchObject({ title: 'Noon', venue: { name: 'Odd Hall' } });
});

test('a venue is needed as long as a performance is to come there', async () => {
  const { deps, clock, schedule } = await openHall();
  await schedule(TIERS, '2026-12-24T19:30:00');
  await expect(removeVenue(deps, 'v1', undefined)).rejects.toMatchObject({ code: 'in-use' });
  clock.nowMs = Date.parse('2026-12-24T20:00:00.000Z');
  await removeVenue(deps, 'v1', undefined);
  await expect(readVenue(deps, 'v1')).rejects.toMatchObject({ code: 'not-found' });
  await expect(removeVenue(deps, 'v1', undefined)).rejects.toMatchObject({ code: 'not-found' });
});

test('of two who draw a house anew, the second must have seen what the first drew', async () => {
  const { deps } = await openHall();
  const { etag } = await readVenue(deps, 'v1');
  await updateVenue(deps, 'v1', { ...hall, name: 'One' }, etag);
  await updateVenue(deps, 'v1', { ...hall, name: 'One' }, etag);
  await expect(updateVenue(deps, 'v1', { ...hall, name: 'Two' }, etag)).rejects.toMatchObject({
    code: 'stale',
  });
  await expect(removeVenue(deps, 'v1', etag)).rejects.toMatchObject({ code: 'stale' });
});

test('a floor that the venue does not have is refused, and so is a house of more than two megabytes', async () => {
  const { deps } = openMusical();
  const make = (fields: HouseFields) => createVenue(deps, async () => 'v1', fields);
  const at = (pointer: string) => ({ code: 'invalid-request', extensions: { errors: [{ pointer }] } });
  await expect(make({ ...hall, floors: ['first'] })).rejects.toMatchObject(at('/sections/0/floor'));
  const guids = Array.from({ length: 4 }, () => 'x'.repeat(600_000));
  const rows = [{ row: '1', seats: 4, guids }];
  const sections = [{ sectionId: 'A', kind: 'seated' as const, rows }];
  await expect(make({ ...hall, sections })).rejects.toMatchObject(at('/sections'));
  await expect(readVenue(deps, 'v1')).rejects.toMatchObject({ code: 'not-found' });
});

test('the list has venues by their names, a page at a time, without their seats', async () => {
  const { deps } = openMusical();
  for (const [venueId, name] of Object.entries({
    v1: '예술의전당',
    v2: 'Blue Square',
    v3: 'Charlotte Theater',
  }))
    await createVenue(deps, async () => venueId, { ...hall, name });
  const first = await deps.venues.list({ after: undefined, limit: 2 });
  expect(first.map(({ name, capacity }) => [name, capacity])).toEqual([
    ['Blue Square', 15],
    ['Charlotte Theater', 15],
  ]);
  expect(await deps.venues.list({ after: first.at(-1)?.listKey, limit: 2 })).toEqual([
    {
      venueId: 'v1',
      name: '예술의전당',
      timeZone: 'Europe/Berlin',
      floors: ['ground'],
      capacity: 15,
      listKey: '예술의전당 v1',
    },
  ]);
});

const bigPrices = { priceTiers: { VIP: 100, R: 50 } };
const bigTiers = {
  ...Object.fromEntries(bigHouse.sections.map(({ sectionId }) => [sectionId, 'R'])),
  'S1-1': 'VIP',
  'S1-2-1': 'VIP',
};

test('with 20,000 seats the performance stays under 16 KB, 40 of them share one plan, and a host reads it once', async () => {
  const { deps, containers } = openMusical();
  await deps.catalogue.createMusical(sampleMusical);
  const { venueId: _id, ...fields } = bigHouse;
  await createVenue(deps, async () => 'big', fields);
  const here = { ...terms, ...bigPrices, venueId: 'big', tiers: bigTiers };
  const plans = new Set<string | undefined>();
  for (let n = 0; n < 40; n++) {
    const { value } = await createPerformance(deps, 'm1', async () => `p${n}`, here);
    plans.add(value.plan);
    expect(capacityOf(value.sections)).toBe(20_000);
  }
  const { resource } = await containers.musicals.item('m1.p0', 'm1').read();
  expect(JSON.stringify(resource).length).toBeLessThan(16 * 1024);
  expect(resource).not.toHaveProperty('sections');
  const [plan = ''] = [...plans];
  expect(plans.size).toBe(1);
  const { resources } = await containers.seatingPlans.items.readAll().fetchAll();
  expect(resources.map(({ id }) => id)).toEqual([plan]);

  let reads = 0;
  const item = (...of: [string, string]) => {
    reads++;
    return containers.seatingPlans.item(...of);
  };
  const counting = Object.create(containers.seatingPlans, { item: { value: item } });
  const store = planStore(counting);
  const [first, second] = await Promise.all([store.sections(plan), store.sections(plan)]);
  expect(await store.sections(plan)).toBe(first);
  expect(second).toBe(first);
  expect(reads).toBe(1);
  expect(planIdOf([...first])).toBe(plan);
});

test('a plan that is not to be seen yet is asked for again', async () => {
  const { containers } = openMusical();
  const store = planStore(containers.seatingPlans);
  await expect(store.sections('later')).rejects.toThrow(/not to be seen yet/);
  const { sections } = samplePerformance();
  await planStore(containers.seatingPlans).save('later', sections);
  expect(await store.sections('later')).toEqual(sections);
});
