import { badRequest } from '../engine/errors';
import type { Json } from '../engine/json';
import type { Aggregate, Expression, Query, SelectItem } from './ast';
import { aggregatesIn, isAggregate, isAggregated, selectedExpressions } from './ast';
import { window } from './compileQuery';
import { prepareQuery } from './executeQuery';
import { rootAlias } from './sqlFilter';

type Parameters = readonly { readonly name: string; readonly value?: Json }[];

const PLAN_NAMES: Readonly<Record<Aggregate, string>> = {
  COUNT: 'Count',
  SUM: 'Sum',
  MIN: 'Min',
  MAX: 'Max',
  AVG: 'Average',
};

/** The gateway cannot merge such a query over partitions itself. The SDK has to, by the plan. */
export const needsPlan = (query: Query): boolean =>
  isAggregated(query) ||
  query.distinct ||
  query.orderBy.length > 0 ||
  query.top !== undefined ||
  query.offset !== undefined;

/** The service's refusal that makes the SDK ask for the plan. */
export function refuseUnplanned(text: string): void {
  const { query } = prepareQuery(text);
  if (!needsPlan(query)) return;
  throw badRequest(
    'The provided cross partition query can not be directly served by the gateway. This is a first chance ' +
      '(internal) exception that all newer clients will know how to handle gracefully.',
    { additionalErrorInfo: '{"partitionedQueryExecutionInfoVersion":2}', substatus: 1004 },
  );
}

const quoted = (name: string): string => JSON.stringify(name);

/** What a partition sends of an aggregate, so that the SDK can merge it with other partitions'. */
function partial(expression: Expression, text: string): string {
  if (expression.kind !== 'call' || !isAggregate(expression.name)) {
    throw badRequest('Compositions of aggregates and other expressions are not allowed.');
  }
  const argument = text.slice(text.indexOf('('));
  switch (expression.name) {
    case 'COUNT':
    case 'SUM':
      return `{"item": ${text}}`;
    case 'AVG':
      return `{"item": {"sum": SUM${argument}, "count": COUNT${argument}}}`;
    case 'MIN':
      return `{"item": {"min": MIN${argument}, "count": COUNT${argument}}}`;
    case 'MAX':
      return `{"item": {"max": MAX${argument}, "count": COUNT${argument}}}`;
    default:
      return expression.name satisfies never;
  }
}

const hasAggregate = (expression: Expression): boolean => aggregatesIn(expression).length > 0;

function groupedPayload({ selection }: Query): string {
  if (selection.kind === 'star') throw badRequest("'SELECT *' cannot be used with GROUP BY.");
  if (selection.kind === 'value') {
    return hasAggregate(selection.expression)
      ? `[${partial(selection.expression, selection.text)}]`
      : selection.text;
  }
  const entry = ({ alias, expression, text }: SelectItem) =>
    `${quoted(alias)}: ${hasAggregate(expression) ? partial(expression, text) : text}`;
  return `{${selection.items.map(entry).join(', ')}}`;
}

function payload({ selection, sources }: Query): string {
  if (selection.kind === 'star') return sources[0]?.alias ?? 'c';
  if (selection.kind === 'value') return selection.text;
  return `{${selection.items.map(({ alias, text }) => `${quoted(alias)}: ${text}`).join(', ')}}`;
}

const whereText = (query: Query, more = ''): string => {
  const conditions = [
    ...(query.where === undefined ? [] : [`(${query.where.text})`]),
    ...(more ? [more] : []),
  ];
  return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
};

const itemsOf = (parts: readonly { readonly text: string }[]): string =>
  `[${parts.map(({ text }) => `{"item": ${text}}`).join(', ')}]`;

/** Where the SDK puts a filter of its own when it continues. */
const FILTER = '({documentdb-formattableorderbyquery-filter})';

