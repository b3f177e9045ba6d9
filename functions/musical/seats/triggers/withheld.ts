import { idFor } from '../../../../shared/cosmos/idempotency';
import { endpoint } from '../../../../shared/http/endpoint';
import { randomId } from '../../../../shared/kernel/ids';
import type { MusicalDeps } from '../../deps';
import { readStaffMarks } from '../usecases/readSeatMap';
import { readWithheld, returnWithheld } from '../usecases/returnWithheld';
import { withholdSeats } from '../usecases/withholdSeats';
import {
  returnedView,
  returnWithheldBody,
  staffMarksView,
  withheldListView,
  withheldView,
  withholdBody,
} from './schemas';

export const postWithheld = endpoint(
  {
    method: 'POST',
    route: 'admin/performances/{performanceId}/withheld',
    summary: 'Withhold seats from sale; what others have is left to them and named',
    auth: 'box-office',
    body: withholdBody,
    audited: ['seats'],
    idempotencyKey: 'honoured',
    answers: { 200: { description: 'What became of each seat', body: withheldView } },
    problems: ['wrong-state'],
  },
  async (deps: MusicalDeps, { params: { performanceId = '' }, body, caller, idempotencyKey: key, route }) => {
    const { customerId } = caller;
    const withheldId = await idFor(deps.idempotency, { customerId, key, route, body }, randomId);
    return { status: 200, body: await withholdSeats(deps, { performanceId, withheldId, ...body }) };
  },
);

export const listWithheld = endpoint(
  {
    method: 'GET',
    route: 'admin/performances/{performanceId}/withheld',
    summary: 'The seats that are withheld from sale, and why',
    auth: 'box-office',
    answers: { 200: { description: 'The oldest first', body: withheldListView } },
  },
  async (deps: MusicalDeps, { params: { performanceId = '' } }) => {
    const withheld = await readWithheld(deps, performanceId);
    return {
      status: 200,
      body: { items: withheld.map(({ id, seats, withheld: why }) => ({ withheldId: id, seats, ...why })) },
    };
  },
);

export const postWithheldReturn = endpoint(
  {
    method: 'POST',
    route: 'admin/performances/{performanceId}/withheld/return',
    summary: 'Put withheld seats on sale',
    auth: 'box-office',
    body: returnWithheldBody,
    audited: ['seats'],
    answers: { 200: { description: 'The seats that were withheld and are for sale', body: returnedView } },
  },
  async (deps: MusicalDeps, { params: { performanceId = '' }, body }) => ({
    status: 200,
    body: { seats: await returnWithheld(deps, performanceId, body.seats) },
  }),
);

export const getStaffSeats = endpoint(
  {
    method: 'GET',
    route: 'admin/performances/{performanceId}/seats',
    summary:
      'What is free, for staff, a character a seat as they stand in `plan`: 0 available, 1 held, r reserved, 2 sold, w withheld',
    auth: 'box-office',
    answers: {
      200: { description: 'Every seat', body: staffMarksView },
      304: { description: 'Not changed' },
    },
  },
  async (deps: MusicalDeps, { params: { performanceId = '' }, hasAlready }) => {
    const { etag, text } = await readStaffMarks(deps, performanceId);
    const headers = { etag };
    return hasAlready(etag) ? { status: 304, headers } : { status: 200, text: text(), headers };
  },
);
