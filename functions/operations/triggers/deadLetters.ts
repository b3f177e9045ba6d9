import { z } from 'zod';
import { endpoint } from '../../../shared/http/endpoint';
import { PARKED } from '../../../shared/pending/parked';
import { problem } from '../../problems';
import type { OperationsDeps } from '../deps';
import { explainParked, QUEUES } from '../explainDeadLetter';

const deadLettersView = z.object({
  items: z.array(
    z.object({
      queue: z.string(),
      eventId: z.string(),
      type: z.string(),
      reason: z.string(),
      deliveryCount: z.int(),
      enqueuedAt: z.string(),
    }),
  ),
});

export const listDeadLetters = endpoint(
  {
    method: 'GET',
    route: 'admin/dead-letters',
    summary: 'Messages that could not be processed, and why',
    auth: 'admin',
    answers: { 200: { description: 'At most 100 of each queue', body: deadLettersView } },
  },
  async (deps: OperationsDeps) => {
    const [letters, parked] = await Promise.all([
      deps.deadLetters.list(),
      deps.pending.page({ kind: PARKED, limit: 100 }),
    ]);
    return {
      status: 200,
      body: { items: [...letters.map(({ letter }) => letter), ...parked.map(explainParked)] },
    };
  },
);

const MAX_EVENT_IDS = 1000;

export const replayDeadLetters = endpoint(
  {
    method: 'POST',
    route: 'admin/dead-letters/{queue}/replay',
    summary: 'Put dead letters back into their queue, all or those of some events',
    auth: 'admin',
    body: z.strictObject({ eventIds: z.array(z.string()).max(MAX_EVENT_IDS).optional() }),
    answers: { 202: { description: 'How many were put back', body: z.object({ replayed: z.int() }) } },
  },
  async (deps: OperationsDeps, { params: { queue = '' }, body: { eventIds } }) => {
    if (!QUEUES.includes(queue)) throw problem('not-found', `The queues are ${QUEUES.join(', ')}.`);
    return { status: 202, body: { replayed: await deps.deadLetters.replay(queue, eventIds) } };
  },
);
