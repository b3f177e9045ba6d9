import { feedCharge } from './charges';
import type { Container } from './container';
import { badRequest } from './errors';
import { type PartitionScope, scopeConditions } from './partitionScope';

/** Where to read on, after a log sequence number or from a moment (ms since the epoch). */
export type FeedStart = { readonly afterLsn: number } | { readonly sinceMs: number };

export type FeedPage = {
  /** Items as JSON text, each with its `_lsn`, oldest change first. */
  readonly items: readonly string[];
  /** Pass as `afterLsn` to read on. */
  readonly lsn: number;
  readonly charge: number;
};

type Row = { readonly lsn: number; readonly body: string };

/** What every feed page is limited to when the reader does not say. */
const DEFAULT_PAGE = 100;

/**
 * One page of the latest-version change feed. A page never ends inside a log sequence number, so what one batch wrote
 * arrives together even if that makes the page longer than asked. Expired items are left out, and deletes leave no
 * trace.
 */
export function readChangeFeed(
  container: Container,
  now: number,
  start: FeedStart,
  scope: PartitionScope | undefined,
  maxItems = DEFAULT_PAGE,
): FeedPage {
  if (!Number.isInteger(maxItems) || maxItems < 1) throw badRequest('max item count must be positive.');
  const { table, sequence } = container;
  const { conditions, values } = scopeConditions(scope);
  const from =
    'afterLsn' in start
      ? { sql: 'lsn > ?', value: start.afterLsn }
      : { sql: 'modified >= ?', value: start.sinceMs };
  const where = [from.sql, ...conditions, '(expires IS NULL OR expires > ?)'].join(' AND ');
  const bounds = [from.value, ...values, now];
  const last = container
    .statement(`SELECT lsn FROM ${table} WHERE ${where} ORDER BY lsn LIMIT 1 OFFSET ?`)
    .get(...bounds, maxItems - 1) as { lsn: number } | undefined;
  const upTo = last?.lsn ?? sequence.current();
  const rows = container
    .statement(`SELECT lsn, body FROM ${table} WHERE ${where} AND lsn <= ? ORDER BY lsn, row`)
    .all(...bounds, upTo) as Row[];
  return {
    items: rows.map((row) => `${row.body.slice(0, -1)},"_lsn":${row.lsn}}`),
    lsn: upTo,
    charge: feedCharge(rows.map((row) => row.body.length)),
  };
}
