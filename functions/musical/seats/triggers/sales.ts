import { z } from 'zod';
import { endpoint } from '../../../../shared/http/endpoint';
import type { MusicalDeps } from '../../deps';
import { readSales } from '../usecases/readSales';

export const getSales = endpoint(
  {
    method: 'GET',
    route: 'admin/performances/{performanceId}/sales',
    summary: 'What a performance has sold',
    auth: 'admin',
    answers: {
      200: {
        description: 'Seats and money (minor units), counted from the allocations',
        body: z.object({
          capacity: z.int(),
          available: z.int(),
          held: z.int(),
          sold: z.int(),
          gross: z.int(),
          refunded: z.int(),
          currency: z.string(),
        }),
      },
    },
  },
  async (deps: MusicalDeps, { params: { performanceId = '' } }) => ({
    status: 200,
    body: await readSales(deps, performanceId),
  }),
);
