import type { Container, OperationInput } from '@azure/cosmos';
import { z } from 'zod';
import { commit, queryDocuments, readDocument } from '../../../shared/cosmos/cosmos';
import { keepUnread } from '../../../shared/cosmos/keepUnread';
import { digest } from '../../../shared/kernel/ids';
import type { PerhapsStored, Versioned } from '../../../shared/kernel/versioned';
import { type Allocation, allocationSchema, type Claim, claimSchema, LIVE_PHASES } from './domain/allocation';
import { type Availability, availabilitySchema, emptyAvailability } from './domain/availability';
import { type CustomerCount, customerCountSchema } from './domain/customerCount';
import type { ReseatPlan } from './domain/reseat.decide';
import type { SeatsAsRead, Taking, TakingPlan } from './domain/takeSeats.decide';

const countId = (customerId: string): string => `count:${digest([customerId], 26)}`;

/** The SDK's type of a document is narrower than what it takes. */
const body = (document: object): never => document as never;

/** A claim is found by its seat, whose id is the document's. */
const storedClaimSchema = claimSchema
  .omit({ seatId: true })
  .extend({ id: z.string() })
  .transform(({ id: seatId, ...claim }): Claim => ({ seatId, ...claim }));

/** What the seat rule needs to know of an allocation, and no more. */
const livenessSchema = allocationSchema.pick({
  id: true,
  phase: true,
  heldUntil: true,
  withheld: true,
  returned: true,
});

/** The sum of nothing is nothing. */
const sumSchema = z
  .number()
  .nullable()
  .transform((sum) => sum ?? 0);

const LIVE = LIVE_PHASES.map((phase) => `'${phase}'`).join();
const HAS_SEATS = `${LIVE},'withheld'`;

const claimDocument = (performanceId: string, { seatId, ...claim }: Claim) => ({
  id: seatId,
  performanceId,
  kind: 'claim',
  ...claim,
});

const countDocument = (performanceId: string, { value }: { readonly value: CustomerCount }) => ({
  id: countId(value.customerId),
  performanceId,
  kind: 'count',
  ...value,
});

const allocationDocument = (allocation: Allocation) => ({ ...allocation, kind: 'allocation' });

const create = (document: object): OperationInput => ({
  operationType: 'Create',
  resourceBody: body(document),
});

/** Replaces what was read, if it is still so, and keeps the members that a later version has added. */
const replace = (
  { etag, unread }: Versioned<unknown>,
  document: { readonly id: string },
): OperationInput => ({
  operationType: 'Replace',
  id: document.id,
  resourceBody: body(keepUnread(document, unread)),
  ifMatch: etag,
});

const write = (read: PerhapsStored<unknown>, document: { readonly id: string }): OperationInput =>
  read.etag === undefined ? create(document) : replace(read, document);

const changingHands = (
  performanceId: string,
  { create: created, replace: replaced, end }: Omit<TakingPlan, 'allocation'>,
): OperationInput[] => [
  ...created.map((claim) => create(claimDocument(performanceId, claim))),
  ...replaced.map((claim) => replace(claim, claimDocument(performanceId, claim.value))),
  ...end.map((ended) => replace(ended, allocationDocument(ended.value))),
];

