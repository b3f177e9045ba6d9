import type { Container, DeleteOperationInput } from '@azure/cosmos';
import { z } from 'zod';
import { commit, queryDocuments, readDocument } from '../../../shared/cosmos/cosmos';
import { keepUnread } from '../../../shared/cosmos/keepUnread';
import type { Page } from '../../../shared/http/continuation';
import type { Unread, Versioned } from '../../../shared/kernel/versioned';
import { musicalIdOf } from '../contract';
import { type Musical, musicalSchema } from './domain/musical';
import { type Performance, performanceSchema } from './domain/performance';
import type { PlanStore } from './planStore';

/** A performance's id carries its musical's, so that it is a point read. */
export const performanceIdOf = (musicalId: string, id: string): string => `${musicalId}.${id}`;

const musicalDocument = (musical: Musical, unread?: Unread): never =>
  keepUnread(
    { id: musical.musicalId, kind: 'musical', listKey: musicalListKey(musical), ...musical },
    unread,
  ) as never;

/** As it lies in its document, whose sections may be in a plan of their own. */
const storedPerformanceSchema = performanceSchema.partial({ sections: true });
type StoredPerformance = z.infer<typeof storedPerformanceSchema>;

/** `nextCheckAt` keeps a performance on the follow-up's list until all it owes its ticket holders is done. */
const performanceDocument = (
  { sections, ...performance }: Performance,
  nextCheckAt: string | undefined,
  unread?: Unread,
): never =>
  keepUnread(
    {
      id: performance.performanceId,
      kind: 'performance',
      ...performance,
      ...(performance.plan === undefined ? { sections } : {}),
      ...(nextCheckAt ? { nextCheckAt } : {}),
    },
    unread,
    ['nextCheckAt', 'listKey'],
  ) as never;

/** A musical's place in the programme, which is in the order of first days. */
export const musicalListKey = ({ startDate, musicalId }: Musical): string => `${startDate} ${musicalId}`;

/** Musicals and their performances, in the container `musicals`, one partition a musical. Plans lie in a store of their own. */
export const catalogueStore = (container: Container, plans: PlanStore) => ({
  musical: (musicalId: string): Promise<Versioned<Musical> | undefined> =>
    readDocument(container, musicalId, musicalId, musicalSchema, 'musical'),

  async performance(performanceId: string): Promise<Versioned<Performance> | undefined> {
    const partitionKey = musicalIdOf(performanceId);
    const known = await readDocument(
      container,
      performanceId,
      partitionKey,
      storedPerformanceSchema,
      'performance',
    );
    return known && { ...known, value: await withSections(plans, known.value) };
  },

  /** Musicals that run at some time from `from` to `to`, in the order of their first day. */
  async musicals(
    filter: { text?: string | undefined; from?: string | undefined; to?: string | undefined },
    page: Page,
  ): Promise<Musical[]> {
    const conditions = ["c.kind = 'musical'"];
    const parameters: Record<string, string> = {};
    const where = (condition: string, values: Record<string, string>) => {
      conditions.push(condition);
      Object.assign(parameters, values);
    };
    if (filter.text !== undefined)
      where('(CONTAINS(LOWER(c.title), @text) OR CONTAINS(LOWER(c.translations.en.title), @text))', {
        text: filter.text.toLowerCase(),
      });
    if (filter.from !== undefined) where('c.endDate >= @from', { from: filter.from });
    if (filter.to !== undefined) where('c.startDate <= @to', { to: filter.to });
    if (page.after !== undefined) where('c.listKey > @after', { after: page.after });
    const query = `SELECT * FROM c WHERE ${conditions.join(' AND ')} ORDER BY c.listKey OFFSET 0 LIMIT ${page.limit}`;
    return queryDocuments(container, query, parameters, musicalSchema, { limit: page.limit });
  },

  async performancesOf(musicalId: string): Promise<Performance[]> {
    const query = "SELECT * FROM c WHERE c.kind = 'performance'";
    const found = await queryDocuments(container, query, {}, storedPerformanceSchema, {
      partitionKey: musicalId,
    });
    return Promise.all(found.map((performance) => withSections(plans, performance)));
  },

  createMusical: (musical: Musical) =>
    commit(container, musical.musicalId, [
      { operationType: 'Create', resourceBody: musicalDocument(musical) },
    ]),

  replaceMusical: ({ value, etag, unread }: Versioned<Musical>) =>
    commit(container, value.musicalId, [
      {
        operationType: 'Replace',
        id: value.musicalId,
        resourceBody: musicalDocument(value, unread),
        ifMatch: etag,
      },
    ]),

  /** Removes the musical alone. Its performances stay, for those who were there. */
  removeMusical: ({ value, etag }: Versioned<Musical>) => {
    // The service takes the condition of a Delete and the SDK passes it on. Only its type does not know of it.
    const remove: DeleteOperationInput & { readonly ifMatch: string } = {
      operationType: 'Delete',
      id: value.musicalId,
      ifMatch: etag,
    };
    return commit(container, value.musicalId, [remove]);
  },

  async createPerformance(performance: Performance) {
    await savePlanOf(plans, performance);
    return commit(container, performance.musicalId, [
      { operationType: 'Create', resourceBody: performanceDocument(performance, undefined) },
    ]);
  },

  /** With `nextCheckAt` the follow-up looks at the performance then. */
  async replacePerformance({ value, etag, unread }: Versioned<Performance>, nextCheckAt: string | undefined) {
    await savePlanOf(plans, value);
    return commit(container, value.musicalId, [
      {
        operationType: 'Replace',
        id: value.performanceId,
        resourceBody: performanceDocument(value, nextCheckAt, unread),
        ifMatch: etag,
      },
    ]);
  },

  /** Whether a performance is still to be played in this venue. */
  async isPlayedIn(venueId: string, now: string): Promise<boolean> {
    const query =
      "SELECT c.performanceId FROM c WHERE c.kind = 'performance' AND c.venueId = @venueId AND c.status = 'scheduled' AND c.startsAt > @now";
    const found = await queryDocuments(container, query, { venueId, now }, performanceIdSchema, { limit: 1 });
    return found.length > 0;
  },

  /** Performances whose ticket holders are still to be looked after, the longest waiting first. */
  async performancesToCheck(now: string, limit: number): Promise<string[]> {
    const query =
      "SELECT c.performanceId FROM c WHERE c.kind = 'performance' AND c.nextCheckAt <= @now ORDER BY c.nextCheckAt";
    const rows = await queryDocuments(container, query, { now }, performanceIdSchema, { limit });
    return rows.map(({ performanceId }) => performanceId);
  },
});
export type CatalogueStore = ReturnType<typeof catalogueStore>;

const performanceIdSchema = z.object({ performanceId: z.string() });

async function withSections(
  plans: PlanStore,
  { sections, ...performance }: StoredPerformance,
): Promise<Performance> {
  const { plan } = performance;
  return { ...performance, sections: plan === undefined ? (sections ?? []) : await plans.sections(plan) };
}

/** The plan is there before a performance names it. What nobody names in the end does no harm. */
async function savePlanOf(plans: PlanStore, { plan, sections }: Performance): Promise<void> {
  if (plan !== undefined) await plans.save(plan, sections);
}
