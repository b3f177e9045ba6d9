import { StoreUnavailable } from '../../../../shared/cosmos/cosmos';
import { asRead } from '../../../../tests/samples/asRead';
import { sampleFields as fields, seated } from '../../../../tests/samples/house';
import { lostReply, openSampleMusical, sampleMusical } from '../../../../tests/samples/musical';
import type { Allocation } from '../../seats/domain/allocation';
import { createPerformance, updatePerformance } from './editPerformance';

const BEFORE = '2026-12-24T10:29:59.999Z';
/** When the performance of the samples starts. */
const STARTS_AT = '2026-12-24T10:30:00.000Z';
const NEXT_DAY = '2026-12-25T10:30:00.000Z';

const sold: Partial<Allocation> = { phase: 'sold', captured: 340_000 };

const theatre = (now: string, allocation: Partial<Allocation> = sold) => openSampleMusical(now, allocation);

const p2 = async () => 'p2';

const wrongState = {
  code: 'wrong-state',
  detail: expect.stringMatching(/^The performance began at 2026-12-24T10:30:00.000Z: .*payment provider/),
};

test.each([
  ['another start', { startsAt: NEXT_DAY }],
  ['without a section', { sections: [seated('A', [10, 10], 'VIP')] }],
])('a performance that has begun does not get %s', async (_what, changes) => {
  const { deps, phaseAfterSweep } = await theatre(STARTS_AT);
  const changed = updatePerformance(deps, 'm1.p1', fields(changes), undefined);
  await expect(changed).rejects.toMatchObject(wrongState);
  expect(await phaseAfterSweep()).toBe('sold');
});

test('what takes nothing from anybody may be changed at any time', async () => {
  const { deps, phaseAfterSweep } = await theatre(STARTS_AT);
  const changes = { salesCloseAt: '2026-12-24T10:00:00.000Z', priceTiers: { VIP: 1, R: 2 } };
  const { value } = await updatePerformance(deps, 'm1.p1', fields(changes), undefined);
  expect(value).toMatchObject(changes);
  expect(await phaseAfterSweep()).toBe('sold');
});

test('nobody moves a performance to where it would have begun already', async () => {
  const { deps, phaseAfterSweep } = await theatre(BEFORE);
  const moved = updatePerformance(deps, 'm1.p1', fields({ startsAt: '2025-12-24T10:30:00Z' }), undefined);
  await expect(moved).rejects.toMatchObject({
    code: 'invalid-request',
    extensions: { errors: [{ pointer: '/startsAt' }] },
  });
  expect(await phaseAfterSweep()).toBe('sold');
});

test.each([
  ['sales that would never be open', { salesOpenAt: STARTS_AT }, '/salesOpenAt'],
  ['a presale without a sale', { presaleOpenAt: '2026-11-01T05:00:00Z' }, '/presaleOpenAt'],
  [
    'a presale that opens with the sale',
    { presaleOpenAt: '2026-11-01T05:00:00Z', salesOpenAt: '2026-11-01T05:00:00Z' },
    '/presaleOpenAt',
  ],
  ['a start beyond the years of four digits', { startsAt: '9999-12-31T23:59:59-14:00' }, '/startsAt'],
  ['another currency than it was sold in', { currency: 'USD' }, '/currency'],
  ['sales that go on when it has begun', { salesCloseAt: '2026-12-24T10:30:00.001Z' }, '/salesCloseAt'],
  ['sales that go on for a year', { salesCloseAt: '2027-12-24T10:30:00Z' }, '/salesCloseAt'],
  ['a start after the run of its musical', { startsAt: '2027-01-01T10:30:00Z' }, '/startsAt'],
])('a performance does not get %s', async (_what, changes, pointer) => {
  const { deps } = await theatre(BEFORE);
  const changed = updatePerformance(deps, 'm1.p1', fields(changes), undefined);
  await expect(changed).rejects.toMatchObject({
    code: 'invalid-request',
    extensions: { errors: [{ pointer, detail: expect.any(String) }] },
  });
});

