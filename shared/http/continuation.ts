import { z } from 'zod';
import { invalidMember } from './request';

/** Items of a list after this key, and how many at most. */
export type Page = { readonly after: string | undefined; readonly limit: number };

const limit = z.coerce.number().int().min(1).max(100);

/** The members of a query by which a list is asked for, page by page. */
export const pageQuery = {
  limit: limit.default(20),
  continuation: z.string().max(500).optional(),
};

/** The same for a list that most look through to its end. */
export const longPageQuery = { ...pageQuery, limit: limit.default(100) };

/**
 * Where a page ended, as the client sends it back. It is the last item's place in a list that is ordered by one stored
 * key. There is one key, because Cosmos DB orders by two only with a composite index.
 */
export const continuationAfter = (listKey: string): string => Buffer.from(listKey).toString('base64url');

/** The key of the last item of the page before. Throws `invalid-request` for what no page ended with. */
export function listKeyAfter(continuation: string | undefined): string | undefined {
  if (continuation === undefined) return undefined;
  const listKey = Buffer.from(continuation, 'base64url').toString();
  if (!/^\d{4}-\d\d-\d\d\S* [\w.:-]+$/.test(listKey)) {
    throw invalidMember('/continuation', 'Send back the continuation of the page before.');
  }
  return listKey;
}

/** The same for a list in the order of a text that people chose. */
export const continuedAfter = (continuation: string | undefined): string | undefined =>
  continuation === undefined ? undefined : Buffer.from(continuation, 'base64url').toString();

/** The items and, when there may be more, how to go on. */
export const pageOf = <T, View>(
  items: readonly T[],
  limit: number,
  listKey: (item: T) => string,
  view: (item: T) => View,
) => {
  const last = items.length === limit ? items.at(-1) : undefined;
  return {
    items: items.map(view),
    ...(last === undefined ? {} : { continuation: continuationAfter(listKey(last)) }),
  };
};
