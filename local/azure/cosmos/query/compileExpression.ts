import { badRequest } from '../engine/errors';
import type { Expression, Query } from './ast';
import { isAggregate } from './ast';
import { builtIn } from './functions';
import { likePattern } from './like';
import type { Value } from './values';
import { equal, member, order } from './values';

/** What a running query reads, from the current value of each alias to a group's aggregates. */
export type Scope = {
  readonly slots: Value[];
  readonly parameters: ReadonlyMap<string, Value>;
  readonly now: number;
  aggregates: readonly Value[];
};
export type Evaluate = (scope: Scope) => Value;

/** What a query being compiled knows, such as the slot of each alias and the place of each aggregate call. */
export type Names = {
  readonly slotOf: ReadonlyMap<string, number>;
  readonly newSlot: () => number;
  readonly aggregates: Map<Expression, number>;
  /** Compiles a query inside an expression. It is given, since queries are made of expressions. */
  readonly compileSubquery: (query: Query, as: SubqueryKind, names: Names) => Evaluate;
};

/** What a subquery's results become, an array, whether there are any, or the single one. */
export type SubqueryKind = Extract<Expression, { kind: 'subquery' }>['as'];

const BINARY: Readonly<Record<string, (a: Value, b: Value) => Value>> = {
  '=': equal,
  '!=': (a, b) => not(equal(a, b)),
  '<': (a, b) => ordered(order(a, b), (n) => n < 0),
  '<=': (a, b) => ordered(order(a, b), (n) => n <= 0),
  '>': (a, b) => ordered(order(a, b), (n) => n > 0),
  '>=': (a, b) => ordered(order(a, b), (n) => n >= 0),
  '+': arithmetic((a, b) => a + b),
  '-': arithmetic((a, b) => a - b),
  '*': arithmetic((a, b) => a * b),
  '/': arithmetic((a, b) => a / b),
  '%': arithmetic((a, b) => a % b),
  '|': arithmetic((a, b) => a | b),
  '&': arithmetic((a, b) => a & b),
  '^': arithmetic((a, b) => a ^ b),
  '<<': arithmetic((a, b) => a << b),
  '>>': arithmetic((a, b) => a >> b),
  '>>>': arithmetic((a, b) => a >>> b),
  '||': (a, b) => (typeof a === 'string' && typeof b === 'string' ? a + b : undefined),
  '??': (a, b) => (a === undefined ? b : a),
  and: (a, b) => (a === false || b === false ? false : a === true && b === true ? true : undefined),
  or: (a, b) => (a === true || b === true ? true : a === false && b === false ? false : undefined),
};

function not(value: Value): Value {
  return typeof value === 'boolean' ? !value : undefined;
}

function ordered(comparison: number | undefined, test: (n: number) => boolean): Value {
  return comparison === undefined ? undefined : test(comparison);
}

function arithmetic(f: (a: number, b: number) => number) {
  return (a: Value, b: Value): Value => {
    if (typeof a !== 'number' || typeof b !== 'number') return undefined;
    const result = f(a, b);
    return Number.isFinite(result) ? result : undefined;
  };
}

const UNARY: Readonly<Record<'-' | '+' | '~' | 'not', (value: Value) => Value>> = {
  '-': (value) => (typeof value === 'number' ? -value : undefined),
  '+': (value) => (typeof value === 'number' ? value : undefined),
  '~': (value) => (typeof value === 'number' ? ~value : undefined),
  not,
};

