import type { Container } from '@azure/cosmos';
import type { z } from 'zod';
import { commit, queryDocuments, readDocument } from '../../shared/cosmos/cosmos';
import { keepUnread } from '../../shared/cosmos/keepUnread';
import type { Versioned } from '../../shared/kernel/versioned';
import {
  type BillEntry,
  billEntrySchema,
  type MembershipEntry,
  memberStandingSchema,
  membershipEntrySchema,
} from './domain/memberEntry';

type Entry = { readonly customerId: string; readonly version: number };

/** One kind of entry in the container. The newest has the greatest key. */
const entriesOf = <T extends Entry>(
  container: Container,
  kind: 'membership' | 'bill',
  schema: z.ZodType<T>,
  idOf: (entry: T) => string,
  since: (entry: T) => string,
) => ({
  read: (customerId: string, id: string) => readDocument(container, id, customerId, schema, kind),

  /** Creates the entry, or replaces the one that is known. */
  write: (entry: T, known: Versioned<T> | undefined) => {
    const id = idOf(entry);
    const listed = { id, kind, listKey: `${since(entry)} ${id}`, ...entry };
    const resourceBody = keepUnread(listed, known?.unread, ['listKey']) as never;
    return commit(container, entry.customerId, [
      known === undefined
        ? { operationType: 'Create', resourceBody }
        : { operationType: 'Replace', id, resourceBody, ifMatch: known.etag },
    ]);
  },

  newestOf: (customerId: string, limit: number): Promise<T[]> =>
    queryDocuments(
      container,
      `SELECT * FROM c WHERE c.kind = @kind ORDER BY c.listKey DESC OFFSET 0 LIMIT ${limit}`,
      { kind },
      schema,
      { partitionKey: customerId, limit },
    ),
});
export type MemberEntries<T extends Entry> = ReturnType<typeof entriesOf<T>>;

/** The container `mypage-memberships`, one partition a customer. */
export const memberEntryStore = (container: Container) => ({
  memberships: entriesOf<MembershipEntry>(
    container,
    'membership',
    membershipEntrySchema,
    ({ membershipId }) => membershipId,
    ({ startedAt }) => startedAt,
  ),
  bills: entriesOf<BillEntry>(
    container,
    'bill',
    billEntrySchema,
    ({ billId }) => billId,
    ({ issuedAt }) => issuedAt,
  ),

  /** How all of a customer's memberships and bills stand. */
  standingOf: (customerId: string) =>
    queryDocuments(container, 'SELECT c.kind, c.status FROM c', {}, memberStandingSchema, {
      partitionKey: customerId,
    }),
});
export type MemberEntryStore = ReturnType<typeof memberEntryStore>;