/** Who has which seat, in the container `seats`, one partition a performance. Nothing here is ever deleted. */
export const seatStore = (container: Container) => ({
  allocation: (performanceId: string, id: string): Promise<Versioned<Allocation> | undefined> =>
    readDocument(container, id, performanceId, allocationSchema, 'allocation'),

  /** The claims of these seats, by point reads, and the allocations that own them. */
  async seatsAsRead(performanceId: string, seatIds: readonly string[]): Promise<SeatsAsRead> {
    const claims = await byKey(seatIds, (id) =>
      readDocument(container, id, performanceId, storedClaimSchema, 'claim'),
    );
    const ownerIds = new Set([...claims.values()].map((claim) => claim.value.allocationId));
    const owners = await byKey([...ownerIds], (id) =>
      readDocument(container, id, performanceId, allocationSchema, 'allocation'),
    );
    return { claims, owners };
  },

  /** Every claim of a section and which allocations live. It says what is really left, for the price of a query. */
  async sectionAsRead(performanceId: string, sectionId: string) {
    const claims = await queryDocuments(
      container,
      'SELECT c.id, c.sectionId, c.allocationId, c.turn FROM c WHERE c.sectionId = @sectionId',
      { sectionId },
      storedClaimSchema,
      { partitionKey: performanceId },
    );
    const live = await queryDocuments(
      container,
      `SELECT c.id, c.phase, c.heldUntil, c.withheld, c.returned FROM c WHERE c.phase IN (${HAS_SEATS})`,
      {},
      livenessSchema,
      { partitionKey: performanceId },
    );
    return { claims, live };
  },

  async customerCount(performanceId: string, customerId: string): Promise<PerhapsStored<CustomerCount>> {
    const known = await readDocument(container, countId(customerId), performanceId, customerCountSchema);
    return known ?? { value: { customerId, entries: [] }, etag: undefined };
  },

  /** The customer's counts in all performances, and whether seats are held or reserved for the customer. */
  async ofCustomer(customerId: string) {
    const performanceIds = await queryDocuments(
      container,
      "SELECT VALUE c.performanceId FROM c WHERE c.customerId = @customerId AND c.kind = 'count'",
      { customerId },
      z.string(),
    );
    const unpaid = await queryDocuments(
      container,
      "SELECT c.id, c.phase, c.heldUntil FROM c WHERE c.customerId = @customerId AND c.phase IN ('hold', 'reserved')",
      { customerId },
      livenessSchema,
    );
    return { performanceIds, unpaid };
  },

  replaceCount: (performanceId: string, { value, etag, unread }: Versioned<CustomerCount>) => {
    const resourceBody = keepUnread(countDocument(performanceId, { value }), unread) as never;
    const id = countId(value.customerId);
    return commit(container, performanceId, [{ operationType: 'Replace', id, resourceBody, ifMatch: etag }]);
  },

  /** The batch by which seats change hands. See `planTaking`. */
  take(taking: Taking): Promise<'committed' | 'conflict'> {
    const { performanceId } = taking.allocation;
    return commit(container, performanceId, [
      ...changingHands(performanceId, taking),
      create(allocationDocument(taking.allocation)),
      ...(taking.count === undefined
        ? []
        : [write(taking.count, countDocument(performanceId, taking.count))]),
    ]);
  },

  /** The same for an allocation that has seats already, under the ETag it was read with. See `planReseat`. */
  reseat({ reseated, ...plan }: ReseatPlan, own: Versioned<Allocation>): Promise<'committed' | 'conflict'> {
    const { performanceId } = reseated;
    return commit(container, performanceId, [
      ...changingHands(performanceId, plan),
      replace(own, allocationDocument(reseated)),
    ]);
  },

  /** A new state of an allocation, under the ETag it was read with. */
  replace: (changed: Versioned<Allocation>): Promise<'committed' | 'conflict'> =>
    commit(container, changed.value.performanceId, [replace(changed, allocationDocument(changed.value))]),

  /** An end that is written though nothing was taken, so that whatever comes later finds the answer. */
  create: (allocation: Allocation): Promise<'committed' | 'conflict'> =>
    commit(container, allocation.performanceId, [create(allocationDocument(allocation))]),

  /**
   * Seats and money of a performance, summed up by the store. What came to nothing is in none of the sums, and so costs
   * nothing, however much there is of it.
   */
  async books(performanceId: string, now: string) {
    const sum = async (what: string, where: string) => {
      const query = `SELECT VALUE SUM(${what}) FROM c WHERE ${where}`;
      // Each page of an answer has a sum of its own.
      const sums = await queryDocuments(container, query, { now }, sumSchema, {
        partitionKey: performanceId,
      });
      return sums.reduce((a, b) => a + b, 0);
    };
    const [sold, held, withheld, gross, refunded] = await Promise.all([
      sum('ARRAY_LENGTH(c.seats)', "c.phase = 'sold'"),
      sum('ARRAY_LENGTH(c.seats)', "c.phase IN ('hold', 'reserved') AND c.heldUntil > @now"),
      sum('ARRAY_LENGTH(c.seats)', "c.phase = 'withheld'"),
      sum('c.captured', 'c.captured > 0'),
      sum('c.refunded', 'c.captured > 0 AND c.refunded > 0'),
    ]);
    return { sold, held, withheld, gross, refunded };
  },

  /** Every allocation a performance ever had, for a new seat map. */
  allocations: (performanceId: string): Promise<Allocation[]> =>
    queryDocuments(container, 'SELECT * FROM c WHERE IS_DEFINED(c.phase)', {}, allocationSchema, {
      partitionKey: performanceId,
    }),

  /** Those of customers. What the theatre withholds nobody is to be told of. */
  liveAllocations: (performanceId: string): Promise<Allocation[]> =>
    queryDocuments(container, `SELECT * FROM c WHERE c.phase IN (${LIVE})`, {}, allocationSchema, {
      partitionKey: performanceId,
    }),

  /** What the theatre keeps for itself. */
  withheldAllocations: (performanceId: string): Promise<Allocation[]> =>
    queryDocuments(container, "SELECT * FROM c WHERE c.phase = 'withheld'", {}, allocationSchema, {
      partitionKey: performanceId,
    }),

  /** Those whose seats were taken back and whose reservation is not known to have ended. */
  revokingAllocations: (performanceId: string): Promise<Allocation[]> =>
    queryDocuments(
      container,
      "SELECT * FROM c WHERE c.phase IN ('revoked', 'withheld') AND IS_DEFINED(c.revoking)",
      {},
      allocationSchema,
      { partitionKey: performanceId },
    ),

  /** Those whose reservation is being told of a move. */
  movingAllocations: (performanceId: string): Promise<Allocation[]> =>
    queryDocuments(
      container,
      `SELECT * FROM c WHERE c.phase IN (${LIVE}) AND IS_DEFINED(c.moving)`,
      {},
      allocationSchema,
      { partitionKey: performanceId },
    ),
});
export type SeatStore = ReturnType<typeof seatStore>;

