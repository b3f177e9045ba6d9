import fc from 'fast-check';
import { CosmosEngine } from '../engine/engine';
import { createItem } from '../engine/items';
import type { Json, JsonObject } from '../engine/json';
import { executeQuery } from './executeQuery';

/**
 * A second, naive engine. What a query means is written beside the text it is generated with, as plain code over one
 * item. The real one parses, plans, indexes and pages, and both must agree.
 */
type Meaning = (item: Item) => Json | undefined;
type Generated = { readonly text: string; readonly of: Meaning };
type Item = { readonly id: string; readonly n: number; readonly b: Json; readonly l: Json[] } & JsonObject;

const SCALARS = [1, 2, -1.5, 0, 'x', 'xy', '', '황', true, false, null] as const;
const ITEMS: readonly Item[] = [...SCALARS, undefined, [1], { x: 1 }].flatMap((a, i) =>
  SCALARS.map((b, j) => ({
    id: `${i}-${j}`,
    n: i * SCALARS.length + j,
    ...(a === undefined ? {} : { a }),
    b,
    l: [j, 'x', ...(j % 2 === 0 ? [b] : [])],
    o: { x: j % 3, y: ['x', 'xy'][i % 2] as string },
  })),
);

/** The items in two containers. One scans, the other gets an index for every path that a query filters or orders by. */
function openBoth() {
  const engine = new CosmosEngine({ file: ':memory:', clock: { now: () => 0 } });
  engine.catalog.createDatabase('db');
  const containers = ['scanned', 'indexed'].map((id) => {
    engine.catalog.createContainer('db', { id, partitionKey: { paths: ['/id'] } });
    const container = engine.catalog.container('db', id);
    for (const item of ITEMS)
      createItem(container, engine.moment(container), JSON.stringify([item.id]), item);
    return container;
  });
  const answers = (text: string): Json[][] =>
    containers.map((container) =>
      executeQuery(container, 0, { text, parameters: [], maxItems: -1 }, (segments) =>
        container === containers[1] ? engine.catalog.indexColumn(container, segments, 0) : undefined,
      ).documents.map((document) => JSON.parse(document)),
    );
  return { answers, close: () => engine.close() };
}

const both = openBoth();
afterAll(() => both.close());

const RANK = ['undefined', 'null', 'boolean', 'number', 'string', 'array', 'object'];
const kind = (value: Json | undefined): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
const same = (a: Json | undefined, b: Json | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);
/** No property order, no text above U+FFFF among these items, so plain comparisons do. */
const less = (a: Json | undefined, b: Json | undefined): boolean =>
  kind(a) === kind(b) ? (a as number) < (b as number) : RANK.indexOf(kind(a)) < RANK.indexOf(kind(b));
const inOrder = (a: Json | undefined, b: Json | undefined): number => (less(a, b) ? -1 : less(b, a) ? 1 : 0);
const isDefined = (value: Json | undefined): value is Json => value !== undefined;

const given =
  <T extends Json>(type: string, f: (a: T, b: T) => Json | undefined) =>
  (a: Json | undefined, b: Json | undefined): Json | undefined =>
    kind(a) === type && kind(b) === type ? f(a as T, b as T) : undefined;
/** JSON has no −0. */
const finite = (value: number): number | undefined => (Number.isFinite(value) ? value + 0 : undefined);
const comparable =
  (f: (a: Json, b: Json) => boolean) =>
  (a: Json | undefined, b: Json | undefined): Json | undefined =>
    isDefined(a) && isDefined(b) && kind(a) === kind(b) && !['array', 'object'].includes(kind(a))
      ? f(a, b)
      : undefined;

const INFIX: Readonly<Record<string, (a: Json | undefined, b: Json | undefined) => Json | undefined>> = {
  '=': (a, b) => (isDefined(a) && isDefined(b) ? same(a, b) : undefined),
  '!=': (a, b) => (isDefined(a) && isDefined(b) ? !same(a, b) : undefined),
  '<': comparable((a, b) => less(a, b)),
  '<=': comparable((a, b) => !less(b, a)),
  '>': comparable((a, b) => less(b, a)),
  '>=': comparable((a, b) => !less(a, b)),
  '+': given<number>('number', (a, b) => finite(a + b)),
  '-': given<number>('number', (a, b) => finite(a - b)),
  '*': given<number>('number', (a, b) => finite(a * b)),
  '/': given<number>('number', (a, b) => finite(a / b)),
  '%': given<number>('number', (a, b) => finite(a % b)),
  '||': given<string>('string', (a, b) => a + b),
  '??': (a, b) => (isDefined(a) ? a : b),
  AND: (a, b) => (a === false || b === false ? false : a === true && b === true ? true : undefined),
  OR: (a, b) => (a === true || b === true ? true : a === false && b === false ? false : undefined),
};
const CALLS: Readonly<Record<string, (a: Json | undefined, b: Json | undefined) => Json | undefined>> = {
  CONTAINS: given<string>('string', (a, b) => a.indexOf(b) >= 0),
  STARTSWITH: given<string>('string', (a, b) => a.slice(0, b.length) === b),
  ENDSWITH: given<string>('string', (a, b) => b === '' || a.slice(-b.length) === b),
  ARRAY_CONTAINS: (a, b) =>
    Array.isArray(a) && isDefined(b) ? a.filter((each) => same(each, b)).length > 0 : undefined,
};
const TESTS = { IS_DEFINED: isDefined, IS_NULL: (value: Json | undefined) => value === null };

