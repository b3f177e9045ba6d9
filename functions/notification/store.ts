import type { Container } from '@azure/cosmos';
import { commit, queryDocuments, readDocument } from '../../shared/cosmos/cosmos';
import { keepUnread } from '../../shared/cosmos/keepUnread';
import type { Versioned } from '../../shared/kernel/versioned';
import { type Notice, noticeSchema } from './domain/notice';

const document = (notice: Notice): never => ({ id: notice.noticeId, ...notice }) as never;

/** The container `notifications`, one partition a customer. */
export const noticeStore = (container: Container) => ({
  read: (customerId: string, noticeId: string) => readDocument(container, noticeId, customerId, noticeSchema),

  create: (notice: Notice) =>
    commit(container, notice.customerId, [{ operationType: 'Create', resourceBody: document(notice) }]),

  replace: ({ value, etag, unread }: Versioned<Notice>) => {
    const resourceBody = keepUnread(document(value), unread);
    return commit(container, value.customerId, [
      { operationType: 'Replace', id: value.noticeId, resourceBody, ifMatch: etag },
    ]);
  },

  /** A customer's notices, the newest first. */
  of: (customerId: string, limit: number): Promise<Notice[]> =>
    queryDocuments(container, 'SELECT * FROM c ORDER BY c.createdAt DESC', {}, noticeSchema, {
      partitionKey: customerId,
      limit,
    }),

  /** Notices from before then whose mail is still to be sent, the oldest first. */
  unsent: async (createdBefore: string, limit: number): Promise<Notice[]> => {
    const query = 'SELECT * FROM c WHERE IS_DEFINED(c.dueAt) AND c.createdAt <= @createdBefore';
    const found = await queryDocuments(container, query, { createdBefore }, noticeSchema, { limit });
    return found.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  },

  /** Whose mail is due, the longest overdue first. */
  due: (now: string, limit: number) =>
    queryDocuments(
      container,
      'SELECT c.noticeId, c.customerId FROM c WHERE c.dueAt <= @now ORDER BY c.dueAt',
      { now },
      noticeSchema.pick({ noticeId: true, customerId: true }),
      { limit },
    ),
});
export type NoticeStore = ReturnType<typeof noticeStore>;
