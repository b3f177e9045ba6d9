import { httpHandler } from '../../../../shared/http/handler';
import { samplePerformance } from '../../../../tests/samples/house';
import { sampleInvocation, sampleRequest } from '../../../../tests/samples/http';
import { openMusical, sampleMusical } from '../../../../tests/samples/musical';
import { listPerformances } from './performances';

async function openList(performances: number) {
  const { deps } = openMusical();
  await deps.catalogue.createMusical(sampleMusical);
  // Two at a time start at the same moment.
  for (let i = 0; i < performances; i++)
    await deps.catalogue.createPerformance(
      samplePerformance({
        performanceId: `m1.p${i}`,
        startsAt: `2026-12-${10 + Math.floor(i / 2)}T10:30:00.000Z`,
      }),
    );
  const get = async (query: Record<string, string> = {}, headers: Record<string, string> = {}) => {
    const path = 'musicals/m1/performances';
    const request = sampleRequest({ method: 'GET', path, params: { musicalId: 'm1' }, query, headers });
    const answer = await httpHandler(deps, listPerformances)(request, sampleInvocation().context);
    const { status, body = '{}', headers: sent } = answer as Answer;
    return { status, body: JSON.parse(body), etag: sent.etag ?? '' };
  };
  return get;
}
type Answer = { status: number; body?: string; headers: Record<string, string> };

test('performances come in pages by their start, each of them once', async () => {
  const get = await openList(7);
  const seen: string[] = [];
  let continuation: string | undefined;
  do {
    const { body } = await get({ limit: '3', ...(continuation === undefined ? {} : { continuation }) });
    seen.push(...body.items.map(({ performanceId }: { performanceId: string }) => performanceId));
    continuation = body.continuation;
  } while (continuation !== undefined);
  expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6].map((i) => `m1.p${i}`));
});

test('a page that has not changed is not sent again', async () => {
  const get = await openList(3);
  const first = await get();
  expect(first.body).toMatchObject({ items: [{}, {}, {}] });
  expect(first.body).not.toHaveProperty('continuation');
  expect((await get({}, { 'if-none-match': first.etag })).status).toBe(304);
  expect((await get({ limit: '2' }, { 'if-none-match': first.etag })).status).toBe(200);
});
