import type { Container, OperationInput } from '@azure/cosmos';
import { z } from 'zod';
import { commit, commitDocument, queryDocuments, readDocument } from '../../shared/cosmos/cosmos';
import { keepUnread } from '../../shared/cosmos/keepUnread';
import type { Page } from '../../shared/http/continuation';
import type { Immutable } from '../../shared/kernel/immutable';
import type { PerhapsStored, Versioned } from '../../shared/kernel/versioned';
import { differenceKeyOf } from '../../shared/payment/difference';
import { type Bill, type BillStatus, billListKey, billSchema } from './domain/bill';
import { type Customer, customerSchema } from './domain/customer';
import { type Membership, membershipListKey, membershipSchema } from './domain/membership';

const CUSTOMER = 'customer';
const MEMBERSHIP = 'membership';
const BILL = 'bill';

const customerDocument = (customer: Customer): object => ({ id: CUSTOMER, kind: CUSTOMER, ...customer });
const membershipDocument = (membership: Membership): object => ({
  id: membership.membershipId,
  kind: MEMBERSHIP,
  listKey: membershipListKey(membership),
  ...membership,
});
const billDocument = (bill: Bill): object => ({
  id: bill.billId,
  kind: BILL,
  listKey: billListKey(bill),
  differenceKey: differenceKeyOf(bill.billId, bill.differences),
  ...bill,
});

function writeOf<T>(stored: PerhapsStored<T>, id: string, document: object): OperationInput {
  if (stored.etag === undefined) return { operationType: 'Create', resourceBody: document as never };
  const resourceBody = keepUnread(document, stored.unread, ['listKey', 'differenceKey']) as never;
  return { operationType: 'Replace', id, resourceBody, ifMatch: stored.etag };
}

/** What changes together. The customer's document is in it whenever the standing may change or something is told. */
export type MemberChange = {
  readonly customer: PerhapsStored<Customer>;
  readonly membership?: PerhapsStored<Membership>;
  readonly bill?: PerhapsStored<Bill>;
};

export type MembershipRef = Pick<Membership, 'customerId' | 'membershipId'>;
export type BillRef = Pick<Bill, 'customerId' | 'billId'>;

const toBillSchema = membershipSchema.pick({
  customerId: true,
  membershipId: true,
  nextMonth: true,
  endsOn: true,
  monthlyFee: true,
  currency: true,
});
const TO_BILL = Object.keys(toBillSchema.shape)
  .map((name) => `c.${name}`)
  .join();
export type ToBill = Immutable<z.infer<typeof toBillSchema>>;
const billRefSchema = billSchema.pick({ customerId: true, billId: true });
const dueSchema = z.object({
  customerId: z.string(),
  id: z.string(),
  kind: z.enum([CUSTOMER, MEMBERSHIP, BILL]),
});
export type DueDocument = z.infer<typeof dueSchema>;

