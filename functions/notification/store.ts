import type { Container } from '@azure/cosmos';
import { z } from 'zod';
import { asStored, commitDocument, queryDocuments, readDocument } from '../../shared/cosmos/cosmos';
import { keepUnread } from '../../shared/cosmos/keepUnread';
import type { Page } from '../../shared/http/continuation';
import type { PerhapsStored, Versioned } from '../../shared/kernel/versioned';
import { type Notice, noticeSchema } from './domain/notice';
import { type HeardTickets, heardTicketsSchema } from './domain/visit';

/** A notice's place in its customer's list. */
export const noticeListKey = ({ createdAt, noticeId }: Notice): string => `${createdAt} ${noticeId}`;

const document = (notice: Notice): never =>
  ({
    id: notice.noticeId,
    ...(notice.emptied ? {} : { listKey: noticeListKey(notice) }),
    ...notice,
  }) as never;

/** It names no reservation, because that is what others look for who look for notices. */
const TICKETS = 'tickets';
const ticketsId = (reservationId: string): string => `${reservationId}:${TICKETS}`;

/** The container `notifications`, one partition a customer: a document a notice, and one for the tickets of a reservation. */
export const noticeStore = (container: Container) => ({
  read: (customerId: string, noticeId: string) => readDocument(container, noticeId, customerId, noticeSchema),

  create: (value: Notice) =>
    commitDocument(container, value.customerId, {
      value,
      operation: { operationType: 'Create', resourceBody: document(value) },
    }),

  replace: ({ value, etag, unread }: Versioned<Notice>) => {
    const resourceBody = keepUnread(document(value), unread, ['listKey']);
    return commitDocument(container, value.customerId, {
      value,
      operation: { operationType: 'Replace', id: value.noticeId, resourceBody, ifMatch: etag },
    });
  },

  tickets: (customerId: string, reservationId: string) =>
    readDocument(container, ticketsId(reservationId), customerId, heardTicketsSchema, TICKETS),

  keepTickets: (reservationId: string, heard: PerhapsStored<HeardTickets>) => {
    const { value, etag } = heard;
    const id = ticketsId(reservationId);
    const document = { id, kind: TICKETS, ...value };
    const operation =
      etag === undefined
        ? { operationType: 'Create' as const, resourceBody: document as never }
        : {
            ...{ operationType: 'Replace' as const, id, ifMatch: etag },
            resourceBody: keepUnread(document, heard.unread) as never,
          };
    return commitDocument(container, value.customerId, { value, operation });
  },

  /** Of which reservations tickets were heard before then and are still kept. */
  unemptiedTickets: async (customerId: string, until: string): Promise<string[]> => {
    const query = `SELECT c.id FROM c WHERE c.kind = '${TICKETS}' AND c.heardAt <= @until AND ARRAY_LENGTH(c.tickets) > 0`;
    const found = await queryDocuments(container, query, { until }, z.object({ id: z.string() }), {
      partitionKey: customerId,
    });
    return found.map(({ id }) => id.slice(0, -`:${TICKETS}`.length));
  },

  ofReservation: (customerId: string, reservationId: string): Promise<Notice[]> =>
    queryDocuments(
      container,
      'SELECT * FROM c WHERE c.reservationId = @reservationId',
      { reservationId },
      noticeSchema,
      { partitionKey: customerId },
    ),

  /** A customer's notices whose mail waits for tickets. */
  awaitingTickets: (customerId: string, reservationId: string) =>
    queryDocuments(
      container,
      "SELECT * FROM c WHERE c.dueAt > '' AND c.awaitsTickets = true AND c.reservationId = @reservationId",
      { reservationId },
      asStored(noticeSchema),
      { partitionKey: customerId },
    ),

  /** A page of a customer's notices, the newest first. */
  of: (customerId: string, { after, limit }: Page): Promise<Notice[]> => {
    const condition = after === undefined ? 'IS_DEFINED(c.listKey)' : 'c.listKey < @after';
    const query = `SELECT * FROM c WHERE ${condition} ORDER BY c.listKey DESC OFFSET 0 LIMIT ${limit}`;
    return queryDocuments(container, query, after === undefined ? {} : { after }, noticeSchema, {
      partitionKey: customerId,
      limit,
    });
  },

  /** The ids of a customer's notices from before then that still say something. */
  unemptied: async (customerId: string, until: string): Promise<string[]> => {
    const query = 'SELECT c.noticeId FROM c WHERE IS_DEFINED(c.listKey) AND c.createdAt <= @until';
    const found = await queryDocuments(container, query, { until }, noticeSchema.pick({ noticeId: true }), {
      partitionKey: customerId,
    });
    return found.map(({ noticeId }) => noticeId);
  },

  /** How many mails a customer was sent since then, of which no more than `limit` are counted. */
  mailedSince: async (customerId: string, since: string, limit: number): Promise<number> => {
    const query = `SELECT c.noticeId FROM c WHERE c.mailedAt > @since OFFSET 0 LIMIT ${limit}`;
    const mailed = await queryDocuments(container, query, { since }, noticeSchema.pick({ noticeId: true }), {
      partitionKey: customerId,
      limit,
    });
    return mailed.length;
  },

  /** Notices from before then whose mail is still to be sent, the oldest first. */
  unsent: async (createdBefore: string, limit: number): Promise<Notice[]> => {
    // Every time is greater than ''. So the index tells which few are due at any time.
    const query = "SELECT * FROM c WHERE c.dueAt > '' AND c.createdAt <= @createdBefore";
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
