import type { Clock } from '../../clock';
import type { Entities, Entity } from './entity';
import type { Operation } from './operations';
import type { Store } from './store';

/** What every operation of the engine works with. */
export type EngineContext = {
  readonly store: Store;
  readonly entities: Entities;
  readonly clock: Clock;
  /** Counts one billable operation (or several). */
  readonly count: (operation: Operation, times?: number) => void;
  /** Says that something can now be received from an entity. */
  readonly available: (entity: Entity) => void;
  /** Says that a message is due for the broker's attention at a time. */
  readonly due: (at: number) => void;
};
