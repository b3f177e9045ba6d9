import type { Container } from '@azure/cosmos';
import type { z } from 'zod';
import { queryDocuments } from '../../shared/cosmos/cosmos';
import { type KeptLoan, keptLoanSchema } from '../lending/contract';
import {
  type DifferingBill,
  differingBillSchema,
  type KeptBill,
  type KeptMembership,
  keptBillSchema,
  keptMembershipSchema,
} from '../membership/contract';
import { heldSeatsSchema } from '../musical/contract';
import { noticeCopySchema } from '../notification/contract';

/** What other contexts keep, for whoever asks what is kept of a customer or where the books differ. */
export type Elsewhere = {
  readonly noticesTo: (customerId: string) => Promise<z.infer<typeof noticeCopySchema>[]>;
  readonly heldSeatsOf: (customerId: string) => Promise<z.infer<typeof heldSeatsSchema>[]>;
  readonly loansOf: (customerId: string) => Promise<KeptLoan[]>;
  readonly membershipsOf: (customerId: string) => Promise<KeptMembership[]>;
  readonly billsOf: (customerId: string) => Promise<KeptBill[]>;
  /** Bills with an open difference after this place in the list, the longest open first. */
  readonly differingBills: (after: string | undefined, limit: number) => Promise<DifferingBill[]>;
};

/** A customer's loans, the newest first. */
export const loanReader =
  (loans: Container): Elsewhere['loansOf'] =>
  (customerId) =>
    queryDocuments(
      loans,
      'SELECT * FROM c WHERE IS_DEFINED(c.listKey) ORDER BY c.listKey DESC',
      {},
      keptLoanSchema,
      { partitionKey: customerId },
    );

type MemberReader = Pick<Elsewhere, 'membershipsOf' | 'billsOf' | 'differingBills'>;

/** What a customer has as a member, the newest first, and whose bills the provider sees otherwise. */
export const memberReader = (memberships: Container): MemberReader => {
  const newestOf = <T>(kind: string, customerId: string, schema: z.ZodType<T>): Promise<T[]> =>
    queryDocuments(
      memberships,
      'SELECT * FROM c WHERE c.kind = @kind ORDER BY c.listKey DESC',
      { kind },
      schema,
      { partitionKey: customerId },
    );
  return {
    membershipsOf: (customerId) => newestOf('membership', customerId, keptMembershipSchema),
    billsOf: (customerId) => newestOf('bill', customerId, keptBillSchema),
    differingBills: (after = '', limit) => {
      const query = `SELECT * FROM c WHERE c.differenceKey > @after ORDER BY c.differenceKey OFFSET 0 LIMIT ${limit}`;
      return queryDocuments(memberships, query, { after }, differingBillSchema, { limit });
    },
  };
};

/** Reads the containers of `notification`, `musical`, `lending` and `membership`, which alone write there. */
export const elsewhere = (
  notifications: Container,
  seats: Container,
  loans: Container,
  memberships: Container,
): Elsewhere => ({
  loansOf: loanReader(loans),
  ...memberReader(memberships),
  noticesTo: (customerId) =>
    queryDocuments(
      notifications,
      'SELECT * FROM c WHERE IS_DEFINED(c.listKey) ORDER BY c.listKey DESC',
      {},
      noticeCopySchema,
      { partitionKey: customerId },
    ),
  heldSeatsOf: (customerId) =>
    queryDocuments(
      seats,
      "SELECT * FROM c WHERE c.customerId = @customerId AND c.kind = 'count'",
      { customerId },
      heldSeatsSchema,
    ),
});
