import { isoTime } from '../../../shared/clock';
import { StoreUnavailable } from '../../../shared/cosmos';
import { type EventEnvelope, type EventOf, newEvent } from '../../../shared/envelope';
import { eventIdOf } from '../../../shared/ids';
import type { Versioned } from '../../../shared/versioned';
import type { reservationPlaced } from '../../reservation/contract';
import { type CancellationPolicy, seatAlreadySold, seatsHeld, seatsRefused, seatsSoldOut } from '../contract';
import type { MusicalDeps } from '../deps';
import { type Allocation, hasEnded, isOverdue, type Refusal } from '../domain/allocation';
import { defaultCancellationPolicy } from '../domain/performance';
import { takeSeats } from './takeSeats';

type Placed = EventOf<typeof reservationPlaced>;

const MAX_TRIES = 5;

/**
 * ReservationPlaced: gives the reservation its seats, from its hold or from what is free, and answers with SeatsHeld; or
 * refuses for good and says why. A copy of the event finds the allocation and publishes the same answer again.
 */
export async function placeReservation(deps: MusicalDeps, placed: Placed): Promise<void> {
  const { reservationId, performanceId, request } = placed.data;
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const known = await deps.seats.allocation(performanceId, reservationId);
    const done =
      known !== undefined
        ? await answerKnown(deps, placed, known)
        : 'holdId' in request
          ? await refuse(deps, placed, holdExpired)
          : await takeForReservation(deps, placed, request);
    if (done === 'committed') return;
  }
  throw new StoreUnavailable(`reservation ${reservationId} meets other changes of its seats`);
}

const holdExpired: Refusal = {
  code: 'hold-expired',
  detail: 'The hold has run out or was given back. Hold seats again.',
};

/** The theatre took the seats of a hold back before a reservation was made on it. */
const performanceChanged: Refusal = {
  code: 'not-on-sale',
  detail: 'The performance was cancelled or changed after the seats were held.',
};

async function answerKnown(deps: MusicalDeps, placed: Placed, known: Versioned<Allocation>) {
  const { value: allocation } = known;
  if (allocation.phase !== 'hold')
    return deps.seats.publishAgain(allocation.performanceId, answerFor(deps, placed, allocation));
  const refusal = await whyHoldCannotBeReserved(deps, allocation);
  const { expiresAt, heldUntil } = reservationTimes(deps);
  const next: Allocation =
    refusal === undefined
      ? { ...allocation, phase: 'reserved', expiresAt, heldUntil }
      : { ...allocation, phase: 'refused', refusal };
  return deps.seats.replace({ value: next, etag: known.etag }, [answerFor(deps, placed, next)]);
}

async function whyHoldCannotBeReserved(deps: MusicalDeps, hold: Allocation): Promise<Refusal | undefined> {
  const now = isoTime(deps.clock.now());
  if (isOverdue(hold, now)) return holdExpired;
  const performance = await deps.catalogue.performance(hold.performanceId);
  const closed = performance === undefined || performance.value.status === 'cancelled';
  return closed ? { code: 'not-on-sale', detail: 'The performance is cancelled.' } : undefined;
}

async function takeForReservation(
  deps: MusicalDeps,
  placed: Placed,
  wanted: { readonly seats: readonly string[] } | { readonly sectionId: string; readonly quantity: number },
) {
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
    ...reservationTimes(deps),
    events: (allocation) => [answerFor(deps, placed, allocation)],
  });
  return 'refusal' in outcome ? refuse(deps, placed, outcome.refusal) : 'committed';
}

/** Set once: the time to pay, and for how much longer the seats wait for a payment that began in time. */
function reservationTimes(deps: MusicalDeps): { expiresAt: string; heldUntil: string } {
  const expiresAtMs = deps.clock.now() + deps.holdDurationMs;
  return { expiresAt: isoTime(expiresAtMs), heldUntil: isoTime(expiresAtMs + deps.paymentGraceMs) };
}

/** The end is written though nothing was taken: a second copy of the request gets the same answer. */
function refuse(deps: MusicalDeps, placed: Placed, refusal: Refusal) {
  const { reservationId, performanceId, customerId } = placed.data;
  const refused = endWithoutSeats(reservationId, performanceId, customerId, { phase: 'refused', refusal });
  return deps.seats.create(refused, [answerFor(deps, placed, refused)]);
}

/** An allocation that ended before it had any seats. */
export function endWithoutSeats(
  id: string,
  performanceId: string,
  customerId: string,
  end: { readonly phase: 'refused' | 'released'; readonly refusal?: Refusal },
): Allocation {
  const never = isoTime(0);
  return {
    id,
    performanceId,
    customerId,
    seats: [],
    turns: [],
    heldUntil: never,
    expiresAt: never,
    amount: 0,
    currency: '',
    ...end,
  };
}

function answerFor(deps: MusicalDeps, placed: Placed, allocation: Allocation): EventEnvelope {
  const { reservationId, performanceId } = placed.data;
  const ref = { reservationId, performanceId };
  const about = (type: string) => ({ id: eventIdOf(placed.id, type), subject: reservationId });
  if (!hasEnded(allocation)) {
    const data = { ...ref, ...heldData(allocation) };
    return newEvent(seatsHeld, { ...about('SeatsHeld'), data }, deps.clock);
  }
  const refusal = allocation.refusal ?? (allocation.phase === 'revoked' ? performanceChanged : holdExpired);
  switch (refusal.code) {
    case 'seat-taken':
      return newEvent(
        seatAlreadySold,
        { ...about('SeatAlreadySold'), data: { ...ref, taken: [...refusal.taken] } },
        deps.clock,
      );
    case 'sold-out': {
      const { sectionId, quantity } = refusal;
      return newEvent(
        seatsSoldOut,
        { ...about('SeatsSoldOut'), data: { ...ref, sectionId, quantity } },
        deps.clock,
      );
    }
    default: {
      const data = { ...ref, reason: refusal.code, detail: refusal.detail };
      return newEvent(seatsRefused, { ...about('SeatsRefused'), data }, deps.clock);
    }
  }
}

function heldData({ seats, amount, currency, expiresAt, terms }: Allocation) {
  const cancellationPolicy: CancellationPolicy =
    terms?.cancellationPolicy ?? defaultCancellationPolicy(currency);
  return {
    seats: [...seats],
    amount,
    currency,
    expiresAt,
    title: terms?.title ?? '',
    startsAt: terms?.startsAt ?? expiresAt,
    venue: terms?.venue ?? { name: '', timeZone: 'UTC' },
    cancellationPolicy,
  };
}
