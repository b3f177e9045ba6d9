import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { IndexColumn } from './indexColumns';
import { columnValue } from './indexColumns';
import type { CompiledPolicy, IndexingPolicy } from './indexingPolicy';
import { compilePolicy, DEFAULT_POLICY } from './indexingPolicy';
import type { JsonObject } from './json';
import type { PartitionKeyDefinition } from './partitionKey';
import { partitionKeyReader } from './partitionKey';
import { containerRid, databaseRid, documentRids } from './resourceIds';
import type { Sequence } from './sequence';

/** A container as its creator described it. What the engine does not use is kept and shown again. */
export type ContainerDefinition = {
  readonly id: string;
  readonly partitionKey: PartitionKeyDefinition;
  /** In seconds. With −1 items live on unless they have a `ttl`. Without it no item expires, whatever its `ttl`. */
  readonly defaultTtl?: number;
  readonly indexingPolicy?: IndexingPolicy;
  readonly [name: string]: unknown;
};

/** What a write needs to know of the item it meets. `expires` is in ms since the epoch. */
export type ItemHead = {
  readonly row: number;
  readonly etag: string;
  readonly expires: number | null;
  readonly terms: number;
  readonly bytes: number;
};
export type StoredItem = ItemHead & { readonly body: string; readonly lsn: number };

export type NewItem = {
  readonly row: number;
  readonly key: string;
  readonly id: string;
  readonly lsn: number;
  readonly modified: number;
  readonly ttl: number | null;
  readonly expires: number | null;
  readonly etag: string;
  readonly terms: number;
  readonly body: string;
  readonly item: JsonObject;
};

const MAX_REMEMBERED_STATEMENTS = 200;

/** One container, opened, with its rules compiled and its statements prepared. It holds no item in memory. */
export class Container {
  readonly rid: string;
  readonly self: string;
  readonly table: string;
  readonly ridOfRow: (row: number) => string;
  readonly keyOf: (item: JsonObject) => string;
  policy: CompiledPolicy;
  columns: readonly IndexColumn[] = [];
  private readonly prepared = new Map<string, StatementSync>();
  private head!: StatementSync;
  private whole!: StatementSync;
  private insertRow!: StatementSync;
  private updateRow!: StatementSync;
  private deleteRow!: StatementSync;

  constructor(
    readonly storage: DatabaseSync,
    readonly number: number,
    readonly databaseNumber: number,
    readonly databaseId: string,
    public definition: ContainerDefinition,
    readonly sequence: Sequence,
    columns: readonly IndexColumn[],
  ) {
    this.rid = containerRid(databaseNumber, number);
    this.self = `dbs/${databaseRid(databaseNumber)}/colls/${this.rid}/`;
    this.table = `items_${number}`;
    this.ridOfRow = documentRids(databaseNumber, number);
    this.keyOf = partitionKeyReader(definition.partitionKey);
    this.policy = compilePolicy(definition.indexingPolicy ?? DEFAULT_POLICY);
    this.useColumns(columns);
  }

  /** Prepares the statements for these index columns, which the table must already have. */
  useColumns(columns: readonly IndexColumn[]): void {
    const { storage, table } = this;
    this.columns = columns;
    const extra = columns.map((column) => column.name);
    const inserted = ['pk', 'id', 'lsn', 'modified', 'ttl', 'expires', 'etag', 'terms', 'body', ...extra];
    const updated = ['lsn', 'modified', 'ttl', 'expires', 'etag', 'terms', 'body', ...extra];
    const head = 'row, etag, expires, terms, octet_length(body) AS bytes';
    this.head = storage.prepare(`SELECT ${head} FROM ${table} WHERE pk = ? AND id = ?`);
    this.whole = storage.prepare(`SELECT ${head}, lsn, body FROM ${table} WHERE pk = ? AND id = ?`);
    this.insertRow = storage.prepare(
      `INSERT INTO ${table} (row, ${inserted.join(', ')}) VALUES (?${', ?'.repeat(inserted.length)})`,
    );
    this.updateRow = storage.prepare(
      `UPDATE ${table} SET ${updated.map((name) => `${name} = ?`).join(', ')} WHERE row = ?`,
    );
    this.deleteRow = storage.prepare(`DELETE FROM ${table} WHERE row = ?`);
  }

  /** A prepared statement, remembered by its text. */
  statement(sql: string): StatementSync {
    let statement = this.prepared.get(sql);
    if (statement === undefined) {
      if (this.prepared.size >= MAX_REMEMBERED_STATEMENTS) this.prepared.clear();
      statement = this.storage.prepare(sql);
      this.prepared.set(sql, statement);
    }
    return statement;
  }

  findHead(key: string, id: string): ItemHead | undefined {
    return this.head.get(key, id) as ItemHead | undefined;
  }

  findWhole(key: string, id: string): StoredItem | undefined {
    return this.whole.get(key, id) as StoredItem | undefined;
  }

  insert(n: NewItem): void {
    const extra = this.columns.map((column) => columnValue(n.item, column.segments));
    this.insertRow.run(
      n.row,
      n.key,
      n.id,
      n.lsn,
      n.modified,
      n.ttl,
      n.expires,
      n.etag,
      n.terms,
      n.body,
      ...extra,
    );
  }

  update(n: NewItem): void {
    const extra = this.columns.map((column) => columnValue(n.item, column.segments));
    this.updateRow.run(n.lsn, n.modified, n.ttl, n.expires, n.etag, n.terms, n.body, ...extra, n.row);
  }

  remove(row: number): void {
    this.deleteRow.run(row);
  }
}

/** Expired items stay in the table for a while, but nothing sees them. */
export const isLive = (item: { readonly expires: number | null }, now: number): boolean =>
  item.expires === null || item.expires > now;
