import type { Container } from '@azure/cosmos';
import { commit, queryDocuments, readDocument } from '../../shared/cosmos/cosmos';
import { keepUnread } from '../../shared/cosmos/keepUnread';
import type { Versioned } from '../../shared/kernel/versioned';
import { type LoanEntry, loanEntrySchema, loanStandingSchema } from './domain/loanEntry';

/** The container `mypage-loans`, one partition a customer. */
export const loanEntryStore = (container: Container) => ({
  read: (customerId: string, loanId: string) => readDocument(container, loanId, customerId, loanEntrySchema),

  /** Creates the entry, or replaces the one that is known. */
  write: (entry: LoanEntry, known: Versioned<LoanEntry> | undefined) => {
    const id = entry.loanId;
    const listed = { id, listKey: `${entry.requestedAt} ${id}`, ...entry };
    const resourceBody = keepUnread(listed, known?.unread, ['listKey']) as never;
    return commit(container, entry.customerId, [
      known === undefined
        ? { operationType: 'Create', resourceBody }
        : { operationType: 'Replace', id, resourceBody, ifMatch: known.etag },
    ]);
  },

  /** The newest of a customer's loans. */
  newestOf: (customerId: string, limit: number): Promise<LoanEntry[]> =>
    queryDocuments(
      container,
      `SELECT * FROM c WHERE IS_DEFINED(c.listKey) ORDER BY c.listKey DESC OFFSET 0 LIMIT ${limit}`,
      {},
      loanEntrySchema,
      { partitionKey: customerId, limit },
    ),

  /** How each of a customer's loans stands. */
  standingOf: (customerId: string) =>
    queryDocuments(container, 'SELECT c.status, c.returnBy FROM c', {}, loanStandingSchema, {
      partitionKey: customerId,
    }),
});
export type LoanEntryStore = ReturnType<typeof loanEntryStore>;
