import { StoreUnavailable } from '../../../../shared/cosmos/cosmos';
import { etagIn } from '../../../../shared/http/language';
import { giveSeats, lostReply, NOW, openPerformance, sampleMusical } from '../../../../tests/samples/musical';
import { confirmMoves } from '../../revocation/usecases/confirmRevocation';
import { createMusical, updateMusical } from './editMusical';
import { readPerformance } from './readCatalogue';

const NOON = { ...sampleMusical, title: 'Noon' };

test('a change of a musical that stopped before its performances had it goes on when it is asked for again', async () => {
  const { deps, faults } = await openPerformance();
  const etag = (await deps.catalogue.musical('m1'))?.etag;
  faults.afterWrite = () => {
    throw new Error('crash');
  };
  await expect(updateMusical(deps, 'm1', NOON, etag)).rejects.toThrow('crash');
  faults.afterWrite = () => {};
  expect((await deps.catalogue.performance('m1.p1'))?.value.title).toBe('Midnight');
  expect((await updateMusical(deps, 'm1', NOON, etag)).value).toEqual(NOON);
  expect((await deps.catalogue.performance('m1.p1'))?.value.title).toBe('Noon');
});

test('a change whose reply was lost is done, in the performances too', async () => {
  const { deps, faults } = await openPerformance();
  const etag = (await deps.catalogue.musical('m1'))?.etag;
  faults.afterWrite = ([id]) => {
    if (id === 'm1') throw lostReply();
  };
  expect((await updateMusical(deps, 'm1', NOON, etag)).value).toEqual(NOON);
  expect((await deps.catalogue.performance('m1.p1'))?.value.title).toBe('Noon');
});

const translations = { en: { title: 'Midnight, in English', description: 'A clock.' } };

test('a title that is translated is so in the performances; without one it is no longer', async () => {
  const { deps } = await openPerformance();
  await updateMusical(deps, 'm1', { ...sampleMusical, translations }, undefined);
  const titles = { title: 'Midnight', translations: { en: { title: 'Midnight, in English' } } };
  expect((await deps.catalogue.performance('m1.p1'))?.value).toMatchObject(titles);
  for (const changed of [
    sampleMusical,
    { ...sampleMusical, translations: { en: { description: 'A clock.' } } },
  ]) {
    await updateMusical(deps, 'm1', changed, undefined);
    expect((await deps.catalogue.performance('m1.p1'))?.value).not.toHaveProperty('translations');
  }
});

test('who has read the translation does not write it over what it was translated from', async () => {
  const { deps } = await openPerformance();
  const etag = (await deps.catalogue.musical('m1'))?.etag ?? '';
  const changed = (ifMatch: string) => updateMusical(deps, 'm1', NOON, ifMatch);
  await expect(changed(etagIn(etag, 'en'))).rejects.toMatchObject({
    code: 'stale',
    message: expect.stringContaining('translation'),
  });
  expect((await changed(etag)).value).toEqual(NOON);
});

test.each([
  ['/startDate', { startDate: '2026-12-25' }],
  ['/endDate', { endDate: '2026-12-23' }],
])('a run that would leave a performance outside is refused at %s', async (pointer, run) => {
  const { deps } = await openPerformance();
  const changed = updateMusical(deps, 'm1', { ...sampleMusical, ...run }, undefined);
  await expect(changed).rejects.toMatchObject({
    code: 'invalid-request',
    extensions: { errors: [{ pointer, detail: expect.stringContaining('m1.p1') }] },
  });
  expect((await deps.catalogue.musical('m1'))?.value).toEqual(sampleMusical);
});

test('a run may be longer, or as short as its performances are apart', async () => {
  const { deps } = await openPerformance();
  for (const run of [
    { startDate: '2026-12-24', endDate: '2026-12-24' },
    { startDate: '2026-01-01', endDate: '2027-12-31' },
  ]) {
    const { value } = await updateMusical(deps, 'm1', { ...sampleMusical, ...run }, undefined);
    expect(value).toMatchObject(run);
  }
});

test('a cancelled performance keeps no run long', async () => {
  const { deps } = await openPerformance({ status: 'cancelled' });
  const run = { startDate: '2026-12-01', endDate: '2026-12-02' };
  expect((await updateMusical(deps, 'm1', { ...sampleMusical, ...run }, undefined)).value).toMatchObject(run);
});

