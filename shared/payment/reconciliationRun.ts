import type { Container } from '@azure/cosmos';
import { z } from 'zod';
import { commit, readDocument } from '../cosmos/cosmos';

const KIND = 'reconciliation';

/** How far a reconciliation is, so that the next run of its timer goes on there. Times are UTC. */
const runSchema = z.object({
  startedAt: z.string(),
  /** The place in the list of the last that was compared. */
  after: z.string().optional(),
  endedAt: z.string().optional(),
  compared: z.int(),
  differing: z.int(),
  unanswered: z.int(),
});
export type ReconciliationRun = Readonly<z.infer<typeof runSchema>>;

/**
 * One document in the container `pending` for what is compared under this id. Two that write it at once compare some twice,
 * which is no harm.
 */
export const reconciliationRuns = (container: Container, id: 'reservation' | 'bill') => ({
  latest: async (): Promise<ReconciliationRun | undefined> =>
    (await readDocument(container, id, KIND, runSchema))?.value,
  write: (run: ReconciliationRun): Promise<unknown> =>
    commit(container, KIND, [{ operationType: 'Upsert', resourceBody: { id, kind: KIND, ...run } as never }]),
});
export type ReconciliationRuns = ReturnType<typeof reconciliationRuns>;
