import { badRequest } from '../engine/errors';
import { isObject } from '../engine/json';
import type { Value } from './values';
import { canonical, containsPart, deepEqual, typeOf } from './values';

type Call = (args: readonly Value[], now: number) => Value;
type Definition = { readonly least: number; readonly most: number; readonly call: Call };

const define = (least: number, most: number, call: Call): Definition => ({ least, most, call });

/** Gives undefined unless every argument is a string. */
const strings = (count: number, f: (...texts: string[]) => Value): Definition =>
  define(count, count, (args) =>
    args.every((a) => typeof a === 'string') ? f(...(args as string[])) : undefined,
  );

const numbers = (count: number, f: (...values: number[]) => number): Definition =>
  define(count, count, (args) => {
    if (!args.every((a) => typeof a === 'number')) return undefined;
    const result = f(...(args as number[]));
    return Number.isFinite(result) ? result : undefined;
  });

/** Whole numbers of 64 bits, as the service counts them. */
const isInteger = (value: Value): value is number =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 2 ** 63;

/** Gives undefined unless both arguments and the result are whole numbers. */
const integers = (f: (a: number, b: number) => number): Definition =>
  define(2, 2, ([a, b]) => {
    if (!isInteger(a) || !isInteger(b)) return undefined;
    const result = f(a, b);
    return isInteger(result) ? result : undefined;
  });

/** Takes away white space, or the characters of an optional second argument in any order. */
const trimming = (atStart: boolean, atEnd: boolean): Definition =>
  define(1, 2, ([text, ...given]) => {
    const [characters] = given;
    if (typeof text !== 'string') return undefined;
    if (given.length === 0) return trim(text, (char) => char.trim() !== '', atStart, atEnd);
    if (typeof characters !== 'string') return undefined;
    return trim(text, (char) => !characters.includes(char), atStart, atEnd);
  });

function trim(text: string, isKept: (char: string) => boolean, atStart: boolean, atEnd: boolean): string {
  const chars = [...text];
  const first = atStart ? chars.findIndex(isKept) : 0;
  const last = atEnd ? chars.findLastIndex(isKept) : chars.length;
  return first === -1 ? '' : chars.slice(first, last + 1).join('');
}

/** A search with an optional third argument, to ignore case. */
const search = (f: (text: string, part: string) => boolean): Definition =>
  define(2, 3, ([text, part, ignoreCase]) => {
    if (typeof text !== 'string' || typeof part !== 'string') return undefined;
    return ignoreCase === true ? f(text.toLowerCase(), part.toLowerCase()) : f(text, part);
  });

const isType = (test: (value: Value) => boolean): Definition => define(1, 1, ([value]) => test(value));

const arrays = (least: number, most: number, f: (first: readonly Value[], args: readonly Value[]) => Value) =>
  define(least, most, (args) => (Array.isArray(args[0]) ? f(args[0], args) : undefined));

const distinct = (values: readonly Value[]): Value[] => [
  ...new Map(values.map((value) => [canonical(value), value])).values(),
];

const slice = (values: readonly Value[], from: Value, count: Value): Value[] | undefined => {
  if (typeof from !== 'number' || (count !== undefined && typeof count !== 'number')) return undefined;
  const start = from < 0 ? Math.max(0, values.length + from) : from;
  return values.slice(start, count === undefined ? undefined : start + Math.max(0, count));
};

const json = (values: readonly Value[] | undefined): Value => values as Value;

function toText(value: Value): Value {
  if (value === undefined || typeof value === 'string') return value;
  return JSON.stringify(value);
}

function toNumber(value: Value): Value {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const result = Number(value);
  return Number.isFinite(result) ? result : undefined;
}

