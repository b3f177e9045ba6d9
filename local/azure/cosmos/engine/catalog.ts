import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../clock';
import { checkDefinition } from './checkDefinition';
import type { ContainerDefinition } from './container';
import { Container } from './container';
import { badRequest, CosmosError } from './errors';
import type { IndexColumn } from './indexColumns';
import { addIndexColumn, MAX_INDEX_COLUMNS, sameSegments } from './indexColumns';
import { compilePolicy, DEFAULT_POLICY } from './indexingPolicy';
import { databaseRid, idFault } from './resourceIds';
import { createSequence } from './sequence';
import { createItemTable, dropItemTable } from './storage';

export type DatabaseRecord = { readonly number: number; readonly id: string; readonly ts: number };
type ContainerRow = {
  readonly number: number;
  readonly database: number;
  readonly id: string;
  readonly definition: string;
  readonly ts: number;
  readonly revision: number;
  readonly sequence: number;
  readonly columns: string;
};

const notFound = (kind: string, id: string) =>
  new CosmosError(404, `${kind} '${id}' does not exist: Owner resource does not exist.`, { substatus: 1003 });

/** Below this many items a scan is cheap enough not to index for it. */
const WORTH_INDEXING = 100;

/** The databases and containers of an account. */
export class Catalog {
  private readonly open = new Map<string, Container>();

  constructor(
    private readonly storage: DatabaseSync,
    private readonly clock: Clock,
  ) {}

  databases(): DatabaseRecord[] {
    return this.storage.prepare('SELECT * FROM databases ORDER BY number').all() as DatabaseRecord[];
  }

  database(id: string): DatabaseRecord {
    const found = this.storage.prepare('SELECT * FROM databases WHERE id = ?').get(id);
    if (found === undefined) throw notFound('Database', id);
    return found as DatabaseRecord;
  }

  createDatabase(id: string): DatabaseRecord {
    const fault = idFault(id);
    if (fault !== undefined) throw badRequest(fault);
    if (this.databases().some((each) => each.id === id)) {
      throw new CosmosError(409, `Database with the specified id '${id}' already exists.`);
    }
    this.storage
      .prepare('INSERT INTO databases (id, ts) VALUES (?, ?)')
      .run(id, Math.floor(this.clock.now() / 1000));
    return this.database(id);
  }

  deleteDatabase(id: string): void {
    const { number } = this.database(id);
    for (const { definition } of this.containers(id)) this.deleteContainer(id, definition.id);
    this.storage.prepare('DELETE FROM databases WHERE number = ?').run(number);
  }

  containers(databaseId: string): Container[] {
    const { number } = this.database(databaseId);
    const rows = this.storage
      .prepare('SELECT id FROM containers WHERE database = ? ORDER BY number')
      .all(number) as { id: string }[];
    return rows.map(({ id }) => this.container(databaseId, id));
  }

  openContainers(): Iterable<Container> {
    return this.open.values();
  }

  /** Throws 404 if there is none of these names. */
  container(databaseId: string, id: string): Container {
    const name = `${databaseId}/${id}`;
    const open = this.open.get(name);
    if (open !== undefined) return open;
    const { number } = this.database(databaseId);
    const row = this.storage
      .prepare('SELECT * FROM containers WHERE database = ? AND id = ?')
      .get(number, id) as ContainerRow | undefined;
    if (row === undefined) throw notFound('Container', id);
    const container = this.openRow(databaseId, row);
    this.open.set(name, container);
    return container;
  }

  private openRow(databaseId: string, row: ContainerRow): Container {
    const reserve = this.storage.prepare('UPDATE containers SET sequence = ? WHERE number = ?');
    return new Container(
      this.storage,
      row.number,
      row.database,
      databaseId,
      JSON.parse(row.definition) as ContainerDefinition,
      createSequence(row.sequence, (bound) => reserve.run(bound, row.number)),
      JSON.parse(row.columns) as IndexColumn[],
    );
  }

  createContainer(databaseId: string, given: ContainerDefinition): Container {
    const { number } = this.database(databaseId);
    checkDefinition(given);
    const definition = completed(given);
    const taken = this.storage
      .prepare('SELECT 1 FROM containers WHERE database = ? AND id = ?')
      .get(number, given.id);
    if (taken !== undefined) {
      throw new CosmosError(409, `Container with the specified id '${given.id}' already exists.`);
    }
    this.inTransaction(() => {
      const { lastInsertRowid } = this.storage
        .prepare('INSERT INTO containers (database, id, definition, ts) VALUES (?, ?, ?, ?)')
        .run(number, given.id, JSON.stringify(definition), Math.floor(this.clock.now() / 1000));
      this.storage.exec(createItemTable(Number(lastInsertRowid)));
    });
    return this.container(databaseId, given.id);
  }

