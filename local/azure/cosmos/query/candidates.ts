import type { Container } from '../engine/container';
import { isLive } from '../engine/container';
import type { SqlFilter } from './sqlFilter';

export type Candidate = { readonly row: number; readonly body: string };

/**
 * Live items the filter lets through, oldest first, from after `afterRow`. With a filter the row numbers come from an
 * index first and the items one by one, so that a page loads no more than it shows.
 */
export function* candidates(
  container: Container,
  now: number,
  filter: SqlFilter,
  afterRow: number,
): Generator<Candidate> {
  const { table } = container;
  if (filter.conditions.length === 0) {
    const all = container.statement(
      `SELECT row, body FROM ${table} WHERE row > ? AND (expires IS NULL OR expires > ?) ORDER BY row LIMIT 500`,
    );
    for (let last = afterRow; ; ) {
      const rows = all.all(last, now) as Candidate[];
      yield* rows;
      const end = rows.at(-1);
      if (end === undefined || rows.length < 500) return;
      last = end.row;
    }
  }
  const rows = container
    .statement(`SELECT row FROM ${table} WHERE ${filter.conditions.join(' AND ')}`)
    .all(...filter.values) as { row: number }[];
  const item = container.statement(`SELECT row, expires, body FROM ${table} WHERE row = ?`);
  const wanted = rows.map(({ row }) => row).filter((row) => row > afterRow);
  for (const row of wanted.sort((a, b) => a - b)) {
    const found = item.get(row) as (Candidate & { expires: number | null }) | undefined;
    if (found !== undefined && isLive(found, now)) yield found;
  }
}
