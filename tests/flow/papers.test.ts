import { newPerformance, openTheatre, pay, reserve, type Theatre, untilStatus } from '../marquee';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

test('the box office reads what was sold, and an admin who did what', async () => {
  const performanceId = await newPerformance(theatre);
  const kim = await theatre.person('kim', { name: '=Kim', email: 'kim@example.com' });
  const house = await theatre.person('counter-1', { roles: ['box-office'] });
  const held = await reserve(kim, { performanceId, seats: ['A-1-1', 'A-1-2'] });
  await pay(theatre, kim, held.body);
  const { reservationId } = held.body;
  await untilStatus(kim, reservationId, 'completed');

  const asTable = async (path: string) => {
    const headers = { accept: 'text/csv', authorization: `Bearer ${house.token}` };
    const answer = await fetch(`${theatre.urls.api}${path}`, { headers });
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
      path,
      200,
      'text/csv; charset=utf-8; header=present',
    ]);
    return Buffer.from(await answer.arrayBuffer());
  };
  const sales = await asTable('/admin/sales?groupBy=performance');
  expect([...sales.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(String(sales)).toContain(`\r\n${performanceId},`);
  expect(String(await asTable(`/admin/performances/${performanceId}/reservations`))).toContain(
    `\r\n${reservationId},completed,'=Kim,kim@example.com,,A-1-1 A-1-2,2,`,
  );
  expect((await kim.get('/admin/sales')).status).toBe(403);
  const settlement = (await house.get('/admin/settlement')).body;
  expect(settlement.items).toMatchObject([{ method: 'card', currency: 'KRW', refunded: 0 }]);

  const path = `/admin/reservations/${reservationId}/cancellation`;
  const cancelled = await house.post(
    path,
    { reason: 'Kim asked', refund: 'policy' },
    { 'idempotency-key': 'k1' },
  );
  expect(cancelled.status).toBe(202);
  expect((await house.get('/admin/audit')).status).toBe(403);
  const { items } = (await theatre.admin.get('/admin/audit')).body;
  expect(items[0]).toEqual({
    ...{ id: expect.any(String), at: expect.any(String), staff: 'counter-1' },
    ...{ call: 'POST /api/admin/reservations/{reservationId}/cancellation', ids: { reservationId } },
    ...{ said: { refund: 'policy' }, outcome: { at: expect.any(String), status: 202 } },
  });
  expect(items.map(({ call }: { call: string }) => call)).toContain('POST /api/musicals');
});
