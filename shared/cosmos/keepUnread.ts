import { isDeepStrictEqual } from 'node:util';
import type { Unread } from '../kernel/versioned';

/** Members that Cosmos DB or a store writes itself. A document without one is meant to be without it. */
const isOwn = (name: string): boolean => name.startsWith('_') || name === 'kind' || name === 'ttl';

/**
 * The document with the members of the stored one that this code does not know. While an update rolls out, older and newer
 * hosts write the same documents, and an older one must not strip what a newer one has added. Whatever the code knows and
 * has removed stays removed. `own` names members that the store adds to what is read.
 */
export function keepUnread<T extends object>(
  document: T,
  unread: Unread | undefined,
  own: readonly string[] = [],
): T {
  if (unread === undefined) return document;
  const stored = Object.entries(unread.stored).filter(([name]) => !isOwn(name) && !own.includes(name));
  return merge(document, unread.known, Object.fromEntries(stored)) as T;
}

function merge(next: unknown, known: unknown, stored: unknown): unknown {
  if (Array.isArray(next) && Array.isArray(known) && Array.isArray(stored))
    return mergeItems(next, known, stored);
  return isObject(next) && isObject(known) && isObject(stored) ? mergeMembers(next, known, stored) : next;
}

type Members = Readonly<Record<string, unknown>>;

function mergeMembers(next: Members, known: Members, stored: Members): Members {
  const merged: Record<string, unknown> = { ...next };
  for (const [name, value] of Object.entries(stored)) {
    if (name in next) merged[name] = merge(next[name], known[name], value);
    else if (!(name in known)) merged[name] = value;
  }
  return merged;
}

/** An item is the same one as before when what is known of it is the same. */
const mergeItems = (next: readonly unknown[], known: readonly unknown[], stored: readonly unknown[]) =>
  next.map((item, index) => {
    const before = isDeepStrictEqual(item, known[index])
      ? index
      : known.findIndex((one) => isDeepStrictEqual(one, item));
    return before < 0 ? item : merge(item, known[before], stored[before]);
  });

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
