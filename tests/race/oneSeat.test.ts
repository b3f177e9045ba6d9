import {
  type Answer,
  eventually,
  key,
  newPerformance,
  oneRow,
  openTheatre,
  type Person,
  pay,
  reserve,
  statusOf,
  type Theatre,
} from '../marquee';

const CUSTOMERS = 200;

let theatre: Theatre;
let crowd: readonly Person[];
beforeAll(async () => {
  theatre = await openTheatre();
  crowd = await Promise.all(Array.from({ length: CUSTOMERS }, (_, i) => theatre.person(`crowd-${i}`)));
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

const countBy = (answers: readonly Answer[]): Record<number, number> => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

test('200 customers at once on one seat: one has it, 199 are told whose it is not', async () => {
  const performanceId = await newPerformance(theatre);
  const answers = await Promise.all(
    crowd.map((buyer) => buyer.post(`/performances/${performanceId}/holds`, { seats: ['A-1-5'] }, key())),
  );
  expect(countBy(answers)).toEqual({ 201: 1, 409: CUSTOMERS - 1 });
  const refusals = answers.filter(({ status }) => status === 409).map(({ body }) => body);
  expect(refusals.every(({ code, taken }) => code === 'seat-taken' && taken[0] === 'A-1-5')).toBe(true);
});

/** What a busy machine had not decided when the answer was due. */
async function decided(buyer: Person, { body }: Answer): Promise<Answer> {
  const look = () => buyer.get(`/reservations/${body.reservationId}`);
  const answer = await eventually(look, (seen) => seen.body.status !== 'placed');
  return { ...answer, status: answer.body.status === 'rejected' ? 409 : 201 };
}

const SEATS = 60;
const ENDS = ['completed', 'rejected', 'cancelled', 'expired'];

test('200 customers on overlapping pairs, all paying: no seat twice, the money right, everything settled', async () => {
  const performanceId = await newPerformance(theatre, oneRow(SEATS));
  const reserved = await Promise.all(
    crowd.map(async (buyer, i) => {
      const left = 1 + (i % (SEATS - 1));
      const seats = [`A-1-${left}`, `A-1-${left + 1}`];
      const answer = await reserve(buyer, { performanceId, seats }, { prefer: 'wait=30' });
      return answer.status === 202 ? decided(buyer, answer) : answer;
    }),
  );
  expect(Object.keys(countBy(reserved)).sort()).toEqual(['201', '409']);
  const buyers = crowd.flatMap((buyer, i) =>
    reserved[i]?.status === 201 ? [{ buyer, reservation: reserved[i].body }] : [],
  );
  const paid = await Promise.all(buyers.map(({ buyer, reservation }) => pay(theatre, buyer, reservation)));
  expect(countBy(paid)).toEqual({ 200: buyers.length });
  await Promise.all(
    buyers.map(({ buyer, reservation }) =>
      eventually(statusOf(buyer, reservation.reservationId), (status) => ENDS.includes(status)),
    ),
  );

  const { body } = await theatre.admin.get(`/admin/reservations?performanceId=${performanceId}&limit=100`);
  const completed = buyers.map(({ reservation }) => reservation);
  const soldSeats = completed.flatMap(({ seats }) => seats);
  expect(new Set(soldSeats).size).toBe(soldSeats.length);
  expect(body.items.every(({ status }: { status: string }) => ENDS.includes(status))).toBe(true);
  const captured = (await theatre.payments()).reduce((sum, payment) => sum + payment.balanceAmount, 0);
  expect(captured).toBe(completed.length * 200_000);
  const { body: sales } = await theatre.admin.get(`/admin/performances/${performanceId}/sales`);
  expect(sales).toMatchObject({ sold: soldSeats.length, gross: captured, refunded: 0 });
  for (const { buyer, reservation } of buyers) {
    expect((await buyer.get(`/reservations/${reservation.reservationId}`)).body.status).toBe('completed');
  }
});
