import { endpoint } from '../../../../shared/http/endpoint';
import { MAX_PERFORMANCE, performanceAnswer } from '../../catalogue/triggers/performances';
import { changedPerformanceBody, confirmQuery, performanceView } from '../../catalogue/triggers/schemas';
import { updatePerformance } from '../../catalogue/usecases/editPerformance';
import type { MusicalDeps } from '../../deps';
import { cancelPerformance } from '../usecases/cancelPerformance';
import { confirmCancellation, confirmChange, readCancellationFigures } from '../usecases/confirmRevocation';
import { revocationView } from './schemas';

export const getPerformanceCancellation = endpoint(
  {
    method: 'GET',
    route: 'admin/performances/{performanceId}/cancellation',
    summary: 'What cancelling a performance now would take back and refund',
    auth: 'admin',
    answers: {
      200: { description: 'How many reservations and seats, and how much money', body: revocationView },
    },
  },
  async (deps: MusicalDeps, { params: { performanceId = '' } }) => ({
    status: 200,
    body: await readCancellationFigures(deps, performanceId),
  }),
);

export const deletePerformance = endpoint(
  {
    method: 'DELETE',
    route: 'performances/{performanceId}',
    summary: 'Cancel a performance: closed for good, everyone is refunded in full',
    auth: 'admin',
    query: confirmQuery,
    audited: ['reservations'],
    ifMatch: 'honoured',
    answers: { 204: { description: 'Closed; refunds are under way' } },
    problems: ['wrong-state', 'confirm'],
  },
  async (deps: MusicalDeps, { params: { performanceId = '' }, query: { reservations }, ifMatch }) => {
    await cancelPerformance(deps, performanceId, ifMatch, confirmCancellation(deps, reservations));
    return { status: 204 };
  },
);

export const putPerformance = endpoint(
  {
    method: 'PUT',
    route: 'performances/{performanceId}',
    summary:
      'Change a performance; whoever loses a seat by it gets a full refund. Moved to another time or venue, tickets stay valid and everybody is told, or with `onMove` `refund` all are refunded',
    auth: 'admin',
    body: changedPerformanceBody,
    maxBodyLength: MAX_PERFORMANCE,
    query: confirmQuery,
    audited: ['reservations', 'startsAt', 'onMove'],
    ifMatch: 'honoured',
    answers: { 200: { description: 'Changed', body: performanceView } },
    problems: ['wrong-state', 'confirm'],
  },
  async (deps: MusicalDeps, { params: { performanceId = '' }, query: { reservations }, body, ifMatch }) => {
    const { onMove, ...fields } = body;
    const beside = { onMove, beforeStoring: confirmChange(deps, reservations) };
    return performanceAnswer(await updatePerformance(deps, performanceId, fields, ifMatch, beside), 200);
  },
);
