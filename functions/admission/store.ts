import type { Container } from '@azure/cosmos';
import { commit, commitDocument, queryDocuments, readDocument } from '../../shared/cosmos/cosmos';
import { keepUnread } from '../../shared/cosmos/keepUnread';
import type { PerhapsStored, Versioned } from '../../shared/kernel/versioned';
import { type Scan, scanSchema } from './domain/scan';
import { type Tickets, ticketsSchema } from './domain/tickets';

const KIND = 'tickets';
const SCAN = 'scan';

const idOfScan = (scanId: string): string => `scan:${scanId}`;

const document = (tickets: Tickets): object => ({ id: tickets.reservationId, kind: KIND, ...tickets });

/** The write that stores them under the ETag they were read with, or creates them. */
const ticketsWrite = (changed: PerhapsStored<Tickets>) => {
  const { value, etag } = changed;
  if (etag === undefined) return { operationType: 'Create' as const, resourceBody: document(value) as never };
  const resourceBody = keepUnread(document(value), changed.unread) as never;
  return { operationType: 'Replace' as const, id: value.reservationId, resourceBody, ifMatch: etag };
};

/** The container `tickets`, one partition a performance: a document a reservation, and one a scan. */
export const ticketStore = (container: Container) => ({
  read: (performanceId: string, reservationId: string): Promise<Versioned<Tickets> | undefined> =>
    readDocument(container, reservationId, performanceId, ticketsSchema, KIND),

  write: (changed: PerhapsStored<Tickets>): Promise<Versioned<Tickets> | 'conflict'> =>
    commitDocument(container, changed.value.performanceId, {
      value: changed.value,
      operation: ticketsWrite(changed),
    }),

  scan: async (performanceId: string, scanId: string): Promise<Scan | undefined> =>
    (await readDocument(container, idOfScan(scanId), performanceId, scanSchema, SCAN))?.value,

  /** Stores the verdict and the tickets that it changes, if any, in one batch. A conflict too when this scan has a verdict. */
  writeScan: (scan: Scan, changed: Versioned<Tickets> | undefined): Promise<'committed' | 'conflict'> => {
    const resourceBody = { id: idOfScan(scan.scanId), kind: SCAN, ...scan } as never;
    return commit(container, scan.performanceId, [
      { operationType: 'Create', resourceBody },
      ...(changed === undefined ? [] : [ticketsWrite(changed)]),
    ]);
  },

  ofPerformance: (performanceId: string): Promise<Tickets[]> =>
    queryDocuments(container, `SELECT * FROM c WHERE c.kind = '${KIND}'`, {}, ticketsSchema, {
      partitionKey: performanceId,
    }),

  /** Scans of people who were let in and were not to be. */
  conflicts: (performanceId: string, limit: number): Promise<Scan[]> =>
    queryDocuments(container, 'SELECT * FROM c WHERE c.conflict = true', {}, scanSchema, {
      partitionKey: performanceId,
      limit,
    }),

  scansOf: (performanceId: string, ticketIds: readonly string[]): Promise<Scan[]> =>
    queryDocuments(
      container,
      'SELECT * FROM c WHERE ARRAY_CONTAINS(@ticketIds, c.ticketId)',
      { ticketIds },
      scanSchema,
      {
        partitionKey: performanceId,
      },
    ),

  /** Of a reservation whose performance is not known. It is found by the index. */
  ofReservation: async (reservationId: string): Promise<Tickets | undefined> => {
    const query = `SELECT * FROM c WHERE c.reservationId = @reservationId AND c.kind = '${KIND}'`;
    const [found] = await queryDocuments(container, query, { reservationId }, ticketsSchema);
    return found;
  },
});
export type TicketStore = ReturnType<typeof ticketStore>;
