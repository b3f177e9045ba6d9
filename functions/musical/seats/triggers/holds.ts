import { idFor } from '../../../../shared/cosmos/idempotency';
import { endpoint } from '../../../../shared/http/endpoint';
import { type Clock, secondsUntil } from '../../../../shared/kernel/clock';
import { randomId } from '../../../../shared/kernel/ids';
import { linesOf, newAllocationId, seatRequestOf } from '../../contract';
import type { MusicalDeps } from '../../deps';
import type { Allocation } from '../domain/allocation';
import { MAX_RENEWALS } from '../domain/allocation.decide';
import { holdSeats } from '../usecases/holdSeats';
import { readHolds } from '../usecases/readHolds';
import { releaseHold } from '../usecases/releaseHold';
import { renewHold } from '../usecases/renewHold';
import { holdBody, holdsView, holdView, nothing } from './schemas';

export const postHold = endpoint(
  {
    method: 'POST',
    route: 'performances/{performanceId}/holds',
    summary: 'Hold seats for a while: the ones you name, or the best in a section',
    auth: 'customer',
    body: holdBody,
    idempotencyKey: 'honoured',
    answers: { 201: { description: 'They are yours until expiresAt', body: holdView } },
    problems: [
      'seat-taken',
      'sold-out',
      'customer-limit',
      'not-on-sale',
      'members-only',
      'hold-expired',
      'too-many-holds',
      'erasure-under-way',
    ],
  },
  async (deps: MusicalDeps, { params: { performanceId = '' }, body, caller, idempotencyKey: key, route }) => {
    const { customerId } = caller;
    const holdId = await idFor(deps.idempotency, { customerId, key, route, body }, () =>
      newAllocationId(customerId, performanceId),
    );
    const mayBeRepeated = key !== undefined;
    const hold = await holdSeats(deps, {
      performanceId,
      customerId,
      holdId,
      mayBeRepeated,
      request: seatRequestOf(body),
    });
    return {
      status: 201,
      body: viewOf(hold, deps.clock),
      headers: { location: `/api/performances/${performanceId}/holds/${holdId}` },
    };
  },
);

const viewOf = (hold: Allocation, clock: Clock) => {
  const { id: holdId, performanceId, seats, bookingFee = 0, amount, currency, expiresAt } = hold;
  const { renewals = [], terms: { priceTypes } = {} } = hold;
  const sale = { seats, lines: linesOf(hold), bookingFee, amount, currency };
  const expiresInSeconds = secondsUntil(expiresAt, clock);
  const renewalsLeft = Math.max(0, MAX_RENEWALS - renewals.length);
  const offer = priceTypes === undefined ? {} : { priceTypes };
  return { holdId, performanceId, ...sale, ...offer, expiresAt, expiresInSeconds, renewalsLeft };
};

export const listHolds = endpoint(
  {
    method: 'GET',
    route: 'performances/{performanceId}/holds',
    summary: 'Your holds of a performance, with the time that is left',
    auth: 'customer',
    answers: {
      200: { description: 'Your holds, the one that ends first before the others', body: holdsView },
    },
  },
  async (deps: MusicalDeps, { params: { performanceId = '' }, caller }) => {
    const holds = await readHolds(deps, performanceId, caller.customerId);
    return { status: 200, body: { items: holds.map((hold) => viewOf(hold, deps.clock)) } };
  },
);

export const postRenewal = endpoint(
  {
    method: 'POST',
    route: 'performances/{performanceId}/holds/{holdId}/renewal',
    summary: 'Give a hold its whole time again, twice at most',
    auth: 'customer',
    body: nothing,
    idempotencyKey: 'honoured',
    answers: { 200: { description: 'They are yours until the new expiresAt', body: holdView } },
    problems: ['renewal-limit', 'hold-expired', 'wrong-state'],
  },
  async (deps: MusicalDeps, { params, body, caller: { customerId }, idempotencyKey: key, route }) => {
    const { performanceId = '', holdId = '' } = params;
    const renewalId = await idFor(deps.idempotency, { customerId, key, route, body }, randomId);
    const hold = await renewHold(deps, { performanceId, holdId, customerId, renewalId });
    return { status: 200, body: viewOf(hold, deps.clock) };
  },
);

export const deleteHold = endpoint(
  {
    method: 'DELETE',
    route: 'performances/{performanceId}/holds/{holdId}',
    summary: 'Release a hold',
    auth: 'customer',
    answers: { 204: { description: 'They are free again' } },
    problems: ['wrong-state'],
  },
  async (deps: MusicalDeps, { params: { performanceId = '', holdId = '' }, caller }) => {
    await releaseHold(deps, performanceId, holdId, caller.customerId);
    return { status: 204 };
  },
);
