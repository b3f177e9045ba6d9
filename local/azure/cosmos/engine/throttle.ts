import type { Clock } from '../../clock';
import { CosmosError } from './errors';

/** A limit of request units a second on each container, refused with 429 when it is used up. */
export class Throttle {
  private readonly spent = new Map<string, number>();
  private second = 0;

  /** @param perSecond request units, 0 for no limit */
  constructor(
    private readonly clock: Clock,
    private readonly perSecond: number,
  ) {}

  /** Throws 429 if this second's units are spent. The request that crosses the limit still passes, as in the service. */
  check(container: string): void {
    if (this.perSecond === 0) return;
    const now = this.clock.now();
    const second = Math.floor(now / 1000);
    if (second !== this.second) {
      this.second = second;
      this.spent.clear();
    }
    if ((this.spent.get(container) ?? 0) < this.perSecond) return;
    throw new CosmosError(429, 'Request rate is large. More Request Units may be needed.', {
      substatus: 3200,
      retryAfterMs: 1000 - (now % 1000),
    });
  }

  spend(container: string, charge: number): void {
    if (this.perSecond > 0) this.spent.set(container, (this.spent.get(container) ?? 0) + charge);
  }
}
