import type { Container } from '../engine/container';
import { columnValue, sameSegments } from '../engine/indexColumns';
import type { Json, JsonObject } from '../engine/json';
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

function demandsIn(query: Query, parameters: Parameters): Demand[] {
  const root = rootAlias(query);
  const where = query.where?.expression;
  return root === undefined || where === undefined
    ? []
    : conjuncts(where).flatMap((each) => demandsOf(each, root, parameters));
}

const isIndexed =
  (container: Container) =>
  ({ segments, values }: Demand): boolean =>
    container.policy.includes(segments) && values.every(isIndexable);

/** Whether the service would load this item. What its index can tell not to match is left where it is, and costs nothing. */
export function loadedByIndex(
  container: Container,
  query: Query,
  parameters: Parameters,
): (item: Json) => boolean {
  const demands = demandsIn(query, parameters).filter(isIndexed(container));
  return (item) => demands.every((demand) => isMet(demand, columnValue(item as JsonObject, demand.segments)));
}

function isMet({ operator, values }: Demand, found: string | number | null): boolean {
  if (operator === 'in') return values.includes(found);
  const [wanted] = values;
  if (found === null || typeof found !== typeof wanted) return false;
  const order = compareScalars(found, wanted as string | number);
  switch (operator) {
    case '=':
      return order === 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    default:
      return operator satisfies never;
  }
}

const compareScalars = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * What SQLite can answer of a query, so that it need not parse every item. That is the partition
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
  const demands = demandsIn(query, parameters);
  const ids = demands
    .filter((demand) => sameSegments(demand.segments, ['id']))
    .flatMap((d) => inSql('id', d) ?? []);
  const inPartition = partition ?? partitionDemand(container, demands);
  const indexed = demands.filter(isIndexed(container)).flatMap((demand) => {
    const column = columnFor(demand.segments);
    return (column === undefined ? undefined : inSql(column, demand)) ?? [];
  });
  return join([...(inPartition === undefined ? [] : [inPartition]), ...ids, ...indexed]);
}
