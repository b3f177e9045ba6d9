import { openSampleMusical } from '../../../../tests/samples/musical';
import { cancelPerformance } from './cancelPerformance';

const BEFORE = '2026-12-24T10:29:59.999Z';
/** When the performance of the samples starts. */
const STARTS_AT = '2026-12-24T10:30:00.000Z';

const theatre = (now: string) => openSampleMusical(now, { phase: 'sold', captured: 340_000 });

const wrongState = {
  code: 'wrong-state',
  detail: expect.stringMatching(/^The performance began at 2026-12-24T10:30:00.000Z: .*payment provider/),
};

test('a performance that has begun is not cancelled, and who was there is not refunded', async () => {
  const { deps, phaseAfterSweep } = await theatre(STARTS_AT);
  await expect(cancelPerformance(deps, 'm1.p1')).rejects.toMatchObject(wrongState);
  expect(await phaseAfterSweep()).toBe('sold');
});

test('up to its start it is cancelled, and that may be said again afterwards', async () => {
  const { deps, clock, phaseAfterSweep } = await theatre(BEFORE);
  await cancelPerformance(deps, 'm1.p1');
  clock.nowMs = Date.parse(STARTS_AT);
  await cancelPerformance(deps, 'm1.p1');
  expect(await phaseAfterSweep()).toBe('revoked');
});

test('it is cancelled only in the version that was read, but again in any', async () => {
  const { deps, allocation } = await theatre(BEFORE);
  const etag = (await deps.catalogue.performance('m1.p1'))?.etag;
  await expect(cancelPerformance(deps, 'm1.p1', '"another"')).rejects.toMatchObject({ code: 'stale' });
  expect(await allocation('r1')).toMatchObject({ phase: 'sold' });
  await cancelPerformance(deps, 'm1.p1', etag);
  expect(await allocation('r1')).toMatchObject({ phase: 'revoked' });
  await cancelPerformance(deps, 'm1.p1', etag);
});

test('when a seat is sold between reading and writing, its end is written over the sale', async () => {
  const { deps, faults, allocation } = await openSampleMusical(BEFORE, { phase: 'reserved' });
  faults.beforeWrite = async ([id]) => {
    if (id !== 'r1') return;
    faults.beforeWrite = () => {};
    const stored = await deps.seats.allocation('m1.p1', 'r1');
    if (stored === undefined) return;
    await deps.seats.replace({ ...stored, value: { ...stored.value, phase: 'sold', captured: 340_000 } });
  };
  await cancelPerformance(deps, 'm1.p1');
  expect(await allocation('r1')).toMatchObject({ phase: 'revoked', captured: 340_000 });
});

test('seats that were released since they were found stay released', async () => {
  const { deps, allocation } = await theatre(BEFORE);
  const liveAllocations: typeof deps.seats.liveAllocations = async (performanceId) => {
    const live = await deps.seats.liveAllocations(performanceId);
    const stored = await deps.seats.allocation(performanceId, 'r1');
    if (stored !== undefined)
      await deps.seats.replace({ ...stored, value: { ...stored.value, phase: 'released' } });
    return live;
  };
  await cancelPerformance({ ...deps, seats: { ...deps.seats, liveAllocations } }, 'm1.p1');
  expect(await allocation('r1')).toMatchObject({ phase: 'released' });
  expect(await allocation('r1')).not.toHaveProperty('revoking');
});
