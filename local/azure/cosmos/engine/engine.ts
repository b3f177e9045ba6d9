import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../../../shared/kernel/clock';
import { systemClock } from '../../../../shared/kernel/clock';
import { Catalog } from './catalog';
import { ChargeLedger } from './chargeLedger';
import type { Container } from './container';
import type { WriteMoment } from './itemWrite';
import { openStorage } from './storage';
import { Throttle } from './throttle';

export type EngineOptions = {
  /** A file, or `:memory:`. */
  readonly file: string;
  readonly clock?: Clock;
  /** Request units that each container has for a second; without it there is no limit. */
  readonly ruPerSecond?: number | undefined;
};

/**
 * An account of Azure Cosmos DB for NoSQL in one SQLite file, in process. Every call completes before it returns; one
 * engine at a time may have the file open.
 */
export class CosmosEngine {
  readonly clock: Clock;
  readonly catalog: Catalog;
  readonly charges = new ChargeLedger();
  readonly throttle: Throttle;
  private readonly storage: DatabaseSync;

  constructor({ file, clock = systemClock, ruPerSecond = 0 }: EngineOptions) {
    this.clock = clock;
    this.storage = openStorage(file);
    this.catalog = new Catalog(this.storage, clock);
    this.throttle = new Throttle(clock, ruPerSecond);
  }

  now(): number {
    return this.clock.now();
  }

  moment(container: Container): WriteMoment {
    return { now: this.clock.now(), lsn: container.sequence.next(), ordinal: 0 };
  }

  /** Removes up to `limit` expired items of each container for good, and tells how many. Nothing shows the difference. */
  purgeExpired(limit = 500): number {
    let purged = 0;
    for (const container of this.catalog.openContainers()) {
      const { changes } = container
        .statement(
          `DELETE FROM ${container.table} WHERE row IN
             (SELECT row FROM ${container.table} WHERE expires <= ? LIMIT ?)`,
        )
        .run(this.clock.now(), limit);
      purged += Number(changes);
    }
    return purged;
  }

  close(): void {
    this.storage.close();
  }
}
