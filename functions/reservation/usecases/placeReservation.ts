import { Problem } from '../../../shared/http/problem';
import { invalidMember } from '../../../shared/http/request';
import { isoTime } from '../../../shared/kernel/time';
import { recordMetric } from '../../../shared/telemetry/metrics';
import { addAttributes, currentTraceparent } from '../../../shared/telemetry/trace';
import { MEMBER_PRICE, STANDARD_PRICE } from '../../musical/contract';
import { problem, problems } from '../../problems';
import { entryOfFact } from '../commit/changeReservation';
import { type TellDeps, tell } from '../commit/tell';
import type { ReservationDeps } from '../deps';
import { type CustomerRecord, secondsToWait } from '../domain/customerRecord';
import { isUnderWay } from '../domain/erasure.decide';
import type { CounterSale, In, PlacementRequest, Reservation } from '../domain/reservation';
import { scheduleSweep } from '../domain/schedule';

type PlaceDeps = TellDeps & Pick<ReservationDeps, 'customers' | 'priceTypesOf'>;

export type PlaceCommand = {
  /** Chosen before the call, so that a repeated call is the same reservation. It is the hold's id when there is a hold. */
  readonly reservationId: string;
  readonly performanceId: string;
  readonly request: PlacementRequest;
  readonly customerId: string;
  readonly customer: Reservation['customer'];
  readonly counter?: CounterSale;
};

/**
 * Accepts a reservation. Once it is stored as `placed` it settles by itself, for the sweep tells of it again until an
 * answer has come. A repeated command answers with the reservation as it is now. Throws `too-many-requests` when too
 * many of the customer were rejected of late, `erasure-under-way`, and `invalid-request` for a price type that is not offered.
 */
export async function placeReservation(deps: PlaceDeps, command: PlaceCommand): Promise<Reservation> {
  const { reservationId, customerId } = command;
  addAttributes({ reservationId });
  const record = await deps.customers.read(customerId);
  const refusal = whyRefused(record, deps.clock.now()) ?? (await whyNotOffered(deps, command));
  if (refusal !== undefined) {
    const known = await deps.reservations.read(reservationId);
    if (known === undefined) throw refusal;
    return known.value;
  }
  const nowMs = deps.clock.now();
  const placed = scheduleSweep(newReservation(command, record, isoTime(nowMs)), nowMs, deps.delays);
  const outcome = await deps.reservations.create(placed);
  if (outcome !== 'conflict') recordMetric('marquee.outcomes', 1, { outcome: 'placed' });
  const stored = outcome === 'conflict' ? await deps.reservations.read(reservationId) : outcome;
  if (stored === undefined) throw problem('unavailable', 'Please send the same request again.');
  // Whoever repeats it may do so because the process died before it had told anybody.
  if (stored.value.status === 'placed') await tell(deps, stored.value, [{ type: 'ReservationPlaced' }]);
  return stored.value;
}

/** Too many of the customer's were rejected of late, or the customer is being erased. */
function whyRefused(record: CustomerRecord, nowMs: number): Problem | undefined {
  if (isUnderWay(record)) return erasureUnderWay();
  const seconds = secondsToWait(record, nowMs);
  return seconds === undefined ? undefined : tooMany(seconds);
}

/**
 * A price type that the performance does not offer today. What a hold may choose from was frozen with it, so that is left
 * to `musical`, as is whether a price type fits its seat and whether the customer is a member.
 */
async function whyNotOffered(
  { priceTypesOf }: PlaceDeps,
  { performanceId, request }: PlaceCommand,
): Promise<Problem | undefined> {
  if ('holdId' in request || request.priceTypes === undefined) return undefined;
  const offered = [STANDARD_PRICE, MEMBER_PRICE, ...(await priceTypesOf(performanceId))];
  for (const [key, value] of Object.entries(request.priceTypes)) {
    const asked = typeof value === 'string' ? value : key;
    if (!offered.includes(asked))
      return invalidMember(`/priceTypes/${key}`, `There is no price type ${asked}.`);
  }
  return undefined;
}

export const erasureUnderWay = (): Problem =>
  problem(
    'erasure-under-way',
    'You have asked us to erase your data. Nothing can be bought until that is done.',
  );

function tooMany(seconds: number): Problem {
  const detail =
    'Too many of your reservations got no seats within this hour. See on the seat map what is free.';
  return new Problem('too-many-requests', problems['too-many-requests'], detail, {}, seconds);
}

function newReservation(command: PlaceCommand, { profile }: CustomerRecord, now: string): In<'placed'> {
  const traceparent = currentTraceparent();
  return {
    ...command,
    customer: { ...command.customer, ...profile },
    status: 'placed',
    placedAt: now,
    updatedAt: now,
    version: 1,
    history: [entryOfFact(command.reservationId, { type: 'ReservationPlaced' }, now)],
    attempts: 0,
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}
