import {
  eventually,
  newPerformance,
  openTheatre,
  type Person,
  pay,
  reserve,
  type Theatre,
  untilStatus,
} from '../marquee';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

async function buy(buyer: Person, performanceId: string, seats: readonly string[]): Promise<string> {
  const held = await reserve(buyer, { performanceId, seats });
  await pay(theatre, buyer, held.body);
  await untilStatus(buyer, held.body.reservationId, 'completed');
  return held.body.reservationId;
}

const mailTo = (address: string) =>
  eventually(
    async () => (await theatre.mails()).filter(({ to }) => to[0]?.address === address),
    (mails) => mails.length === 1,
  );

test('a customer says where and how to be told, and is told so of what was bought before', async () => {
  const performanceId = await newPerformance(theatre);
  const nari = await theatre.person('nari', { locale: 'ko' });
  const reservationId = await buy(nari, performanceId, ['A-1-1']);
  await mailTo('nari@example.com');

  expect((await nari.put('/me', { email: 'nari at home' })).status).toBe(400);
  const said = { name: '김나리', email: 'nari@home.example.com', locale: 'en' };
  expect(await nari.put('/me', said)).toMatchObject({ status: 200, body: said });

  const heldSeats = [{ performanceId, entries: [{ allocationId: reservationId, seats: 1 }] }];
  expect((await nari.get('/me')).body).toMatchObject({
    ...{ customerId: 'nari', ...said, heldSeats },
    reservations: [{ reservationId, status: 'completed', seats: ['A-1-1'], customer: said }],
    notices: [{ noticeId: `${reservationId}:completed`, to: 'nari@example.com' }],
  });
  const lee = await theatre.person('lee-who-bought-nothing');
  expect((await lee.get('/me')).body).toEqual({
    ...{ customerId: lee.sub, reservations: [], notices: [], heldSeats: [] },
  });

  expect((await nari.post(`/reservations/${reservationId}/cancellation`)).status).toBe(202);
  const [mail] = await mailTo('nari@home.example.com');
  expect(mail?.text).toContain('Your reservation is cancelled.');
});