const literal = fc
  .constantFrom(...SCALARS)
  .map((value): Generated => ({ text: JSON.stringify(value), of: () => value }));
const path = fc.constantFrom<Generated>(
  { text: 'c.a', of: (item) => item.a },
  { text: 'c.b', of: (item) => item.b },
  { text: 'c["b"]', of: (item) => item.b },
  { text: 'c.o.x', of: (item) => (item.o as JsonObject).x },
  { text: 'c.o.y', of: (item) => (item.o as JsonObject).y },
  { text: 'c.l', of: (item) => item.l },
  { text: 'c.l[0]', of: (item) => item.l[0] },
  { text: 'c.l[2]', of: (item) => item.l[2] },
  { text: 'c.a.x', of: (item) => (kind(item.a) === 'object' ? (item.a as JsonObject).x : undefined) },
  { text: 'c.missing', of: () => undefined },
  { text: 'undefined', of: () => undefined },
);

const { expression } = fc.letrec<{ expression: Generated; operand: Generated }>((tie) => ({
  operand: fc.oneof({ maxDepth: 3 }, path, literal, tie('expression')),
  expression: fc.oneof(
    fc
      .tuple(fc.constantFrom(...Object.keys(INFIX)), tie('operand'), tie('operand'))
      .map(([operator, a, b]) => ({
        text: `(${a.text} ${operator} ${b.text})`,
        of: (item: Item) => INFIX[operator]?.(a.of(item), b.of(item)),
      })),
    fc.tuple(fc.constantFrom(...Object.keys(CALLS)), tie('operand'), tie('operand')).map(([name, a, b]) => ({
      text: `${name}(${a.text}, ${b.text})`,
      of: (item: Item) => CALLS[name]?.(a.of(item), b.of(item)),
    })),
    fc
      .tuple(fc.constantFrom(...(Object.keys(TESTS) as (keyof typeof TESTS)[])), tie('operand'))
      .map(([name, a]) => ({
        text: `${name}(${a.text})`,
        of: (item: Item) => TESTS[name](a.of(item)),
      })),
    tie('operand').map((a) => ({
      text: `(NOT ${a.text})`,
      of: (item: Item) => (typeof a.of(item) === 'boolean' ? a.of(item) === false : undefined),
    })),
    fc.tuple(tie('operand'), tie('operand'), tie('operand')).map(([test, yes, no]) => ({
      text: `(${test.text} ? ${yes.text} : ${no.text})`,
      of: (item: Item) => (test.of(item) === true ? yes : no).of(item),
    })),
    fc.tuple(tie('operand'), tie('operand'), tie('operand')).map(([value, low, high]) => ({
      text: `(${value.text} BETWEEN ${low.text} AND ${high.text})`,
      of: (item: Item) =>
        INFIX.AND?.(
          INFIX['>=']?.(value.of(item), low.of(item)),
          INFIX['<=']?.(value.of(item), high.of(item)),
        ),
    })),
    fc
      .tuple(tie('operand'), fc.array(tie('operand'), { minLength: 1, maxLength: 3 }))
      .map(([value, list]) => ({
        text: `(${value.text} IN (${list.map(({ text }) => text).join(', ')}))`,
        of: (item: Item) => {
          const found = value.of(item);
          return isDefined(found) ? list.some((each) => same(found, each.of(item))) : undefined;
        },
      })),
    fc.array(tie('operand'), { maxLength: 3 }).map((list) => ({
      text: `[${list.map(({ text }) => text).join(', ')}]`,
      of: (item: Item) => list.map((each) => each.of(item)).filter(isDefined),
    })),
  ),
}));

/** What an index may answer, a path against a value, either way round. */
const demand = fc
  .tuple(fc.constantFrom('=', '<', '<=', '>', '>='), path, literal, fc.boolean())
  .map(([operator, found, value, swapped]): Generated => {
    const [a, b] = swapped ? [value, found] : [found, value];
    return {
      text: `${a.text} ${operator} ${b.text}`,
      of: (item) => INFIX[operator]?.(a.of(item), b.of(item)),
    };
  });
const condition = fc.oneof(
  expression,
  demand,
  fc.tuple(demand, fc.oneof(demand, expression)).map(
    ([a, b]): Generated => ({
      text: `${a.text} AND ${b.text}`,
      of: (item) => INFIX.AND?.(a.of(item), b.of(item)),
    }),
  ),
);
const wanted = (where: Generated): Item[] => ITEMS.filter((item) => where.of(item) === true);

