import { idFor } from '../../../../shared/cosmos/idempotency';
import { endpoint } from '../../../../shared/http/endpoint';
import { newAllocationId, seatRequestOf } from '../../contract';
import type { MusicalDeps } from '../../deps';
import { holdSeats } from '../usecases/holdSeats';
import { releaseHold } from '../usecases/releaseHold';
import { holdBody, holdView } from './schemas';

export const postHold = endpoint(
  {
    method: 'POST',
    route: 'performances/{performanceId}/holds',
    summary: 'Hold seats for a while: the ones you name, or the best in a section',
    auth: 'customer',
    body: holdBody,
    idempotencyKey: 'honoured',
    answers: { 201: { description: 'They are yours until expiresAt', body: holdView } },
    problems: ['seat-taken', 'sold-out', 'customer-limit', 'not-on-sale', 'hold-expired'],
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
    const { seats, amount, currency, expiresAt } = hold;
    return {
      status: 201,
      body: { holdId, performanceId, seats, amount, currency, expiresAt },
      headers: { location: `/api/performances/${performanceId}/holds/${holdId}` },
    };
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
