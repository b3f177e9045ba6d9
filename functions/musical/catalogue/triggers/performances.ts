import { idFor } from '../../../../shared/cosmos/idempotency';
import { endpoint } from '../../../../shared/http/endpoint';
import { randomId } from '../../../../shared/kernel/ids';
import type { Versioned } from '../../../../shared/kernel/versioned';
import type { MusicalDeps } from '../../deps';
import type { Performance } from '../domain/performance';
import { capacityOf } from '../domain/seatingPlan';
import { createPerformance } from '../usecases/editPerformance';
import { readPerformance } from '../usecases/readCatalogue';
import { performanceBody, performanceView } from './schemas';

/** As long as one with a house of 20,000 seats may be. */
export const MAX_PERFORMANCE = 2_000_000;

const viewOf = ({ changedAt: _internal, ...performance }: Performance) => ({
  ...performance,
  capacity: capacityOf(performance.sections),
});

/** A performance as it is answered, with its ETag. */
export const performanceAnswer = (
  { value, etag }: Versioned<Performance>,
  status: number,
  headers: Record<string, string> = {},
) => ({
  status,
  body: viewOf(value),
  headers: { etag, ...headers },
});

export const getPerformance = endpoint(
  {
    method: 'GET',
    route: 'performances/{performanceId}',
    summary: 'One performance',
    auth: 'anyone',
    isTranslated: true,
    answers: {
      200: { description: 'The performance', body: performanceView },
      304: { description: 'Not changed' },
    },
  },
  async (deps: MusicalDeps, { params: { performanceId = '' }, hasAlready }) => {
    const performance = await readPerformance(deps, performanceId);
    return hasAlready(performance.etag)
      ? { status: 304, headers: { etag: performance.etag } }
      : performanceAnswer(performance, 200);
  },
);

export const postPerformance = endpoint(
  {
    method: 'POST',
    route: 'musicals/{musicalId}/performances',
    summary: 'Add a performance with its seating plan and prices',
    auth: 'admin',
    body: performanceBody,
    maxBodyLength: MAX_PERFORMANCE,
    idempotencyKey: 'honoured',
    answers: { 201: { description: 'Added; Location says where it is', body: performanceView } },
  },
  async (deps: MusicalDeps, { params: { musicalId = '' }, body, caller, idempotencyKey: key, route }) => {
    const request = { customerId: caller.customerId, key, route, body };
    const newId = () => idFor(deps.idempotency, request, randomId);
    const performance = await createPerformance(deps, musicalId, newId, body);
    return performanceAnswer(performance, 201, {
      location: `/api/performances/${performance.value.performanceId}`,
    });
  },
);
