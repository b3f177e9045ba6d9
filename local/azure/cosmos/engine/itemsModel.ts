import fc from 'fast-check';
import type { JsonObject, MutableObject } from './json';

export const PARTITIONS = ['p', 'q'];
export const IDS = ['a', 'b', 'c'];
const START = Date.parse('2026-11-20T10:00:00.250Z');

export type Operation = {
  readonly type: 'Create' | 'Upsert' | 'Replace' | 'Patch' | 'Delete' | 'Read';
  readonly id: string;
  readonly n: number;
  readonly note: string;
  readonly ttl?: number;
  readonly ifMatch?: '*' | 'current' | 'former';
  /** The condition of a patch, which is the value that `n` must have. */
  readonly onlyIf?: number;
};
export type Step =
  | { readonly step: 'one'; readonly partition: string; readonly operation: Operation }
  | { readonly step: 'batch'; readonly partition: string; readonly operations: readonly Operation[] }
  | { readonly step: 'feed'; readonly reader: number }
  | { readonly step: 'feedSince'; readonly secondsAgo: number }
  | { readonly step: 'wait'; readonly ms: number }
  | { readonly step: 'defaultTtl'; readonly seconds: number }
  | { readonly step: 'purge' }
  | { readonly step: 'reopen'; readonly isKilled: boolean };

const partition = fc.constantFrom(...PARTITIONS);
const operation: fc.Arbitrary<Operation> = fc.record(
  {
    type: fc.constantFrom('Create', 'Upsert', 'Replace', 'Patch', 'Delete', 'Read'),
    id: fc.constantFrom(...IDS),
    n: fc.integer({ min: 0, max: 2 }),
    note: fc.string({ unit: 'grapheme', maxLength: 3 }),
    ttl: fc.constantFrom(-1, 1, 7),
    ifMatch: fc.constantFrom('*', 'current', 'current', 'former'),
    onlyIf: fc.integer({ min: 0, max: 2 }),
  },
  { requiredKeys: ['type', 'id', 'n', 'note'] },
);
/** Whatever may happen to a container. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ step: fc.constant('one'), partition, operation }) },
  {
    weight: 4,
    arbitrary: fc.record({
      step: fc.constant('batch'),
      partition,
      operations: fc.array(operation, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 6, arbitrary: fc.record({ step: fc.constant('feed'), reader: fc.nat({ max: 3 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ step: fc.constant('feedSince'), secondsAgo: fc.nat({ max: 5 }) }),
  },
  { weight: 2, arbitrary: fc.record({ step: fc.constant('wait'), ms: fc.constantFrom(1, 999, 1000, 5000) }) },
  {
    weight: 1,
    arbitrary: fc.record({ step: fc.constant('defaultTtl'), seconds: fc.constantFrom(-1, 2, 10) }),
  },
  { weight: 1, arbitrary: fc.record({ step: fc.constant('purge') }) },
  { weight: 1, arbitrary: fc.record({ step: fc.constant('reopen'), isKilled: fc.boolean() }) },
);

/** An item as the model keeps it. `change` counts writes, and what one batch wrote has one. */
export type Kept = {
  readonly item: MutableObject;
  readonly change: number;
  readonly modifiedMs: number;
  /** Given by the engine, and empty until it has answered. */
  etag: string;
};
export type Partition = Map<string, Kept>;
export type Outcome = { readonly status: number; readonly kept?: Kept };

/** What the container should hold, for each partition its living items. */
export class ItemsModel {
  nowMs = START;
  change = 0;
  defaultTtl = -1;
  readonly partitions = new Map<string, Partition>(PARTITIONS.map((each) => [each, new Map()]));
  readonly etagsGiven = new Set<string>();
  private readonly formerEtags = new Map<string, string>();

  of(name: string): Partition {
    return this.partitions.get(name) as Partition;
  }

  ifMatch(name: string, { id, ifMatch }: Operation): string | undefined {
    const former = this.formerEtags.get(`${name}/${id}`);
    const etag = { '*': '*', current: this.of(name).get(id)?.etag, former };
    return ifMatch && (etag[ifMatch] ?? '"of nothing"');
  }

