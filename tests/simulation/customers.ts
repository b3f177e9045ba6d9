import type { Performance } from '../../functions/musical/catalogue/domain/performance';
import type { SeatRequest } from '../../functions/musical/contract';
import { deletePerformance } from '../../functions/musical/revocation/triggers/performances';
import { deleteHold, postHold, postRenewal } from '../../functions/musical/seats/triggers/holds';
import { postCancellation } from '../../functions/reservation/triggers/cancellation';
import { deleteMe } from '../../functions/reservation/triggers/me';
import { postPayment } from '../../functions/reservation/triggers/payment';
import { getReservation, postReservation } from '../../functions/reservation/triggers/reservations';
import { addressOf, nameOf } from './audit/erasures';
import type { Call, Customer, Reply } from './client';
import { MEMBER_PRICE, PRICE_TYPES, seatsOf } from './house';
import { OUTSIDE } from './scheduler';
import { check } from './violation';
import type { World } from './world';

const THINK_MS = 3_000;
const LOOKS = 12;
const ASKED_AT_MOST = 5;

/** One customer: comes back again and again until the run has had its reservations. */
export class Visitor {
  private keys = 0;
  private readonly customer: Customer;
  /** Cancels what was bought, and wants to be forgotten. */
  private readonly isLeaving: boolean;

  constructor(
    private readonly world: World,
    number: number,
  ) {
    const customerId = `customer${number}`;
    this.isLeaving = number % 5 === 1;
    this.customer = {
      customerId,
      name: nameOf(customerId),
      ...(number % 4 === 0 ? {} : { email: addressOf(customerId) }),
    };
  }

  async comeAndGo(): Promise<void> {
    while (!this.world.isClosing()) {
      await this.think(THINK_MS);
      // Two windows side by side: the limit of a customer holds for both together.
      if (this.world.random.chance(0.15)) await Promise.all([this.visit(), this.visit()]);
      else await this.visit();
      if (this.isLeaving && this.world.random.chance(0.5) && (await this.isErased())) return;
    }
  }

  private async lookInAgain(): Promise<void> {
    const performance = this.world.random.pick(this.world.performances);
    const { performanceId } = performance;
    await this.reserve(performanceId, { performanceId, ...this.draw(performance) });
  }

  /** Asks to be erased, and looks in again meanwhile, which is refused. True when it is done, and then nobody comes back. */
  private async isErased(): Promise<boolean> {
    const { client, audit, random } = this.world;
    const { customerId } = this.customer;
    const reply = await client.click(this.ask('reservation', deleteMe, {}));
    if (reply?.status !== 202) return false;
    while (!audit.erasures.isErased(customerId)) {
      if (audit.erasures.isLifted(customerId)) return false;
      await this.think(THINK_MS * 10);
      if (random.chance(0.1) && audit.erasures.isJustMarked(customerId)) await this.lookInAgain();
    }
    return true;
  }

  private think(ms: number): Promise<void> {
    return this.world.scheduler.sleep(OUTSIDE, 1 + this.world.random.int(ms));
  }

  private newKey = (): string => `${this.customer.customerId}-${++this.keys}`;

  private ask(context: Call['context'], endpoint: object, rest: Partial<Call>): Call {
    return { context, endpoint: endpoint as never, customer: this.customer, ...rest };
  }

  private async visit(): Promise<void> {
    const { random } = this.world;
    const performance = random.pick(this.world.performances);
    const { performanceId, salesOpenAt = '' } = performance;
    // Most who come too early come again later, whoever they are.
    if (salesOpenAt > this.world.now() && random.chance(0.6)) return;
    const request = this.draw(performance);
    if (random.chance(0.45)) return this.byHold(performance, request);
    await this.reserve(performanceId, { performanceId, ...request, ...this.pays(request) });
  }

