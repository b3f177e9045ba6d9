import type { Container } from '@azure/cosmos';
import { commit, queryDocuments, readDocument } from '../../shared/cosmos/cosmos';
import { keepUnread } from '../../shared/cosmos/keepUnread';
import type { Versioned } from '../../shared/kernel/versioned';
import { type Entry, entrySchema } from './domain/entry';

/** The container `mypage`, one partition a customer. */
export const entryStore = (container: Container) => ({
  read: (customerId: string, reservationId: string) =>
    readDocument(container, reservationId, customerId, entrySchema),

  /** Creates the entry, or replaces the one that is known. */
  write: (entry: Entry, known: Versioned<Entry> | undefined) => {
    const id = entry.reservationId;
    const resourceBody = keepUnread({ id, ...entry }, known?.unread) as never;
    return commit(container, entry.customerId, [
      known === undefined
        ? { operationType: 'Create', resourceBody }
        : { operationType: 'Replace', id, resourceBody, ifMatch: known.etag },
    ]);
  },

  of: (customerId: string): Promise<Entry[]> =>
    queryDocuments(container, 'SELECT * FROM c', {}, entrySchema, { partitionKey: customerId }),
});
export type EntryStore = ReturnType<typeof entryStore>;
