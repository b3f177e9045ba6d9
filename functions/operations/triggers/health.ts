import { z } from 'zod';
import { endpoint } from '../../../shared/http/endpoint';
import { partSchema } from '../../../shared/pending/pending';
import type { OperationsDeps } from '../deps';
import { FIGURE_NAMES } from '../usecases/health';

const figures = Object.fromEntries(FIGURE_NAMES.map((name) => [name, z.number().optional()]));

const healthView = z.object({
  status: z.enum(['ok', 'degraded', 'down']),
  checks: z.record(z.string(), partSchema.extend({ keys: z.enum(['known', 'none']).optional() })),
  progress: z.object(figures),
});

export const getHealth = endpoint(
  {
    method: 'GET',
    route: 'health',
    summary: 'Whether the whole works, which part does not, and what is pending',
    auth: 'anyone',
    pastGateway: true,
    answers: {
      200: { description: 'People can buy; degraded says that somebody should look', body: healthView },
      503: { description: 'Nobody can buy; checks says why', body: healthView },
    },
  },
  async (deps: OperationsDeps) => {
    const body = await deps.health();
    return body.status === 'down'
      ? { status: 503, body, headers: { 'retry-after': '5' } }
      : { status: 200, body };
  },
);
