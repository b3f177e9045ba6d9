import type { Clock } from '../../../shared/clock';
import { CosmosError } from './errors';

type Budget = { readonly perSecond: number; second: number; spent: number };

/** A test knob: a limit of request units per second on a container, refused with 429 when it is used up. */
export class Throttle {
  private readonly budgets = new Map<string, Budget>();

  constructor(private readonly clock: Clock) {}

  /** @param perSecond request units; `undefined` lifts the limit */
  limit(container: string, perSecond: number | undefined): void {
    if (perSecond === undefined) this.budgets.delete(container);
    else this.budgets.set(container, { perSecond, second: 0, spent: 0 });
  }

  /** Throws 429 if this second's units are spent. The request that crosses the limit still passes, as in the service. */
  check(container: string): void {
    const budget = this.budgets.get(container);
    if (budget === undefined) return;
    const now = this.clock.now();
    const second = Math.floor(now / 1000);
    if (second !== budget.second) {
      budget.second = second;
      budget.spent = 0;
    }
    if (budget.spent < budget.perSecond) return;
    throw new CosmosError(429, 'Request rate is large. More Request Units may be needed.', {
      substatus: 3200,
      retryAfterMs: 1000 - (now % 1000),
    });
  }

  spend(container: string, charge: number): void {
    const budget = this.budgets.get(container);
    if (budget !== undefined) budget.spent += charge;
  }
}
