import { StoreDefect } from '../../../../shared/cosmos/cosmos';
import { untilCommitted } from '../../../../shared/cosmos/untilCommitted';
import { isoTime } from '../../../../shared/kernel/clock';
import type { Versioned } from '../../../../shared/kernel/versioned';
import { type EventEnvelope, type EventOf, newEvent } from '../../../../shared/messaging/envelope';
import type { reservationPlaced } from '../../../reservation/contract';
import { seatAlreadySold, seatsHeld, seatsRefused, seatsSoldOut } from '../../contract';
import type { MusicalDeps } from '../../deps';
import { type Allocation, hasEnded, type Refusal, type Wanted } from '../domain/allocation';
import {
  endWithoutSeats,
  holdHasRunOut,
  reserve,
  type TimeToPay,
  whyRefused,
} from '../domain/allocation.decide';
import { takeSeats } from './takeSeats';

type Placed = EventOf<typeof reservationPlaced>;

/**
 * ReservationPlaced: gives the reservation its seats, from its hold or from what is free, and answers with SeatsHeld; or
 * refuses for good and says why. A copy of the event finds the allocation and publishes the same answer again.
 */
export async function placeReservation(deps: MusicalDeps, placed: Placed): Promise<void> {
  const { reservationId, performanceId, request } = placed.data;
  await untilCommitted(deps, `seats of reservation ${reservationId}`, async () => {
    const known = await deps.seats.allocation(performanceId, reservationId);
    if (known !== undefined) return answerKnown(deps, placed, known);
    return 'holdId' in request
      ? refuse(deps, placed, holdHasRunOut)
      : takeForReservation(deps, placed, request);
  });
}

async function answerKnown(deps: MusicalDeps, placed: Placed, known: Versioned<Allocation>) {
  const { value: allocation } = known;
  if (allocation.phase !== 'hold')
    return deps.seats.publishAgain(allocation.performanceId, answerFor(deps, placed, allocation));
  const performance = await deps.catalogue.performance(allocation.performanceId);
  const next = reserve(allocation, performance?.value, timeToPay(deps), isoTime(deps.clock.now()));
  return deps.seats.replace({ value: next, etag: known.etag }, [answerFor(deps, placed, next)]);
}

async function takeForReservation(deps: MusicalDeps, placed: Placed, wanted: Wanted) {
  const { reservationId, performanceId, customerId } = placed.data;
  const performance = await deps.catalogue.performance(performanceId);
  if (performance === undefined) {
    return refuse(deps, placed, { code: 'not-on-sale', detail: `There is no performance ${performanceId}.` });
  }
  const outcome = await takeSeats(deps, {
    performance: performance.value,
    allocationId: reservationId,
    customerId,
    wanted,
    phase: 'reserved',
    ...timeToPay(deps),
    events: (allocation) => [answerFor(deps, placed, allocation)],
  });
  return 'refusal' in outcome ? refuse(deps, placed, outcome.refusal) : 'committed';
}

/** Set once: the time to pay, and for how much longer the seats wait for a payment that began in time. */
function timeToPay(deps: MusicalDeps): TimeToPay {
  const expiresAtMs = deps.clock.now() + deps.holdDurationMs;
  return { expiresAt: isoTime(expiresAtMs), heldUntil: isoTime(expiresAtMs + deps.paymentGraceMs) };
}

/** The end is written though nothing was taken: a second copy of the request gets the same answer. */
function refuse(deps: MusicalDeps, placed: Placed, refusal: Refusal) {
  const { reservationId: id, performanceId, customerId } = placed.data;
  const refused = endWithoutSeats({ id, performanceId, customerId }, refusal);
  return deps.seats.create(refused, [answerFor(deps, placed, refused)]);
}

function answerFor(deps: MusicalDeps, placed: Placed, allocation: Allocation): EventEnvelope {
  const { reservationId, performanceId } = placed.data;
  const ref = { reservationId, performanceId };
  const about = { causeId: placed.id, subject: reservationId, time: isoTime(deps.clock.now()) };
  if (!hasEnded(allocation))
    return newEvent(seatsHeld, { ...about, data: { ...ref, ...heldData(allocation) } });
  const refusal = whyRefused(allocation);
  switch (refusal.code) {
    case 'seat-taken':
      return newEvent(seatAlreadySold, { ...about, data: { ...ref, taken: [...refusal.taken] } });
    case 'sold-out': {
      const { sectionId, quantity } = refusal;
      return newEvent(seatsSoldOut, { ...about, data: { ...ref, sectionId, quantity } });
    }
    default: {
      const data = { ...ref, reason: refusal.code, detail: refusal.detail };
      return newEvent(seatsRefused, { ...about, data });
    }
  }
}

function heldData({ id, seats, amount, currency, expiresAt, terms }: Allocation) {
  if (terms === undefined)
    throw new StoreDefect(`allocation ${id} has seats without the terms of their sale`);
  return { seats: [...seats], amount, currency, expiresAt, ...terms };
}