const RED_SQUARE = { ...sampleMusical, venue: { name: 'Red Square', timeZone: 'Asia/Seoul' } };
const sold = { phase: 'sold', captured: 340_000 } as const;

test('another venue of a musical moves its performances, and their tickets are kept', async () => {
  const opened = await openPerformance();
  await giveSeats(opened, sold);
  const { deps } = opened;
  await updateMusical(deps, 'm1', RED_SQUARE, undefined, { beforeStoring: confirmMoves(deps, undefined) });
  const { value } = await readPerformance(deps, 'm1.p1');
  expect(value).toMatchObject({
    venue: RED_SQUARE.venue,
    moves: [{ n: 1, from: { venue: sampleMusical.venue }, to: { venue: RED_SQUARE.venue }, onMove: 'keep' }],
  });
  expect(await deps.catalogue.performancesToCheck(NOW, 10)).toEqual(['m1.p1']);
});

test('another venue that refunds everybody asks first, and is stored once it is meant', async () => {
  const opened = await openPerformance();
  await giveSeats(opened, sold);
  const { deps } = opened;
  const change = (known?: number) =>
    updateMusical(deps, 'm1', RED_SQUARE, undefined, {
      onMove: 'refund',
      beforeStoring: confirmMoves(deps, known),
    });
  const figures = { reservations: 1, seats: 2, refund: 340_000, currency: 'KRW' };
  await expect(change()).rejects.toMatchObject({ code: 'confirm', extensions: figures });
  expect((await deps.catalogue.musical('m1'))?.value.venue).toEqual(sampleMusical.venue);
  await change(1);
  expect((await readPerformance(deps, 'm1.p1')).value.moves).toMatchObject([{ n: 1, onMove: 'refund' }]);
});

test('a musical with a performance that was moved too often stays where it is', async () => {
  const where = { startsAt: '2026-12-24T10:30:00.000Z', venue: sampleMusical.venue };
  const moves = Array.from({ length: 20 }, (_, i) => ({
    n: i + 1,
    from: where,
    to: where,
    onMove: 'keep' as const,
  }));
  const { deps } = await openPerformance({ moves });
  const changed = updateMusical(deps, 'm1', RED_SQUARE, undefined);
  await expect(changed).rejects.toMatchObject({ code: 'wrong-state' });
  expect((await deps.catalogue.musical('m1'))?.value.venue).toEqual(sampleMusical.venue);
});

test('a change made on an older state than is stored is refused', async () => {
  const { deps } = await openPerformance();
  const etag = (await deps.catalogue.musical('m1'))?.etag;
  await updateMusical(deps, 'm1', NOON, etag);
  const late = updateMusical(deps, 'm1', { ...sampleMusical, title: 'Dawn' }, etag);
  await expect(late).rejects.toMatchObject({ code: 'stale' });
  expect((await deps.catalogue.musical('m1'))?.value.title).toBe('Noon');
});

test('of two changes of a musical at once, musical and performances have the same', async () => {
  const { deps } = await openPerformance();
  const dawn = async () =>
    void (await updateMusical(deps, 'm1', { ...sampleMusical, title: 'Dawn' }, undefined));
  let looks = 0;
  const performancesOf = async (musicalId: string) => {
    // After it is stored, and before its performances have it.
    if (++looks === 2) await dawn();
    return deps.catalogue.performancesOf(musicalId);
  };
  await updateMusical({ ...deps, catalogue: { ...deps.catalogue, performancesOf } }, 'm1', NOON, undefined);
  expect((await deps.catalogue.musical('m1'))?.value.title).toBe('Dawn');
  expect((await deps.catalogue.performance('m1.p1'))?.value.title).toBe('Dawn');
});

test('a musical that was not stored, and nobody said so, is asked for again', async () => {
  const { deps } = await openPerformance();
  const createNothing = async () => 'conflict' as const;
  const lossy = { ...deps, catalogue: { ...deps.catalogue, createMusical: createNothing } };
  await expect(createMusical(lossy, async () => 'm2', sampleMusical)).rejects.toThrow(StoreUnavailable);
});