/** The projection of what is free, in the container `availability`, one document a performance. */
export const availabilityStore = (container: Container) => ({
  /** `etag` is undefined as long as no seat was ever taken. */
  async read(performanceId: string): Promise<PerhapsStored<Availability>> {
    const known = await readDocument(container, performanceId, performanceId, availabilitySchema);
    return known ?? { value: emptyAvailability(performanceId), etag: undefined };
  },

  /** What a rebuild writes over, whatever is stored, for it may be what no reader can read. */
  async readToReplace(performanceId: string): Promise<PerhapsStored<Availability>> {
    const value = emptyAvailability(performanceId);
    const known = await readDocument(container, performanceId, performanceId, z.object({}));
    if (known === undefined) return { value, etag: undefined };
    return {
      value,
      etag: known.etag,
      unread: { stored: { ...known.unread.stored, blocks: null }, known: {} },
    };
  },

  write: (next: PerhapsStored<Availability>): Promise<'committed' | 'conflict'> => {
    const { performanceId } = next.value;
    return commit(container, performanceId, [write(next, { id: performanceId, ...next.value })]);
  },
});
export type AvailabilityStore = ReturnType<typeof availabilityStore>;

async function byKey<T>(
  ids: readonly string[],
  read: (id: string) => Promise<T | undefined>,
): Promise<Map<string, T>> {
  const found = await Promise.all(ids.map(async (id) => [id, await read(id)] as const));
  return new Map(found.flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const])));
}
