import { httpHandler } from '../../../shared/http/handler';
import { sampleInvocation, sampleRequest } from '../../../tests/samples/http';
import { openMypage } from '../../../tests/samples/mypage';
import type { Entry } from '../domain/entry';
import { getMypage } from './mypage';

/** Kim's list on its real store. */
function openList() {
  const { deps } = openMypage();
  const get = async (query: Record<string, string> = {}, headers: Record<string, string> = {}) => {
    const request = sampleRequest({ method: 'GET', path: 'mypage', query, headers });
    const { body } = (await httpHandler(deps, getMypage)(request, sampleInvocation().context)) as {
      body: string;
    };
    return JSON.parse(body);
  };
  const given = (changes: Partial<Entry>) => deps.entries.write({ ...rejected, ...changes }, undefined);
  return { get, given };
}

const rejected: Entry = {
  reservationId: 'r',
  customerId: 'kim',
  version: 2,
  status: 'rejected',
  placedAt: '2026-11-21T10:00:00.000Z',
  updatedAt: '2026-11-21T10:00:01.000Z',
  title: '',
  seats: ['A-1-1'],
  amount: 0,
  currency: '',
  startsAt: null,
  captured: 0,
  refunded: 0,
};
const bought = { status: 'completed', amount: 100, currency: 'KRW', captured: 100 } as const;

test('who reserved in vain a hundred times sees a page of it, and goes on from there to the end', async () => {
  const { get, given } = openList();
  const ids = Array.from({ length: 100 }, (_, i) => `r${i}`);
  for (const reservationId of ids) await given({ reservationId });
  await given({ ...bought, reservationId: 'first', placedAt: '2026-11-20T10:00:00.000Z' });
  await given({ ...bought, customerId: 'lee', reservationId: 'other' });

  const seen: string[] = [];
  let continuation: string | undefined;
  do {
    const page = await get({ limit: '30', ...(continuation === undefined ? {} : { continuation }) });
    expect(page.reservations.length).toBeLessThanOrEqual(30);
    expect(page.summary).toEqual({
      reservationCount: 101,
      lastReservedAt: '2026-11-21T10:00:00.000Z',
      completedCount: 1,
      spent: { KRW: 100 },
    });
    seen.push(...page.reservations.map(({ reservationId }: Entry) => reservationId));
    continuation = page.continuation;
  } while (continuation !== undefined);
  expect(seen.at(-1)).toBe('first');
  expect([...seen].sort()).toEqual([...ids, 'first'].sort());
  expect((await get()).reservations).toHaveLength(20);
});

test('the titles are in the language of who reads, where they are translated', async () => {
  const { get, given } = openList();
  await given({ ...bought, reservationId: 'a', title: '자정', translations: { en: { title: 'Midnight' } } });
  await given({ ...bought, reservationId: 'b', title: '정오' });
  const titles = async (language: string) =>
    (await get({}, { 'accept-language': language })).reservations.map(({ title }: Entry) => title).sort();
  expect(await titles('en')).toEqual(['Midnight', '정오']);
  expect(await titles('ko')).toEqual(['자정', '정오']);
});

test('what was refunded was not spent, and each currency is summed up by itself', async () => {
  const { get, given } = openList();
  await given({ ...bought, reservationId: 'a' });
  await given({ ...bought, reservationId: 'b', status: 'cancelled', refunded: 90 });
  await given({ ...bought, reservationId: 'c', currency: 'EUR' });
  expect((await get()).summary).toMatchObject({ completedCount: 2, spent: { KRW: 110, EUR: 100 } });
});

test('nobody has spent anything without a reservation', async () => {
  const { get } = openList();
  expect(await get()).toEqual({
    summary: { reservationCount: 0, lastReservedAt: null, completedCount: 0, spent: {} },
    memberships: { membershipCount: 0, items: [] },
    bills: { billCount: 0, paidCount: 0, unpaidCount: 0, overdueCount: 0, items: [] },
    loans: { loanCount: 0, outCount: 0, overdueCount: 0, items: [] },
    reservations: [],
  });
});
