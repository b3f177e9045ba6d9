import { z } from 'zod';
import { idFor } from '../../../../shared/cosmos/idempotency';
import { listKeyAfter, longPageQuery, pageOf } from '../../../../shared/http/continuation';
import { endpoint } from '../../../../shared/http/endpoint';
import { digest, randomId } from '../../../../shared/kernel/ids';
import type { Versioned } from '../../../../shared/kernel/versioned';
import type { MusicalDeps } from '../../deps';
import type { Performance } from '../domain/performance';
import { capacityOf } from '../domain/seatingPlan';
import { performanceListKey } from '../store';
import { createPerformance } from '../usecases/editPerformance';
import { readMusical, readPerformance } from '../usecases/readCatalogue';
import { listOf, performanceBody, performanceView } from './schemas';

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

export const listPerformances = endpoint(
  {
    method: 'GET',
    route: 'musicals/{musicalId}/performances',
    summary: 'The performances of a musical, by when they start',
    auth: 'anyone',
    query: z.object(longPageQuery),
    answers: {
      200: { description: 'A page of performances', body: listOf(performanceView) },
      304: { description: 'Not changed' },
    },
  },
  async (deps: MusicalDeps, { params: { musicalId = '' }, query: { limit, continuation }, hasAlready }) => {
    const after = listKeyAfter(continuation);
    await readMusical(deps, musicalId);
    const performances = await deps.catalogue.performancePage(musicalId, { after, limit });
    const body = pageOf(performances, limit, performanceListKey, viewOf);
    const etag = `"${digest([JSON.stringify(body)], 26)}"`;
    return hasAlready(etag) ? { status: 304, headers: { etag } } : { status: 200, body, headers: { etag } };
  },
);

export const getPerformance = endpoint(
  {
    method: 'GET',
    route: 'performances/{performanceId}',
    summary: 'One performance',
    auth: 'anyone',
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