  /** Some pay less, also for what they may not. */
  private pays(request: SeatRequest): object {
    const { random } = this.world;
    if (random.chance(0.6)) return {};
    const { priceTypeId } = random.pick([...PRICE_TYPES, MEMBER_PRICE]);
    const [seatId = ''] = 'seats' in request ? request.seats : [];
    return { priceTypes: 'seats' in request ? { [seatId]: priceTypeId } : { [priceTypeId]: 1 } };
  }

  private draw(performance: Performance): SeatRequest {
    const { random } = this.world;
    const quantity = random.chance(0.08) ? 5 : 1 + random.int(3);
    if (random.chance(0.4)) {
      const { sectionId, tier } = random.pick(performance.sections);
      const asked = random.next();
      const kinds = random.chance(0.1) ? { kinds: { wheelchair: 1 } } : {};
      return { ...(asked < 0.7 ? { sectionId } : asked < 0.9 ? { tier } : {}), quantity, ...kinds };
    }
    const seats = seatsOf(performance);
    const from = random.int(seats.length);
    return { seats: seats.slice(from, from + quantity) };
  }

  private async byHold(performance: Performance, request: SeatRequest): Promise<void> {
    const { random, client, timing } = this.world;
    const { performanceId } = performance;
    const key = random.chance(0.9) ? { key: this.newKey() } : {};
    const hold = await client.click(
      this.ask('musical', postHold, { params: { performanceId }, body: request, ...key }),
    );
    if (hold === undefined) return;
    this.checkRefusal(performance, request, hold);
    if (hold.status !== 201) return;
    const { holdId } = hold.body as { holdId: string };
    const next = random.next();
    if (next < 0.12) return;
    if (next < 0.27) {
      await client.click(this.ask('musical', deleteHold, { params: { performanceId, holdId } }));
      return;
    }
    // Some think until their time is nearly over, or over.
    await this.think(random.chance(0.15) ? timing.holdDurationMs * 1.1 : THINK_MS);
    while (random.chance(0.15)) await this.renew(performanceId, holdId);
    const { seats } = hold.body as { seats: string[] };
    await this.reserve(performanceId, { performanceId, holdId, ...this.pays({ seats }) });
  }

  /** Also at the last moment, or too late, or once too often. */
  private async renew(performanceId: string, holdId: string): Promise<void> {
    const { random, client, timing } = this.world;
    const params = { performanceId, holdId };
    await client.click(this.ask('musical', postRenewal, { params, key: this.newKey() }));
    await this.think(random.chance(0.3) ? timing.holdDurationMs : THINK_MS);
  }

  private checkRefusal({ performanceId }: Performance, request: SeatRequest, reply: Reply): void {
    const { status, code, body, atMs } = reply;
    if (status !== 409) return;
    const seats = this.world.audit.seatsOf(performanceId);
    if (code === 'seat-taken') seats.checkTaken(undefined, body.taken, atMs);
    if (code === 'sold-out' && 'quantity' in request) seats.checkSoldOut(request, atMs);
  }

  private async reserve(performanceId: string, body: object): Promise<void> {
    const { client, audit } = this.world;
    const { customerId } = this.customer;
    const key = this.newKey();
    audit.reservations.requests.set(customerId, (audit.reservations.requests.get(customerId) ?? 0) + 1);
    const reply = await client.click(this.ask('reservation', postReservation, { body, key }));
    if (reply === undefined || reply.status > 202) return;
    const { reservationId } = reply.body as { reservationId: string };
    const again = this.world.random.chance(0.05)
      ? await client.call(this.ask('reservation', postReservation, { body, key }))
      : undefined;
    const isSame = again?.body?.reservationId === undefined || again.body.reservationId === reservationId;
    check(
      isSame,
      'booked-twice',
      reservationId,
      () => `the key ${key} gave ${reservationId} and then ${again?.body.reservationId} at ${performanceId}`,
    );
    await this.follow(reservationId);
  }

