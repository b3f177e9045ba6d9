import type { Container } from '@azure/cosmos';
import { z } from 'zod';
import { commit, readDocument } from '../../../shared/cosmos/cosmos';

const KIND = 'reconciliation';
const ID = 'reservation';

/** How far a reconciliation is, so that the next run of its timer goes on there. Times are UTC. */
const runSchema = z.object({
  startedAt: z.string(),
  /** The place in the list of the last reservation that was compared. */
  after: z.string().optional(),
  endedAt: z.string().optional(),
  compared: z.int(),
  differing: z.int(),
  unanswered: z.int(),
});
export type ReconciliationRun = Readonly<z.infer<typeof runSchema>>;

/** One document in the container `pending`. Two that write it at once compare some reservations twice, which is no harm. */
export const reconciliationRuns = (container: Container) => ({
  latest: async (): Promise<ReconciliationRun | undefined> =>
    (await readDocument(container, ID, KIND, runSchema))?.value,
  write: (run: ReconciliationRun): Promise<unknown> =>
    commit(container, KIND, [
      { operationType: 'Upsert', resourceBody: { id: ID, kind: KIND, ...run } as never },
    ]),
});
export type ReconciliationRuns = ReturnType<typeof reconciliationRuns>;
