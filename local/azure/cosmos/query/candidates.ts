import type { Container } from '../engine/container';
import { isLive } from '../engine/container';
import type { SqlFilter } from './sqlFilter';

export type Candidate = { readonly row: number; readonly body: string };

/**
 * Live items the filter lets through, oldest first, from after `afterRow`. With a filter the row numbers come from an
 * index first and the items one by one, so that a page loads no more than it shows.
 */
export function candidates(
  container: Container,
  now: number,
  filter: SqlFilter,
  afterRow: number,
): Generator<Candidate> {
  return filter.conditions.length === 0
    ? everyItem(container, now, afterRow)
    : filteredItems(container, now, filter, afterRow);
}

const READ_AT_ONCE = 500;

function* everyItem(container: Container, now: number, afterRow: number): Generator<Candidate> {
  const all = container.statement(
    `SELECT row, body FROM ${container.table} WHERE row > ? AND (expires IS NULL OR expires > ?) ORDER BY row LIMIT ${READ_AT_ONCE}`,
  );
  let rows: Candidate[];
  let last = afterRow;
  do {
    rows = all.all(last, now) as Candidate[];
    yield* rows;
    last = rows.at(-1)?.row ?? last;
  } while (rows.length === READ_AT_ONCE);
}

function* filteredItems(
  container: Container,
  now: number,
  { conditions, values }: SqlFilter,
  afterRow: number,
): Generator<Candidate> {
  const { table } = container;
  const rows = container
    .statement(`SELECT row FROM ${table} WHERE ${conditions.join(' AND ')}`)
    .all(...values) as { row: number }[];
  const item = container.statement(`SELECT row, expires, body FROM ${table} WHERE row = ?`);
  const wanted = rows.map(({ row }) => row).filter((row) => row > afterRow);
  for (const row of wanted.sort((a, b) => a - b)) {
    const found = item.get(row) as (Candidate & { expires: number | null }) | undefined;
    if (found !== undefined && isLive(found, now)) yield found;
  }
}
