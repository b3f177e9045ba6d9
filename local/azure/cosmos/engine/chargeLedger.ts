export type ChargeEntry = {
  readonly container: string;
  readonly operation: string;
  readonly count: number;
  /** Request units. */
  readonly charge: number;
};

/** What one logical partition was charged. A change feed is read for a whole container and is in none. */
export type PartitionCharge = {
  readonly container: string;
  readonly partition: string;
  readonly charge: number;
};

const MAX_PARTITIONS = 100_000;
const PARTITIONS_SHOWN = 50;

/** Sums the request charge of each operation on each container and of each partition, for benchmarks. */
export class ChargeLedger {
  private readonly entries = new Map<string, { count: number; charge: number }>();
  private readonly partitions = new Map<string, number>();

  add(container: string, operation: string, charge: number, partition?: string): void {
    const entry = entryOf(this.entries, `${container}\u0000${operation}`);
    entry.count += 1;
    entry.charge += charge;
    if (partition !== undefined) this.addToPartition(`${container}\u0000${partition}`, charge);
  }

  private addToPartition(key: string, charge: number): void {
    const known = this.partitions.get(key);
    if (known === undefined && this.partitions.size >= MAX_PARTITIONS) return;
    this.partitions.set(key, (known ?? 0) + charge);
  }

  list(): ChargeEntry[] {
    return [...this.entries].map(([key, { count, charge }]) => {
      const [container, operation] = partsOf(key);
      return { container, operation, count, charge: round(charge) };
    });
  }

  /** The dearest partitions first. */
  dearest(): PartitionCharge[] {
    return [...this.partitions]
      .sort(([, a], [, b]) => b - a)
      .slice(0, PARTITIONS_SHOWN)
      .map(([key, charge]) => {
        const [container, partition] = partsOf(key);
        return { container, partition, charge: round(charge) };
      });
  }

  reset(): void {
    this.entries.clear();
    this.partitions.clear();
  }
}

const round = (charge: number): number => Math.round(charge * 100) / 100;

function partsOf(key: string): [string, string] {
  const [first = '', second = ''] = key.split('\u0000');
  return [first, second];
}

function entryOf(entries: Map<string, { count: number; charge: number }>, key: string) {
  const known = entries.get(key) ?? { count: 0, charge: 0 };
  entries.set(key, known);
  return known;
}
