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
import {
  cancellationsOf,
  isDone,
  otherwiseOf,
  partsOf,
  presentOf,
} from '../../../functions/reservation/domain/parts';
import { isCounterCustomer, type Reservation } from '../../../functions/reservation/domain/reservation';
import { openCancellations } from '../../../functions/reservation/domain/underWay';
import { openDifference, type Sums } from '../../../shared/payment/difference';
import { keyOf } from '../database';
import { seatsOf } from '../house';
import { check } from '../violation';
import type { World } from '../world';
import { capturedOf, ownKeyOf, paymentsOf } from './money';
import { checkPapers } from './papers';
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
    checkPapers(reservation, priceOf(reservation));
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
  audit.loans.checkSettled();
  audit.members.checkSettled(scheduler.nowMs);
  audit.presale.checkAtRest(audit.members.customers.values(), (id) => audit.erasures.isErased(id));
  for (const seats of audit.allSeats()) {
    checkHouse(world, seats);
    await checkSales(world, seats);
  }
}

function checkDone(reservation: Reservation): void {
  const { reservationId: id, dueAt, status } = reservation;
  const open = openCancellations(reservation);
  check(open.length === 0, 'hangs', id, () => `the cancellation of ${open[0]?.seats} of ${id} is still open`);
  check(
    dueAt === undefined,
    'hangs',
    id,
    () => `${id} is ${status}, and something is still to be done at ${dueAt}`,
  );
}

/** The seats that a completed reservation has, and nobody else's. */
const seatsLeft = (reservation: Reservation): readonly string[] => {
  if (reservation.status !== 'completed') return [];
  return presentOf(reservation.sale, partsOf(reservation).filter(isDone)).seats;
};

function checkSeats({ audit }: World, reservation: Reservation): void {
  const { reservationId: id, performanceId, status } = reservation;
  const allocation = audit.seatsOf(performanceId).allocations.get(id);
  const isRight =
    status === 'completed'
      ? allocation?.phase === 'sold' && isDeepStrictEqual(allocation.seats, seatsLeft(reservation))
      : allocation !== undefined && (hasEnded(allocation) || allocation.phase === 'withheld');
  check(
    isRight,
    'seats',
    id,
    () => `${id} is ${status}, its seats are ${allocation?.phase}: ${allocation?.seats}`,
  );
}

/** Who has a seat has a ticket for it, and nobody else has one. */
function checkTickets({ audit }: World, reservation: Reservation): void {
  const { reservationId: id, status } = reservation;
  const tickets = audit.tickets.all.get(id)?.tickets ?? [];
  const live = tickets.filter((ticket) => ticket.status !== 'void').map(({ seatId }) => seatId);
  const seats = seatsLeft(reservation);
  const isRight = isDeepStrictEqual(live.sort(), [...seats].sort());
  check(isRight, 'tickets', id, () => `${id} is ${status} with ${seats}, its tickets are of ${live}`);
}

/** The price of what is completed with the fees of what was cancelled of it, the fee of an end, and otherwise nothing. */
function priceOf(reservation: Reservation): number {
  if (reservation.status === 'completed') {
    const back = partsOf(reservation).filter(isDone);
    return back.reduce((price, { refund }) => price - refund, reservation.sale.amount);
  }
  const wasPaid = 'payment' in reservation && reservation.payment?.approvedAt !== undefined;
  return reservation.status === 'cancelled' && wasPaid ? reservation.cancellation.fee : 0;
}

/**
 * Captured less refunded is that price, and what was settled otherwise. Where the provider's people have returned more than was owed, it is less by
 * exactly what the reservation shows as an open difference, and nothing else is shown. What pays for nothing is refunded.
 */
function checkMoney({ payments, audit }: World, reservation: Reservation): void {
  const { reservationId: id, status, customerId } = reservation;
  if (isCounterCustomer(customerId)) {
    const known = paymentsOf(payments.engine, id).length;
    check(known === 0, 'money', id, () => `${id} was sold at the counter, and the provider knows of it`);
    return;
  }
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
const settledOtherwiseOf = (reservation: Reservation): number => otherwiseOf(cancellationsOf(reservation));

const netOf = ({ captured, refunded }: Sums): number => captured - refunded;

/** A notice that was gone would be made and mailed again. */
function checkKept({ database }: World, { customerId, noticeId }: Notice): void {
  const kept = database.read('notifications', keyOf(customerId), noticeId);
  check(kept !== undefined, 'notice', noticeId, () => `the notice ${noticeId} is gone`);
}

/** Of what may happen more than once there is a notice for each number. */
const NUMBERED: Readonly<Record<string, string>> = {
  ReservationMoved: 'moved',
  ReservationReduced: 'reduced',
  CancellationPutBack: 'put-back',
  ReservationReseated: 'reseated',
};

function checkNotices(world: World, reservation: Reservation): void {
  const { audit } = world;
  const { reservationId: id, history, customer } = reservation;
  // Who never had seats is told in the app alone.
  const hadSeats = 'sale' in reservation && reservation.sale !== undefined;
  const numbered = history.flatMap(({ type, n }) => (NUMBERED[type] ? [`${NUMBERED[type]}:${n}`] : []));
  for (const kind of ['completed', 'cancelled', 'rejected', 'expired', ...numbered]) {
    const happened =
      numbered.includes(kind) || history.some(({ type }) => type.toLowerCase() === `reservation${kind}`);
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
  return database.read('mypage', keyOf(customerId), reservationId) as Entry | undefined;
}

function checkMypage(world: World, reservation: Reservation): void {
  const { reservationId: id, status, version, customerId } = reservation;
  const entry = entryOf(world, reservation);
  if (isCounterCustomer(customerId)) {
    check(entry === undefined, 'mypage', id, () => `${id} was sold at the counter, and is in a list`);
    return;
  }
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
  const shown = database.read('availability', keyOf(performanceId), performanceId);
  const map = (shown as Availability | undefined) ?? emptyAvailability(performanceId);
  for (const block of sections.flatMap(blocksOf)) {
    statusesOf(map, block, scheduler.nowMs).forEach((shown, index) => {
      const seatId = seatIdAt(block, index);
      const owner = allocations.get(claims.get(seatId)?.allocationId ?? '');
      const phase = owner?.seats.includes(seatId) ? owner.phase : 'released';
      // At rest every hold has run out.
      const expected = phase === 'sold' || phase === 'withheld' ? phase : 'available';
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
  const { capacity, available, held, sold, withheld } = sales;
  const isSold = ([seatId, { allocationId }]: readonly [string, { readonly allocationId: string }]) => {
    const owner = allocations.get(allocationId);
    return owner?.phase === 'sold' && owner.seats.includes(seatId);
  };
  const soldSeats = [...claims].filter(isSold).length;
  const isFull = capacity === seatsOf(performance).length && available + held + sold + withheld === capacity;
  check(
    isFull && sold === soldSeats && held === 0,
    'capacity',
    performanceId,
    () => `${available} + ${held} + ${sold} + ${withheld} of ${capacity}, ${soldSeats} claims are sold`,
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
