import type { Json, JsonObject } from '../engine/json';
import { isObject } from '../engine/json';

/** What an expression gives. `undefined` is a value of its own in this query language. */
export type Value = Json | undefined;

const TYPE_ORDER = ['undefined', 'null', 'boolean', 'number', 'string', 'array', 'object'] as const;
type ValueType = (typeof TYPE_ORDER)[number];

export function typeOf(value: Value): ValueType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as ValueType;
}

/** Strings are ordered by code point. JavaScript's own order differs above U+FFFF. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return codePointRank(x) - codePointRank(y);
  }
  return a.length - b.length;
}

const codePointRank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

/** Total order over all values, by type first: undefined, null, booleans, numbers, strings, arrays, objects. */
export function compareValues(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [typeA, typeB] = [typeOf(a), typeOf(b)];
  if (typeA !== typeB) return TYPE_ORDER.indexOf(typeA) - TYPE_ORDER.indexOf(typeB);
  if (typeA === 'boolean') return Number(a) - Number(b);
  if (typeA === 'array' || typeA === 'object') return compareStrings(canonical(a), canonical(b));
  return 0;
}

/** The same text for equal values, whatever the order of properties. */
export function canonical(value: Value): string {
  if (value === undefined) return 'u';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

export function deepEqual(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((element, i) => deepEqual(element, b[i]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length && names.every((name) => name in b && deepEqual(a[name], b[name]))
  );
}

/** Does `whole` have all of `part`'s properties with equal values? */
export const containsPart = (whole: Value, part: Value): boolean =>
  isObject(whole) && isObject(part)
    ? Object.keys(part).every((name) => containsPart(whole[name], part[name]))
    : deepEqual(whole, part);

/** `a = b` is undefined if either is, and false for different types. */
export const equal = (a: Value, b: Value): Value =>
  a === undefined || b === undefined ? undefined : deepEqual(a, b);

/** For `<` and its like. It is undefined unless both are strings, numbers, booleans or null of one type. */
export function order(a: Value, b: Value): number | undefined {
  const type = typeOf(a);
  if (type !== typeOf(b) || type === 'undefined' || type === 'array' || type === 'object') return undefined;
  return compareValues(a, b);
}

export const member = (object: Value, property: Value): Value => {
  if (Array.isArray(object)) return typeof property === 'number' ? object[property] : undefined;
  if (!isObject(object) || typeof property !== 'string') return undefined;
  return Object.hasOwn(object as JsonObject, property) ? (object as JsonObject)[property] : undefined;
};
