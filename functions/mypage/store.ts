import type { Container } from '@azure/cosmos';
import { commit, queryDocuments, readDocument } from '../../shared/cosmos/cosmos';
import { type Entry, entrySchema } from './domain/entry';

/** The container `mypage`, one partition a customer. */
export const entryStore = (container: Container) => ({
  read: (customerId: string, reservationId: string) =>
    readDocument(container, reservationId, customerId, entrySchema),

  write: (entry: Entry, etag: string | undefined) => {
    const resourceBody = { id: entry.reservationId, ...entry } as never;
    return commit(container, entry.customerId, [
      etag === undefined
        ? { operationType: 'Create', resourceBody }
        : { operationType: 'Replace', id: entry.reservationId, resourceBody, ifMatch: etag },
    ]);
  },

  of: (customerId: string): Promise<Entry[]> =>
    queryDocuments(container, 'SELECT * FROM c', {}, entrySchema, { partitionKey: customerId }),
});
export type EntryStore = ReturnType<typeof entryStore>;
