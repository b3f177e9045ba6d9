import type { Container } from '@azure/cosmos';
import { z } from 'zod';
import { commitDocument, queryDocuments, queryPages, readDocument } from '../../../shared/cosmos/cosmos';
import { keepUnread } from '../../../shared/cosmos/keepUnread';
import type { Versioned } from '../../../shared/kernel/versioned';
import { differenceKeyOf } from '../../../shared/payment/difference';
import { moneyDatesOf } from '../domain/dayMoney';
import {
  partSchema,
  paymentSchema,
  type Reservation,
  reservationSchema,
  type Status,
  statusSchema,
} from '../domain/reservation';
import { searchKeysOf } from '../domain/searchKeys';

/** A reservation's place in lists, which are ordered by when it was placed. */
export const reservationListKey = ({ placedAt, reservationId }: Reservation): string =>
  `${placedAt} ${reservationId}`;

/** By what it is settled and searched. They are stored beside, and follow from it. */
export const reservationKeys = (reservation: Reservation) => ({
  moneyDates: moneyDatesOf(reservation),
  searchKeys: searchKeysOf(reservation),
});

const document = (reservation: Reservation): never =>
  ({
    id: reservation.reservationId,
    kind: 'reservation',
    listKey: reservationListKey(reservation),
    differenceKey: differenceKeyOf(reservation.reservationId, reservation.differences),
    ...reservationKeys(reservation),
    ...reservation,
  }) as never;

/** As much of a reservation as is shown of one that has not changed for long. */
const unsettledSchema = z.object({
  reservationId: z.string(),
  performanceId: z.string(),
  status: statusSchema,
  updatedAt: z.string(),
  attempts: z.int(),
  dueAt: z.string().optional(),
  refundsRefused: z.int().optional(),
  untoldSince: z.string().optional(),
  seats: z.array(z.string()).optional(),
  refund: z.int().optional(),
  parts: z.array(partSchema.pick({ status: true, refund: true })).optional(),
  ...paymentSchema.pick({ method: true }).shape,
});
export type Unsettled = z.infer<typeof unsettledSchema>;

export const isOpenPart = ({ status }: { readonly status: string }): boolean => status === 'accepted';

