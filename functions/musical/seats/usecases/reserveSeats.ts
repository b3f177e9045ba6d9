import { StoreDefect } from '../../../../shared/cosmos/cosmos';
import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import { isoTime } from '../../../../shared/kernel/time';
import type { Versioned } from '../../../../shared/kernel/versioned';
import { type EventEnvelope, type EventOf, newEvent } from '../../../../shared/messaging/envelope';
import { publish } from '../../../../shared/messaging/publish';
import type { reservationPlaced } from '../../../reservation/contract';
import { isInPresale, noLaterThanSales, type Performance } from '../../catalogue/domain/performance';
import {
  linesOf,
  type PriceTypesAsked,
  type SeatRequest,
  seatAlreadySold,
  seatsHeld,
  seatsRefused,
  seatsSoldOut,
} from '../../contract';
import type { MusicalDeps } from '../../deps';
import { type Allocation, isOver, type SeatRefusal } from '../domain/allocation';
import {
  endWithoutSeats,
  holdHasRunOut,
  reserve,
  type TimeToPay,
  whyRefused,
} from '../domain/allocation.decide';
import { ANYBODY, type Buyer } from '../domain/member';
import type { ChoosingDeps } from './chooseSeats';
import { readBuyer } from './hearStanding';
import { takeSeats } from './takeSeats';

type Placed = EventOf<typeof reservationPlaced>;
type Deps = ChoosingDeps &
  Pick<
    MusicalDeps,
    'performanceOf' | 'publisher' | 'holdDurationMs' | 'paymentGraceMs' | 'members' | 'timeZone'
  >;
/** The allocation as it is stored now, or `conflict` when somebody else was faster. */
type Stored = Promise<Allocation | 'conflict'>;

/**
 * Hears ReservationPlaced. It gives the reservation its seats, from its hold or from what is free, and answers with
 * SeatsHeld, or it refuses for good and says why. A copy of the event finds the allocation and publishes the same answer
 * again.
 */
export async function reserveSeats(deps: Deps, placed: Placed): Promise<void> {
  const { reservationId, performanceId, request } = placed.data;
  const allocation = await untilCommitted(deps, `seats of reservation ${reservationId}`, async () => {
    const known = await deps.seats.allocation(performanceId, reservationId);
    const { priceTypes, ...seats } = request;
    if (known !== undefined) return reserveKnown(deps, known, priceTypes);
    return 'holdId' in seats
      ? refuse(deps, placed, holdHasRunOut)
      : reserveFree(deps, placed, seats, priceTypes);
  });
  await publish(deps.publisher, [answerTo(placed, allocation, isoTime(deps.clock.now()))]);
}

async function reserveKnown(deps: Deps, known: Versioned<Allocation>, priceTypes?: PriceTypesAsked): Stored {
  const { value: allocation } = known;
  if (allocation.phase !== 'hold') return allocation;
  const performance = await deps.performanceOf(allocation.performanceId);
  const time = timeToPay(deps, performance?.value);
  const next = reserve(allocation, performance?.value, time, isoTime(deps.clock.now()), priceTypes);
  return (await deps.seats.replace({ ...known, value: next })) === 'conflict' ? 'conflict' : next;
}

async function reserveFree(
  deps: Deps,
  placed: Placed,
  request: SeatRequest,
  priceTypes?: PriceTypesAsked,
): Stored {
  const { reservationId: allocationId, performanceId, customerId, counter } = placed.data;
  const performance = await deps.performanceOf(performanceId);
  if (performance === undefined) {
    const detail = `There is no performance ${performanceId}.`;
    return refuse(deps, placed, { code: 'not-on-sale', detail });
  }
  const outcome = await takeSeats(deps, {
    performance: performance.value,
    allocationId,
    customerId,
    buyer: () => buyerFor(deps, placed, performance.value, priceTypes),
    phase: 'reserved',
    ...timeToPay(deps, counter === undefined ? performance.value : undefined),
    request,
    priceTypes,
    counter,
  });
  return outcome.kind === 'taken' ? outcome.allocation : refuse(deps, placed, outcome.refusal);
}

/** Whether it is a member matters in the presale and for price types, and is read only then. */
async function buyerFor(
  deps: Deps,
  { data: { customerId, counter } }: Placed,
  performance: Performance,
  priceTypes: PriceTypesAsked | undefined,
): Promise<Buyer> {
  if (counter !== undefined) return { kind: 'counter' };
  const matters = priceTypes !== undefined || isInPresale(performance, isoTime(deps.clock.now()));
  return matters ? readBuyer(deps, customerId) : ANYBODY;
}

/**
 * The time to pay, and for how much longer the seats wait for a payment that began in time. Both are set once. At the counter
 * it does not end with sales, and without a performance nothing is reserved.
 */
function timeToPay(
  { clock, holdDurationMs, paymentGraceMs }: Deps,
  performance: Performance | undefined,
): TimeToPay {
  const latest = isoTime(clock.now() + holdDurationMs);
  const expiresAt = performance === undefined ? latest : noLaterThanSales(performance, latest);
  return { expiresAt, heldUntil: isoTime(Date.parse(expiresAt) + paymentGraceMs) };
}

/** The end is stored though nothing was taken, so that a second copy of the request gets the same answer. */
async function refuse({ seats }: Deps, placed: Placed, refusal: SeatRefusal): Stored {
  const { reservationId: id, performanceId, customerId } = placed.data;
  const refused = endWithoutSeats({ id, performanceId, customerId }, refusal);
  return (await seats.create(refused)) === 'conflict' ? 'conflict' : refused;
}

function answerTo(placed: Placed, allocation: Allocation, time: string): EventEnvelope {
  const { reservationId, performanceId } = placed.data;
  const ref = { reservationId, performanceId };
  const about = { causeId: placed.id, subject: reservationId, time };
  if (!isOver(allocation))
    return newEvent(seatsHeld, { ...about, data: seatsHeld.data.parse({ ...ref, ...saleOf(allocation) }) });
  const refusal = whyRefused(allocation);
  switch (refusal.code) {
    case 'seat-taken':
      return newEvent(seatAlreadySold, { ...about, data: { ...ref, taken: [...refusal.taken] } });
    case 'sold-out': {
      const { code: _code, ...soldOut } = refusal;
      return newEvent(seatsSoldOut, { ...about, data: { ...ref, ...soldOut } });
    }
    default: {
      const { code: reason, ...why } = refusal;
      const data = { ...ref, reason, ...why };
      return newEvent(seatsRefused, { ...about, data });
    }
  }
}

function saleOf(allocation: Allocation) {
  const { id, seats, bookingFee = 0, amount, currency, expiresAt, terms, moves } = allocation;
  if (terms === undefined)
    throw new StoreDefect(`allocation ${id} has seats without the terms of their sale`);
  const lines = linesOf(allocation);
  return { seats, lines, bookingFee, amount, currency, expiresAt, ...terms, moves };
}
