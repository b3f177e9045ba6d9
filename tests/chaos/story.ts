import { seededRandom } from '../../local/azure/chaos';
import { keptFor } from '../faults/breaking';
import { type Answer, eventually, key, type Person, type Theatre } from '../marquee';

/** What the tests of chaos have in common: customers who do not give up, and the books that must balance afterwards. */

export const ENDS = ['completed', 'rejected', 'cancelled', 'expired'];

/** Choices that can be made again: the seed is printed, and `MARQUEE_SEED` sets it. */
export function seeded(what: string): () => number {
  const seed = Number(process.env.MARQUEE_SEED ?? Date.now() % 1_000_000);
  process.stderr.write(`${what}: MARQUEE_SEED=${seed}\n`);
  return seededRandom(seed);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends a request until it is answered for good, as a client does that has its Idempotency-Key. Undefined: given up. */
export async function persistently(send: () => Promise<Answer>, forMs = 60_000): Promise<Answer | undefined> {
  const until = Date.now() + forMs;
  while (Date.now() < until) {
    const answer = await send().catch(() => undefined);
    if (answer !== undefined && answer.status < 500 && answer.status !== 429) return answer;
    await pause(300);
  }
  return undefined;
}

/** Two seats side by side in a house of one row. */
export function anyPair(random: () => number, seats: number): readonly [string, string] {
  const left = 1 + Math.floor(random() * (seats - 1));
  return [`A-1-${left}`, `A-1-${left + 1}`];
}

export type Reservation = {
  readonly reservationId: string;
  readonly amount: number;
  readonly seats: readonly string[];
  readonly status: string;
};

/** Every reservation of a performance once all have settled. */
export const settled = (
  theatre: Theatre,
  performanceId: string,
): Promise<readonly (Reservation & { customerId: string })[]> =>
  eventually(
    async () => {
      const items: (Reservation & { customerId: string })[] = [];
      const list = `/admin/reservations?performanceId=${performanceId}&limit=100`;
      for (let at: string | undefined = list; at !== undefined; ) {
        const { body } = await theatre.admin.get(at);
        items.push(...body.items);
        at = body.continuation && `${list}&continuation=${body.continuation}`;
      }
      return items;
    },
    (items) => items.every(({ status }) => ENDS.includes(status)),
    // Longer than a hold, which may have begun late on a busy machine.
    240_000,
  );

/** The promises of the whole, looked at from outside: seats, money, notices, MyPage. */
export async function expectAllPromisesKept(
  theatre: Theatre,
  performanceId: string,
  people: readonly Person[],
): Promise<Readonly<Record<string, number>>> {
  const reservations = await settled(theatre, performanceId);
  const completed = reservations.filter(({ status }) => status === 'completed');
  const soldSeats = completed.flatMap(({ seats }) => seats).sort();
  expect(new Set(soldSeats).size).toBe(soldSeats.length);

  await eventually(
    async () => (await theatre.anyone(`/performances/${performanceId}/seats`)).body.sections[0].seats,
    (seats: { seatId: string; status: string }[]) => {
      const shown = seats
        .filter(({ status }) => status !== 'available')
        .map(({ seatId, status }) => `${seatId} ${status}`);
      return shown.sort().join() === soldSeats.map((seat) => `${seat} sold`).join();
    },
  );
  const kept = await theatre.payments();
  for (const { reservationId, status, amount } of reservations) {
    const captures = kept.filter(
      ({ orderId, status: s }) =>
        orderId === reservationId &&
        s !== 'READY' &&
        s !== 'IN_PROGRESS' &&
        s !== 'ABORTED' &&
        s !== 'EXPIRED',
    );
    expect(captures.length).toBeLessThanOrEqual(1);
    if (status === 'completed') expect(captures[0]?.balanceAmount).toBe(amount);
    else
      await eventually(
        () => keptFor(theatre, reservationId),
        (money) => money === 0,
      );
  }
  const price = completed.reduce((sum, { amount }) => sum + amount, 0);
  await eventually(
    async () => (await theatre.admin.get(`/admin/performances/${performanceId}/sales`)).body,
    ({ sold, held, gross, refunded }) =>
      sold === soldSeats.length && held === 0 && gross - refunded === price,
  );
  for (const person of people) {
    const own = reservations.filter(({ customerId }) => customerId === person.sub);
    await expectTold(person, own);
  }
  const counts: Record<string, number> = {};
  for (const { status } of reservations) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** One notice for each ending, at least one mail for each notice, and a MyPage that is the fold of the reservations. */
async function expectTold(person: Person, own: readonly Reservation[]): Promise<void> {
  const ends = own.map(({ reservationId, status }) => `${reservationId}:${status}`);
  const isEnding = (id: string) => ends.includes(id) || id.endsWith(':completed');
  await eventually(
    async () =>
      (await person.get('/notifications?limit=100')).body.items.map(
        (item: { noticeId: string }) => item.noticeId,
      ) as string[],
    (ids) => new Set(ids).size === ids.length && ends.every((id) => ids.includes(id)) && ids.every(isEnding),
  );
  const completed = own.filter(({ status }) => status === 'completed');
  const spent = completed.reduce((sum, { amount }) => sum + amount, 0);
  const sorted = (list: readonly Reservation[]) =>
    list
      .map((r) => `${r.reservationId} ${r.status} ${r.amount}`)
      .sort()
      .join();
  await eventually(
    async () => (await person.get('/mypage?limit=100')).body,
    ({ summary, reservations }) =>
      summary.reservationCount === own.length &&
      summary.completedCount === completed.length &&
      (summary.spent.KRW ?? 0) === spent &&
      sorted(reservations) === sorted(own),
  );
}

/**
 * Every notice of who had seats was mailed, each to its own customer; a mail that was sent twice has the same Message-ID.
 */
export async function expectMails(theatre: Theatre, people: readonly Person[]): Promise<void> {
  const wanted = (await Promise.all(people.map(mailsFor))).flat();
  const addresses = new Set(people.map(({ sub }) => `${sub}@example.com`));
  const addressed = async () =>
    (await theatre.mails())
      .filter(({ to }) => addresses.has(to[0]?.address ?? ''))
      .map(({ to, headers }) => `${to[0]?.address} ${headers['message-id']}`);
  await eventually(
    async () => {
      const sent = await addressed();
      return {
        missing: wanted.filter((mail) => !sent.includes(mail)),
        odd: sent.filter((mail) => !wanted.includes(mail)),
      };
    },
    ({ missing, odd }) => missing.length === 0 && odd.length === 0,
    90_000,
  );
}

async function mailsFor(person: Person): Promise<string[]> {
  const { reservations } = (await person.get('/mypage?limit=100')).body;
  const neverHadSeats = new Set(
    (reservations as { reservationId: string; title: string }[])
      .filter(({ title }) => title === '')
      .map(({ reservationId }) => reservationId),
  );
  const { items } = (await person.get('/notifications?limit=100')).body;
  return (items as { noticeId: string; reservationId: string }[])
    .filter(({ reservationId }) => !neverHadSeats.has(reservationId))
    .map(({ noticeId }) => `${person.sub}@example.com <${noticeId.replace(':', '.')}@marquee>`);
}

/** What a customer was told by an answer, and may rely on. */
export type Told = {
  readonly reservationId: string;
  readonly seats: readonly string[];
  readonly paid: boolean;
  readonly cancelled: boolean;
};

export type Plan = {
  readonly performanceId: string;
  /** Seats to try for, one wish after the other. */
  readonly wishes: readonly (readonly string[])[];
  readonly cancels: boolean;
};

/** One customer: tries for seats until some are held, pays, perhaps cancels; each request again until it is answered. */
export async function buy(theatre: Theatre, buyer: Person, plan: Plan): Promise<Told | undefined> {
  for (const seats of plan.wishes) {
    const once = key();
    const body = { performanceId: plan.performanceId, seats };
    const placed = await persistently(() =>
      buyer.post('/reservations', body, { ...once, prefer: 'wait=10' }),
    );
    if (placed === undefined) return undefined;
    if (placed.status === 409) continue;
    expect([201, 202]).toContain(placed.status);
    const held = await untilHeld(buyer, placed.body);
    if (held === undefined) continue;
    const paid = await payPersistently(theatre, buyer, held);
    const cancelled = plan.cancels && (await cancelPersistently(buyer, held.reservationId));
    return { reservationId: held.reservationId, seats, paid, cancelled };
  }
  return undefined;
}

async function untilHeld(buyer: Person, placed: Reservation): Promise<Reservation | undefined> {
  const { body } = await eventually(
    async () =>
      (await persistently(() => buyer.get(`/reservations/${placed.reservationId}`))) ?? { body: placed },
    (seen) => seen.body.status !== 'placed',
    90_000,
  );
  return body.status === 'held' ? body : undefined;
}

async function payPersistently(theatre: Theatre, buyer: Person, held: Reservation): Promise<boolean> {
  const { reservationId, amount } = held;
  let paymentKey: string | undefined;
  const paid = await persistently(async () => {
    paymentKey ??= await theatre.card(reservationId, amount);
    const once = { 'idempotency-key': paymentKey };
    return buyer.post(`/reservations/${reservationId}/payment`, { paymentKey, amount }, once);
  });
  expect([200, 202, 409, undefined]).toContain(paid?.status);
  return paid?.status === 200;
}

const cancelPersistently = async (buyer: Person, reservationId: string): Promise<boolean> =>
  (await persistently(() => buyer.post(`/reservations/${reservationId}/cancellation`)))?.status === 202;

/** What was answered is still true: who was told that it is paid has it, unless they cancelled. */
export async function expectAnswersTrue(answers: readonly { buyer: Person; told: Told }[]): Promise<void> {
  for (const { buyer, told } of answers) {
    const { body } = await buyer.get(`/reservations/${told.reservationId}`);
    expect(body.seats).toEqual(told.seats);
    if (told.cancelled) expect(body.status).toBe('cancelled');
    else if (told.paid) expect(body.status).toBe('completed');
  }
}
