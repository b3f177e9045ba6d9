import type { Container, DeleteOperationInput } from '@azure/cosmos';
import { z } from 'zod';
import { asStored, commit, queryDocuments, readDocument } from '../cosmos/cosmos';
import { keepUnread } from '../cosmos/keepUnread';
import type { Versioned } from '../kernel/versioned';
import { redactFields } from '../telemetry/redact';

/** What a person has asked for. It stands there until the timer of the owner has done it. */
const askedSchema = z.object({
  action: z.enum(['retry', 'discard']),
  by: z.string(),
  at: z.string(),
  reason: z.string().optional(),
});
export type Asked = Readonly<z.infer<typeof askedSchema>>;

/**
 * Something that does not go on by itself, or not yet. `owner` is the context that has written it, and no other context
 * changes anything of it but `asked`. Times are UTC.
 */
export const pendingSchema = z.object({
  id: z.string(),
  kind: z.string(),
  owner: z.string(),
  reservationId: z.string().optional(),
  since: z.string(),
  /** In words for the person who looks. */
  reason: z.string(),
  attempts: z.int(),
  nextAttemptAt: z.string().optional(),
  /** What it is about, without what is nobody's business. */
  body: z.record(z.string(), z.unknown()).optional(),
  asked: askedSchema.optional(),
});
export type PendingItem = Readonly<z.infer<typeof pendingSchema>>;

/** The longest body that is kept, in characters. */
const MAX_BODY_LENGTH = 16_384;

/** A body as people may see it, with names, addresses and keys hidden. One that is too long is left out. */
export function bodyForPeople(body: unknown): PendingItem['body'] {
  if (body === null || typeof body !== 'object') return { text: '[hidden]' };
  const shown = redactFields(
    Object.fromEntries(Object.entries(body).filter(([name]) => !name.startsWith('_'))),
  );
  return JSON.stringify(shown).length <= MAX_BODY_LENGTH ? shown : { text: 'too long to be shown' };
}

/** A place in the list, which is ordered by how long something is pending. Ids may hold what a page's end may not. */
export const pendingListKey = ({ since, kind, id }: PendingItem): string =>
  `${since} ${`${kind}.${id}`.replace(/[^\w.-]/g, '.')}`;

const document = (item: PendingItem, unread?: Versioned<unknown>['unread']) =>
  keepUnread({ ...item, listKey: pendingListKey(item) }, unread, ['listKey']) as never;

const PROGRESS = 'progress';

/** How a part outside is, as its context has last seen it. */
export const partSchema = z.object({
  status: z.enum(['ok', 'degraded', 'down']),
  reason: z.string().optional(),
  since: z.string().optional(),
});
export type Part = Readonly<z.infer<typeof partSchema>>;

/** How far a context is, in a few figures. `staleAt` is when its timer should have written it anew. */
export const progressSchema = z.looseObject({
  id: z.string(),
  at: z.string(),
  staleAt: z.string(),
  figures: z.record(z.string(), z.number()),
  parts: z.record(z.string(), partSchema),
});
export type Progress = Readonly<z.infer<typeof progressSchema>>;

export type PendingPage = {
  readonly kind?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

/** The container `pending`, one partition a kind, with the progress of each context as a kind of its own. */
export const pendingStore = (container: Container) => ({
  read: (kind: string, id: string): Promise<Versioned<PendingItem> | undefined> =>
    readDocument(container, id, kind, pendingSchema, kind),

  /** All that a context has written of a kind. */
  of: (kind: string, owner: string): Promise<Versioned<PendingItem>[]> =>
    queryDocuments(container, 'SELECT * FROM c WHERE c.owner = @owner', { owner }, asStored(pendingSchema), {
      partitionKey: kind,
    }),

  /** A conflict means that somebody has asked for something meanwhile, and the next run sees it. */
  write: (item: PendingItem, known: Versioned<PendingItem> | undefined) =>
    commit(container, item.kind, [
      known === undefined
        ? { operationType: 'Create', resourceBody: document(item) }
        : {
            operationType: 'Replace',
            id: item.id,
            resourceBody: document(item, known.unread),
            ifMatch: known.etag,
          },
    ]),

  /** Written whether or not it is there, for what is noted again is the same thing. */
  put: (item: PendingItem) =>
    commit(container, item.kind, [{ operationType: 'Upsert', resourceBody: document(item) }]),

  remove: ({ value, etag }: Versioned<PendingItem>) => {
    // The service takes the condition of a Delete and the SDK passes it on. Only its type does not know of it.
    const remove: DeleteOperationInput & { readonly ifMatch: string } = {
      operationType: 'Delete',
      id: value.id,
      ifMatch: etag,
    };
    return commit(container, value.kind, [remove]);
  },

  /** A page of what is pending, the longest waiting first. */
  page({ kind, after, limit }: PendingPage): Promise<PendingItem[]> {
    const conditions = ['IS_DEFINED(c.listKey)', ...(after === undefined ? [] : ['c.listKey > @after'])];
    const query = `SELECT * FROM c WHERE ${conditions.join(' AND ')} ORDER BY c.listKey OFFSET 0 LIMIT ${limit}`;
    const parameters: Record<string, string> = after === undefined ? {} : { after };
    const within = kind === undefined ? {} : { partitionKey: kind };
    return queryDocuments(container, query, parameters, pendingSchema, { limit, ...within });
  },

  /** All that is pending about one thing. */
  about: (reservationId: string): Promise<PendingItem[]> =>
    queryDocuments(
      container,
      'SELECT * FROM c WHERE c.reservationId = @reservationId',
      { reservationId },
      pendingSchema,
    ),

  async count(kind: string): Promise<number> {
    const query = 'SELECT VALUE COUNT(1) FROM c';
    const [count = 0] = await queryDocuments(container, query, {}, z.int(), { partitionKey: kind });
    return count;
  },

  progress: (): Promise<Progress[]> =>
    queryDocuments(container, 'SELECT * FROM c', {}, progressSchema, { partitionKey: PROGRESS }),

  progressOf: (context: string): Promise<Versioned<Progress> | undefined> =>
    readDocument(container, context, PROGRESS, progressSchema),

  writeProgress: (progress: Progress) =>
    commit(container, PROGRESS, [
      { operationType: 'Upsert', resourceBody: { ...progress, kind: PROGRESS } as never },
    ]),
});
export type PendingStore = ReturnType<typeof pendingStore>;
