import { completeMusical, completePerformance } from '../../../tests/samples/complete';
import { samplePerformance } from '../../../tests/samples/house';
import { openMusical, openPerformance, sampleMusical } from '../../../tests/samples/musical';
import { musicalFieldsSchema } from './domain/musical';
import { musicalListKey } from './store';
import { updateMusical } from './usecases/editMusical';

test('a musical and a performance are read with every member they were written with', async () => {
  const { catalogue } = openMusical().deps;
  await catalogue.createMusical(completeMusical);
  await catalogue.createPerformance(completePerformance);
  expect((await catalogue.musical('m1'))?.value).toEqual(completeMusical);
  expect((await catalogue.performance('m1.p1'))?.value).toEqual(completePerformance);
  expect(await catalogue.musicals({}, { after: undefined, limit: 10 })).toEqual([completeMusical]);
  expect(await catalogue.performancesOf('m1')).toEqual([completePerformance]);
});

test('a musical’s id is no performance’s, nor the other way round', async () => {
  const { catalogue } = (await openPerformance()).deps;
  expect(await catalogue.performance('m1')).toBeUndefined();
  expect(await catalogue.musical('m1.p1')).toBeUndefined();
});

test('of two changes of one version, one is a conflict', async () => {
  const { catalogue } = (await openPerformance()).deps;
  const musical = await catalogue.musical('m1');
  const performance = await catalogue.performance('m1.p1');
  if (musical === undefined || performance === undefined) throw new Error('they are not stored');
  expect(await catalogue.replaceMusical(musical)).toBe('committed');
  expect(await catalogue.replaceMusical(musical)).toBe('conflict');
  expect(await catalogue.removeMusical(musical)).toBe('conflict');
  expect(await catalogue.replacePerformance(performance, undefined)).toBe('committed');
  expect(await catalogue.replacePerformance(performance, undefined)).toBe('conflict');
  expect(await catalogue.musical('m1')).toBeDefined();
});

const season = [
  { ...sampleMusical, musicalId: 'late', title: 'Noon', startDate: '2027-02-01', endDate: '2027-02-28' },
  {
    ...sampleMusical,
    musicalId: 'early',
    title: 'Midnight Sun',
    startDate: '2026-11-01',
    endDate: '2026-11-30',
  },
  {
    ...sampleMusical,
    musicalId: 'both',
    title: 'MIDNIGHT',
    translations: { en: { title: 'The Twelfth Bell' } },
    startDate: '2026-11-15',
    endDate: '2027-02-15',
  },
];

test.each<[string, Parameters<ReturnType<typeof openMusical>['deps']['catalogue']['musicals']>[0], string[]]>(
  [
    ['everything, by first day', {}, ['early', 'both', 'late']],
    ['a word of the title, in any case', { text: 'midNIGHT' }, ['early', 'both']],
    ['a word of the title in English', { text: 'twelfth b' }, ['both']],
    ['what runs from a day on', { from: '2026-12-01' }, ['both', 'late']],
    ['what runs up to a day', { to: '2026-11-15' }, ['early', 'both']],
    ['what runs within days', { from: '2026-12-01', to: '2026-12-31' }, ['both']],
  ],
)('the programme shows %s', async (_what, filter, expected) => {
  const { catalogue } = openMusical().deps;
  for (const musical of season) await catalogue.createMusical(musical);
  const ids = async (after: string | undefined, limit: number) =>
    (await catalogue.musicals(filter, { after, limit })).map(({ musicalId }) => musicalId);
  expect(await ids(undefined, 10)).toEqual(expected);
  const [first, ...rest] = await catalogue.musicals(filter, { after: undefined, limit: 1 });
  expect(rest).toEqual([]);
  expect(await ids(first && musicalListKey(first), 10)).toEqual(expected.slice(1));
});

test('the follow-up’s list has what is due, the longest waiting first, and no more than it asks for', async () => {
  const { catalogue } = openMusical().deps;
  const due = {
    p1: '2026-11-21T10:02:00.000Z',
    p2: '2026-11-21T10:01:00.000Z',
    p3: '2026-11-21T11:00:00.000Z',
  };
  for (const [id, nextCheckAt] of Object.entries(due)) {
    await catalogue.createPerformance(samplePerformance({ performanceId: `m1.${id}` }));
    const stored = await catalogue.performance(`m1.${id}`);
    if (stored !== undefined) await catalogue.replacePerformance(stored, nextCheckAt);
  }
  const now = '2026-11-21T10:02:00.000Z';
  expect(await catalogue.performancesToCheck(now, 10)).toEqual(['m1.p2', 'm1.p1']);
  expect(await catalogue.performancesToCheck(now, 1)).toEqual(['m1.p2']);
  const done = await catalogue.performance('m1.p2');
  if (done !== undefined) await catalogue.replacePerformance(done, undefined);
  expect(await catalogue.performancesToCheck(now, 10)).toEqual(['m1.p1']);
});

test('a host of an older version keeps what a newer one has added to what it rewrites', async () => {
  const { containers, deps } = openMusical();
  const later = { later: { since: 'v2' } };
  const document = {
    id: 'm1.p1',
    kind: 'performance',
    nextCheckAt: '2026-11-21T10:00:00.000Z',
    ...samplePerformance(),
  };
  await containers.musicals.items.batch(
    [
      {
        operationType: 'Create',
        resourceBody: { id: 'm1', kind: 'musical', listKey: '', ...sampleMusical, ...later } as never,
      },
      {
        operationType: 'Create',
        resourceBody: { ...document, ...later, venue: { ...document.venue, ...later } } as never,
      },
    ],
    'm1',
  );
  await updateMusical(deps, 'm1', { ...musicalFieldsSchema.parse(sampleMusical), title: 'Noon' }, undefined);
  const stored = async (id: string) => (await containers.musicals.item(id, 'm1').read()).resource;
  expect(await stored('m1')).toMatchObject({ title: 'Noon', ...later });
  expect(await stored('m1.p1')).toMatchObject({ title: 'Noon', ...later, venue: later });
  expect(await stored('m1.p1')).not.toHaveProperty('nextCheckAt');
});
