import { badRequest } from '../engine/errors';
import { accumulator } from './aggregates';
import type { Aggregate, Expression, Query, Source } from './ast';
import { aggregatesIn, selectedExpressions } from './ast';
import type { Evaluate, Names, Scope, SubqueryKind } from './compileExpression';
import { compileExpression } from './compileExpression';
import type { Value } from './values';
import { canonical, compareValues } from './values';

/** Sets the aliases to each combination of inputs in turn. Stops when `each` says false, and says so. */
type Visit = (scope: Scope, each: () => boolean) => boolean;

export type CompiledQuery = {
  /** Visits every combination of FROM that WHERE lets through. */
  readonly visit: Visit;
  readonly select: Evaluate;
  readonly orderBy: readonly { readonly evaluate: Evaluate; readonly descending: boolean }[];
  readonly groupBy: readonly Evaluate[];
  readonly aggregates: readonly { readonly name: Aggregate; readonly evaluate: Evaluate }[];
  readonly aggregated: boolean;
  readonly distinct: boolean;
  readonly top: Evaluate | undefined;
  readonly offset: Evaluate | undefined;
  readonly limit: Evaluate | undefined;
};

/** In `FROM c.children`, `c` is the container itself. */
const headName = (expression: Expression): string | undefined => {
  if (expression.kind === 'name') return expression.name;
  return expression.kind === 'member' ? headName(expression.object) : undefined;
};

/** The slot that holds the item a query looks at. */
export const ROOT_SLOT = 0;

/** Compiles a whole query. Its items come one by one in `ROOT_SLOT`. */
export function compileQuery(query: Query): CompiledQuery {
  let slots = ROOT_SLOT + 1;
  const newSlot = () => slots++;
  const first = query.sources[0];
  const container = first === undefined ? undefined : headName(first.from);
  const slotOf = new Map<string, number>(container === undefined ? [] : [[container, ROOT_SLOT]]);
  return compile(query, { slotOf, newSlot, aggregates: new Map(), compileSubquery });
}

function compile(query: Query, outer: Names): CompiledQuery {
  if (query.groupBy.length > 0 && query.orderBy.length > 0) {
    throw badRequest("'ORDER BY' is not supported in presence of 'GROUP BY'.");
  }
  const slotOf = new Map(outer.slotOf);
  const names: Names = { ...outer, slotOf, aggregates: new Map() };
  const sources = query.sources.map((source) => compileSource(source, names, slotOf));
  const where = query.where && compileExpression(query.where.expression, names);
  const calls = selectedExpressions(query).flatMap(aggregatesIn);
  const aggregates = calls.map((call) => ({
    name: call.name as Aggregate,
    evaluate: compileExpression(call.args[0] ?? { kind: 'literal', value: 1 }, names),
  }));
  for (const [place, call] of calls.entries()) names.aggregates.set(call, place);
  return {
    visit: chain(sources, where),
    select: compileSelection(query, names),
    orderBy: query.orderBy.map(({ expression, descending }) => ({
      evaluate: compileExpression(expression, names),
      descending,
    })),
    groupBy: query.groupBy.map(({ expression }) => compileExpression(expression, names)),
    aggregates,
    aggregated: calls.length > 0 || query.groupBy.length > 0,
    distinct: query.distinct,
    top: query.top && compileExpression(query.top, names),
    offset: query.offset && compileExpression(query.offset, names),
    limit: query.limit && compileExpression(query.limit, names),
  };
}

function compileSource(source: Source, names: Names, slotOf: Map<string, number>): Visit {
  const evaluate = compileExpression(source.from, names);
  const slot = names.newSlot();
  if (source.alias !== undefined) slotOf.set(source.alias, slot);
  if (source.each) {
    return (scope, each) => {
      const elements = evaluate(scope);
      if (!Array.isArray(elements)) return true;
      for (const element of elements) {
        scope.slots[slot] = element;
        if (!each()) return false;
      }
      return true;
    };
  }
  return (scope, each) => {
    const value = evaluate(scope);
    if (value === undefined) return true;
    scope.slots[slot] = value;
    return each();
  };
}

function chain(sources: readonly Visit[], where: Evaluate | undefined): Visit {
  const from = (index: number): Visit => {
    const source = sources[index];
    if (source === undefined) {
      return (scope, each) => (where === undefined || where(scope) === true ? each() : true);
    }
    const rest = from(index + 1);
    return (scope, each) => source(scope, () => rest(scope, each));
  };
  return from(0);
}