function expectBoth(query: string, expected: readonly Json[]): void {
  for (const found of both.answers(query)) expect({ query, found }).toEqual({ query, found: expected });
}
/** Groups come in no order. */
function expectBothInAnyOrder(query: string, expected: readonly Json[]): void {
  const sorted = (values: readonly Json[]) => values.map((value) => JSON.stringify(value)).sort();
  for (const found of both.answers(query))
    expect({ query, found: sorted(found) }).toEqual({ query, found: sorted(expected) });
}

test('an expression', () => {
  fc.assert(
    fc.property(expression, ({ text, of }) =>
      expectBoth(`SELECT VALUE ${text} FROM c`, ITEMS.map(of).filter(isDefined)),
    ),
    { numRuns: 120 },
  );
});

test('a filter', () => {
  fc.assert(
    fc.property(condition, (where) =>
      expectBoth(
        `SELECT VALUE c.id FROM c WHERE ${where.text}`,
        wanted(where).map(({ id }) => id),
      ),
    ),
    { numRuns: 120 },
  );
});

test('an order and a part of it', () => {
  const part = fc.record({ descending: fc.boolean(), offset: fc.nat(200), limit: fc.nat(60) });
  fc.assert(
    fc.property(condition, part, (where, { descending, offset, limit }) => {
      const direction = descending ? 'DESC' : 'ASC';
      const ordered = wanted(where).sort((x, y) => {
        const [a, b] = descending ? [y, x] : [x, y];
        return inOrder(a.b, b.b) || a.n - b.n;
      });
      expectBoth(
        `SELECT VALUE c.id FROM c WHERE ${where.text} ORDER BY c.b ${direction}, c.n ${direction} OFFSET ${offset} LIMIT ${limit}`,
        ordered.slice(offset, offset + limit).map(({ id }) => id),
      );
      expectBoth(
        `SELECT TOP ${limit} VALUE c.n FROM c WHERE ${where.text} ORDER BY c.n ${direction}`,
        wanted(where)
          .map(({ n }) => n)
          .sort((a, b) => (descending ? b - a : a - b))
          .slice(0, limit),
      );
    }),
    { numRuns: 60 },
  );
});

test('groups, and each value once', () => {
  fc.assert(
    fc.property(condition, (where) => {
      const groups = Object.values(Object.groupBy(wanted(where), ({ b }) => JSON.stringify(b)));
      expectBothInAnyOrder(
        `SELECT c.b, COUNT(1) AS n, SUM(c.n) AS sum, MIN(c.n) AS least, MAX(c.n) AS most FROM c WHERE ${where.text} GROUP BY c.b`,
        groups.map((items = []) => {
          const numbers = items.map(({ n }) => n);
          return {
            b: items[0]?.b ?? null,
            n: items.length,
            sum: numbers.reduce((a, b) => a + b),
            least: Math.min(...numbers),
            most: Math.max(...numbers),
          };
        }),
      );
      expectBothInAnyOrder(
        `SELECT DISTINCT VALUE c.b FROM c WHERE ${where.text}`,
        groups.map((items) => items?.[0]?.b ?? null),
      );
    }),
    { numRuns: 60 },
  );
});

test('each element of a list beside its item', () => {
  fc.assert(
    fc.property(condition, literal, (where, { text, of }) => {
      const pairs = wanted(where).flatMap((item) =>
        item.l.filter((e) => !same(e, of(item))).map((e) => ({ n: item.n, e })),
      );
      expectBoth(`SELECT c.n, e FROM c JOIN e IN c.l WHERE e != ${text} AND (${where.text})`, pairs);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['c.o.x - 1 * 2', 'c.o.x - (1 * 2)'],
  ['c.o.x + 1 < 2 + c.l[0]', '(c.o.x + 1) < (2 + c.l[0])'],
  ['NOT c.o.x = 1 AND c.b', '(NOT (c.o.x = 1)) AND c.b'],
  ['c.a OR c.b AND c.a', 'c.a OR (c.b AND c.a)'],
  ['c.a = 1 ? c.b : c.o.x + 1', '(c.a = 1) ? c.b : (c.o.x + 1)'],
  ['c.o.y || c.a = c.b', '(c.o.y || c.a) = c.b'],
  ['c.o.x + 1 & 1', '(c.o.x + 1) & 1'],
  ['1 << c.o.x + 1', '1 << (c.o.x + 1)'],
  ['-c.o.x + 1', '(-c.o.x) + 1'],
  ['c.o.x BETWEEN 1 AND 2 AND c.b', '(c.o.x BETWEEN 1 AND 2) AND c.b'],
  ['NOT c.a IN (1, "x") OR c.b', '(NOT (c.a IN (1, "x"))) OR c.b'],
])('%s is read as %s', (loose, strict) => {
  const [found] = both.answers(`SELECT VALUE ${strict} FROM c`);
  expect(found?.length).toBeGreaterThan(0);
  expectBoth(`SELECT VALUE ${loose} FROM c`, found ?? []);
});