/** The query as the SDK sends it to each partition, or '' when that is the query as it is. */
function rewrite(query: Query, most: number): string {
  if (isAggregated(query)) return rewriteAggregated(query);
  const top = Number.isSafeInteger(most) && most < Number.MAX_SAFE_INTEGER ? `TOP ${most} ` : '';
  const bound = query.distinct ? '' : top;
  if (query.orderBy.length > 0) return rewriteOrdered(query, bound);
  if (!query.distinct && top === '') return '';
  const distinct = query.distinct ? 'DISTINCT ' : '';
  const selected = query.selection.kind === 'star' ? '*' : `VALUE ${payload(query)}`;
  return `SELECT ${distinct}${bound}${selected} ${query.fromText}${whereText(query)}`;
}

/** Without GROUP BY all is one group, which has no order. */
function rewriteAggregated(query: Query): string {
  const rest = `${query.fromText}${whereText(query)}`;
  if (query.groupBy.length === 0) {
    return query.selection.kind === 'value'
      ? `SELECT VALUE ${groupedPayload(query)} ${rest}`
      : `SELECT ${groupedPayload(query)} AS payload ${rest}`;
  }
  const groups = query.groupBy.map(({ text }) => text).join(', ');
  return `SELECT ${itemsOf(query.groupBy)} AS groupByItems, ${groupedPayload(query)} AS payload ${rest} GROUP BY ${groups}`;
}

function rewriteOrdered(query: Query, bound: string): string {
  const order = query.orderBy.map(({ text, descending }) => `${text} ${descending ? 'DESC' : 'ASC'}`);
  return (
    `SELECT ${bound}${rootAlias(query) ?? 'c'}._rid, ${itemsOf(query.orderBy)} AS orderByItems, ` +
    `${payload(query)} AS payload ${query.fromText}${whereText(query, FILTER)} ORDER BY ${order.join(', ')}`
  );
}

const aggregateNames = (query: Query): string[] =>
  selectedExpressions(query)
    .flatMap(aggregatesIn)
    .map((call) => PLAN_NAMES[call.name as Aggregate]);

/** For each name in the selection, how the SDK is to merge it. It is null for what all of a group have in common. */
function aliasTypes({ selection }: Query): Record<string, string | null> {
  if (selection.kind !== 'list') return {};
  return Object.fromEntries(
    selection.items.map(({ alias, expression }) => {
      const call = aggregatesIn(expression)[0];
      return [alias, call === undefined ? null : PLAN_NAMES[call.name as Aggregate]];
    }),
  );
}

function grouping(query: Query): object {
  const types = isAggregated(query) ? aliasTypes(query) : {};
  return {
    groupByExpressions: query.groupBy.map((group) => group.text),
    groupByAliases: Object.keys(types),
    groupByAliasToAggregateType: types,
    aggregates: query.selection.kind === 'value' ? aggregateNames(query) : [],
  };
}

function ordering(query: Query): object {
  const orderBy = isAggregated(query) ? [] : query.orderBy;
  const distinctType = orderBy.length > 0 ? 'Ordered' : 'Unordered';
  return {
    distinctType: query.distinct ? distinctType : 'None',
    orderBy: orderBy.map(({ descending }) => (descending ? 'Descending' : 'Ascending')),
    orderByExpressions: orderBy.map((order) => order.text),
    hasNonStreamingOrderBy: false,
  };
}

/** How the SDK is to run a query over all partitions and merge what they send. */
export function queryPlan(text: string, parameters: Parameters, now: number): unknown {
  const { query, compiled } = prepareQuery(text);
  const values = new Map(parameters.map(({ name, value }) => [name, value]));
  const { offset, limit } = window(compiled, { slots: [], parameters: values, now, aggregates: [] });
  return {
    partitionedQueryExecutionInfoVersion: 2,
    queryInfo: {
      ...ordering(query),
      ...grouping(query),
      ...(query.top === undefined ? {} : { top: limit }),
      ...(query.offset === undefined ? {} : { offset, limit }),
      rewrittenQuery: rewrite(query, offset + limit),
      hasSelectValue: query.selection.kind === 'value',
    },
    queryRanges: [{ min: '', max: 'FF', isMinInclusive: true, isMaxInclusive: false }],
  };
}
