import { queryCharge } from '../engine/charges';
import type { Container } from '../engine/container';
import { badRequest } from '../engine/errors';
import type { Json } from '../engine/json';
import { type PartitionScope, scopeConditions } from '../engine/partitionScope';
import type { Query } from './ast';
import { type Candidate, candidates } from './candidates';
import type { Scope } from './compileExpression';
import type { CompiledQuery } from './compileQuery';
import { aggregate, compareKeys, compileQuery, distinctValues, ROOT_SLOT, window } from './compileQuery';
import type { Continuation } from './continuation';
import { decodeContinuation, encodeContinuation } from './continuation';
import { parseQuery } from './parser';
import type { SqlFilter } from './sqlFilter';
import { loadedByIndex, pathOf, rootAlias, sqlFilter } from './sqlFilter';
import { orderedCandidates, type SqlOrder, sqlOrder } from './sqlOrder';
import type { Value } from './values';

export type QueryRequest = {
  readonly text: string;
  readonly parameters: readonly { readonly name: string; readonly value?: Json }[];
  readonly partition?: PartitionScope;
  /** Results a page may hold. −1 lets the engine choose. */
  readonly maxItems: number;
  readonly continuation?: string;
};

export type QueryPage = {
  /** Results as JSON texts. */
  readonly documents: readonly string[];
  readonly continuation?: string;
  readonly charge: number;
};

type Prepared = { readonly query: Query; readonly compiled: CompiledQuery };

const MAX_REMEMBERED = 500;
const remembered = new Map<string, Prepared>();

/** Parses and compiles a query, once for each text. */
export function prepareQuery(text: string): Prepared {
  let prepared = remembered.get(text);
  if (prepared === undefined) {
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    const query = parseQuery(text);
    prepared = { query, compiled: compileQuery(query) };
    remembered.set(text, prepared);
  }
  return prepared;
}

/** Results on a page when the caller lets the engine choose. */
const DYNAMIC_PAGE = 1000;
/** Source: "Pagination in Azure Cosmos DB": a page ends at 4 MB. */
const MAX_PAGE_BYTES = 4 * 1024 * 1024;

/** One page of a query's results. Throws 400 for a query, parameter or continuation it cannot use. */
export function executeQuery(
  container: Container,
  now: number,
  request: QueryRequest,
  columnFor: (segments: readonly string[]) => string | undefined,
): QueryPage {
  const { query, compiled } = prepareQuery(request.text);
  const parameters = new Map(request.parameters.map(({ name, value }) => [name, value]));
  const scope: Scope = { slots: [], parameters, now, aggregates: [] };
  const partition = request.partition && scopeConditions(request.partition);
  const filter = sqlFilter(container, query, parameters, partition, columnFor);
  const start = decodeContinuation(request.continuation);
  const order = partition === undefined ? sqlOrder(container, now, query, filter, columnFor) : undefined;
  const size = pageSize(request.maxItems);
  const isLoaded = loadedByIndex(container, query, parameters);
  const run = new Run(container, now, query, compiled, scope, filter, order, start, size, isLoaded);
  const documents = run.page();
  return {
    documents,
    charge: queryCharge(run.loadedBytes),
    ...(run.next === undefined ? {} : { continuation: encodeContinuation(run.next) }),
  };
}

function pageSize(maxItems: number): number {
  if (maxItems === -1) return DYNAMIC_PAGE;
  if (!Number.isInteger(maxItems) || maxItems < 1) throw badRequest('max item count is invalid.');
  return maxItems;
}

type Row = { row: number; part: number; keys: readonly Value[]; text: () => string | undefined };

/** One execution of a query, with what it has read and where the next page starts. */
class Run {
  loadedBytes = 0;
  next: Continuation | undefined;

  constructor(
    private readonly container: Container,
    private readonly now: number,
    private readonly query: Query,
    private readonly compiled: CompiledQuery,
    private readonly scope: Scope,
    private readonly filter: SqlFilter,
    private readonly order: SqlOrder | undefined,
    private readonly start: Continuation,
    private readonly size: number,
    private readonly isLoaded: (item: Json) => boolean,
  ) {}

  page(): string[] {
    const { compiled, scope } = this;
    if (compiled.aggregated || compiled.distinct) return this.wholePage(this.wholeValues());
    const bounds = window(compiled, scope);
    if (compiled.orderBy.length > 0 && this.order === undefined) return this.fill(this.sorted(), bounds);
    return this.fill(this.rows(this.inOrder(Math.max(0, this.start.row - 1))), bounds);
  }

  private inOrder(afterRow: number): Iterable<Candidate> {
    const { container, now, filter, order, start } = this;
    return order === undefined
      ? candidates(container, now, filter, afterRow)
      : orderedCandidates(container, now, filter, order, start.keys[0]);
  }

  private everything(): Iterable<Candidate> {
    return candidates(this.container, this.now, this.filter, 0);
  }

