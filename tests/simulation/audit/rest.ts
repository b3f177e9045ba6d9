import { isDeepStrictEqual } from 'node:util';
import { blocksOf, seatIdAt } from '../../../functions/musical/catalogue/domain/seatingPlan';
import {
  type Availability,
  emptyAvailability,
  statusesOf,
} from '../../../functions/musical/seats/domain/availability';
import { readSales } from '../../../functions/musical/seats/usecases/readSales';
import type { Entry } from '../../../functions/mypage/domain/entry';
import type { Notice } from '../../../functions/notification/domain/notice';
import { openDifference, type Sums } from '../../../functions/reservation/domain/difference';
import type { Reservation } from '../../../functions/reservation/domain/reservation';
import { keyOf } from '../database';
import { seatsOf } from '../house';
import { check } from '../violation';
import type { World } from '../world';
import { capturedOf, ownKeyOf, paymentsOf } from './money';
import { SETTLED } from './reservations';
import { hasEnded, type SeatsAudit } from './seats';

/**
 * Faults have stopped and time has passed, and dead letters still lie where they are: every reservation has settled, with
 * its seats and its money. Only a notice waits for its event to be put back.
 */
export function checkSettled(world: World): void {
  for (const reservation of world.audit.reservations.all.values()) {
    const { reservationId: id, status } = reservation;
    check(SETTLED.has(status), 'hangs', id, () => `${id} is still ${status}`);
    checkDone(reservation);
    checkSeats(world, reservation);
    checkMoney(world, reservation);
    checkMypage(world, reservation);
    const allocation = world.audit.seatsOf(reservation.performanceId).allocations.get(id);
    world.audit.moves.checkSettled(reservation, allocation, entryOf(world, reservation));
  }
}

const HOLDS_RUN_OUT_MS = 10 * 60 * 1000;

/** And when the dead letters were put back, everything agrees with everything. */
export async function checkAtRest(world: World): Promise<void> {
  const { audit, messaging, scheduler } = world;
  // Holds that nobody reserved on run out.
  scheduler.nowMs += HOLDS_RUN_OUT_MS;
  checkSettled(world);
  const left = messaging.pending() + messaging.deadLettered();
  check(left === 0, 'messages', '', () => `${left} messages are neither done nor dead letters put back`);
  for (const reservation of audit.reservations.all.values()) {
    checkNotices(world, reservation);
    checkTickets(world, reservation);
  }
  audit.erasures.checkAtRest(world.database);
  for (const seats of audit.allSeats()) {
    checkHouse(world, seats);
    await checkSales(world, seats);
  }
}

function checkDone({ reservationId: id, dueAt, status }: Reservation): void {
  check(
    dueAt === undefined,
    'hangs',
    id,
    () => `${id} is ${status}, and something is still to be done at ${dueAt}`,
  );
}

function checkSeats({ audit }: World, { reservationId: id, performanceId, status }: Reservation): void {
  const allocation = audit.seatsOf(performanceId).allocations.get(id);
  const isRight =
    status === 'completed' ? allocation?.phase === 'sold' : allocation !== undefined && hasEnded(allocation);
  check(isRight, 'seats', id, () => `${id} is ${status}, its seats are ${allocation?.phase}`);
}

/** Who has a seat has a ticket for it, and nobody else has one. */
function checkTickets({ audit }: World, reservation: Reservation): void {
  const { reservationId: id, status } = reservation;
  const tickets = audit.tickets.all.get(id)?.tickets ?? [];
  const live = tickets.filter((ticket) => ticket.status !== 'void').map(({ seatId }) => seatId);
  const seats = status === 'completed' ? reservation.sale.seats : [];
  const isRight = isDeepStrictEqual(live.sort(), [...seats].sort());
  check(isRight, 'tickets', id, () => `${id} is ${status} with ${seats}, its tickets are of ${live}`);
}

/** The price of what is completed, the fee of what was cancelled, and otherwise nothing. */
function priceOf(reservation: Reservation): number {
  if (reservation.status === 'completed') return reservation.sale.amount;
  const wasPaid = 'payment' in reservation && reservation.payment?.approvedAt !== undefined;
  return reservation.status === 'cancelled' && wasPaid ? reservation.cancellation.fee : 0;
}

/**
 * Captured less refunded is that price, and what was settled otherwise. Where the provider's people have returned more than was owed, it is less by
 * exactly what the reservation shows as an open difference, and nothing else is shown. What pays for nothing is refunded.
 */
function checkMoney({ payments, audit }: World, reservation: Reservation): void {
  const { reservationId: id, status } = reservation;
  const byUs = audit.money.capturedByUs(id, payments.engine);
  check(byUs.length <= 1, 'captured-twice', id, () => `${id} was paid ${byUs.length} times`);
  const captured = capturedOf(paymentsOf(payments.engine, id));
  const kept = captured.reduce((sum, { balanceAmount }) => sum + balanceAmount, 0);
  const open = openDifference(reservation.differences);
  const shown = open === undefined ? 0 : netOf(open.provider) - netOf(open.ours);
  const isMoved = audit.money.deskOrders.has(id);
  check(open === undefined || isMoved, 'money', id, () => `${id} shows a difference, and nobody moved money`);
  const price = priceOf(reservation) + settledOtherwiseOf(reservation);
  check(
    kept === price + shown && shown <= 0,
    'money',
    id,
    () =>
      `${id} is ${status}: ${kept} was kept, it should be ${price}, and ${shown} is shown as a difference`,
  );
  const strays = captured.filter(({ paymentKey }) => paymentKey !== ownKeyOf(reservation));
  const owed = strays.reduce((sum, { balanceAmount }) => sum + balanceAmount, 0);
  check(owed === 0, 'money', id, () => `${id} has ${owed} of payments that pay for nothing`);
}