/** Turns an expression into a function. Throws 400 for an unknown name or function. */
export function compileExpression(expression: Expression, names: Names): Evaluate {
  const compile = (each: Expression) => compileExpression(each, names);
  switch (expression.kind) {
    case 'literal': {
      const { value } = expression;
      return () => value;
    }
    case 'parameter': {
      const { name } = expression;
      return (scope) => {
        if (scope.parameters.has(name)) return scope.parameters.get(name);
        throw badRequest(`The query parameter '${name}' was not given a value.`);
      };
    }
    case 'name':
      return compileName(expression.name, names);
    case 'member':
      return compileMember(compile(expression.object), expression.property, compile);
    case 'unary': {
      const apply = UNARY[expression.operator];
      const operand = compile(expression.operand);
      return (scope) => apply(operand(scope));
    }
    case 'binary':
      return compileBinary(expression.operator, compile(expression.left), compile(expression.right));
    case 'in':
      return compileIn(compile(expression.value), expression.list.map(compile));
    case 'between':
      return compileBetween(compile(expression.value), compile(expression.low), compile(expression.high));
    case 'like':
      return compileLike(compile(expression.value), compile(expression.pattern), expression.escapeChar);
    case 'conditional': {
      const [test, yes, no] = [compile(expression.test), compile(expression.yes), compile(expression.no)];
      return (scope) => (test(scope) === true ? yes(scope) : no(scope));
    }
    case 'call':
      return compileCall(expression, names);
    case 'array': {
      const items = expression.items.map(compile);
      return (scope) => items.map((item) => item(scope)).filter((value) => value !== undefined) as Value;
    }
    case 'object':
      return compileObject(expression.entries.map(([name, value]) => [name, compile(value)] as const));
    case 'subquery':
      return names.compileSubquery(expression.query, expression.as, names);
    default:
      return expression satisfies never;
  }
}

function compileName(name: string, names: Names): Evaluate {
  const slot = names.slotOf.get(name);
  if (slot === undefined) {
    throw badRequest(`Identifier '${name}' could not be resolved.`);
  }
  return (scope) => scope.slots[slot];
}

function compileMember(
  object: Evaluate,
  property: Expression,
  compile: (each: Expression) => Evaluate,
): Evaluate {
  if (property.kind === 'literal') {
    const { value } = property;
    return (scope) => member(object(scope), value);
  }
  const evaluate = compile(property);
  return (scope) => member(object(scope), evaluate(scope));
}

function compileBinary(operator: string, left: Evaluate, right: Evaluate): Evaluate {
  const apply = BINARY[operator];
  if (apply === undefined) throw badRequest(`Operator '${operator}' is not supported.`);
  if (operator === 'and') {
    return (scope) => {
      const first = left(scope);
      return first === false ? false : apply(first, right(scope));
    };
  }
  return (scope) => apply(left(scope), right(scope));
}

function compileIn(value: Evaluate, list: readonly Evaluate[]): Evaluate {
  return (scope) => {
    const wanted = value(scope);
    if (wanted === undefined) return undefined;
    return list.some((each) => equal(wanted, each(scope)) === true);
  };
}

function compileBetween(value: Evaluate, low: Evaluate, high: Evaluate): Evaluate {
  return (scope) => {
    const middle = value(scope);
    const atLeast = ordered(order(middle, low(scope)), (n) => n >= 0);
    const atMost = ordered(order(middle, high(scope)), (n) => n <= 0);
    return BINARY.and?.(atLeast, atMost);
  };
}

function compileLike(value: Evaluate, pattern: Evaluate, escapeChar: string | undefined): Evaluate {
  return (scope) => {
    const text = value(scope);
    const like = pattern(scope);
    if (typeof text !== 'string' || typeof like !== 'string') return undefined;
    return likePattern(like, escapeChar).test(text);
  };
}

function compileObject(entries: readonly (readonly [string, Evaluate])[]): Evaluate {
  return (scope) => {
    const object: { [name: string]: Value } = {};
    for (const [name, evaluate] of entries) {
      const value = evaluate(scope);
      if (value !== undefined) object[name] = value;
    }
    return object as Value;
  };
}

function compileCall(call: Extract<Expression, { kind: 'call' }>, names: Names): Evaluate {
  if (isAggregate(call.name)) {
    const place = names.aggregates.get(call);
    if (place === undefined) throw badRequest(`An aggregate such as ${call.name} is only allowed in SELECT.`);
    return (scope) => scope.aggregates[place];
  }
  const args = call.args.map((each) => compileExpression(each, names));
  const apply = builtIn(call.name, args.length);
  return (scope) =>
    apply(
      args.map((each) => each(scope)),
      scope.now,
    );
}
