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

/** The gateway cannot merge such a query over partitions itself; the SDK has to, by the plan. */
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
  if (isAggregated(query) && query.groupBy.length === 0 && query.selection.kind !== 'value') {
    throw badRequest("Cross partition query only supports 'VALUE <AggregateFunc>' for aggregates.");
  }
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

function rewrite(query: Query, most: number): string {
  const from = ` ${query.fromText}`;
  if (isAggregated(query)) {
    if (query.groupBy.length === 0) return `SELECT VALUE ${groupedPayload(query)}${from}${whereText(query)}`;
    const groups = query.groupBy.map(({ text }) => text).join(', ');
    return (
      `SELECT ${itemsOf(query.groupBy)} AS groupByItems, ${groupedPayload(query)} AS payload` +
      `${from}${whereText(query)} GROUP BY ${groups}`
    );
  }
  const top = Number.isSafeInteger(most) && most < Number.MAX_SAFE_INTEGER ? `TOP ${most} ` : '';
  if (query.orderBy.length > 0) {
    const order = query.orderBy.map(({ text, descending }) => `${text} ${descending ? 'DESC' : 'ASC'}`);
    const limit = query.distinct ? '' : top;
    return (
      `SELECT ${limit}${rootAlias(query) ?? 'c'}._rid, ${itemsOf(query.orderBy)} AS orderByItems, ` +
      `${payload(query)} AS payload${from}${whereText(query, FILTER)} ORDER BY ${order.join(', ')}`
    );
  }
  if (!query.distinct && top === '') return '';
  const distinct = query.distinct ? 'DISTINCT ' : '';
  const selected = query.selection.kind === 'star' ? '*' : `VALUE ${payload(query)}`;
  return `SELECT ${distinct}${query.distinct ? '' : top}${selected}${from}${whereText(query)}`;
}

const aggregateNames = (query: Query): string[] =>
  selectedExpressions(query)
    .flatMap(aggregatesIn)
    .map((call) => PLAN_NAMES[call.name as Aggregate]);

function groupTypes(query: Query): Record<string, string | null> {
  if (query.groupBy.length === 0 || query.selection.kind !== 'list') return {};
  return Object.fromEntries(
    query.selection.items.map(({ alias, expression }) => {
      const call = aggregatesIn(expression)[0];
      return [alias, call === undefined ? null : PLAN_NAMES[call.name as Aggregate]];
    }),
  );
}

/** How the SDK is to run a query over all partitions and merge what they send. */
export function queryPlan(text: string, parameters: Parameters, now: number): unknown {
  const { query, compiled } = prepareQuery(text);
  const values = new Map(parameters.map(({ name, value }) => [name, value]));
  const { offset, limit } = window(compiled, { slots: [], parameters: values, now, aggregates: [] });
  const grouped = query.groupBy.length > 0;
  const value = query.selection.kind === 'value';
  const ordered = query.orderBy.length > 0;
  return {
    partitionedQueryExecutionInfoVersion: 2,
    queryInfo: {
      distinctType: query.distinct ? (ordered ? 'Ordered' : 'Unordered') : 'None',
      ...(query.top === undefined ? {} : { top: limit }),
      ...(query.offset === undefined ? {} : { offset, limit }),
      orderBy: query.orderBy.map(({ descending }) => (descending ? 'Descending' : 'Ascending')),
      orderByExpressions: query.orderBy.map((order) => order.text),
      groupByExpressions: query.groupBy.map((group) => group.text),
      groupByAliases: grouped ? Object.keys(groupTypes(query)) : [],
      aggregates: grouped && !value ? [] : aggregateNames(query),
      groupByAliasToAggregateType: groupTypes(query),
      rewrittenQuery: rewrite(query, offset + limit),
      hasSelectValue: value,
      hasNonStreamingOrderBy: false,
    },
    queryRanges: [{ min: '', max: 'FF', isMinInclusive: true, isMaxInclusive: false }],
  };
}
