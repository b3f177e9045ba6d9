import { isDeepStrictEqual } from 'node:util';
import type { Container } from '@azure/cosmos';
import { z } from 'zod';
import { commitDocument, queryDocuments, readDocument } from '../../../shared/cosmos/cosmos';
import { keepUnread } from '../../../shared/cosmos/keepUnread';
import { untilCommitted } from '../../../shared/cosmos/untilCommitted';
import type { Pacing } from '../../../shared/kernel/pacing';
import type { PerhapsStored } from '../../../shared/kernel/versioned';
import { type CustomerRecord, customerRecordSchema } from '../domain/customerRecord';

const ID = 'customer';
/** A count of rejections is of no use after its hour. */
const REJECTIONS_KEPT_SECONDS = 2 * 60 * 60;

/** The container `reservation-erasures`, one document a customer who has one. Most buyers have none. */
export const customerStore = (container: Container, pacing: Pacing) => {
  const stored = async (customerId: string): Promise<PerhapsStored<CustomerRecord>> =>
    (await readDocument(container, ID, customerId, customerRecordSchema)) ?? {
      value: { customerId },
      etag: undefined,
    };

  const write = (known: PerhapsStored<CustomerRecord>, value: CustomerRecord) => {
    const isKept = Object.keys(value).some((name) => name !== 'customerId' && name !== 'rejections');
    const ttl = isKept ? {} : { ttl: REJECTIONS_KEPT_SECONDS };
    const document = { id: ID, ...value, ...ttl } as never;
    const operation =
      known.etag === undefined
        ? ({ operationType: 'Create', resourceBody: document } as const)
        : ({
            operationType: 'Replace',
            id: ID,
            resourceBody: keepUnread(document, known.unread),
            ifMatch: known.etag,
          } as const);
    return commitDocument(container, value.customerId, { value, operation });
  };

  return {
    /** Whose erasure is due, the longest overdue first. */
    due: async (now: string, limit: number): Promise<string[]> => {
      const query = 'SELECT c.customerId FROM c WHERE c.dueAt <= @now ORDER BY c.dueAt';
      const rows = await queryDocuments(container, query, { now }, z.object({ customerId: z.string() }), {
        limit,
      });
      return rows.map(({ customerId }) => customerId);
    },

    read: async (customerId: string): Promise<CustomerRecord> => (await stored(customerId)).value,

    /** Changes the record under the ETag that was read, and answers with what is stored then. */
    change: (
      customerId: string,
      decide: (record: CustomerRecord) => CustomerRecord,
    ): Promise<CustomerRecord> =>
      untilCommitted<CustomerRecord>(pacing, 'record of a customer', async () => {
        const known = await stored(customerId);
        const next = decide(known.value);
        if (isDeepStrictEqual(next, known.value)) return next;
        return (await write(known, next)) === 'conflict' ? 'conflict' : next;
      }),
  };
};
export type CustomerStore = ReturnType<typeof customerStore>;