function regexMatch(text: Value, pattern: Value, modifiers: Value): Value {
  if (typeof text !== 'string' || typeof pattern !== 'string') return undefined;
  const flags = typeof modifiers === 'string' ? modifiers : '';
  if (!/^[msix]*$/.test(flags)) throw badRequest(`RegexMatch does not know the modifiers '${flags}'.`);
  const source = flags.includes('x') ? pattern.replace(/\s/g, '') : pattern;
  try {
    return new RegExp(source, [...new Set(flags.replace(/x/g, ''))].join('')).test(text);
  } catch {
    throw badRequest('RegexMatch was given an invalid pattern.');
  }
}

const scale = (value: number, digits: number): number => {
  const factor = 10 ** digits;
  return (Math.sign(value) * Math.round(Math.abs(value) * factor)) / factor;
};

const FUNCTIONS: Readonly<Record<string, Definition>> = {
  ABS: numbers(1, Math.abs),
  CEILING: numbers(1, Math.ceil),
  EXP: numbers(1, Math.exp),
  FLOOR: numbers(1, Math.floor),
  LOG: define(1, 2, ([value, base]) => {
    if (typeof value !== 'number' || value <= 0) return undefined;
    return typeof base === 'number' ? Math.log(value) / Math.log(base) : Math.log(value);
  }),
  LOG10: numbers(1, Math.log10),
  PI: define(0, 0, () => Math.PI),
  POWER: numbers(2, (a, b) => a ** b),
  ROUND: define(1, 2, ([value, digits]) =>
    typeof value === 'number' ? scale(value, typeof digits === 'number' ? digits : 0) : undefined,
  ),
  SIGN: numbers(1, Math.sign),
  SQRT: numbers(1, Math.sqrt),
  SQUARE: numbers(1, (a) => a * a),
  TRUNC: numbers(1, Math.trunc),
  INTADD: integers((a, b) => a + b),
  INTSUB: integers((a, b) => a - b),
  INTMUL: integers((a, b) => a * b),
  INTDIV: integers((a, b) => Math.trunc(a / b)),
  INTMOD: integers((a, b) => a % b),

  IS_ARRAY: isType(Array.isArray),
  IS_BOOL: isType((value) => typeof value === 'boolean'),
  IS_DEFINED: isType((value) => value !== undefined),
  IS_NULL: isType((value) => value === null),
  IS_NUMBER: isType((value) => typeof value === 'number'),
  IS_INTEGER: isType(isInteger),
  IS_FINITE_NUMBER: isType((value) => Number.isFinite(value)),
  IS_OBJECT: isType(isObject),
  IS_PRIMITIVE: isType((value) => value === null || ['boolean', 'number', 'string'].includes(typeof value)),
  IS_STRING: isType((value) => typeof value === 'string'),

  CONCAT: define(2, 64, (args) => (args.every((a) => typeof a === 'string') ? args.join('') : undefined)),
  CONTAINS: search((text, part) => text.includes(part)),
  ENDSWITH: search((text, part) => text.endsWith(part)),
  STARTSWITH: search((text, part) => text.startsWith(part)),
  STRINGEQUALS: search((text, part) => text === part),
  INDEX_OF: define(2, 3, ([text, part, from]) =>
    typeof text === 'string' && typeof part === 'string'
      ? text.indexOf(part, typeof from === 'number' ? from : 0)
      : undefined,
  ),
  LEFT: define(2, 2, ([text, count]) =>
    typeof text === 'string' && typeof count === 'number' ? text.slice(0, Math.max(0, count)) : undefined,
  ),
  RIGHT: define(2, 2, ([text, count]) =>
    typeof text === 'string' && typeof count === 'number'
      ? text.slice(Math.max(0, text.length - Math.max(0, count)))
      : undefined,
  ),
  LENGTH: strings(1, (text) => text.length),
  LOWER: strings(1, (text) => text.toLowerCase()),
  UPPER: strings(1, (text) => text.toUpperCase()),
  LTRIM: trimming(true, false),
  RTRIM: trimming(false, true),
  TRIM: trimming(true, true),
  REPLACE: strings(3, (text, from, to) => text.replaceAll(from, to)),
  REPLICATE: define(2, 2, ([text, count]) =>
    typeof text === 'string' && typeof count === 'number' && count >= 0 && text.length * count <= 10_000
      ? text.repeat(count)
      : undefined,
  ),
  REVERSE: strings(1, (text) => [...text].reverse().join('')),
  SUBSTRING: define(3, 3, ([text, from, count]) =>
    typeof text === 'string' && typeof from === 'number' && typeof count === 'number'
      ? text.slice(Math.max(0, from), Math.max(0, from) + Math.max(0, count))
      : undefined,
  ),
  TOSTRING: define(1, 1, ([value]) => toText(value)),
  STRINGTONUMBER: define(1, 1, ([value]) => toNumber(value)),
  STRINGTOBOOLEAN: strings(1, (text) => ({ true: true, false: false })[text.trim()]),
  STRINGTONULL: strings(1, (text) => (text.trim() === 'null' ? null : undefined)),
  STRINGJOIN: define(2, 2, ([parts, separator]) =>
    Array.isArray(parts) && parts.every((part) => typeof part === 'string') && typeof separator === 'string'
      ? parts.join(separator)
      : undefined,
  ),
  STRINGSPLIT: strings(2, (text, separator) => text.split(separator)),
  REGEXMATCH: define(2, 3, ([text, pattern, modifiers]) => regexMatch(text, pattern, modifiers)),

  ARRAY_CONCAT: define(2, 64, (args) =>
    args.every(Array.isArray) ? json(args.flat(1) as Value[]) : undefined,
  ),
  ARRAY_CONTAINS: arrays(2, 3, (values, [, wanted, partial]) =>
    wanted === undefined
      ? undefined
      : values.some((value) => (partial === true ? containsPart(value, wanted) : deepEqual(value, wanted))),
  ),
  ARRAY_CONTAINS_ANY: arrays(2, 64, (values, [, ...wanted]) =>
    wanted.some((each) => values.some((value) => deepEqual(value, each))),
  ),
  ARRAY_CONTAINS_ALL: arrays(2, 64, (values, [, ...wanted]) =>
    wanted.every((each) => values.some((value) => deepEqual(value, each))),
  ),
  ARRAY_LENGTH: arrays(1, 1, (values) => values.length),
  ARRAY_SLICE: arrays(2, 3, (values, [, from, count]) => json(slice(values, from, count))),
  SETINTERSECT: arrays(2, 2, (values, [, other]) =>
    Array.isArray(other)
      ? json(distinct(values).filter((value) => other.some((each) => deepEqual(each, value))))
      : undefined,
  ),
  SETUNION: arrays(2, 2, (values, [, other]) =>
    Array.isArray(other) ? json(distinct([...values, ...other])) : undefined,
  ),

  IIF: define(3, 3, ([test, yes, no]) => (test === true ? yes : no)),
  TYPE: define(1, 1, ([value]) => typeOf(value)),
  GETCURRENTDATETIME: define(0, 0, (_, now) => new Date(now).toISOString().replace('Z', '0000Z')),
  GETCURRENTTIMESTAMP: define(0, 0, (_, now) => now),
  DATETIMETOTIMESTAMP: define(1, 1, ([value]) => {
    const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    return Number.isNaN(ms) ? undefined : ms;
  }),
  TIMESTAMPTODATETIME: define(1, 1, ([value]) =>
    typeof value === 'number' ? new Date(value).toISOString().replace('Z', '0000Z') : undefined,
  ),
};

/** The built-in function of this name (in capitals). Throws 400 if there is none or it takes other arguments. */
export function builtIn(name: string, argumentCount: number): Call {
  const definition = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (definition === undefined) throw badRequest(`'${name}' is not a recognized built-in function name.`);
  if (argumentCount < definition.least || argumentCount > definition.most) {
    throw badRequest(`The ${name} function requires ${definition.least} argument(s).`);
  }
  return definition.call;
}
