import type { Container } from '@azure/cosmos';
import { commitDocument, queryDocuments, readDocument } from '../../shared/cosmos/cosmos';
import { keepUnread } from '../../shared/cosmos/keepUnread';
import type { Page } from '../../shared/http/continuation';
import type { Versioned } from '../../shared/kernel/versioned';
import { type Loan, loanListKey, loanSchema, outKey } from './domain/loan';

const KIND = 'loan';

const document = (loan: Loan): object => ({
  id: loan.loanId,
  kind: KIND,
  listKey: loanListKey(loan),
  ...(loan.status === 'lent' ? { outKey: outKey(loan) } : {}),
  ...loan,
});

const refSchema = loanSchema.pick({ customerId: true, loanId: true });
export type LoanRef = Pick<Loan, 'customerId' | 'loanId'>;

/** The container `loans`, one partition a customer. */
export const loanStore = (container: Container) => ({
  read: (customerId: string, loanId: string): Promise<Versioned<Loan> | undefined> =>
    readDocument(container, loanId, customerId, loanSchema, KIND),

  create: (value: Loan): Promise<Versioned<Loan> | 'conflict'> =>
    commitDocument(container, value.customerId, {
      value,
      operation: { operationType: 'Create', resourceBody: document(value) as never },
    }),

  replace: ({ value, etag, unread }: Versioned<Loan>): Promise<Versioned<Loan> | 'conflict'> =>
    commitDocument(container, value.customerId, {
      value,
      operation: {
        operationType: 'Replace',
        id: value.loanId,
        resourceBody: keepUnread(document(value), unread, ['listKey', 'outKey']) as never,
        ifMatch: etag,
      },
    }),

  /** What a customer has out or may have in a moment, and returns that are not in the stock yet. */
  openOf: (customerId: string): Promise<Loan[]> =>
    queryDocuments(
      container,
      "SELECT * FROM c WHERE c.status IN ('requested', 'lent') OR IS_DEFINED(c.dueAt)",
      {},
      loanSchema,
      {
        partitionKey: customerId,
      },
    ),

  /** A page of a customer's loans, the newest first. */
  of: (customerId: string, { after, limit }: Page): Promise<Loan[]> => {
    const condition = after === undefined ? 'IS_DEFINED(c.listKey)' : 'c.listKey < @after';
    return queryDocuments(
      container,
      `SELECT * FROM c WHERE ${condition} ORDER BY c.listKey DESC OFFSET 0 LIMIT ${limit}`,
      after === undefined ? {} : { after },
      loanSchema,
      { partitionKey: customerId, limit },
    );
  },

  /** A page of what is out, what has to be back first before the others. */
  out: ({ after = '', limit }: Page): Promise<Loan[]> =>
    queryDocuments(
      container,
      `SELECT * FROM c WHERE c.outKey > @after ORDER BY c.outKey OFFSET 0 LIMIT ${limit}`,
      { after },
      loanSchema,
      { limit },
    ),

  /** Of a customer who is not known. It is found by the index. */
  find: async (loanId: string): Promise<LoanRef | undefined> => {
    const query = 'SELECT c.customerId, c.loanId FROM c WHERE c.loanId = @loanId';
    const [found] = await queryDocuments(container, query, { loanId }, refSchema);
    return found;
  },

  /** Those that the sweep has to look at, the longest due first. */
  due: (now: string, limit: number): Promise<LoanRef[]> =>
    queryDocuments(
      container,
      'SELECT c.customerId, c.loanId FROM c WHERE c.dueAt <= @now ORDER BY c.dueAt',
      { now },
      refSchema,
      { limit },
    ),

  /** What waits for the system and has not changed since then. */
  unsettledSince: async (until: string, limit: number): Promise<Loan[]> => {
    // Every time is greater than ''. So the index tells which few are due at any time.
    const query =
      "SELECT * FROM c WHERE c.dueAt > '' AND c.status IN ('requested', 'returned') AND c.updatedAt <= @until";
    const found = await queryDocuments(container, query, { until }, loanSchema, { limit });
    return found.sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1));
  },
});
export type LoanStore = ReturnType<typeof loanStore>;
