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
});

test('tickets are shown to their owner and to staff alone', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('tickets-owner');
  const reservationId = await buy(buyer, performanceId, ['A-1-1']);
  await untilIssued(buyer, reservationId);
  expect((await ticketsOf(await theatre.person('tickets-stranger'), reservationId)).status).toBe(403);
  expect((await ticketsOf(theatre.admin, reservationId)).status).toBe(200);
  expect((await ticketsOf(buyer, 'no-such')).status).toBe(404);
});

type ScanSent = { scanId: string; code: string; offline?: true; scanner?: string };

async function scanner(performanceId: string) {
  const who = await theatre.person('tickets-door', { roles: ['door'] });
  const at = `/admin/performances/${performanceId}`;
  return {
    door: async () => (await who.get(`${at}/door`)).body,
    scan: async (...scans: ScanSent[]): Promise<string[]> =>
      (await who.post(`${at}/admissions`, { scans })).body.items.map(
        ({ verdict }: { verdict: string }) => verdict,
      ),
  };
}

const codesOf = async (who: Person, reservationId: string): Promise<string[]> =>
  (await untilIssued(who, reservationId)).body.items.map(({ code }: { code: string }) => code);

test('ten scanners at one ticket at one moment: one lets it in, and an admin takes it back', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('tickets-ten');
  const reservationId = await buy(buyer, performanceId, ['A-1-1']);
  const [code = ''] = await codesOf(buyer, reservationId);
  const { scan } = await scanner(performanceId);
  const verdicts = await Promise.all(
    Array.from({ length: 10 }, (_, i) => scan({ scanId: `scanner-${i}`, code })),
  );
  expect(verdicts.flat().filter((verdict) => verdict === 'admitted')).toHaveLength(1);
  expect(verdicts.flat().filter((verdict) => verdict === 'already-admitted')).toHaveLength(9);

  const admission = `/admin/performances/${performanceId}/admissions/${reservationId}.1`;
  expect((await buyer.delete(admission)).status).toBe(403);
  expect((await theatre.admin.delete(admission)).status).toBe(204);
  expect(await scan({ scanId: 'scanner-11', code })).toEqual(['admitted']);
});

test('200 scans of 50 tickets from ten scanners at once, some repeated, some offline: each ticket is let in once', async () => {
  const seats = Array.from({ length: 50 }, (_, i) => `A-${Math.floor(i / 10) + 1}-${(i % 10) + 1}`);
  const performanceId = await newPerformance(theatre, {
    priceTiers: { R: 1_000 },
    sections: [
      {
        sectionId: 'A',
        kind: 'seated',
        tier: 'R',
        rows: Array.from({ length: 5 }, (_, i) => ({ row: String(i + 1), seats: 10 })),
      },
    ],
    maxSeatsPerReservation: 20,
  });
  const codes = await Promise.all(
    [0, 10, 20, 30, 40].map(async (from) => {
      const buyer = await theatre.person(`tickets-crowd-${from}`);
      return codesOf(buyer, await buy(buyer, performanceId, seats.slice(from, from + 10)));
    }),
  );
  const all = codes.flat();
  const { scan, door } = await scanner(performanceId);
  const scans: ScanSent[] = Array.from({ length: 200 }, (_, i) => ({
    scanId: `crowd-scan-${i}`,
    code: all[(i * 7) % all.length] ?? '',
    scanner: `scanner-${i % 10}`,
    ...(i % 9 === 0 ? { offline: true } : {}),
  }));
  const sent = Array.from({ length: 10 }, (_, k) => scans.filter((_one, i) => i % 10 === k));
  const repeated = sent.map((some) => some.filter((_one, i) => i % 3 === 0));
  const verdicts = new Map<string, Set<string>>();
  await Promise.all(
    [...sent, ...repeated].map(async (some) => {
      const told = await scan(...some);
      some.forEach(({ scanId }, i) => {
        verdicts.set(scanId, (verdicts.get(scanId) ?? new Set()).add(told[i] ?? ''));
      });
    }),
  );
  expect([...verdicts.values()].every(({ size }) => size === 1)).toBe(true);
  const admitted = [...verdicts].filter(([, told]) => told.has('admitted'));
  expect(admitted).toHaveLength(50);
  expect(verdicts.size).toBe(200);

  const { counts, conflicts, tickets } = await door();
  expect(counts).toEqual({ valid: 0, admitted: 50, void: 0 });
  expect(tickets).toHaveLength(50);
  const offline = new Set(scans.filter((one) => one.offline).map(({ scanId }) => scanId));
  const inConflict = conflicts.flatMap(
    (one: { scans: { scanId: string; verdict: string; offline?: true }[] }) =>
      one.scans.filter((it) => it.offline && it.verdict !== 'admitted').map(({ scanId }) => scanId),
  );
  const expected = [...offline].filter((scanId) => !verdicts.get(scanId)?.has('admitted'));
  expect(inConflict.sort()).toEqual(expected.sort());
});

