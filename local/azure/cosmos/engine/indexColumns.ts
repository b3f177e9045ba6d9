import type { DatabaseSync } from 'node:sqlite';
import type { Json, JsonObject } from './json';
import { isObject } from './json';

/**
 * A scalar path of the items copied into a column with an SQLite index. A column is added the first time a query
 * filters by an indexed path, so writes pay only for what is asked for.
 */
export type IndexColumn = { readonly name: string; readonly segments: readonly string[] };

/** More would slow writes down for little. Queries by further paths scan. */
export const MAX_INDEX_COLUMNS = 16;

/** Strings and numbers only. A query by anything else scans. */
export function columnValue(item: JsonObject, segments: readonly string[]): string | number | null {
  let value: Json | undefined = item;
  for (const segment of segments) {
    if (!isObject(value)) return null;
    value = value[segment];
  }
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

export const sameSegments = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((segment, i) => segment === b[i]);

/** Adds the column, fills it from the items there are, and indexes it. Runs in the caller's transaction. */
export function addIndexColumn(
  storage: DatabaseSync,
  container: number,
  columns: readonly IndexColumn[],
  segments: readonly string[],
): IndexColumn[] {
  const column = { name: `x${columns.length}`, segments };
  const table = `items_${container}`;
  storage.exec(`ALTER TABLE ${table} ADD COLUMN ${column.name}`);
  const fill = storage.prepare(`UPDATE ${table} SET ${column.name} = ? WHERE row = ?`);
  const page = storage.prepare(`SELECT row, body FROM ${table} WHERE row > ? ORDER BY row LIMIT 1000`);
  for (let last = 0; ; ) {
    const rows = page.all(last) as { row: number; body: string }[];
    for (const { row, body } of rows) {
      const value = columnValue(JSON.parse(body) as JsonObject, segments);
      if (value !== null) fill.run(value, row);
      last = row;
    }
    if (rows.length < 1000) break;
  }
  storage.exec(
    `CREATE INDEX ${table}_${column.name} ON ${table} (${column.name}) WHERE ${column.name} IS NOT NULL`,
  );
  return [...columns, column];
}
