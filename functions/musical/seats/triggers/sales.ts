import { endpoint } from '../../../../shared/http/endpoint';
import type { MusicalDeps } from '../../deps';
import { readSales } from '../usecases/readSales';
import { salesView } from './schemas';

export const getSales = endpoint(
  {
    method: 'GET',
    route: 'admin/performances/{performanceId}/sales',
    summary: 'What a performance has sold',
    auth: 'box-office',
    answers: {
      200: {
        description: 'Seats and money (minor units), counted from the allocations',
        body: salesView,
      },
    },
  },
  async (deps: MusicalDeps, { params: { performanceId = '' } }) => ({
    status: 200,
    body: await readSales(deps, performanceId),
  }),
);
