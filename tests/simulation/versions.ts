type Version<T> = { readonly lsn: number; readonly document: T };

/** Every version each item of a container ever had, so that a replica that is behind can be read. */
export class Versions<T> {
  private readonly items = new Map<string, Version<T>[]>();
  private readonly moments: { readonly lsn: number; readonly atMs: number }[] = [];
  latest = 0;

  add(key: string, id: string, lsn: number, atMs: number, document: T): void {
    const name = `${key}/${id}`;
    const versions = this.items.get(name);
    const version = { lsn, document };
    if (versions === undefined) this.items.set(name, [version]);
    else versions.push(version);
    if (lsn > this.latest) this.moments.push({ lsn, atMs });
    this.latest = lsn;
  }

  /** The item as it was after the change `lsn`; undefined when it was not there yet. */
  asOf(key: string, id: string, lsn: number): T | undefined {
    return this.items.get(`${key}/${id}`)?.findLast((version) => version.lsn <= lsn)?.document;
  }

  /** The first change that a replica not further behind than since `sinceMs` has. */
  oldestSince(sinceMs: number): number {
    let index = this.moments.length - 1;
    while (index >= 0 && (this.moments[index]?.atMs ?? 0) >= sinceMs) index -= 1;
    return index < 0 ? 0 : (this.moments[index]?.lsn ?? 0);
  }
}