  private async follow(reservationId: string): Promise<void> {
    const { random, client } = this.world;
    const params = { reservationId };
    if (random.chance(0.06)) return this.cancel(reservationId);
    for (let look = 0; look < LOOKS; look++) {
      const reply = await client.call(this.ask('reservation', getReservation, { params }));
      if (reply?.body?.status === 'held') return this.decide(reservationId, reply.body.amount);
      if (reply?.body?.status !== undefined && reply.body.status !== 'placed') return;
      await this.think(1_500 * (1 + look));
    }
  }

  private async decide(reservationId: string, amount: number): Promise<void> {
    const { random, timing } = this.world;
    const next = random.next();
    if (next < 0.12) return;
    if (next < 0.2) return this.cancel(reservationId);
    await this.think(random.chance(0.15) ? timing.holdDurationMs * 1.1 : THINK_MS);
    await this.pay(reservationId, amount);
    while (random.chance(0.5)) await this.cancelSome(reservationId);
    if (random.chance(0.12)) await this.cancel(reservationId);
    if (this.isLeaving || random.chance(0.5)) {
      await this.think(THINK_MS * 10);
      await this.cancel(reservationId);
    }
  }

  private async pay(reservationId: string, amount: number): Promise<void> {
    const { random, client, payments } = this.world;
    const params = { reservationId };
    const card = () => {
      const paymentKey = payments.authorise(reservationId, amount);
      const key = random.chance(0.7) ? { key: this.newKey() } : {};
      const body = { paymentKey, amount: random.chance(0.02) ? amount + 1 : amount };
      return this.ask('reservation', postPayment, { params, body, ...key });
    };
    for (let tries = 0; tries < 3; tries++) {
      // Two windows of the browser, two cards.
      const calls = random.chance(0.08) ? [card(), card()] : [card()];
      const [reply] = await Promise.all(calls.map((call) => client.click(call)));
      if (reply?.status !== 402 || random.chance(0.3)) return;
    }
  }

  /** Some of the seats, once more or for the first time, or none because there is one alone. Some want each by itself at once. */
  private async cancelSome(reservationId: string): Promise<void> {
    const { random, client } = this.world;
    const params = { reservationId };
    await this.think(THINK_MS * 3);
    const reply = await client.call(this.ask('reservation', getReservation, { params }));
    const seats: readonly string[] = reply?.body?.status === 'completed' ? reply.body.seats : [];
    if (seats.length < 2) return;
    const some = seats.slice(random.int(seats.length)).slice(0, 1 + random.int(2));
    const each = random.chance(0.5) ? some.map((seatId) => [seatId]) : [some];
    const calls = each.map((body) =>
      this.ask('reservation', postCancellation, { params, body: { seats: body }, key: this.newKey() }),
    );
    const all = random.chance(0.1) ? [this.cancel(reservationId)] : [];
    await Promise.all([...calls.map((call) => client.click(call)), ...all]);
    if (random.chance(0.2)) await Promise.all(calls.map((call) => client.click(call)));
  }

  private async cancel(reservationId: string): Promise<void> {
    await this.world.client.click(this.ask('reservation', postCancellation, { params: { reservationId } }));
  }
}

/** The box office closes a performance at some time, once or twice. */
export async function cancelOne(world: World, afterMs: number): Promise<void> {
  const { scheduler, client, performances, random } = world;
  await scheduler.sleep(OUTSIDE, afterMs);
  const { performanceId } = random.pick(performances);
  const customer = { customerId: 'box-office', name: 'Box office' };
  const endpoint = deletePerformance as never;
  const call: Call = { context: 'musical', endpoint, params: { performanceId }, customer, isAdmin: true };
  // It is asked what that would cost, and means it. Meanwhile more may be reserved, and then it is asked again.
  let reply = await client.click(call);
  for (let asked = 0; reply?.code === 'confirm' && asked < ASKED_AT_MOST; asked++)
    reply = await client.click({ ...call, query: { reservations: String(reply.body.reservations) } });
}
