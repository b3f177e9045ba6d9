import { propertyShape } from '../azure/types';
import type { Expression, ExpressionOf, Property } from '../bicep/ast';
import type { Finding, Place } from '../finding';
import { finding } from '../finding';
import { type Argument, BadCall, builtins } from './functions';
import { at, type Entry, text, toJson, unknown, type Value } from './values';

/** What names mean where an expression stands. Undefined: no such name. */
export type Scope = { readonly root: string; readonly lookup: (name: string) => Value | undefined };

/** An expression that cannot be evaluated, and why. */
export class EvaluationError extends Error {
  readonly finding: Finding;
  constructor(place: Place, why: string) {
    super(why);
    this.finding = finding(place, why);
  }
}

/** A scope with some names more. */
export const within = (scope: Scope, names: Readonly<Record<string, Value>>): Scope => ({
  ...scope,
  lookup: (name) => (Object.hasOwn(names, name) ? names[name] : scope.lookup(name)),
});

/** The value of an expression. What only Azure knows comes out as `unknown`. Throws EvaluationError. */
export function evaluate(expression: Expression, scope: Scope): Value {
  const here = at(expression);
  switch (expression.kind) {
    case 'string':
      return text(here, expression.parts.map((part) => partOf(part, scope)).join(''));
    case 'number':
      return { ...here, kind: 'number', number: expression.value };
    case 'boolean':
      return { ...here, kind: 'boolean', flag: expression.value };
    case 'null':
      return { ...here, kind: 'null' };
    case 'name':
      return named(expression, scope);
    case 'object':
      return {
        ...here,
        kind: 'object',
        entries: new Map(expression.properties.map((p) => entryOf(p, scope))),
      };
    case 'array':
      return { ...here, kind: 'array', items: expression.items.map((item) => evaluate(item, scope)) };
    case 'member':
      return member(evaluate(expression.object, scope), expression.property, here);
    case 'index':
      return indexed(expression, scope);
    case 'call':
      return call(expression, scope);
    case 'ternary': {
      const { condition, yes, no } = expression;
      const answer = evaluate(condition, scope);
      if (answer.kind === 'unknown') return unknown(here, answer.label);
      return evaluate(isTrue(answer) ? yes : no, scope);
    }
    case 'binary':
      return binary(expression, scope);
    case 'unary':
      return unary(expression, scope);
    case 'for':
      return {
        ...here,
        kind: 'array',
        items: eachOf(expression, scope).map((s) => evaluate(expression.body, s)),
      };
    case 'if':
      return isTrue(evaluate(expression.condition, scope))
        ? evaluate(expression.body, scope)
        : { ...here, kind: 'null' };
    case 'lambda':
      throw new EvaluationError(here, 'a lambda stands where a value should');
    default:
      return expression satisfies never;
  }
}

/** One scope for each turn of a loop. */
export function eachOf({ item, index, list }: ExpressionOf<'for'>, scope: Scope): Scope[] {
  const all = evaluate(list, scope);
  if (all.kind !== 'array') throw new EvaluationError(list, `a loop needs an array, this is ${all.kind}`);
  return all.items.map((value, i) =>
    within(scope, { [item]: value, ...(index && { [index]: { ...at(list), kind: 'number', number: i } }) }),
  );
}

export const isTrue = (value: Value): boolean => value.kind === 'boolean' && value.flag;

const partOf = (part: string | Expression, scope: Scope): string =>
  typeof part === 'string' ? part : String(toJson(evaluate(part, scope)));

function entryOf({ key, value, file, line }: Property, scope: Scope): [string, Entry] {
  const name = evaluate(key, scope);
  if (name.kind !== 'string') throw new EvaluationError(key, 'the name of a property should be a string');
  return [name.text, { file, line, value: evaluate(value, scope) }];
}

function named({ name, ...place }: ExpressionOf<'name'>, scope: Scope): Value {
  const value = scope.lookup(name);
  if (value === undefined) throw new EvaluationError(place, `there is no ${name}`);
  return value;
}

