import type { Container } from '../engine/container';
import { isLive } from '../engine/container';
import type { Query } from './ast';
import type { Candidate } from './candidates';
import type { SqlFilter } from './sqlFilter';
import { pathOf, rootAlias } from './sqlFilter';
import type { Value } from './values';

/** An ORDER BY that an index column can answer, so that a page loads only what it shows. */
export type SqlOrder = { readonly column: string; readonly descending: boolean };

const whereSql = (conditions: readonly string[]): string => `WHERE ${conditions.join(' AND ')}`;

/**
 * The order in SQL, if the query sorts whole items of all partitions by one indexed path, and every item the filter
 * lets through has a string or a number there. Only those are in the column.
 */
export function sqlOrder(
  container: Container,
  now: number,
  query: Query,
  filter: SqlFilter,
  columnFor: (segments: readonly string[]) => string | undefined,
): SqlOrder | undefined {
  const [only, ...others] = query.orderBy;
  const root = rootAlias(query);
  if (only === undefined || others.length > 0 || root === undefined || query.sources.length !== 1)
    return undefined;
  const segments = pathOf(only.expression, root);
  if (segments === undefined || !container.policy.includes(segments)) return undefined;
  const column = columnFor(segments);
  if (column === undefined) return undefined;
  const unsorted = container
    .statement(
      `SELECT 1 FROM ${container.table}
       ${whereSql([...filter.conditions, `${column} IS NULL`, '(expires IS NULL OR expires > ?)'])} LIMIT 1`,
    )
    .get(...filter.values, now);
  return unsorted === undefined ? { column, descending: only.descending } : undefined;
}

/** Live items in the order, starting at the value `from`. Equals are as ORDER BY has them. */
export function* orderedCandidates(
  container: Container,
  now: number,
  filter: SqlFilter,
  { column, descending }: SqlOrder,
  from: Value,
): Generator<Candidate> {
  const resumes = typeof from === 'string' || typeof from === 'number';
  const conditions = [
    ...filter.conditions,
    `${column} IS NOT NULL`,
    ...(resumes ? [`${column} ${descending ? '<=' : '>='} ?`] : []),
  ];
  const direction = descending ? 'DESC' : 'ASC';
  const rows = container.statement(
    `SELECT row FROM ${container.table} ${whereSql(conditions)} ORDER BY ${column} ${direction}, row ${direction}`,
  );
  const item = container.statement(`SELECT row, expires, body FROM ${container.table} WHERE row = ?`);
  for (const found of rows.iterate(...filter.values, ...(resumes ? [from] : []))) {
    const candidate = item.get(found.row as number) as Candidate & { expires: number | null };
    if (isLive(candidate, now)) yield candidate;
  }
}
