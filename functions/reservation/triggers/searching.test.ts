import { rewriteDocuments } from '../../../shared/cosmos/rewriteDocuments';
import { openReservation } from '../../../tests/samples/openReservation';
import { inStatus } from '../../../tests/samples/reservation';
import { rewriteCustomer } from '../commit/rewriteCustomer';
import { withKeys } from '../commit/withKeys';
import type { In } from '../domain/reservation';
import { listReservations } from './admin';
import { reservationsQuery } from './schemas';

const STAFF = { customerId: 'house', isAdmin: false, isBoxOffice: true };

const of = (reservationId: string, customer: object, minute: number): In<'completed'> => ({
  ...inStatus.completed,
  ...{ reservationId, customer, customerId: `c-${reservationId}` },
  placedAt: `2026-11-21T10:${minute}:00.000Z`,
});

async function openSearch() {
  const house = openReservation();
  await house.given(
    of('r7k2aaaa', { name: 'Mina Kim', email: 'mina@example.com' }, 10),
    of('r7k2bbbb', { name: '남궁 소라', email: 'sora@example.com' }, 11),
    of('x9zzzzzz', { name: 'Kim Min-a', email: 'other@example.com' }, 12),
    of('nobody', {}, 13),
  );
  const page = async (query: object) => {
    const request = { caller: STAFF, query: reservationsQuery.parse(query) };
    const { body } = await listReservations.handle(house.deps, request as never);
    return body as { items: { reservationId: string; customer: object }[]; continuation?: string };
  };
  const found = async (query: string) =>
    (await page({ query })).items.map(({ reservationId }) => reservationId);
  return { ...house, page, found };
}

test.each([
  ['r7k2aaaa', ['r7k2aaaa']],
  ['R7K2', ['r7k2bbbb', 'r7k2aaaa']],
  ['kim', ['x9zzzzzz', 'r7k2aaaa']],
  ['KIM mina', ['r7k2aaaa']],
  ['mi', ['x9zzzzzz', 'r7k2aaaa']],
  ['소라', ['r7k2bbbb']],
  ['남궁소라'.normalize('NFD'), ['r7k2bbbb']],
  ['Sora@EXAMPLE.com', ['r7k2bbbb']],
  ['example', []],
  ['%_', []],
])('%j finds %j, the newest first', async (query, expected) => {
  expect(await (await openSearch()).found(query)).toEqual(expected);
});

test('it goes page by page, and says who it is', async () => {
  const { page } = await openSearch();
  const first = await page({ query: 'kim', limit: 1 });
  expect(first.items).toMatchObject([{ reservationId: 'x9zzzzzz', customer: { name: 'Kim Min-a' } }]);
  const second = await page({ query: 'kim', limit: 1, continuation: first.continuation });
  expect(second.items).toMatchObject([{ reservationId: 'r7k2aaaa' }]);
  const third = await page({ query: 'kim', limit: 1, continuation: second.continuation });
  expect(third.items).toEqual([]);
});

test('one letter is no search', () => {
  expect(reservationsQuery.safeParse({ query: ' k ' }).success).toBe(false);
});

test('who is erased is found by the number alone, and a new name at once', async () => {
  const { found, deps } = await openSearch();
  await rewriteCustomer(deps, 'c-r7k2aaaa', () => ({}));
  expect(await found('mina')).toEqual([]);
  expect(await found('r7k2aaaa')).toEqual(['r7k2aaaa']);
  await rewriteCustomer(deps, 'c-x9zzzzzz', () => ({ name: 'Mina Lee' }));
  expect(await found('lee')).toEqual(['x9zzzzzz']);
  expect(await found('kim')).toEqual([]);
});

test('what the version before stored is found once it has its keys, and is settled', async () => {
  const { found, container, deps } = await openSearch();
  const stored = await container('reservations').item('r7k2aaaa', 'r7k2aaaa').read();
  const { searchKeys: _none, moneyDates: _nor, ...before } = stored.resource as Record<string, unknown>;
  await container('reservations')
    .item('r7k2aaaa', 'r7k2aaaa')
    .replace({ id: 'r7k2aaaa', ...before });
  expect(await found('mina')).toEqual([]);
  expect(await rewriteDocuments(withKeys(container('reservations')))).toBe(1);
  expect(await rewriteDocuments(withKeys(container('reservations')))).toBe(0);
  expect(await found('mina')).toEqual(['r7k2aaaa']);
  const moved: string[] = [];
  for await (const page of deps.booked.moved(['2026-11-21']))
    moved.push(...page.map(({ reservationId }) => reservationId));
  expect(moved.sort()).toEqual(['nobody', 'r7k2aaaa', 'r7k2bbbb', 'x9zzzzzz']);
});