/** A property of a value. Of a resource only id, name, type and apiVersion are known before it is deployed. */
function member(object: Value, property: string, place: Place): Value {
  switch (object.kind) {
    case 'object': {
      const entry = object.entries.get(property);
      if (entry === undefined) throw new EvaluationError(place, `there is no property ${property}`);
      return { ...entry.value };
    }
    case 'module':
      if (property !== 'outputs') throw new EvaluationError(place, `a module has outputs, not ${property}`);
      return {
        ...place,
        kind: 'object',
        entries: new Map([...object.outputs].map(([name, value]) => [name, { ...at(value), value }])),
      };
    case 'resource':
      return ofResource(object, property, place);
    case 'unknown':
      return ofUnknown(object, property, place);
    default:
      throw new EvaluationError(place, `${object.kind} has no property ${property}`);
  }
}

function ofResource(
  { resource }: Extract<Value, { kind: 'resource' }>,
  property: string,
  place: Place,
): Value {
  if (property === 'id') return text(place, resource.id);
  if (property === 'name') return text(place, resource.name.split('/').at(-1) ?? '');
  const label = `${resource.symbol}.${property}`;
  const { shape } = resource;
  return shape
    ? ofUnknown({ ...place, kind: 'unknown', label: resource.symbol, shape }, property, place)
    : unknown(place, label);
}

function ofUnknown(
  { label, shape }: Extract<Value, { kind: 'unknown' }>,
  property: string,
  place: Place,
): Value {
  const inner = `${label}.${property}`;
  if (shape === undefined) return unknown(place, inner);
  const found = propertyShape(shape, property);
  if (found === 'none') throw new EvaluationError(place, `${label} has no property ${property}`);
  return unknown(place, inner, found === 'any' ? undefined : found);
}

function indexed({ object, index, ...place }: ExpressionOf<'index'>, scope: Scope): Value {
  const whole = evaluate(object, scope);
  const key = evaluate(index, scope);
  if (key.kind === 'string') return member(whole, key.text, at(place));
  if (key.kind !== 'number') throw new EvaluationError(index, `${key.kind} is no index`);
  if (whole.kind === 'unknown') return unknown(at(place), `${whole.label}[${key.number}]`);
  const item = whole.kind === 'array' ? whole.items[key.number] : undefined;
  if (item === undefined) throw new EvaluationError(index, `there is no item ${key.number}`);
  return item;
}

function call({ name, args, ...place }: ExpressionOf<'call'>, scope: Scope): Value {
  const builtin = builtins[name];
  if (builtin === undefined) throw new EvaluationError(place, `the check knows no function ${name}`);
  const given = args.map(
    (arg): Argument =>
      arg.kind === 'lambda'
        ? (...values) => {
            const bound = arg.parameters.map((parameter, i) => [parameter, values[i]] as const);
            return evaluate(arg.body, within(scope, Object.fromEntries(bound) as Record<string, Value>));
          }
        : evaluate(arg, scope),
  );
  try {
    return builtin({ root: scope.root, place: at(place) }, given);
  } catch (error) {
    if (error instanceof EvaluationError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new EvaluationError(place, `${name}: ${why}`);
  }
}

function binary({ operator, left, right, ...place }: ExpressionOf<'binary'>, scope: Scope): Value {
  const here = at(place);
  const flag = (yes: boolean): Value => ({ ...here, kind: 'boolean', flag: yes });
  const a = evaluate(left, scope);
  if (operator === '&&') return flag(isTrue(a) && isTrue(evaluate(right, scope)));
  if (operator === '||') return flag(isTrue(a) || isTrue(evaluate(right, scope)));
  const b = evaluate(right, scope);
  if (operator === '??') return a.kind === 'null' ? b : a;
  if (a.kind === 'unknown' || b.kind === 'unknown') return unknown(here, operator);
  const same = JSON.stringify(toJson(a)) === JSON.stringify(toJson(b));
  if (operator === '==') return flag(same);
  if (operator === '!=') return flag(!same);
  throw new EvaluationError(here, `the check knows no operator ${operator}`);
}

function unary({ operator, operand, ...place }: ExpressionOf<'unary'>, scope: Scope): Value {
  const value = evaluate(operand, scope);
  if (operator === '!') return { ...at(place), kind: 'boolean', flag: !isTrue(value) };
  if (value.kind === 'number') return { ...at(place), kind: 'number', number: -value.number };
  throw new EvaluationError(place, `${operator} does not fit ${value.kind}`);
}

/** For a caller that evaluates many things: the value, or undefined and one finding more. */
export function attempt<Result>(findings: Finding[], work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof BadCall || !(error instanceof EvaluationError)) throw error;
    findings.push(error.finding);
    return undefined;
  }
}
