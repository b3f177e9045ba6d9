import { endpoint } from '../../../../shared/http/endpoint';
import type { MusicalDeps } from '../../deps';
import { cancelPerformance } from '../usecases/cancelPerformance';

export const deletePerformance = endpoint(
  {
    method: 'DELETE',
    route: 'performances/{performanceId}',
    summary: 'Cancel a performance: closed for good, everyone is refunded in full',
    auth: 'admin',
    ifMatch: 'honoured',
    answers: { 204: { description: 'Closed; refunds are under way' } },
    problems: ['wrong-state'],
  },
  async (deps: MusicalDeps, { params: { performanceId = '' }, ifMatch }) => {
    await cancelPerformance(deps, performanceId, ifMatch);
    return { status: 204 };
  },
);
