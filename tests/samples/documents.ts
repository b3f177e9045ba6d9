import type { Versioned } from '../../shared/kernel/versioned';

/** Documents under ETags in memory: a write under another ETag than the last one is a conflict. */
export function documentsInMemory<Value>(keyOf: (value: Value) => string) {
  const stored = new Map<string, Versioned<Value>>();
  let writes = 0;
  return {
    read: async (key: string): Promise<Versioned<Value> | undefined> => stored.get(key),
    write: async (value: Value, etag: string | undefined): Promise<'committed' | 'conflict'> => {
      if (stored.get(keyOf(value))?.etag !== etag) return 'conflict';
      stored.set(keyOf(value), { value, etag: `"${++writes}"` });
      return 'committed';
    },
    all: (): Value[] => [...stored.values()].map(({ value }) => value),
  };
}
