/** What remembers between two pages of one tab: `sessionStorage`, or a map in a test. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * The Idempotency-Key of one intent, the same until the intent is settled. A double tap, a reload or a lost answer
 * repeats the request with this key, and the server does it once.
 */
export function keyOf(storage: TabStorage, intent: string): string {
  const name = `intent:${intent}`;
  const kept = storage.getItem(name);
  if (kept !== null) return kept;
  const key = crypto.randomUUID();
  storage.setItem(name, key);
  return key;
}

/** The intent has its final answer: wanting the same again is a new intent. */
export const settle = (storage: TabStorage, intent: string): void => storage.removeItem(`intent:${intent}`);
