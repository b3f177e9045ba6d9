import type { Difference } from '../../../shared/payment/difference';
import { openReservation } from '../../../tests/samples/openReservation';
import { paidWith } from '../../../tests/samples/reservation';
import type { Reservation } from '../domain/reservation';
import { getReconciliation } from './admin';

const difference = (foundAt: string, closedAt?: string): Difference => ({
  kind: 'returned',
  ours: { captured: 340_000, refunded: 0 },
  provider: { captured: 340_000, refunded: 100_000 },
  foundAt,
  ...(closedAt === undefined ? {} : { closedAt }),
});

const differing = (reservationId: string, ...differences: readonly Difference[]): Reservation => ({
  ...paidWith('completed', 'card-1'),
  reservationId,
  differences,
});

async function page(deps: ReturnType<typeof openReservation>['deps'], query: object) {
  const request = { query: { limit: 20, ...query } };
  const { body } = await getReconciliation.handle(deps, request as never);
  return body as {
    items: { reservationId?: string; billId?: string; currency: string; since: string; note?: string }[];
    continuation?: string;
  };
}

test('open differences are listed page by page, those first that have been open for longest', async () => {
  const { deps, given } = openReservation();
  await given(
    differing('r3', difference('2026-11-21T10:03:00.000Z')),
    differing('closed', difference('2026-11-21T10:00:00.000Z', '2026-11-21T10:09:00.000Z')),
    differing('none'),
    differing('r1', difference('2026-11-21T10:01:00.000Z')),
    differing('r2', difference('2026-11-20T10:00:00.000Z', '2026-11-21T10:02:00.000Z'), {
      ...difference('2026-11-21T10:02:00.000Z'),
      kind: 'missing',
    }),
  );
  const first = await page(deps, { limit: 2 });
  expect(first.items).toMatchObject([
    { reservationId: 'r1', kind: 'returned', since: '2026-11-21T10:01:00.000Z' },
    { reservationId: 'r2', kind: 'missing', since: '2026-11-21T10:02:00.000Z', note: expect.any(String) },
  ]);
  const second = await page(deps, { limit: 2, continuation: first.continuation });
  expect(second.items.map(({ reservationId }) => reservationId)).toEqual(['r3']);
  expect(second.continuation).toBeUndefined();
});

test('a difference that was closed is on the list no more', async () => {
  const { deps, given } = openReservation();
  await given(differing('r1', difference('2026-11-21T10:01:00.000Z')));
  const stored = await deps.reservations.read('r1');
  if (stored === undefined) throw new Error('it is gone');
  const differences = [difference('2026-11-21T10:01:00.000Z', '2026-11-21T10:05:00.000Z')];
  await deps.reservations.replace({ ...stored, value: { ...stored.value, differences } });
  expect((await page(deps, {})).items).toEqual([]);
});

test('bills are on the same list, each in its place', async () => {
  const { deps, given, container } = openReservation();
  await given(
    differing('r1', difference('2026-11-21T10:01:00.000Z')),
    differing('r3', difference('2026-11-21T10:03:00.000Z')),
  );
  for (const [billId, foundAt] of [
    ['m1-2026-11', '2026-11-21T10:02:00.000Z'],
    ['m1-2026-10', '2026-11-21T10:04:00.000Z'],
  ] as const)
    await container('memberships').items.create({
      ...{ id: billId, customerId: 'kim', billId, currency: 'KRW', differences: [difference(foundAt)] },
      differenceKey: `${foundAt} ${billId}`,
    });
  const first = await page(deps, { limit: 3 });
  expect(first.items.map(({ reservationId, billId }) => reservationId ?? billId)).toEqual([
    'r1',
    'm1-2026-11',
    'r3',
  ]);
  const second = await page(deps, { limit: 3, continuation: first.continuation });
  expect(second.items).toMatchObject([
    { billId: 'm1-2026-10', kind: 'returned', currency: 'KRW', note: expect.any(String) },
  ]);
  expect(first.items.map(({ currency }) => currency)).toEqual(['KRW', 'KRW', 'KRW']);
});
