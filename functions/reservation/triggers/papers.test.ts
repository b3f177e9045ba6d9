import type { Answer } from '../../../shared/http/answer';
import { openReservation } from '../../../tests/samples/openReservation';
import { inStatus, sampleSale } from '../../../tests/samples/reservation';
import type { In, Reservation } from '../domain/reservation';
import { getSalesOfDays, getSettlement, listPerformanceReservations } from './papers';
import { houseQuery, salesQuery, settlementQuery } from './schemas';

const STAFF = { customerId: 'house', isAdmin: false, isBoxOffice: true };

const paidAt = (reservationId: string, approvedAt: string): In<'completed'> => ({
  ...inStatus.completed,
  reservationId,
  payment: { ...inStatus.completed.payment, approvedAt },
});

const hostile: Reservation = {
  ...paidAt('r2', '2026-11-21T15:00:00.000Z'),
  placedAt: '2026-11-21T14:59:00.000Z',
  customer: {
    name: '=HYPERLINK("http://evil.example")',
    email: '+kim@example.com',
    phone: '+82 10 1234 5678',
  },
  sale: {
    ...sampleSale,
    lines: [
      { seatId: 'A-1-1', tier: 'VIP', priceTypeId: 'standard', price: 170_000 },
      { seatId: 'A-1-2', tier: 'R', priceTypeId: '-5', price: 70_000 },
    ],
    amount: 240_000,
  },
};
const cancelled: Reservation = {
  ...inStatus.cancelled,
  reservationId: 'r3',
  placedAt: '2026-11-21T09:00:00.000Z',
  customer: { name: '남궁, 소라', email: 'sora@example.com' },
  sale: sampleSale,
  payment: { ...inStatus.completed.payment },
  cancellation: { ...inStatus.cancelling.cancellation, refundedAt: '2026-11-22T01:00:00.000Z' },
};

async function openHouse() {
  const house = openReservation({ now: '2026-11-22T03:00:00.000Z' });
  await house.given(paidAt('r1', '2026-11-21T14:59:59.999Z'), hostile, cancelled, {
    ...inStatus.held,
    reservationId: 'r4',
    performanceId: 'm1.p2',
  });
  const ask = (wantsCsv: boolean) => ({ caller: STAFF, wantsCsv });
  return {
    sales: (query: object, wantsCsv = false) =>
      getSalesOfDays.handle(house.deps, { ...ask(wantsCsv), query: salesQuery.parse(query) } as never),
    settlement: (query: object, wantsCsv = false) =>
      getSettlement.handle(house.deps, { ...ask(wantsCsv), query: settlementQuery.parse(query) } as never),
    reservations: (performanceId: string, query: object = {}, wantsCsv = false) => {
      const request = { ...ask(wantsCsv), params: { performanceId }, query: houseQuery.parse(query) };
      return listPerformanceReservations.handle(house.deps, request as never);
    },
  };
}

const bytesOf = ({ text }: Answer): Buffer => Buffer.from(String(text));
const table = (...rows: readonly string[]): Buffer => Buffer.from(`\uFEFF${rows.join('\r\n')}\r\n`);

test('the bytes of the sales of two days', async () => {
  const { sales } = await openHouse();
  const answer = await sales({ from: '2026-11-21', to: '2026-11-22', groupBy: 'day' }, true);
  expect(answer.headers).toMatchObject({
    'content-disposition': 'attachment; filename="sales-2026-11-21-2026-11-22-day.csv"',
  });
  expect(bytesOf(answer)).toEqual(
    table(
      'day,currency,reservations,seats,returned,gross,bookingFees,refunded',
      '2026-11-21,KRW,2,4,2,680000,0,306000',
      '2026-11-22,KRW,1,2,0,240000,0,0',
    ),
  );
});

test('a price type that would be a formula is none, and performances are named', async () => {
  const { sales } = await openHouse();
  const days = { from: '2026-11-22', to: '2026-11-22' };
  expect(bytesOf(await sales({ ...days, groupBy: 'price-type' }, true))).toEqual(
    table(
      'price-type,currency,reservations,seats,returned,gross,bookingFees,refunded',
      "'-5,KRW,1,1,0,70000,0,0",
      'standard,KRW,1,1,0,170000,0,0',
    ),
  );
  expect(bytesOf(await sales({ ...days, groupBy: 'performance' }, true))).toEqual(
    table(
      'performance,title,startsAt,currency,reservations,seats,returned,gross,bookingFees,refunded',
      'm1.p1,Midnight,2026-12-24 19:30,KRW,1,2,0,240000,0,0',
    ),
  );
});