  /** What the operations do if all are done. The first that is refused is the last outcome. */
  plan(name: string, operations: readonly Operation[]): { after: Partition; outcomes: Outcome[] } {
    const after = new Map(this.of(name));
    const outcomes: Outcome[] = [];
    for (const each of operations) {
      const outcome = this.carryOut(after, name, each);
      outcomes.push(outcome);
      if (outcome.status >= 400) break;
    }
    return { after, outcomes };
  }

  private carryOut(items: Partition, name: string, operation: Operation): Outcome {
    const { type, id } = operation;
    const before = items.get(id);
    const write = (status: number, item: MutableObject): Outcome => {
      const kept = { item, change: this.change + 1, modifiedMs: this.nowMs, etag: '' };
      items.set(id, kept);
      return { status, kept };
    };
    if (type === 'Create') return before ? { status: 409 } : write(201, wholeItem(name, operation));
    if (before === undefined) {
      return type === 'Upsert' ? write(201, wholeItem(name, operation)) : { status: 404 };
    }
    if (type === 'Read') return { status: 200, kept: before };
    if (this.isStale(name, operation, before)) return { status: 412 };
    switch (type) {
      case 'Delete':
        items.delete(id);
        return { status: 204 };
      case 'Patch':
        return write(200, patched(before.item, operation));
      case 'Upsert':
      case 'Replace':
        return write(200, wholeItem(name, operation));
      default:
        return type satisfies never;
    }
  }

  /** Whether the ETag or the patch's condition that the operation was sent upon holds no more. */
  private isStale(name: string, operation: Operation, before: Kept): boolean {
    const { type, onlyIf } = operation;
    const ifMatch = this.ifMatch(name, operation);
    if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== before.etag) return true;
    return type === 'Patch' && onlyIf !== undefined && before.item.n !== onlyIf;
  }

  adopt(name: string, after: Partition): void {
    for (const [id, { etag }] of this.of(name))
      if (after.get(id)?.etag !== etag) this.formerEtags.set(`${name}/${id}`, etag);
    this.partitions.set(name, after);
    this.change += 1;
  }

  forgetExpired(): void {
    for (const items of this.partitions.values()) {
      for (const [id, { item, modifiedMs }] of items) {
        const ttl = (item.ttl as number | undefined) ?? this.defaultTtl;
        if (ttl !== -1 && modifiedMs + ttl * 1000 <= this.nowMs) items.delete(id);
      }
    }
  }

  /** Items in the order of their last change, those of one change by name. */
  changed(name: string | undefined, where: (kept: Kept) => boolean): Kept[] {
    const names = name === undefined ? PARTITIONS : [name];
    return names
      .flatMap((each) => [...this.of(each).values()].filter(where))
      .sort((a, b) => a.change - b.change || (String(a.item.id) < String(b.item.id) ? -1 : 1));
  }
}

const wholeItem = (name: string, { id, n, note, ttl }: Operation) => ({
  id,
  pk: name,
  n,
  note,
  ...(ttl === undefined ? {} : { ttl }),
});

const patched = (item: MutableObject, { n, note }: Operation): MutableObject => ({
  ...item,
  n: (item.n as number) + n,
  note,
});

export const keyOf = (name: string): string => JSON.stringify([name]);

/** An operation as the SDK sends it. */
export function wireForm(model: ItemsModel, name: string, operation: Operation): JsonObject {
  const { type, id, n, note, onlyIf } = operation;
  const ifMatch = model.ifMatch(name, operation);
  const operations = [
    { op: 'incr', path: '/n', value: n },
    { op: 'set', path: '/note', value: note },
  ];
  const patch = onlyIf === undefined ? operations : { operations, condition: `from c where c.n = ${onlyIf}` };
  return {
    operationType: type,
    id,
    partitionKey: keyOf(name),
    resourceBody: type === 'Patch' ? patch : wholeItem(name, operation),
    ...(ifMatch === undefined ? {} : { ifMatch }),
  };
}
