export type ChargeEntry = {
  readonly container: string;
  readonly operation: string;
  readonly count: number;
  /** Request units. */
  readonly charge: number;
};

/** Sums the request charge of each operation on each container, for benchmarks. */
export class ChargeLedger {
  private readonly entries = new Map<string, { count: number; charge: number }>();

  add(container: string, operation: string, charge: number): void {
    const key = `${container}\u0000${operation}`;
    const entry = this.entries.get(key);
    if (entry === undefined) this.entries.set(key, { count: 1, charge });
    else {
      entry.count += 1;
      entry.charge += charge;
    }
  }

  list(): ChargeEntry[] {
    return [...this.entries].map(([key, { count, charge }]) => {
      const [container = '', operation = ''] = key.split('\u0000');
      return { container, operation, count, charge: Math.round(charge * 100) / 100 };
    });
  }

  reset(): void {
    this.entries.clear();
  }
}