function compileSelection(query: Query, names: Names): Evaluate {
  const { selection } = query;
  if (selection.kind === 'value') return compileExpression(selection.expression, names);
  if (selection.kind === 'list') {
    const entries = selection.items.map((item) => [item.alias, item.expression] as const);
    return compileExpression({ kind: 'object', entries }, names);
  }
  const alias = query.sources[0]?.alias;
  if (query.sources.length !== 1 || alias === undefined) {
    throw badRequest("'SELECT *' is only valid with a single input set.");
  }
  return compileExpression({ kind: 'name', name: alias }, names);
}

function compileSubquery(query: Query, as: SubqueryKind, names: Names): Evaluate {
  const compiled = compile(query, names);
  if (as === 'exists' && !compiled.aggregated) {
    return (scope) => !compiled.visit(scope, () => compiled.select(scope) === undefined);
  }
  return (scope) => {
    const results = evaluateAll(compiled, scope);
    if (as === 'array') return results as Value;
    return as === 'exists' ? results.length > 0 : results[0];
  };
}

function evaluateAll(query: CompiledQuery, scope: Scope): Value[] {
  const outerAggregates = scope.aggregates;
  const values = query.aggregated
    ? aggregate(query, scope, (each) => query.visit(scope, each))
    : collect(query, scope);
  scope.aggregates = outerAggregates;
  const defined = (query.distinct ? distinctValues(values) : values).filter((value) => value !== undefined);
  const { offset, limit } = window(query, scope);
  return defined.slice(offset, offset + limit);
}

function collect(query: CompiledQuery, scope: Scope): Value[] {
  const rows: { keys: Value[]; value: Value }[] = [];
  query.visit(scope, () => {
    rows.push({ keys: query.orderBy.map(({ evaluate }) => evaluate(scope)), value: query.select(scope) });
    return true;
  });
  if (query.orderBy.length > 0) rows.sort((a, b) => compareKeys(query, a.keys, b.keys));
  return rows.map((row) => row.value);
}

export function compareKeys(query: CompiledQuery, a: readonly Value[], b: readonly Value[]): number {
  for (const [i, { descending }] of query.orderBy.entries()) {
    const comparison = compareValues(a[i], b[i]);
    if (comparison !== 0) return descending ? -comparison : comparison;
  }
  return 0;
}

export const distinctValues = (values: readonly Value[]): Value[] =>
  [...new Map([...values].reverse().map((value) => [canonical(value), value])).values()].reverse();

const MAX_COUNT = Number.MAX_SAFE_INTEGER;

/** OFFSET and LIMIT or TOP of a query, for these parameters. */
export function window(query: CompiledQuery, scope: Scope): { offset: number; limit: number } {
  const whole = (evaluate: Evaluate | undefined, fallback: number, name: string): number => {
    const value = evaluate === undefined ? fallback : evaluate(scope);
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
    throw badRequest(`${name} must be a non-negative whole number.`);
  };
  const offset = whole(query.offset, 0, 'OFFSET');
  return {
    offset,
    limit: Math.min(whole(query.limit, MAX_COUNT, 'LIMIT'), whole(query.top, MAX_COUNT, 'TOP')),
  };
}

/** Groups what `visitAll` visits and gives the selection of each group. Without GROUP BY there is always one. */
export function aggregate(
  query: CompiledQuery,
  scope: Scope,
  visitAll: (each: () => boolean) => void,
): Value[] {
  const start = (slots: Value[]) => ({
    slots,
    accumulators: query.aggregates.map(({ name }) => accumulator(name)),
  });
  const groups = new Map<string, ReturnType<typeof start>>();
  visitAll(() => {
    const key = query.groupBy.map((evaluate) => canonical(evaluate(scope))).join();
    let group = groups.get(key);
    if (group === undefined) {
      group = start([...scope.slots]);
      groups.set(key, group);
    }
    for (const [i, { evaluate }] of query.aggregates.entries()) group.accumulators[i]?.add(evaluate(scope));
    return true;
  });
  if (groups.size === 0 && query.groupBy.length === 0) groups.set('', start([]));
  return [...groups.values()].map((group) =>
    query.select({
      ...scope,
      slots: group.slots,
      aggregates: group.accumulators.map((each) => each.result()),
    }),
  );
}
