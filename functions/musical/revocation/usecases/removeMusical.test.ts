import { sampleFields, samplePerformance } from '../../../../tests/samples/house';
import { lostReply, openMusical, openSampleMusical, sampleMusical } from '../../../../tests/samples/musical';
import { updateMusical } from '../../catalogue/usecases/editMusical';
import { updatePerformance } from '../../catalogue/usecases/editPerformance';
import type { MusicalDeps } from '../../deps';
import type { Allocation } from '../../seats/domain/allocation';
import { removeMusical } from './removeMusical';

const BEFORE = '2026-12-24T10:29:59.999Z';
/** When the performance of the samples starts. */
const STARTS_AT = '2026-12-24T10:30:00.000Z';

const sold: Partial<Allocation> = { phase: 'sold', captured: 340_000 };

const theatre = (now: string, allocation: Partial<Allocation> = sold) => openSampleMusical(now, allocation);

test('a musical whose performances were played is deleted, and nobody who was there is refunded', async () => {
  const { deps, phaseAfterSweep } = await theatre(STARTS_AT);
  await removeMusical(deps, 'm1', undefined);
  expect(await deps.catalogue.musical('m1')).toBeUndefined();
  expect((await deps.catalogue.performance('m1.p1'))?.value.status).toBe('scheduled');
  expect(await phaseAfterSweep()).toBe('sold');
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
  const { deps } = await theatre(now, allocation);
  await expect(removeMusical(deps, 'm1', undefined)).rejects.toMatchObject({
    code: 'live-reservations',
    detail: expect.stringMatching(detail),
  });
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
  const { deps, closed } = await season();
  await removeMusical(deps, 'm1', undefined);
  expect(await deps.catalogue.musical('m1')).toBeUndefined();
  expect(await closed()).toBe(MANY);
  expect(await deps.catalogue.performancesToCheck(LONG_BEFORE, 1_000)).toHaveLength(MANY);
});

test('a deletion that stopped half-way goes on when it is asked for again', async () => {
  const { deps, faults, closed } = await season();
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
});

test('what is changed while a musical is deleted is not overwritten', async () => {
  const { deps } = await theatre(BEFORE, { phase: 'released' });
  const priceTiers = { VIP: 1, R: 2 };
  const liveAllocations = async () => {
    await updatePerformance(deps, 'm1.p1', sampleFields({ priceTiers }), undefined);
    return [];
  };
  await removeMusical({ ...deps, seats: { ...deps.seats, liveAllocations } }, 'm1', undefined);
  const stored = await deps.catalogue.performance('m1.p1');
  expect(stored?.value).toMatchObject({ status: 'cancelled', priceTiers });
});

test.each<[string, (deps: MusicalDeps) => Promise<unknown>]>([
  ['was changed', (deps) => updateMusical(deps, 'm1', { ...sampleMusical, title: 'Noon' }, '*')],
  [
    'has got a performance',
    (deps) => deps.catalogue.createPerformance(samplePerformance({ performanceId: 'm1.p2' })),
  ],
])('a musical that %s while it was deleted stays', async (_what, change) => {
  const { deps, faults } = await theatre(BEFORE, { phase: 'released' });
  faults.afterWrite = async () => {
    faults.afterWrite = () => {};
    await change(deps);
  };
  await expect(removeMusical(deps, 'm1', undefined)).rejects.toMatchObject({ code: 'stale' });
  expect(await deps.catalogue.musical('m1')).toBeDefined();
});

test('a performance that is made at the last moment before its musical is gone is closed', async () => {
  const { deps } = await theatre(BEFORE, { phase: 'released' });
  const removeAfterwards = async (stored: Parameters<typeof deps.catalogue.removeMusical>[0]) => {
    await deps.catalogue.createPerformance(samplePerformance({ performanceId: 'm1.p2' }));
    return deps.catalogue.removeMusical(stored);
  };
  const late = { ...deps.catalogue, removeMusical: removeAfterwards };
  await removeMusical({ ...deps, catalogue: late }, 'm1', undefined);
  expect((await deps.catalogue.performance('m1.p2'))?.value.status).toBe('cancelled');
});

test('a deletion whose reply was lost is done', async () => {
  const { deps, faults } = await theatre(BEFORE, { phase: 'released' });
  faults.afterWrite = ([id]) => {
    if (id === 'm1') throw lostReply();
  };
  await removeMusical(deps, 'm1', undefined);
  expect(await deps.catalogue.musical('m1')).toBeUndefined();
});
