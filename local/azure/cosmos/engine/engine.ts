import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../clock';
import { systemClock } from '../../clock';
import { Catalog } from './catalog';
import { ChargeLedger } from './chargeLedger';
import { deleteCharge, sumOfCharges } from './charges';
import type { Container } from './container';
import type { WriteMoment } from './itemWrite';
import { openStorage } from './storage';
import { Throttle } from './throttle';

export type EngineOptions = {
  /** A file, or `:memory:`. */
  readonly file: string;
  readonly clock?: Clock;
  /** Request units that each container has for a second. Without it there is no limit. */
  readonly ruPerSecond?: number | undefined;
  /** A serverless account is charged for the deletion of what has expired. Others do it with what they have left. */
  readonly isServerless?: boolean | undefined;
};

/** What a container's items with a time to live will cost when they expire, on a serverless account. */
export type Expiring = { readonly container: string; readonly count: number; readonly charge: number };

type Weight = { readonly bytes: number; readonly terms: number };
const WEIGHT = 'octet_length(body) AS bytes, terms';
const deletionOf = ({ bytes, terms }: Weight): number => deleteCharge(bytes, terms);

/** As the ledger and the throttle call a container. */
export const nameOf = ({ databaseId, definition }: Container): string => `${databaseId}/${definition.id}`;

/**
 * An account of Azure Cosmos DB for NoSQL in one SQLite file, in process. Every call completes before it returns. One
 * engine at a time may have the file open.
 */
export class CosmosEngine {
  readonly clock: Clock;
  readonly catalog: Catalog;
  readonly charges = new ChargeLedger();
  readonly throttle: Throttle;
  private readonly isServerless: boolean;
  private readonly storage: DatabaseSync;

  constructor({ file, clock = systemClock, ruPerSecond = 0, isServerless = false }: EngineOptions) {
    this.clock = clock;
    this.isServerless = isServerless;
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
      const gone = container
        .statement(
          `DELETE FROM ${container.table} WHERE row IN
             (SELECT row FROM ${container.table} WHERE expires <= ? LIMIT ?)
           RETURNING ${WEIGHT}`,
        )
        .all(this.clock.now(), limit) as Weight[];
      purged += gone.length;
      if (this.isServerless)
        for (const charge of gone.map(deletionOf)) this.charges.add(nameOf(container), 'expire', charge);
    }
    return purged;
  }

  /** What is still to expire. */
  expiring(): Expiring[] {
    return [...this.catalog.openContainers()].map((container) => {
      const items = container
        .statement(`SELECT ${WEIGHT} FROM ${container.table} WHERE expires IS NOT NULL`)
        .all() as Weight[];
      const charge = sumOfCharges(items.map(deletionOf));
      return { container: nameOf(container), count: items.length, charge };
    });
  }

  close(): void {
    this.storage.close();
  }
}