/** The container `memberships`, one partition a customer: the customer's document, the memberships and the bills. */
export const memberStore = (container: Container) => ({
  customer: (customerId: string): Promise<Versioned<Customer> | undefined> =>
    readDocument(container, CUSTOMER, customerId, customerSchema, CUSTOMER),

  membership: (customerId: string, membershipId: string): Promise<Versioned<Membership> | undefined> =>
    readDocument(container, membershipId, customerId, membershipSchema, MEMBERSHIP),

  bill: (customerId: string, billId: string): Promise<Versioned<Bill> | undefined> =>
    readDocument(container, billId, customerId, billSchema, BILL),

  /** Stores all of it in one batch, or nothing. */
  write: ({ customer, membership, bill }: MemberChange): Promise<'committed' | 'conflict'> => {
    const { customerId } = customer.value;
    return commit(container, customerId, [
      writeOf(customer, CUSTOMER, customerDocument(customer.value)),
      ...(membership === undefined
        ? []
        : [writeOf(membership, membership.value.membershipId, membershipDocument(membership.value))]),
      ...(bill === undefined ? [] : [writeOf(bill, bill.value.billId, billDocument(bill.value))]),
    ]);
  },

  /** A bill of which nothing is told. */
  replaceBill: (bill: Versioned<Bill>): Promise<Versioned<Bill> | 'conflict'> =>
    commitDocument(container, bill.value.customerId, {
      value: bill.value,
      operation: writeOf(bill, bill.value.billId, billDocument(bill.value)),
    }),

  /** A page of a customer's memberships, the newest first. */
  membershipsOf: (customerId: string, page: Page): Promise<Membership[]> =>
    newestOf(container, customerId, `c.kind = '${MEMBERSHIP}'`, {}, page, membershipSchema),

  /** A page of a customer's bills, the newest first. */
  billsOf: (customerId: string, status: BillStatus | undefined, page: Page): Promise<Bill[]> =>
    status === undefined
      ? newestOf(container, customerId, `c.kind = '${BILL}'`, {}, page, billSchema)
      : newestOf(
          container,
          customerId,
          `c.kind = '${BILL}' AND c.status = @status`,
          { status },
          page,
          billSchema,
        ),

  /** Bills that a customer still has to do with. */
  openBillsOf: (customerId: string): Promise<Bill[]> =>
    queryDocuments(
      container,
      `SELECT * FROM c WHERE c.kind = '${BILL}' AND c.status IN ('unpaid', 'paying', 'refunding', 'overdue')`,
      {},
      billSchema,
      { partitionKey: customerId },
    ),

  /** Whose bill this is. */
  findBill: async (billId: string): Promise<BillRef | undefined> => {
    const query = `SELECT c.customerId, c.billId FROM c WHERE c.id = @billId AND c.kind = '${BILL}'`;
    const [found] = await queryDocuments(container, query, { billId }, billRefSchema, { limit: 1 });
    return found;
  },

  /** Bills issued after this place in the list, the oldest first. */
  issuedAfter: (after: string, limit: number): Promise<Bill[]> => {
    const query = `SELECT * FROM c WHERE c.kind = '${BILL}' AND c.listKey > @after ORDER BY c.listKey OFFSET 0 LIMIT ${limit}`;
    return queryDocuments(container, query, { after }, billSchema, { limit });
  },

  /** Documents that the sweep has to look at, the longest due first. */
  due: (now: string, limit: number): Promise<DueDocument[]> =>
    queryDocuments(
      container,
      'SELECT c.customerId, c.id, c.kind FROM c WHERE c.dueAt <= @now ORDER BY c.dueAt',
      { now },
      dueSchema,
      { limit },
    ),

  /** Memberships that may have no bill for this month, or for one before. */
  toBill: (month: string, limit: number): Promise<ToBill[]> => {
    const query = `SELECT ${TO_BILL} FROM c WHERE c.nextMonth <= @month AND c.status IN ('active', 'ending')`;
    return queryDocuments(container, query, { month }, toBillSchema, { limit });
  },

  /** Bills that wait for the provider and have not changed since then. */
  unsettledSince: async (until: string, limit: number): Promise<Bill[]> => {
    const query = "SELECT * FROM c WHERE c.status IN ('paying', 'refunding') AND c.updatedAt <= @until";
    const found = await queryDocuments(container, query, { until }, billSchema, { limit });
    return found.sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1));
  },
});
export type MemberStore = ReturnType<typeof memberStore>;

function newestOf<T>(
  container: Container,
  customerId: string,
  condition: string,
  parameters: Readonly<Record<string, string>>,
  { after, limit }: Page,
  schema: z.ZodType<T>,
): Promise<T[]> {
  const before = after === undefined ? '' : ' AND c.listKey < @after';
  return queryDocuments(
    container,
    `SELECT * FROM c WHERE ${condition}${before} ORDER BY c.listKey DESC OFFSET 0 LIMIT ${limit}`,
    { ...parameters, ...(after === undefined ? {} : { after }) },
    schema,
    { partitionKey: customerId, limit },
  );
}
