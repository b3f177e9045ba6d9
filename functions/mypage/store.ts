import type { Container } from '@azure/cosmos';
import { z } from 'zod';
import { commit, queryDocuments, readDocument } from '../../shared/cosmos/cosmos';
import { keepUnread } from '../../shared/cosmos/keepUnread';
import type { Page } from '../../shared/http/continuation';
import type { Versioned } from '../../shared/kernel/versioned';
import { type Entry, entrySchema } from './domain/entry';

/** An entry's place in its customer's list. */
export const entryListKey = ({ placedAt, reservationId }: Entry): string => `${placedAt} ${reservationId}`;

const paidSchema = entrySchema.pick({ currency: true, captured: true, refunded: true });

const standingSchema = entrySchema.pick({ status: true, startsAt: true });

/** The container `mypage`, one partition a customer. */
export const entryStore = (container: Container) => ({
  read: (customerId: string, reservationId: string) =>
    readDocument(container, reservationId, customerId, entrySchema),

  /** Creates the entry, or replaces the one that is known. */
  write: (entry: Entry, known: Versioned<Entry> | undefined) => {
    const id = entry.reservationId;
    const listed = { id, listKey: entryListKey(entry), ...entry };
    const resourceBody = keepUnread(listed, known?.unread, ['listKey']) as never;
    return commit(container, entry.customerId, [
      known === undefined
        ? { operationType: 'Create', resourceBody }
        : { operationType: 'Replace', id, resourceBody, ifMatch: known.etag },
    ]);
  },

  /** A page of a customer's entries, the newest first. */
  of: (customerId: string, { after, limit }: Page): Promise<Entry[]> => {
    const condition = after === undefined ? 'IS_DEFINED(c.listKey)' : 'c.listKey < @after';
    const query = `SELECT * FROM c WHERE ${condition} ORDER BY c.listKey DESC OFFSET 0 LIMIT ${limit}`;
    return queryDocuments(container, query, after === undefined ? {} : { after }, entrySchema, {
      partitionKey: customerId,
      limit,
    });
  },

  /** How each of a customer's reservations stands, and when its performance begins. */
  standingOf: (customerId: string) =>
    queryDocuments(container, 'SELECT c.status, c.startsAt FROM c', {}, standingSchema, {
      partitionKey: customerId,
    }),

  /** How many entries a customer has, counted by the store. */
  async count(customerId: string, status?: Entry['status']): Promise<number> {
    const where = status === undefined ? '' : ' WHERE c.status = @status';
    const query = `SELECT VALUE COUNT(1) FROM c${where}`;
    // Each page of an answer has a count of its own.
    const counts = await queryDocuments(container, query, status === undefined ? {} : { status }, z.int(), {
      partitionKey: customerId,
    });
    return counts.reduce((a, b) => a + b, 0);
  },

  /** Whatever a customer has paid, also what was refunded. */
  paid: (customerId: string) =>
    queryDocuments(
      container,
      'SELECT c.currency, c.captured, c.refunded FROM c WHERE c.captured > 0',
      {},
      paidSchema,
      { partitionKey: customerId },
    ),
});
export type EntryStore = ReturnType<typeof entryStore>;
