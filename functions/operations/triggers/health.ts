import { z } from 'zod';
import { endpoint } from '../../../shared/http/endpoint';
import type { OperationsDeps } from '../deps';
import { health } from '../usecases/health';

const healthView = z.object({ status: z.enum(['ok', 'down']), checks: z.record(z.string(), z.string()) });

export const getHealth = endpoint(
  {
    method: 'GET',
    route: 'health',
    summary: 'Whether the whole works, and if not which part does not',
    auth: 'anyone',
    pastGateway: true,
    answers: {
      200: { description: 'All parts answer', body: healthView },
      503: { description: 'A part is down; checks says which', body: healthView },
    },
  },
  async (deps: OperationsDeps) => {
    const body = await health(deps.checks);
    return body.status === 'ok'
      ? { status: 200, body }
      : { status: 503, body, headers: { 'retry-after': '5' } };
  },
);