  /** Puts each item into the root slot in turn. A query without FROM runs once. */
  private *items(from: Iterable<Candidate>): Generator<Candidate> {
    if (this.query.sources.length === 0) {
      yield { row: 1, body: '{}' };
      return;
    }
    for (const candidate of from) {
      const item = JSON.parse(candidate.body) as Json;
      if (this.isLoaded(item)) this.loadedBytes += candidate.body.length;
      this.scope.slots[ROOT_SLOT] = item;
      yield candidate;
    }
  }

  /** Every result row, in the order of the items. */
  private *rows(from: Iterable<Candidate>): Generator<Row> {
    const { compiled, scope, query } = this;
    const star = query.selection.kind === 'star' && rootAlias(query) !== undefined;
    for (const { row, body } of this.items(from)) {
      const found: Row[] = [];
      compiled.visit(scope, () => {
        const keys = compiled.orderBy.map(({ evaluate }) => evaluate(scope));
        const value = star ? undefined : compiled.select(scope);
        const text = star ? () => body : () => (value === undefined ? undefined : JSON.stringify(value));
        found.push({ row, part: found.length, keys, text });
        return true;
      });
      yield* found;
    }
  }

  private sorted(): Row[] {
    const keep = sortsUndefined(this.container, this.query);
    const rows = [...this.rows(this.everything())].filter((row) => keep || row.keys[0] !== undefined);
    return rows.sort(
      (a, b) => compareKeys(this.compiled, a.keys, b.keys) || this.compareRows(a, b) || a.part - b.part,
    );
  }

  /** Equals are in the order of creation. A descending order turns that round too, as the SDK expects. */
  private compareRows(a: { readonly row: number }, b: { readonly row: number }): number {
    return this.compiled.orderBy.some(({ descending }) => descending) ? b.row - a.row : a.row - b.row;
  }

  /** Is this row on a page before? */
  private isBehind(row: Row): boolean {
    const { start } = this;
    const comparison = start.part < 0 ? 1 : compareKeys(this.compiled, row.keys, start.keys);
    const order = comparison || this.compareRows(row, start) || row.part - start.part;
    return order <= 0;
  }

  /** What has a result and was on no page before. */
  private *ahead(rows: Iterable<Row>): Generator<{ readonly row: Row; readonly text: string }> {
    for (const row of rows) {
      const text = this.isBehind(row) ? undefined : row.text();
      if (text !== undefined) yield { row, text };
    }
  }

  private fill(rows: Iterable<Row>, { offset, limit }: { offset: number; limit: number }): string[] {
    const texts: string[] = [];
    let { skipped, shown } = this.start;
    let bytes = 0;
    let last: Row | undefined;
    for (const { row, text } of this.ahead(rows)) {
      if (shown >= limit) return texts;
      if (texts.length >= this.size || bytes >= MAX_PAGE_BYTES) {
        this.next = last && { row: last.row, part: last.part, keys: last.keys, skipped, shown };
        return texts;
      }
      last = row;
      if (skipped < offset) {
        skipped += 1;
        continue;
      }
      texts.push(text);
      bytes += text.length;
      shown += 1;
    }
    return texts;
  }

  private wholeValues(): Value[] {
    const { compiled, scope } = this;
    if (compiled.aggregated) {
      const values = aggregate(compiled, scope, (each) => {
        for (const _ of this.items(this.everything())) compiled.visit(scope, each);
      });
      return compiled.distinct ? distinctValues(values) : values;
    }
    const ordered = compiled.orderBy.length > 0 ? this.sorted() : this.rows(this.everything());
    const texts = new Set<string>();
    for (const row of ordered) {
      const text = row.text();
      if (text !== undefined) texts.add(text);
    }
    return distinctValues([...texts].map((text) => JSON.parse(text) as Json));
  }

  /** A page of results that can only be known all together. */
  private wholePage(values: readonly Value[]): string[] {
    const { offset, limit } = window(this.compiled, this.scope);
    const texts = values
      .filter((value) => value !== undefined)
      .map((value) => JSON.stringify(value))
      .slice(offset, offset + limit);
    const shown = Math.min(this.start.shown + this.size, texts.length);
    if (shown < texts.length) this.next = { ...this.start, shown };
    return texts.slice(this.start.shown, shown);
  }
}

/**
 * An item without the property ORDER BY names is left out, unless the indexing policy names the path itself or the
 * order is over several properties (a composite index). Source: "ORDER BY clause", on items with missing fields.
 */
function sortsUndefined(container: Container, query: Query): boolean {
  const [only, ...others] = query.orderBy;
  const root = rootAlias(query);
  if (only === undefined || others.length > 0 || root === undefined) return true;
  const path = `/${pathOf(only.expression, root)?.join('/')}/?`;
  return container.definition.indexingPolicy?.includedPaths?.some((each) => each.path === path) ?? false;
}
