import { StoreDefect } from '../../../../shared/cosmos/cosmos';
import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import { isoTime } from '../../../../shared/kernel/clock';
import type { Versioned } from '../../../../shared/kernel/versioned';
import { type EventEnvelope, type EventOf, newEvent } from '../../../../shared/messaging/envelope';
import type { reservationPlaced } from '../../../reservation/contract';
import { type SeatRequest, seatAlreadySold, seatsHeld, seatsRefused, seatsSoldOut } from '../../contract';
import type { MusicalDeps } from '../../deps';
import { type Allocation, hasEnded, type SeatRefusal } from '../domain/allocation';
import {
  endWithoutSeats,
  holdHasRunOut,
  reserve,
  type TimeToPay,
  whyRefused,
} from '../domain/allocation.decide';
import type { ChoosingDeps } from './chooseSeats';
import { takeSeats } from './takeSeats';

type Placed = EventOf<typeof reservationPlaced>;
type Deps = ChoosingDeps & Pick<MusicalDeps, 'catalogue' | 'holdDurationMs' | 'paymentGraceMs'>;
type Written = Promise<'committed' | 'conflict'>;

/**
 * Hears ReservationPlaced. It gives the reservation its seats, from its hold or from what is free, and answers with
 * SeatsHeld, or it refuses for good and says why. A copy of the event finds the allocation and publishes the same answer
 * again.
 */
export async function reserveSeats(deps: Deps, placed: Placed): Promise<void> {
  const { reservationId, performanceId, request } = placed.data;
  await untilCommitted(deps, `seats of reservation ${reservationId}`, async () => {
    const known = await deps.seats.allocation(performanceId, reservationId);
    if (known !== undefined) return reserveKnown(deps, placed, known);
    return 'holdId' in request ? refuse(deps, placed, holdHasRunOut) : reserveFree(deps, placed, request);
  });
}

async function reserveKnown(deps: Deps, placed: Placed, known: Versioned<Allocation>): Written {
  const { value: allocation } = known;
  const { performanceId } = allocation;
  if (allocation.phase !== 'hold')
    return deps.seats.publishAgain(performanceId, answerTo(placed, allocation, isoTime(deps.clock.now())));
  const performance = await deps.catalogue.performance(performanceId);
  const next = reserve(allocation, performance?.value, timeToPay(deps), isoTime(deps.clock.now()));
  return deps.seats.replace({ ...known, value: next }, [answerTo(placed, next, isoTime(deps.clock.now()))]);
}

async function reserveFree(deps: Deps, placed: Placed, request: SeatRequest): Written {
  const { reservationId: allocationId, performanceId, customerId } = placed.data;
  const performance = await deps.catalogue.performance(performanceId);
  if (performance === undefined) {
    const detail = `There is no performance ${performanceId}.`;
    return refuse(deps, placed, { code: 'not-on-sale', detail });
  }
  const outcome = await takeSeats(deps, {
    performance: performance.value,
    allocationId,
    customerId,
    phase: 'reserved',
    ...timeToPay(deps),
    request,
    events: (allocation) => [answerTo(placed, allocation, isoTime(deps.clock.now()))],
  });
  return outcome.kind === 'taken' ? 'committed' : refuse(deps, placed, outcome.refusal);
}

/** The time to pay, and for how much longer the seats wait for a payment that began in time. Both are set once. */
function timeToPay({ clock, holdDurationMs, paymentGraceMs }: Deps): TimeToPay {
  const expiresAtMs = clock.now() + holdDurationMs;
  return { expiresAt: isoTime(expiresAtMs), heldUntil: isoTime(expiresAtMs + paymentGraceMs) };
}

/** The end is stored though nothing was taken, so that a second copy of the request gets the same answer. */
function refuse({ seats, clock }: Deps, placed: Placed, refusal: SeatRefusal): Written {
  const { reservationId: id, performanceId, customerId } = placed.data;
  const refused = endWithoutSeats({ id, performanceId, customerId }, refusal);
  return seats.create(refused, [answerTo(placed, refused, isoTime(clock.now()))]);
}

function answerTo(placed: Placed, allocation: Allocation, time: string): EventEnvelope {
  const { reservationId, performanceId } = placed.data;
  const ref = { reservationId, performanceId };
  const about = { causeId: placed.id, subject: reservationId, time };
  if (!hasEnded(allocation))
    return newEvent(seatsHeld, { ...about, data: { ...ref, ...saleOf(allocation) } });
  const refusal = whyRefused(allocation);
  switch (refusal.code) {
    case 'seat-taken':
      return newEvent(seatAlreadySold, { ...about, data: { ...ref, taken: [...refusal.taken] } });
    case 'sold-out': {
      const { code: _code, ...soldOut } = refusal;
      return newEvent(seatsSoldOut, { ...about, data: { ...ref, ...soldOut } });
    }
    default: {
      const data = { ...ref, reason: refusal.code, detail: refusal.detail };
      return newEvent(seatsRefused, { ...about, data });
    }
  }
}

function saleOf({ id, seats, amount, currency, expiresAt, terms }: Allocation) {
  if (terms === undefined)
    throw new StoreDefect(`allocation ${id} has seats without the terms of their sale`);
  return { seats: [...seats], amount, currency, expiresAt, ...terms };
}