export type ListFilter = {
  readonly performanceId?: string | undefined;
  readonly status?: Status | undefined;
  readonly customerId?: string | undefined;
  /** Each begins its number, or a word of who made it, as `searchKeysOf` writes them. */
  readonly words?: readonly string[] | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

/** The newest first. */
function listQuery({ performanceId, status, customerId, words = [], after }: Omit<ListFilter, 'limit'>) {
  const conditions = ['IS_DEFINED(c.listKey)'];
  if (performanceId !== undefined) conditions.push('c.performanceId = @performanceId');
  if (status !== undefined) conditions.push('c.status = @status');
  if (customerId !== undefined) conditions.push('c.customerId = @customerId');
  if (after !== undefined) conditions.push('c.listKey < @after');
  for (const [index] of words.entries())
    conditions.push(`EXISTS(SELECT VALUE k FROM k IN c.searchKeys WHERE STARTSWITH(k, @word${index}))`);
  const wordsByName = Object.fromEntries(words.map((word, index) => [`word${index}`, word]));
  const parameters = Object.fromEntries(
    Object.entries({ performanceId, status, customerId, after, ...wordsByName }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
  return {
    query: `SELECT * FROM c WHERE ${conditions.join(' AND ')} ORDER BY c.listKey DESC`,
    parameters,
  };
}

/** The container `reservations`, one partition a reservation. Whoever writes gets what the next write needs. */
export const reservationStore = (container: Container) => ({
  read: (reservationId: string): Promise<Versioned<Reservation> | undefined> =>
    readDocument(container, reservationId, reservationId, reservationSchema),

  create: <R extends Reservation>(value: R): Promise<Versioned<R> | 'conflict'> =>
    commitDocument(container, value.reservationId, {
      value,
      operation: { operationType: 'Create', resourceBody: document(value) },
    }),

  replace: <R extends Reservation>({
    value,
    etag,
    unread,
  }: Versioned<R>): Promise<Versioned<R> | 'conflict'> => {
    const { reservationId: id } = value;
    const resourceBody = keepUnread(document(value), unread, [
      'listKey',
      'differenceKey',
      'moneyDates',
      'searchKeys',
    ]);
    const operation = { operationType: 'Replace', id, resourceBody, ifMatch: etag } as const;
    return commitDocument(container, id, { value, operation });
  },

  /** Ids of reservations that the sweep is to look at, the longest overdue first. */
  due: async (now: string, limit: number): Promise<string[]> => {
    const query = 'SELECT c.reservationId FROM c WHERE c.dueAt <= @now ORDER BY c.dueAt';
    const rows = await queryDocuments(container, query, { now }, z.object({ reservationId: z.string() }), {
      limit,
    });
    return rows.map(({ reservationId }) => reservationId);
  },

  /** The ids of all reservations of a customer. */
  idsOf: async (customerId: string): Promise<string[]> => {
    const query = 'SELECT c.reservationId FROM c WHERE c.customerId = @customerId';
    const rows = await queryDocuments(
      container,
      query,
      { customerId },
      z.object({ reservationId: z.string() }),
    );
    return rows.map(({ reservationId }) => reservationId);
  },

  /**
   * Those in one of these statuses that have not changed since, the longest first. Their statuses last for seconds. Of the
   * completed ones, of which few are due, only those are meant that have some of their seats cancelled.
   */
  unchangedSince: async (statuses: readonly Status[], until: string, limit: number): Promise<Unsettled[]> => {
    const isOne = (status: Status) =>
      status === 'completed' ? "(c.status = 'completed' AND c.dueAt > '')" : `c.status = '${status}'`;
    const query = `SELECT c.reservationId, c.performanceId, c.status, c.updatedAt, c.attempts, c.dueAt,
      c.refundsRefused, c.untoldSince, c.sale.seats, c.cancellation.refund, c.parts, c.payment.method
      FROM c WHERE (${statuses.map(isOne).join(' OR ')}) AND c.updatedAt <= @until`;
    const found = await queryDocuments(container, query, { until }, unsettledSchema, { limit });
    const isMeant = ({ status, parts = [] }: Unsettled) => status !== 'completed' || parts.some(isOpenPart);
    return found.filter(isMeant).sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1));
  },

  /** Since when the reservation that has waited longest has an event that the topic did not take. */
  oldestUntoldSince: async (): Promise<string | undefined> => {
    // With this WHERE the index alone tells which few have one. MIN over all would load every reservation.
    const query = "SELECT VALUE MIN(c.untoldSince) FROM c WHERE c.untoldSince > ''";
    const [oldest] = await queryDocuments(container, query, {}, z.unknown());
    return typeof oldest === 'string' ? oldest : undefined;
  },

  /** Those placed after this place in the list, the oldest first. */
  placedAfter: (after: string, limit: number): Promise<Reservation[]> => {
    const query = `SELECT * FROM c WHERE c.listKey > @after ORDER BY c.listKey OFFSET 0 LIMIT ${limit}`;
    return queryDocuments(container, query, { after }, reservationSchema, { limit });
  },

  /** A page of those with an open difference, the longest open first. */
  differing: (after = '', limit: number): Promise<Reservation[]> => {
    const query = `SELECT * FROM c WHERE c.differenceKey > @after ORDER BY c.differenceKey OFFSET 0 LIMIT ${limit}`;
    return queryDocuments(container, query, { after }, reservationSchema, { limit });
  },

  /** A page of reservations, the newest first. */
  list: ({ limit, ...filter }: ListFilter): Promise<Reservation[]> => {
    const { query, parameters } = listQuery(filter);
    const page = `${query} OFFSET 0 LIMIT ${limit}`;
    return queryDocuments(container, page, parameters, reservationSchema, { limit });
  },

  /** All of them, page by page. */
  listAll: (filter: Omit<ListFilter, 'limit'>): AsyncGenerator<readonly Reservation[]> => {
    const { query, parameters } = listQuery(filter);
    return queryPages(container, query, parameters, reservationSchema);
  },
});
export type ReservationStore = ReturnType<typeof reservationStore>;