/** Paid back by the theatre itself, so that the provider has kept it. */
const settledOtherwiseOf = (reservation: Reservation): number =>
  'cancellation' in reservation ? (reservation.cancellation.settledOtherwise?.amount ?? 0) : 0;

const netOf = ({ captured, refunded }: Sums): number => captured - refunded;

/** A notice that was gone would be made and mailed again. */
function checkKept({ database }: World, { customerId, noticeId }: Notice): void {
  const text = database.read('notifications', keyOf(customerId), noticeId);
  check(text !== undefined, 'notice', noticeId, () => `the notice ${noticeId} is gone`);
}

function checkNotices(world: World, reservation: Reservation): void {
  const { audit } = world;
  const { reservationId: id, history, customer } = reservation;
  // Who never had seats is told in the app alone.
  const hadSeats = 'sale' in reservation && reservation.sale !== undefined;
  const moved = history.flatMap(({ type, n }) => (type === 'ReservationMoved' ? [`moved:${n}`] : []));
  for (const kind of ['completed', 'cancelled', 'rejected', 'expired', ...moved]) {
    const happened =
      moved.includes(kind) || history.some(({ type }) => type.toLowerCase() === `reservation${kind}`);
    const notice = audit.notices.get(`${id}:${kind}`);
    check(
      (notice !== undefined) === happened,
      'notice',
      id,
      () => `${kind} of ${id}: ${happened}; a notice: ${notice !== undefined}`,
    );
    if (notice !== undefined) checkKept(world, notice);
    if (notice === undefined || customer.email === undefined || !hadSeats) continue;
    const mails = audit.mails.get(`${customer.email} <${id}.${kind.replace(':', '.')}@marquee>`) ?? 0;
    check(
      notice.mail === 'sent' && mails > 0,
      'mail',
      id,
      () => `the mail of ${kind} of ${id} is ${notice.mail}, ${mails} arrived`,
    );
  }
}

function entryOf({ database }: World, { customerId, reservationId }: Reservation): Entry | undefined {
  const text = database.read('mypage', keyOf(customerId), reservationId);
  return text === undefined ? undefined : (JSON.parse(text) as Entry);
}

function checkMypage(world: World, reservation: Reservation): void {
  const { reservationId: id, status, version } = reservation;
  const entry = entryOf(world, reservation);
  const isSame = entry?.status === status && entry.version === version;
  check(
    isSame,
    'mypage',
    id,
    () => `${id} is ${status} at ${version}, in the list it is ${entry?.status} at ${entry?.version}`,
  );
  const spent = (entry?.captured ?? 0) - (entry?.refunded ?? 0);
  check(
    spent === priceOf(reservation),
    'mypage',
    id,
    () => `the list says ${spent} was spent on ${id}, it is ${priceOf(reservation)}`,
  );
}

/** The projection shows each seat as its claim's allocation has it. */
function checkHouse({ database, scheduler }: World, { performance, claims, allocations }: SeatsAudit): void {
  const { performanceId, sections } = performance;
  const text = database.read('availability', keyOf(performanceId), performanceId);
  const map = text === undefined ? emptyAvailability(performanceId) : (JSON.parse(text) as Availability);
  for (const block of sections.flatMap(blocksOf)) {
    statusesOf(map, block, scheduler.nowMs).forEach((shown, index) => {
      const seatId = seatIdAt(block, index);
      const owner = allocations.get(claims.get(seatId)?.allocationId ?? '');
      // At rest every hold has run out.
      const expected = owner?.phase === 'sold' ? 'sold' : 'available';
      check(
        shown === expected,
        'availability',
        owner?.id ?? seatId,
        () => `the seat map shows ${seatId} as ${shown}, it is ${expected}`,
      );
    });
  }
}

async function checkSales(world: World, { performance, claims, allocations }: SeatsAudit): Promise<void> {
  const { performanceId } = performance;
  const host = world.hosts.anyUp();
  if (host === undefined) return;
  const sales = await world.soon(readSales(host.deps.musical, performanceId));
  const { capacity, available, held, sold } = sales;
  const soldSeats = [...claims.values()].filter(
    ({ allocationId }) => allocations.get(allocationId)?.phase === 'sold',
  ).length;
  const isFull = capacity === seatsOf(performance).length && available + held + sold === capacity;
  check(
    isFull && sold === soldSeats && held === 0,
    'capacity',
    performanceId,
    () => `${available} + ${held} + ${sold} of ${capacity}, ${soldSeats} claims are sold`,
  );
  const ours = [...world.audit.reservations.all.values()].filter(
    (one) => one.performanceId === performanceId,
  );
  const kept = ours.reduce((sum, one) => sum + priceOf(one), 0);
  check(
    sales.gross - sales.refunded === kept,
    'sales',
    performanceId,
    () => `the books say ${sales.gross} - ${sales.refunded}, it is ${kept}`,
  );
}
