import { sampleAllocation, samplePerformance, seated } from '../../../tests/samples/house';
import { openMusical, sampleMusical } from '../../../tests/samples/musical';
import type { MusicalDeps } from '../deps';
import type { Allocation } from '../domain/allocation';
import type { Performance } from '../domain/performance';
import { cancelPerformance, checkPerformances } from './cancelPerformance';
import { type PerformanceFields, removeMusical, updateMusical, updatePerformance } from './editCatalogue';

const BEFORE = '2026-12-24T10:29:59.999Z';
/** When the performance of the samples starts. */
const STARTS_AT = '2026-12-24T10:30:00.000Z';
const NEXT_DAY = '2026-12-25T10:30:00.000Z';

const sold: Partial<Allocation> = { phase: 'sold', captured: 340_000 };

/** A musical with one performance and one allocation of it, a moment before or after it starts. */
async function theatre(now: string, allocation: Partial<Allocation> = sold) {
  const musical = openMusical(now);
  const { deps } = musical;
  await deps.catalogue.createMusical(sampleMusical);
  await deps.catalogue.createPerformance(samplePerformance());
  await deps.seats.create(sampleAllocation(allocation), []);
  const phaseAfterSweep = async () => {
    await checkPerformances(deps);
    return (await deps.seats.allocation('m1.p1', 'r1'))?.value.phase;
  };
  return { ...musical, phaseAfterSweep };
}

const lostReply = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

const fields = (changes: Partial<Performance> = {}): PerformanceFields => samplePerformance(changes);

const wrongState = {
  code: 'wrong-state',
  detail: expect.stringMatching(/^The performance began at 2026-12-24T10:30:00.000Z: .*payment provider/),
};

test('a performance that has begun is not cancelled, and who was there is not refunded', async () => {
  const { deps, phaseAfterSweep, close } = await theatre(STARTS_AT);
  await expect(cancelPerformance(deps, 'm1.p1')).rejects.toMatchObject(wrongState);
  expect(await phaseAfterSweep()).toBe('sold');
  close();
});

test('up to its start it is cancelled, and that may be said again afterwards', async () => {
  const { deps, clock, phaseAfterSweep, close } = await theatre(BEFORE);
  await cancelPerformance(deps, 'm1.p1');
  clock.nowMs = Date.parse(STARTS_AT);
  await cancelPerformance(deps, 'm1.p1');
  expect(await phaseAfterSweep()).toBe('revoked');
  close();
});

test.each([
  ['another start', { startsAt: NEXT_DAY }],
  ['without a section', { sections: [seated('A', [10, 10], 'VIP')] }],
])('a performance that has begun does not get %s', async (_what, changes) => {
  const { deps, phaseAfterSweep, close } = await theatre(STARTS_AT);
  const changed = updatePerformance(deps, 'm1.p1', fields(changes), undefined);
  await expect(changed).rejects.toMatchObject(wrongState);
  expect(await phaseAfterSweep()).toBe('sold');
  close();
});

test('what takes nothing from anybody may be changed at any time', async () => {
  const { deps, phaseAfterSweep, close } = await theatre(STARTS_AT);
  const changes = { salesCloseAt: '2026-12-24T11:00:00.000Z', priceTiers: { VIP: 1, R: 2 } };
  const { value } = await updatePerformance(deps, 'm1.p1', fields(changes), undefined);
  expect(value).toMatchObject(changes);
  expect(await phaseAfterSweep()).toBe('sold');
  close();
});

test('nobody moves a performance to where it would have begun already', async () => {
  const { deps, phaseAfterSweep, close } = await theatre(BEFORE);
  const moved = updatePerformance(deps, 'm1.p1', fields({ startsAt: '2025-12-24T10:30:00Z' }), undefined);
  await expect(moved).rejects.toMatchObject({
    code: 'invalid-request',
    extensions: { errors: [{ pointer: '/startsAt' }] },
  });
  expect(await phaseAfterSweep()).toBe('sold');
  close();
});

test('a musical whose performances were played is deleted, and nobody who was there is refunded', async () => {
  const { deps, phaseAfterSweep, close } = await theatre(STARTS_AT);
  await removeMusical(deps, 'm1', undefined);
  expect(await deps.catalogue.musical('m1')).toBeUndefined();
  expect((await deps.catalogue.performance('m1.p1'))?.value.status).toBe('scheduled');
  expect(await phaseAfterSweep()).toBe('sold');
  close();
});

test.each([
  ['somebody has seats of what is to come', BEFORE, sold, /Cancel the performance first/],
  [
    'somebody is still to pay for what has begun',
    STARTS_AT,
    { phase: 'reserved', heldUntil: '2026-12-24T10:31:00.000Z' } as const,
    /Try again/,
  ],
])('a musical stays as long as %s', async (_why, now, allocation, detail) => {
  const { deps, close } = await theatre(now, allocation);
  await expect(removeMusical(deps, 'm1', undefined)).rejects.toMatchObject({
    code: 'live-reservations',
    detail: expect.stringMatching(detail),
  });
  close();
});

const MANY = 130;
const LONG_BEFORE = '2026-11-21T10:00:00.000Z';
const idOf = (n: number): string => `m1.p${n}`;

/** A musical with more performances than one batch can close. */
async function season() {
  const musical = openMusical(LONG_BEFORE);
  const { deps } = musical;
  await deps.catalogue.createMusical(sampleMusical);
  for (let n = 1; n <= MANY; n++) {
    await deps.catalogue.createPerformance(samplePerformance({ performanceId: idOf(n) }));
  }
  const closed = async () =>
    (await deps.catalogue.performancesOf('m1')).filter(({ status }) => status === 'cancelled').length;
  return { ...musical, closed };
}

