type Entry<T> = { readonly at: number; readonly order: number; readonly value: T };

/** Values by time; those of the same time in the order they came. */
export class TimerHeap<T> {
  private readonly entries: Entry<T>[] = [];
  private pushed = 0;

  push(at: number, value: T): void {
    const { entries } = this;
    let index = entries.push({ at, order: this.pushed++, value }) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.isBefore(index, parent)) return;
      this.swap(index, parent);
      index = parent;
    }
  }

  nextAt(): number | undefined {
    return this.entries[0]?.at;
  }

  /** The earliest value if its time has come by `now`. */
  popUntil(now: number): T | undefined {
    const { entries } = this;
    const first = entries[0];
    if (first === undefined || first.at > now) return undefined;
    const last = entries.pop() as Entry<T>;
    if (entries.length > 0) {
      entries[0] = last;
      this.sink();
    }
    return first.value;
  }

  private sink(): void {
    for (let index = 0; ; ) {
      let least = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        if (child < this.entries.length && this.isBefore(child, least)) least = child;
      }
      if (least === index) return;
      this.swap(index, least);
      index = least;
    }
  }

  private isBefore(i: number, j: number): boolean {
    const a = this.entries[i] as Entry<T>;
    const b = this.entries[j] as Entry<T>;
    return a.at === b.at ? a.order < b.order : a.at < b.at;
  }

  private swap(i: number, j: number): void {
    const { entries } = this;
    [entries[i], entries[j]] = [entries[j] as Entry<T>, entries[i] as Entry<T>];
  }
}