test('without days it is the theatre’s today, and JSON says which days they were', async () => {
  const { sales } = await openHouse();
  const { body } = await sales({});
  expect(body).toMatchObject({
    ...{ from: '2026-11-22', to: '2026-11-22', groupBy: 'day' },
    items: [{ key: '2026-11-22', gross: 240_000 }],
  });
  expect((await sales({ to: '2026-11-21' })).body).toMatchObject({ from: '2026-11-21', to: '2026-11-21' });
});

test.each([
  [{ from: '2026-11-22', to: '2026-11-21' }, false],
  [{ from: '2026-09-01', to: '2026-12-02' }, false],
  [{ from: '2026-09-01', to: '2026-12-01' }, true],
  [{ from: '2026-02-30' }, false],
  [{ groupBy: 'seat' }, false],
])('the days %j can be asked for: %s', (query, isFine) => {
  expect(salesQuery.safeParse(query).success).toBe(isFine);
});

test('the bytes of a performance’s reservations: nobody’s name is a formula', async () => {
  const { reservations } = await openHouse();
  const answer = await reservations('m1.p1', { limit: 1 }, true);
  expect(answer.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8; header=present' });
  expect(bytesOf(answer)).toEqual(
    table(
      'reservationId,status,name,email,phone,seats,count,tiers,priceTypes,amount,captured,refunded,currency,placedAt,paidAt',
      `r2,completed,"'=HYPERLINK(""http://evil.example"")",'+kim@example.com,'+82 10 1234 5678,A-1-1 A-1-2,2,VIP R,standard -5,240000,240000,0,KRW,2026-11-21 23:59,2026-11-22 00:00`,
      'r1,completed,,kim@example.com,,A-1-1 A-1-2,2,VIP,standard,340000,340000,0,KRW,2026-11-21 19:00,2026-11-21 23:59',
      'r3,cancelled,"남궁, 소라",sora@example.com,,A-1-1 A-1-2,2,VIP,standard,340000,340000,306000,KRW,2026-11-21 18:00,2026-11-21 19:01',
    ),
  );
});

test('as JSON they come page by page with who made them, in one status if that is asked for', async () => {
  const { reservations } = await openHouse();
  const { body } = (await reservations('m1.p1', { limit: 2 })) as {
    body: { items: object[]; continuation: string };
  };
  expect(body.items).toMatchObject([
    { reservationId: 'r2', customerId: 'kim', customer: { email: '+kim@example.com' } },
    { reservationId: 'r1' },
  ]);
  const rest = await reservations('m1.p1', { limit: 2, continuation: body.continuation });
  expect(rest.body).toMatchObject({ items: [{ reservationId: 'r3', customer: { name: '남궁, 소라' } }] });
  expect((await reservations('m1.p1', { status: 'cancelled' })).body).toMatchObject({
    items: [{ reservationId: 'r3' }],
  });
});

test('of a performance that is not there nothing is listed', async () => {
  const { reservations } = await openHouse();
  await expect(reservations('m1.nowhere')).rejects.toMatchObject({ code: 'not-found' });
});

test('the settlement of a day, of what was captured before too, and its bytes', async () => {
  const { settlement } = await openHouse();
  const today = { method: 'provider', currency: 'KRW', captured: 240_000, refunded: 306_000, fees: 34_000 };
  expect((await settlement({})).body).toEqual({
    day: '2026-11-22',
    items: [{ ...today, settledOtherwise: 0 }],
  });
  expect(bytesOf(await settlement({ day: '2026-11-21' }, true))).toEqual(
    table('method,currency,captured,refunded,fees,settledOtherwise', 'provider,KRW,680000,0,0,0'),
  );
  expect((await settlement({ day: '2026-11-20' })).body).toEqual({ day: '2026-11-20', items: [] });
});