test('killed between scans: each that is repeated gets the verdict it had, and one has let the ticket in', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('tickets-kill');
  const [code = ''] = await codesOf(buyer, await buy(buyer, performanceId, ['A-1-1']));
  const { scan, door } = await scanner(performanceId);
  const ids = Array.from({ length: 20 }, (_, i) => `around-kill-${i}`);
  const send = (scanId: string) => scan({ scanId, code }).catch(() => undefined);
  const sent = ids.map(send);
  await Promise.race(sent);
  theatre.system().kill('functions-1');
  const told = await Promise.all(sent);
  const again = await Promise.all(
    ids.map((scanId) =>
      eventually(
        () => send(scanId),
        (verdict) => verdict !== undefined,
      ),
    ),
  );
  told.forEach((verdict, i) => {
    if (verdict !== undefined) expect(again[i]).toEqual(verdict);
  });
  expect(again.flat().filter((verdict) => verdict === 'admitted')).toHaveLength(1);
  expect((await door()).counts).toEqual({ valid: 0, admitted: 1, void: 0 });
});

test('who may call the door, and who the box office’s lists', async () => {
  const performanceId = await newPerformance(theatre);
  const people = {
    customer: await theatre.person('roles-customer'),
    'box-office': await theatre.person('roles-box-office', { roles: ['box-office'] }),
    door: await theatre.person('roles-door', { roles: ['door'] }),
    admin: theatre.admin,
  };
  const statuses = async (path: string) =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(people).map(async ([role, who]) => [role, (await who.get(path)).status]),
      ),
    );
  expect(await statuses(`/admin/performances/${performanceId}/door`)).toEqual({
    customer: 403,
    'box-office': 403,
    door: 200,
    admin: 200,
  });
  for (const path of ['/admin/reservations', `/admin/performances/${performanceId}/sales`])
    expect(await statuses(path)).toEqual({ customer: 403, 'box-office': 200, door: 403, admin: 200 });
});

test('the mail of a sale has a code for each seat and a calendar entry, and staff send it once more', async () => {
  const performanceId = await newPerformance(theatre);
  const buyer = await theatre.person('mailed-buyer');
  const reservationId = await buy(buyer, performanceId, ['A-1-1', 'A-1-2']);
  const mailsTo = (address: string, count: number) =>
    eventually(
      async () => (await theatre.mails()).filter(({ to }) => to[0]?.address === address),
      (mails) => mails.length === count,
    );
  const [mail] = await mailsTo('mailed-buyer@example.com', 1);
  const files = ['A-1-1.png', 'A-1-2.png', 'performance.ics'];
  expect(mail).toMatchObject({ files, headers: { 'auto-submitted': 'auto-generated' } });

  const path = `/admin/reservations/${reservationId}/notices`;
  const key = { 'idempotency-key': `again-${reservationId}` };
  expect((await buyer.post(path, { kind: 'completed' }, key)).status).toBe(403);
  expect((await theatre.admin.post(path, { kind: 'moved' }, key)).status).toBe(404);
  const again = { kind: 'completed', email: 'at-the-door@example.com' };
  for (let times = 0; times < 2; times++)
    expect(await theatre.admin.post(path, again, key)).toMatchObject({
      status: 202,
      body: { mail: 'pending' },
    });
  expect(await mailsTo('at-the-door@example.com', 1)).toMatchObject([{ files, subject: mail?.subject }]);
});
