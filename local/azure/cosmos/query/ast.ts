import type { Json } from '../engine/json';

export type BinaryOperator =
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '||'
  | '|'
  | '&'
  | '^'
  | '<<'
  | '>>'
  | '>>>'
  | 'and'
  | 'or'
  | '??';

export type Expression =
  | { readonly kind: 'literal'; readonly value: Json | undefined }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'member'; readonly object: Expression; readonly property: Expression }
  | { readonly kind: 'unary'; readonly operator: '-' | '+' | '~' | 'not'; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'in'; readonly value: Expression; readonly list: readonly Expression[] }
  | {
      readonly kind: 'between';
      readonly value: Expression;
      readonly low: Expression;
      readonly high: Expression;
    }
  | {
      readonly kind: 'like';
      readonly value: Expression;
      readonly pattern: Expression;
      readonly escapeChar: string | undefined;
    }
  | {
      readonly kind: 'conditional';
      readonly test: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'array'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Expression])[] }
  | { readonly kind: 'subquery'; readonly as: 'scalar' | 'array' | 'exists'; readonly query: Query };

/** `text` is how the query wrote it, since the query plan hands parts of the query on. */
export type Written<T> = T & { readonly text: string };

export type SelectItem = Written<{ readonly expression: Expression; readonly alias: string }>;

export type Selection =
  | { readonly kind: 'star' }
  | Written<{ readonly kind: 'value'; readonly expression: Expression }>
  | { readonly kind: 'list'; readonly items: readonly SelectItem[] };

/** One input of `FROM`, a path or subquery. With `each` it is the elements of the array it gives (`x IN …`). */
export type Source = {
  readonly alias: string | undefined;
  readonly from: Expression;
  readonly each: boolean;
};

export type Order = Written<{ readonly expression: Expression; readonly descending: boolean }>;

export type Query = {
  readonly selection: Selection;
  readonly distinct: boolean;
  readonly top: Expression | undefined;
  readonly sources: readonly Source[];
  /** The whole of `FROM …` as written, or ''. */
  readonly fromText: string;
  readonly where: Written<{ readonly expression: Expression }> | undefined;
  readonly groupBy: readonly Written<{ readonly expression: Expression }>[];
  readonly orderBy: readonly Order[];
  readonly offset: Expression | undefined;
  readonly limit: Expression | undefined;
};

export const AGGREGATES = ['COUNT', 'SUM', 'MIN', 'MAX', 'AVG'] as const;
export type Aggregate = (typeof AGGREGATES)[number];
export const isAggregate = (name: string): name is Aggregate =>
  (AGGREGATES as readonly string[]).includes(name);

/** All expressions directly below this one. A subquery keeps its own to itself. */
export function children(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'parameter':
    case 'name':
    case 'subquery':
      return [];
    case 'member':
      return [expression.object, expression.property];
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'in':
      return [expression.value, ...expression.list];
    case 'between':
      return [expression.value, expression.low, expression.high];
    case 'like':
      return [expression.value, expression.pattern];
    case 'conditional':
      return [expression.test, expression.yes, expression.no];
    case 'call':
      return expression.args;
    case 'array':
      return expression.items;
    case 'object':
      return expression.entries.map(([, value]) => value);
    default:
      return expression satisfies never;
  }
}

/** The aggregate calls in an expression, outermost first. */
export function aggregatesIn(expression: Expression): Extract<Expression, { kind: 'call' }>[] {
  if (expression.kind === 'call' && isAggregate(expression.name)) return [expression];
  return children(expression).flatMap(aggregatesIn);
}

export const selectedExpressions = (query: Query): readonly Expression[] => {
  const { selection } = query;
  if (selection.kind === 'star') return [];
  return selection.kind === 'value' ? [selection.expression] : selection.items.map((item) => item.expression);
};

export const isAggregated = (query: Query): boolean =>
  query.groupBy.length > 0 || selectedExpressions(query).some((each) => aggregatesIn(each).length > 0);
