import type { Container } from '@azure/cosmos';
import { commit, readDocument, StoreUnavailable } from '../../../shared/cosmos/cosmos';
import { planSchema, readAs } from './domain/plan';
import type { SeatingPlan } from './domain/seatingPlan';

/** Plans kept in memory at most. The largest is about a megabyte. */
const MAX_PLANS = 50;

/**
 * The plans of performances, in the container `seatingPlans`, one document each. None is ever changed or deleted, so a host
 * reads each once and keeps it.
 */
export function planStore(container: Container) {
  const known = new Map<string, Promise<SeatingPlan>>();
  const keep = (id: string, sections: Promise<SeatingPlan>): Promise<SeatingPlan> => {
    const oldest = known.keys().next().value;
    if (known.size >= MAX_PLANS && oldest !== undefined) known.delete(oldest);
    known.set(id, sections);
    sections.catch(() => known.delete(id));
    return sections;
  };
  const read = async (id: string): Promise<SeatingPlan> => {
    const stored = await readDocument(container, id, id, planSchema);
    if (stored === undefined) throw new StoreUnavailable(`Plan ${id} is not to be seen yet.`);
    return readAs(id, stored.value.sections);
  };
  return {
    /** Throws StoreUnavailable when another host has only just written it, and it is not to be seen here yet. */
    sections: (id: string): Promise<SeatingPlan> => known.get(id) ?? keep(id, read(id)),

    /** One that is there already is the same. */
    async save(id: string, sections: SeatingPlan): Promise<void> {
      if (known.has(id)) return;
      const resourceBody = { id, sections } as never;
      const outcome = await commit(container, id, [{ operationType: 'Create', resourceBody }]);
      // A conflict also means a reply that was lost. Then it may not be there.
      if (outcome === 'conflict') await this.sections(id);
      else await keep(id, Promise.resolve(readAs(id, sections)));
    },
  };
}
export type PlanStore = ReturnType<typeof planStore>;