test('a musical with more performances than a batch holds is deleted, and each is closed', async () => {
  const { deps, closed, close } = await season();
  await removeMusical(deps, 'm1', undefined);
  expect(await deps.catalogue.musical('m1')).toBeUndefined();
  expect(await closed()).toBe(MANY);
  expect(await deps.catalogue.performancesToCheck(LONG_BEFORE, 1_000)).toHaveLength(MANY);
  close();
});

test('a deletion that stopped half-way goes on when it is asked for again', async () => {
  const { deps, faults, closed, close } = await season();
  faults.afterWrite = ([id]) => {
    if (id === idOf(70)) throw new Error('crash');
  };
  await expect(removeMusical(deps, 'm1', undefined)).rejects.toThrow('crash');
  const halfWay = await closed();
  expect(halfWay).toBeGreaterThan(0);
  expect(halfWay).toBeLessThan(MANY);
  expect(await deps.catalogue.musical('m1')).toBeDefined();
  await removeMusical(deps, 'm1', undefined);
  expect(await deps.catalogue.musical('m1')).toBeUndefined();
  expect(await closed()).toBe(MANY);
  close();
});

test('what is changed while a musical is deleted is not overwritten', async () => {
  const { deps, close } = await theatre(BEFORE, { phase: 'released' });
  const priceTiers = { VIP: 1, R: 2 };
  const liveAllocations = async () => {
    await updatePerformance(deps, 'm1.p1', fields({ priceTiers }), undefined);
    return [];
  };
  await removeMusical({ ...deps, seats: { ...deps.seats, liveAllocations } }, 'm1', undefined);
  const stored = await deps.catalogue.performance('m1.p1');
  expect(stored?.value).toMatchObject({ status: 'cancelled', priceTiers });
  close();
});

test.each<[string, (deps: MusicalDeps) => Promise<unknown>]>([
  ['was changed', (deps) => updateMusical(deps, 'm1', { ...sampleMusical, title: 'Noon' }, '*')],
  [
    'has got a performance',
    (deps) => deps.catalogue.createPerformance(samplePerformance({ performanceId: 'm1.p2' })),
  ],
])('a musical that %s while it was deleted stays', async (_what, change) => {
  const { deps, faults, close } = await theatre(BEFORE, { phase: 'released' });
  faults.afterWrite = async () => {
    faults.afterWrite = () => {};
    await change(deps);
  };
  await expect(removeMusical(deps, 'm1', undefined)).rejects.toMatchObject({ code: 'stale' });
  expect(await deps.catalogue.musical('m1')).toBeDefined();
  close();
});

test('a deletion whose reply was lost is done', async () => {
  const { deps, faults, close } = await theatre(BEFORE, { phase: 'released' });
  faults.afterWrite = ([id]) => {
    if (id === 'm1') throw lostReply();
  };
  await removeMusical(deps, 'm1', undefined);
  expect(await deps.catalogue.musical('m1')).toBeUndefined();
  close();
});

const NOON = { ...sampleMusical, title: 'Noon' };

test('a change of a musical that stopped before its performances had it goes on when it is asked for again', async () => {
  const { deps, faults, close } = await theatre(BEFORE);
  const etag = (await deps.catalogue.musical('m1'))?.etag;
  faults.afterWrite = () => {
    throw new Error('crash');
  };
  await expect(updateMusical(deps, 'm1', NOON, etag)).rejects.toThrow('crash');
  faults.afterWrite = () => {};
  expect((await deps.catalogue.performance('m1.p1'))?.value.title).toBe('Midnight');
  expect((await updateMusical(deps, 'm1', NOON, etag)).value).toEqual(NOON);
  expect((await deps.catalogue.performance('m1.p1'))?.value.title).toBe('Noon');
  close();
});

test('a change whose reply was lost is done, in the performances too', async () => {
  const { deps, faults, close } = await theatre(BEFORE);
  const etag = (await deps.catalogue.musical('m1'))?.etag;
  faults.afterWrite = ([id]) => {
    if (id === 'm1') throw lostReply();
  };
  expect((await updateMusical(deps, 'm1', NOON, etag)).value).toEqual(NOON);
  expect((await deps.catalogue.performance('m1.p1'))?.value.title).toBe('Noon');
  close();
});

test('a change made on an older state than is stored is refused', async () => {
  const { deps, close } = await theatre(BEFORE);
  const etag = (await deps.catalogue.musical('m1'))?.etag;
  await updateMusical(deps, 'm1', NOON, etag);
  const late = updateMusical(deps, 'm1', { ...sampleMusical, title: 'Dawn' }, etag);
  await expect(late).rejects.toMatchObject({ code: 'stale' });
  expect((await deps.catalogue.musical('m1'))?.value.title).toBe('Noon');
  close();
});

test.each([
  ['sales that would never be open', { salesOpenAt: STARTS_AT }, '/salesOpenAt'],
  ['a start beyond the years of four digits', { startsAt: '9999-12-31T23:59:59-14:00' }, '/startsAt'],
  ['another currency than it was sold in', { currency: 'USD' }, '/currency'],
])('a performance does not get %s', async (_what, changes, pointer) => {
  const { deps, close } = await theatre(BEFORE);
  const changed = updatePerformance(deps, 'm1.p1', fields(changes), undefined);
  await expect(changed).rejects.toMatchObject({
    code: 'invalid-request',
    extensions: { errors: [{ pointer, detail: expect.any(String) }] },
  });
  close();
});