test('the same change again is no change, and a change whose reply was lost is done', async () => {
  const { deps, faults } = await theatre(BEFORE);
  const etag = (await deps.catalogue.performance('m1.p1'))?.etag;
  faults.afterWrite = () => {
    throw lostReply();
  };
  const changes = { priceTiers: { VIP: 1, R: 2 } };
  const changed = await updatePerformance(deps, 'm1.p1', fields(changes), etag);
  expect(changed.value).toMatchObject(changes);
  expect((await updatePerformance(deps, 'm1.p1', fields(changes), etag)).etag).toBe(changed.etag);
  const other = updatePerformance(deps, 'm1.p1', fields(), etag);
  await expect(other).rejects.toMatchObject({ code: 'stale' });
});

test.each([
  ['any of a list', (etag: string) => `"x", ${etag}`],
  ['whatever there is', () => ' * '],
])('If-Match may name %s', async (_what, ifMatch) => {
  const { deps } = await theatre(BEFORE);
  const etag = (await deps.catalogue.performance('m1.p1'))?.etag ?? '';
  const changes = { priceTiers: { VIP: 1, R: 2 } };
  expect((await updatePerformance(deps, 'm1.p1', fields(changes), ifMatch(etag))).value).toMatchObject(
    changes,
  );
});

test('a performance that was not stored, and nobody said so, is asked for again', async () => {
  const { deps } = await theatre(BEFORE);
  const createNothing = async () => 'conflict' as const;
  const lossy = { ...deps, catalogue: { ...deps.catalogue, createPerformance: createNothing } };
  await expect(createPerformance(lossy, 'm1', p2, fields())).rejects.toThrow(StoreUnavailable);
});

test.each(['2026-11-30T14:59:59Z', '2026-12-31T15:00:00Z'])(
  'a performance on a day of the venue outside the run of its musical is not made: %s',
  async (startsAt) => {
    const { deps } = await theatre(BEFORE);
    const made = createPerformance(deps, 'm1', p2, fields({ startsAt }));
    await expect(made).rejects.toMatchObject({
      code: 'invalid-request',
      extensions: { errors: [{ pointer: '/startsAt' }] },
    });
  },
);

test.each(['2026-11-30T15:00:00Z', '2026-12-31T14:59:59Z'])(
  'a performance on the first or the last day of the run is made: %s',
  async (startsAt) => {
    const { deps } = await theatre(BEFORE);
    const { value } = await createPerformance(deps, 'm1', p2, fields({ startsAt }));
    expect(Date.parse(value.startsAt)).toBe(Date.parse(startsAt));
  },
);

test('a performance made while the run of its musical becomes shorter is closed again', async () => {
  const { deps, faults } = await theatre(BEFORE);
  faults.afterWrite = async () => {
    faults.afterWrite = () => {};
    const etag = (await deps.catalogue.musical('m1'))?.etag;
    await deps.catalogue.replaceMusical(asRead({ ...sampleMusical, endDate: '2026-12-24' }, etag));
  };
  const made = createPerformance(deps, 'm1', p2, fields({ startsAt: NEXT_DAY }));
  await expect(made).rejects.toMatchObject({ code: 'invalid-request' });
  expect((await deps.catalogue.performance('m1.p2'))?.value.status).toBe('cancelled');
});

test('a performance made while its musical is renamed has the new title', async () => {
  const { deps, faults } = await theatre(BEFORE);
  faults.afterWrite = async () => {
    faults.afterWrite = () => {};
    await deps.catalogue.replaceMusical(
      asRead({ ...sampleMusical, title: 'Noon' }, (await deps.catalogue.musical('m1'))?.etag),
    );
  };
  expect((await createPerformance(deps, 'm1', p2, fields())).value.title).toBe('Noon');
});

test('a performance made while its musical is removed is closed again', async () => {
  const { deps, faults } = await theatre(BEFORE);
  faults.afterWrite = async () => {
    faults.afterWrite = () => {};
    const musical = await deps.catalogue.musical('m1');
    if (musical !== undefined) await deps.catalogue.removeMusical(musical);
  };
  await expect(createPerformance(deps, 'm1', p2, fields())).rejects.toMatchObject({ code: 'not-found' });
  expect((await deps.catalogue.performance('m1.p2'))?.value.status).toBe('cancelled');
});
