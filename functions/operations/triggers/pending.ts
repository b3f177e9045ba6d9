import { z } from 'zod';
import { listKeyAfter, pageOf } from '../../../shared/http/continuation';
import { endpoint } from '../../../shared/http/endpoint';
import { pendingListKey, pendingSchema } from '../../../shared/pending/pending';
import { problem } from '../../problems';
import type { OperationsDeps } from '../deps';
import { askForPending, readPending } from '../usecases/askForPending';

const kindSchema = z.enum(['dead-letter', 'mail', 'refund', 'reservation', 'loan', 'bill', 'feed']);

/** `asked` is what somebody has asked for and is not done yet. */
const lineView = pendingSchema.omit({ owner: true, body: true });
const itemView = pendingSchema.omit({ owner: true });

const pageView = z.object({ items: z.array(lineView), continuation: z.string().optional() });

export const listPending = endpoint(
  {
    method: 'GET',
    route: 'admin/pending',
    summary:
      'What does not go on by itself, or not yet, the longest waiting first; the box office sees the refunds that are owed (kind refund)',
    auth: 'box-office',
    query: z.object({
      kind: kindSchema.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      continuation: z.string().max(500).optional(),
    }),
    answers: { 200: { description: 'A page of it', body: pageView } },
  },
  async (deps: OperationsDeps, { query: { kind, limit, continuation }, caller }) => {
    if (kind !== 'refund' && !caller.isAdmin)
      throw problem('forbidden', 'The box office sees the refunds that are owed. Ask with ?kind=refund.');
    const items = await deps.pending.page({ kind, limit, after: listKeyAfter(continuation) });
    return { status: 200, body: pageOf(items, limit, pendingListKey, (item) => lineView.parse(item)) };
  },
);

export const getPending = endpoint(
  {
    method: 'GET',
    route: 'admin/pending/{kind}/{id}',
    summary: 'One of what is pending, with what it is about; personal data is hidden',
    auth: 'admin',
    answers: { 200: { description: 'As its context last saw it', body: itemView } },
  },
  async (deps: OperationsDeps, { params: { kind = '', id = '' } }) => ({
    status: 200,
    body: itemView.parse((await readPending(deps, kind, id)).value),
  }),
);

const ACCEPTED = { 202: { description: 'Done within a minute; the log says how it went', body: lineView } };

export const retryPending = endpoint(
  {
    method: 'POST',
    route: 'admin/pending/{kind}/{id}/retry',
    summary: 'Have it tried again now',
    auth: 'admin',
    answers: ACCEPTED,
  },
  async (deps: OperationsDeps, { params: { kind = '', id = '' }, caller }) => ({
    status: 202,
    body: lineView.parse(await askForPending(deps, { kind, id, action: 'retry', by: caller.customerId })),
  }),
);

export const discardPending = endpoint(
  {
    method: 'POST',
    route: 'admin/pending/{kind}/{id}/discard',
    summary: 'Give it up for good; the reason is kept in the audit',
    auth: 'admin',
    audited: ['reason'],
    body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
    answers: ACCEPTED,
    problems: ['wrong-state'],
  },
  async (deps: OperationsDeps, { params: { kind = '', id = '' }, body: { reason }, caller }) => ({
    status: 202,
    body: lineView.parse(
      await askForPending(deps, { kind, id, action: 'discard', by: caller.customerId, reason }),
    ),
  }),
);