  /**
   * Changes what may change, which is TTL and indexing policy. Items without a `ttl` of their own follow the new
   * default.
   */
  replaceContainer(databaseId: string, id: string, given: ContainerDefinition): Container {
    const container = this.container(databaseId, id);
    checkDefinition(given);
    const before = container.definition;
    if (
      given.id !== id ||
      JSON.stringify(given.partitionKey.paths) !== JSON.stringify(before.partitionKey.paths)
    ) {
      throw badRequest('The id and the partition key of a container cannot be changed.');
    }
    const definition = completed({ ...given, partitionKey: before.partitionKey });
    this.inTransaction(() => {
      this.storage
        .prepare('UPDATE containers SET definition = ?, revision = revision + 1 WHERE number = ?')
        .run(JSON.stringify(definition), container.number);
      if (definition.defaultTtl !== before.defaultTtl) this.applyDefaultTtl(container, definition.defaultTtl);
    });
    container.definition = definition;
    container.policy = compilePolicy(definition.indexingPolicy ?? DEFAULT_POLICY);
    return container;
  }

  private applyDefaultTtl({ table }: Container, defaultTtl: number | undefined): void {
    // What had expired but was not purged yet must not come back.
    this.storage.prepare(`DELETE FROM ${table} WHERE expires <= ?`).run(this.clock.now());
    if (defaultTtl === undefined) {
      this.storage.exec(`UPDATE ${table} SET expires = NULL`);
      return;
    }
    this.storage
      .prepare(
        `UPDATE ${table} SET expires =
           CASE WHEN coalesce(ttl, ?1) = -1 THEN NULL ELSE modified + 1000 * coalesce(ttl, ?1) END`,
      )
      .run(defaultTtl);
  }

  deleteContainer(databaseId: string, id: string): void {
    const { number } = this.container(databaseId, id);
    this.open.delete(`${databaseId}/${id}`);
    this.inTransaction(() => {
      this.storage.exec(dropItemTable(number));
      this.storage.prepare('DELETE FROM containers WHERE number = ?').run(number);
    });
  }

  /** What the service shows of a container. */
  describe(container: Container): Record<string, unknown> {
    const row = this.storage
      .prepare('SELECT ts, revision FROM containers WHERE number = ?')
      .get(container.number) as { ts: number; revision: number };
    return {
      ...container.definition,
      partitionKey: { kind: 'Hash', version: 2, ...container.definition.partitionKey },
      conflictResolutionPolicy: {
        mode: 'LastWriterWins',
        conflictResolutionPath: '/_ts',
        conflictResolutionProcedure: '',
      },
      _rid: container.rid,
      _self: container.self,
      _etag: `"${container.number.toString(16).padStart(8, '0')}-0000-0000-0000-${row.revision.toString(16).padStart(12, '0')}"`,
      _ts: row.ts,
      _docs: 'docs/',
      _sprocs: 'sprocs/',
      _triggers: 'triggers/',
      _udfs: 'udfs/',
      _conflicts: 'conflicts/',
    };
  }

  describeDatabase({ number, id, ts }: DatabaseRecord): Record<string, unknown> {
    const rid = databaseRid(number);
    const _etag = `"${number.toString(16).padStart(8, '0')}-0000-0000-0000-000000000000"`;
    return { id, _rid: rid, _self: `dbs/${rid}/`, _etag, _colls: 'colls/', _users: 'users/', _ts: ts };
  }

  /** The index column of a path, made if it is worth it and there is room, otherwise `undefined`. */
  indexColumn(
    container: Container,
    segments: readonly string[],
    worthIndexing = WORTH_INDEXING,
  ): string | undefined {
    const present = container.columns.find((column) => sameSegments(column.segments, segments));
    if (present !== undefined) return present.name;
    if (container.columns.length >= MAX_INDEX_COLUMNS) return undefined;
    const large = container.statement(`SELECT 1 FROM ${container.table} LIMIT 1 OFFSET ?`).get(worthIndexing);
    if (large === undefined) return undefined;
    const columns = this.inTransaction(() => {
      const added = addIndexColumn(this.storage, container.number, container.columns, segments);
      this.storage
        .prepare('UPDATE containers SET columns = ? WHERE number = ?')
        .run(JSON.stringify(added), container.number);
      return added;
    });
    container.useColumns(columns);
    return columns.at(-1)?.name;
  }

  private inTransaction<T>(work: () => T): T {
    this.storage.exec('BEGIN');
    try {
      const result = work();
      this.storage.exec('COMMIT');
      return result;
    } catch (error) {
      this.storage.exec('ROLLBACK');
      throw error;
    }
  }
}

/** Fills in what the creator left to the service. */
function completed(given: ContainerDefinition): ContainerDefinition {
  const excluded = given.indexingPolicy?.excludedPaths ?? [];
  const includedPaths = excluded.some(({ path }) => path === '/*') ? [] : DEFAULT_POLICY.includedPaths;
  const defaults = { ...DEFAULT_POLICY, ...(includedPaths === undefined ? {} : { includedPaths }) };
  return { ...given, indexingPolicy: { ...defaults, ...given.indexingPolicy } };
}
