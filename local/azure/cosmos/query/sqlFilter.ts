import type { Container } from '../engine/container';
import { sameSegments } from '../engine/indexColumns';
import { encodePartitionKey, pathSegments } from '../engine/partitionKey';
import type { Expression, Query } from './ast';
import type { Value } from './values';

/** Something WHERE demands of a scalar of the item, which an index can answer. */
type Demand = {
  readonly segments: readonly string[];
  readonly operator: '=' | '<' | '<=' | '>' | '>=' | 'in';
  readonly values: readonly Value[];
};

/** A part of WHERE in SQL. It lets through all items the query wants, and perhaps more. */
export type SqlFilter = {
  readonly conditions: readonly string[];
  readonly values: readonly (string | number)[];
};

const SWAPPED = { '=': '=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

const conjuncts = (expression: Expression): Expression[] =>
  expression.kind === 'binary' && expression.operator === 'and'
    ? [...conjuncts(expression.left), ...conjuncts(expression.right)]
    : [expression];

/** `c.a.b` → `['a','b']`, if `c` is the item. */
export function pathOf(expression: Expression, root: string): string[] | undefined {
  if (expression.kind === 'name') return expression.name === root ? [] : undefined;
  if (expression.kind !== 'member' || expression.property.kind !== 'literal') return undefined;
  const { value } = expression.property;
  const before = pathOf(expression.object, root);
  return before !== undefined && typeof value === 'string' ? [...before, value] : undefined;
}

/** The alias under which a query sees the whole item, if it does. */
export function rootAlias(query: Query): string | undefined {
  const first = query.sources[0];
  return first !== undefined && !first.each && first.from.kind === 'name' ? first.alias : undefined;
}

type Parameters = ReadonlyMap<string, Value>;

const constant = (expression: Expression, parameters: Parameters): { value: Value } | undefined => {
  if (expression.kind === 'literal') return { value: expression.value };
  return expression.kind === 'parameter' ? { value: parameters.get(expression.name) } : undefined;
};

type Kind<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

function demandsOf(expression: Expression, root: string, parameters: Parameters): Demand[] {
  switch (expression.kind) {
    case 'in':
      return demandsOfIn(expression, root, parameters);
    case 'between':
      return demandsOfBetween(expression, root, parameters);
    case 'binary':
      return demandsOfComparison(expression, root, parameters);
    default:
      return [];
  }
}

function demandsOfIn({ value, list }: Kind<'in'>, root: string, parameters: Parameters): Demand[] {
  const segments = pathOf(value, root);
  const given = list.map((each) => constant(each, parameters));
  if (segments === undefined || given.includes(undefined)) return [];
  return [{ segments, operator: 'in', values: given.map((each) => each?.value) }];
}

function demandsOfBetween(between: Kind<'between'>, root: string, parameters: Parameters): Demand[] {
  const segments = pathOf(between.value, root);
  const low = constant(between.low, parameters);
  const high = constant(between.high, parameters);
  if (segments === undefined || low === undefined || high === undefined) return [];
  return [
    { segments, operator: '>=', values: [low.value] },
    { segments, operator: '<=', values: [high.value] },
  ];
}

function demandsOfComparison(binary: Kind<'binary'>, root: string, parameters: Parameters): Demand[] {
  if (!(binary.operator in SWAPPED)) return [];
  const operator = binary.operator as keyof typeof SWAPPED;
  const [left, right] = [pathOf(binary.left, root), pathOf(binary.right, root)];
  const given = constant(left === undefined ? binary.left : binary.right, parameters);
  const segments = left ?? right;
  if (segments === undefined || given === undefined) return [];
  return [{ segments, operator: left === undefined ? SWAPPED[operator] : operator, values: [given.value] }];
}

const isIndexable = (value: Value): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

const inSql = (column: string, { operator, values }: Demand): SqlFilter | undefined => {
  if (!values.every(isIndexable)) return undefined;
  if (operator !== 'in') return { conditions: [`${column} ${operator} ?`], values };
  return { conditions: [`${column} IN (${values.map(() => '?').join(', ')})`], values };
};

const join = (filters: readonly SqlFilter[]): SqlFilter => ({
  conditions: filters.flatMap((filter) => filter.conditions),
  values: filters.flatMap((filter) => filter.values),
});

/** The partition a WHERE confines the query to, if it does so by equality with the one partition key path. */
function partitionDemand(container: Container, demands: readonly Demand[]): SqlFilter | undefined {
  const { paths } = container.definition.partitionKey;
  if (paths.length !== 1) return undefined;
  const segments = pathSegments(paths[0] as string);
  const demand = demands.find((each) => each.operator === '=' && sameSegments(each.segments, segments));
  const value = demand?.values[0];
  if (value === undefined || (typeof value === 'object' && value !== null)) return undefined;
  return { conditions: ['pk = ?'], values: [encodePartitionKey([value])] };
}

/**
 * What SQLite can answer of a query, so that it need not parse every item, nor charge for it. That is the partition
 * key, the id, and scalars the indexing policy includes. `columnFor` gives the column of a path, or `undefined` to
 * scan.
 */
export function sqlFilter(
  container: Container,
  query: Query,
  parameters: Parameters,
  partition: SqlFilter | undefined,
  columnFor: (segments: readonly string[]) => string | undefined,
): SqlFilter {
  const root = rootAlias(query);
  const where = query.where?.expression;
  const demands =
    root === undefined || where === undefined
      ? []
      : conjuncts(where).flatMap((each) => demandsOf(each, root, parameters));
  const ids = demands
    .filter((demand) => sameSegments(demand.segments, ['id']))
    .flatMap((d) => inSql('id', d) ?? []);
  const inPartition = partition ?? partitionDemand(container, demands);
  const indexed = demands.flatMap((demand) => {
    if (!container.policy.includes(demand.segments) || !demand.values.every(isIndexable)) return [];
    const column = columnFor(demand.segments);
    return (column === undefined ? undefined : inSql(column, demand)) ?? [];
  });
  return join([...(inPartition === undefined ? [] : [inPartition]), ...ids, ...indexed]);
}
