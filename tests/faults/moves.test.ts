import {
  eventually,
  house,
  inDays,
  newPerformance,
  oneRow,
  openTheatre,
  type Person,
  pay,
  reserve,
  type Theatre,
  untilStatus,
} from '../marquee';
import { keptFor, MEANT, timelineOf } from './breaking';

const RESERVATIONS = 300;
const LANES = 8;
const PATIENCE_MS = 300_000;

let theatre: Theatre;
beforeAll(async () => {
  const chaos = 'duplicate=0.4,delayMs=700,seed=19';
  theatre = await openTheatre({
    env: { MARQUEE_CHAOS: chaos, SWEEP_SECONDS: '1', HOLD_DURATION_SECONDS: '300' },
  });
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

type Ticket = { readonly buyer: Person; readonly reservationId: string };

const bought = async (buyer: Person, performanceId: string, seat: string): Promise<Ticket> => {
  const held = await reserve(buyer, { performanceId, seats: [seat] });
  expect(held.status).toBe(201);
  expect((await pay(theatre, buyer, held.body)).status).toBe(200);
  const { reservationId } = held.body;
  await untilStatus(buyer, reservationId, 'completed', PATIENCE_MS);
  return { buyer, reservationId };
};

/** Some at a time, so that the machine is busy and not buried. */
async function each<T, R>(all: readonly T[], work: (one: T, index: number) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  const left = all.map((one, index) => ({ one, index }));
  const lane = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift())
      done[next.index] = await work(next.one, next.index);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return done;
}

/** A host that was killed answers nothing for a moment. */
const patiently = <T>(look: () => Promise<T>, isSo: (seen: T) => boolean) =>
  eventually<T | undefined>(
    () => look().catch(() => undefined),
    (seen) => seen !== undefined && isSo(seen),
    PATIENCE_MS,
  );

const movedNotices = async ({ buyer }: Ticket): Promise<{ noticeId: string; body: string }[]> =>
  (await buyer.get('/notifications')).body.items.filter(({ kind }: { kind: string }) => kind === 'moved');

const untilTold = (ticket: Ticket) =>
  patiently(
    () => movedNotices(ticket),
    (notices) => notices.length > 0,
  );

test('a performance is moved by a day: all of 300 are told once, whoever wants cancels free of charge, and nobody is lost to a kill', async () => {
  const [before, after] = [inDays(5), inDays(6)];
  const performanceId = await newPerformance(theatre, { startsAt: before, ...oneRow(RESERVATIONS) });
  const seats = Array.from({ length: RESERVATIONS }, (_, i) => `A-1-${i + 1}`);
  const people = await each(seats, (seat) => theatre.person(`moved-${seat}`));
  const tickets = await each(people, (buyer, i) => bought(buyer, performanceId, seats[i] ?? ''));
  const [first] = tickets as [Ticket];
  const quote = ({ buyer, reservationId }: Ticket) =>
    buyer.get(`/reservations/${reservationId}/cancellation`);
  expect((await quote(first)).body.fee).toBeGreaterThan(0);

  const moved = { ...house({ ...oneRow(RESERVATIONS), startsAt: after }) };
  expect(await theatre.admin.put(`/performances/${performanceId}`, moved)).toMatchObject({
    status: 200,
    body: { startsAt: after, moves: [{ n: 1, from: { startsAt: before }, onMove: 'keep' }] },
  });
  // Some are told by then, some are stored and not told, and of some nothing is stored.
  await untilTold(tickets.at(-1) as Ticket).catch(() => undefined);
  theatre.system().kill('functions-1');

  await each(tickets, async (ticket) => {
    await untilTold(ticket);
    const { buyer, reservationId } = ticket;
    await patiently(
      async () => (await buyer.get('/mypage')).body.reservations[0],
      ({ startsAt, movedFrom }) => startsAt === after && movedFrom?.startsAt === before,
    );
    expect((await buyer.get(`/reservations/${reservationId}`)).body).toMatchObject({
      status: 'completed',
      startsAt: after,
      moves: [{ n: 1, from: { startsAt: before } }],
    });
  });
  await each(
    tickets.filter((_, i) => i % 10 === 0),
    async (ticket) => {
      expect((await quote(ticket)).body).toMatchObject({ allowed: true, fee: 0, refund: 100_000 });
      const at = `/reservations/${ticket.reservationId}/cancellation`;
      expect((await ticket.buyer.post(at)).body.cancellation).toMatchObject({ fee: 0 });
      await untilStatus(ticket.buyer, ticket.reservationId, 'cancelled', PATIENCE_MS);
      expect(await keptFor(theatre, ticket.reservationId)).toBe(0);
    },
  );
  for (const ticket of tickets) {
    const ids = (await movedNotices(ticket)).map(({ noticeId }) => noticeId);
    expect(ids).toEqual([`${ticket.reservationId}:moved:1`]);
  }
  const mails = async () => {
    const ids = (await theatre.mails()).map(({ headers }) => headers['message-id'] ?? '');
    return new Set(ids.filter((id) => id.includes('.moved.'))).size;
  };
  // A notice is stored before its mail goes out, and what a kill has left unsent goes with the sweep.
  await patiently(mails, (sent) => sent === RESERVATIONS);
}, 900_000);

test('a hold from before a move is told of it before it is paid', async () => {
  const [before, after] = [inDays(5), inDays(6)];
  const performanceId = await newPerformance(theatre, { startsAt: before });
  const buyer = await theatre.person('holds-before');
  const hold = await buyer.post(`/performances/${performanceId}/holds`, { seats: ['A-1-1'] });
  await theatre.admin.put(`/performances/${performanceId}`, house({ startsAt: after }));
  const held = await reserve(buyer, { performanceId, holdId: hold.body.holdId });
  expect(held.status).toBe(201);
  // Its SeatsHeld says so, or the sweep, when a host had known the old time for a second more.
  const { body } = (await patiently(
    () => buyer.get(`/reservations/${held.body.reservationId}`),
    ({ body: seen }) => seen.startsAt === after,
  )) as { body: object };
  expect(body).toMatchObject({ status: 'held', moves: [{ n: 1, from: { startsAt: before } }] });
  expect((await pay(theatre, buyer, held.body)).status).toBe(200);
  await untilStatus(buyer, held.body.reservationId, 'completed', PATIENCE_MS);
}, 400_000);

test('another venue of the musical: tickets are kept and both venues told, or everybody is refunded after a question', async () => {
  const musical = { title: 'Moving', venue: { name: 'Old House', timeZone: 'Asia/Seoul' } };
  const performanceId = await newPerformance(theatre, {}, musical);
  const ticket = await bought(await theatre.person('venue'), performanceId, 'A-1-1');
  const { musicalId } = (await theatre.anyone(`/performances/${performanceId}`)).body;
  const at = `/musicals/${musicalId}`;
  const putIn = async (name: string, more: object = {}, query = '') => {
    const { musicalId: _id, ...known } = (await theatre.anyone(at)).body;
    const body = { ...known, venue: { ...musical.venue, name }, ...more };
    return theatre.admin.put(`${at}${query}`, body, { 'if-match': '*' });
  };
  expect((await putIn('New House')).status).toBe(200);
  await untilTold(ticket);
  const [notice] = await movedNotices(ticket);
  expect(notice?.body).toMatch(/변경 전: .*Old House\n변경 후: .*New House/);
  expect(await timelineOf(theatre, ticket.reservationId)).toEqual(
    expect.arrayContaining(['PerformanceMoved', 'ReservationMoved']),
  );
  const refund = { onMove: 'refund' };
  expect(await putIn('Third House', refund)).toMatchObject({
    status: 409,
    body: { code: 'confirm', reservations: 1, refund: 100_000 },
  });
  expect((await putIn('Third House', refund, MEANT)).status).toBe(200);
  await untilStatus(ticket.buyer, ticket.reservationId, 'cancelled', PATIENCE_MS);
  expect(await keptFor(theatre, ticket.reservationId)).toBe(0);
  expect(await movedNotices(ticket)).toHaveLength(1);
}, 400_000);
