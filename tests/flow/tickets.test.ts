import { ticketCodes } from '../../functions/admission/codes';
import { ticketKeys } from '../../local/marquee/ticketKeys';
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
  const { reservationId } = held.body;
  await pay(theatre, buyer, held.body);
  await untilStatus(buyer, reservationId, 'completed');
  return reservationId;
}

const ticketsOf = (who: Person, reservationId: string) => who.get(`/reservations/${reservationId}/tickets`);

const untilIssued = (who: Person, reservationId: string) =>
  eventually(
    () => ticketsOf(who, reservationId),
    ({ status }) => status === 200,
  );

test('who has paid gets a signed ticket a seat, and has none when all is cancelled', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('tickets-buyer');
  const reservationId = await buy(buyer, performanceId, ['A-1-1', 'A-1-2']);
  const { body } = await untilIssued(buyer, reservationId);
  expect(body.items).toMatchObject([
    { seatId: 'A-1-1', priceTypeId: 'standard', status: 'valid' },
    { seatId: 'A-1-2', priceTypeId: 'standard', status: 'valid' },
  ]);
  const codes = ticketCodes(ticketKeys(theatre.dataDir));
  for (const { ticketId, code } of body.items) expect(codes.read(code)?.ticketId).toBe(ticketId);

  // The timeline has it, and nothing is due any more.
  const timeline = await eventually(
    () => theatre.admin.get(`/admin/reservations/${reservationId}/timeline`),
    (answer) => answer.body.items.at(-1).type === 'TicketsIssued',
  );
  expect(timeline.body).not.toHaveProperty('awaiting');

  await buyer.post(`/reservations/${reservationId}/cancellation`);
  await eventually(
    () => ticketsOf(buyer, reservationId),
    (answer) => answer.body.items.every(({ status }: { status: string }) => status === 'void'),
  );
}, 60_000);

test('tickets are shown to their owner and to staff alone', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('tickets-owner');
  const reservationId = await buy(buyer, performanceId, ['A-1-1']);
  await untilIssued(buyer, reservationId);
  expect((await ticketsOf(await theatre.person('tickets-stranger'), reservationId)).status).toBe(403);
  expect((await ticketsOf(theatre.admin, reservationId)).status).toBe(200);
  expect((await ticketsOf(buyer, 'no-such')).status).toBe(404);
}, 60_000);
