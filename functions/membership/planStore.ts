import type { Container } from '@azure/cosmos';
import { z } from 'zod';
import { commit, commitDocument, queryDocuments, readDocument } from '../../shared/cosmos/cosmos';
import { keepUnread } from '../../shared/cosmos/keepUnread';
import type { Page } from '../../shared/http/continuation';
import type { Versioned } from '../../shared/kernel/versioned';
import { type Plan, planSchema } from './domain/plan';

const KIND = 'plan';
const listedSchema = planSchema.extend({ listKey: z.string() });
export type ListedPlan = z.infer<typeof listedSchema>;

/** What was removed has no place in the list. */
const document = (plan: Plan): object => ({
  id: plan.planId,
  kind: KIND,
  ...(plan.status === 'removed' ? {} : { listKey: `${plan.name} ${plan.planId}` }),
  ...plan,
});

/** The container `plans`, one partition a plan. */
export const planStore = (container: Container) => ({
  read: (planId: string): Promise<Versioned<Plan> | undefined> =>
    readDocument(container, planId, planId, planSchema, KIND),

  create: (plan: Plan) =>
    commit(container, plan.planId, [{ operationType: 'Create', resourceBody: document(plan) as never }]),

  replace: ({ value, etag, unread }: Versioned<Plan>): Promise<Versioned<Plan> | 'conflict'> =>
    commitDocument(container, value.planId, {
      value,
      operation: {
        operationType: 'Replace',
        id: value.planId,
        resourceBody: keepUnread(document(value), unread, ['listKey']) as never,
        ifMatch: etag,
      },
    }),

  /** What is offered, by name. */
  list: ({ after = '', limit }: Page): Promise<ListedPlan[]> =>
    queryDocuments(
      container,
      `SELECT * FROM c WHERE c.listKey > @after ORDER BY c.listKey OFFSET 0 LIMIT ${limit}`,
      { after },
      listedSchema,
      { limit },
    ),
});
export type PlanStore = ReturnType<typeof planStore>;
