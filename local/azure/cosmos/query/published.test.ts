import { CosmosEngine } from '../engine/engine';
import { createItem } from '../engine/items';
import type { Json, JsonObject } from '../engine/json';
import { executeQuery } from './executeQuery';

/** Answers that Microsoft prints beside its own examples. `undefined` is a member that its answer leaves out. */
const DOCUMENTATION = 'https://learn.microsoft.com/cosmos-db/query';

/** The engine's answer over these items, which all lie in one partition. */
function answer(text: string, items: readonly JsonObject[] = []): Json[] {
  const engine = new CosmosEngine({ file: ':memory:', clock: { now: () => 0 } });
  engine.catalog.createDatabase('db');
  engine.catalog.createContainer('db', { id: 'c', partitionKey: { paths: ['/pk'] } });
  const container = engine.catalog.container('db', 'c');
  for (const [i, item] of items.entries())
    createItem(container, engine.moment(container), '["p"]', { id: String(i), pk: 'p', ...item });
  const { documents } = executeQuery(container, 0, { text, parameters: [], maxItems: -1 }, () => undefined);
  engine.close();
  return documents.map((document) => JSON.parse(document));
}

const GRADES = '[70, 86, 92, 99, 85, 90, 82]';
const SHIRT = '[{category: "shirts", color: "blue"}]';
const NAME = '"AdventureWorks"';

const FUNCTIONS: Readonly<Record<string, readonly (readonly [string, Json | undefined])[]>> = {
  'array-concat': [
    ['ARRAY_CONCAT(["apples", "strawberries"], ["bananas"])', ['apples', 'strawberries', 'bananas']],
  ],
  'array-contains': [
    ['ARRAY_CONTAINS(["coats", "jackets", "sweatshirts"], "coats")', true],
    ['ARRAY_CONTAINS(["coats", "jackets", "sweatshirts"], "hoodies")', false],
    [`ARRAY_CONTAINS(${SHIRT}, {category: "shirts", color: "blue"})`, true],
    [`ARRAY_CONTAINS(${SHIRT}, {category: "shirts"})`, false],
    [`ARRAY_CONTAINS(${SHIRT}, {category: "shirts"}, true)`, true],
    [`ARRAY_CONTAINS(${SHIRT}, {category: "shorts", color: "blue"}, true)`, false],
  ],
  'array-slice': [
    [`ARRAY_SLICE(${GRADES}, 0)`, [70, 86, 92, 99, 85, 90, 82]],
    [`ARRAY_SLICE(${GRADES}, 1)`, [86, 92, 99, 85, 90, 82]],
    [`ARRAY_SLICE(${GRADES}, -1)`, [82]],
    [`ARRAY_SLICE(${GRADES}, -2)`, [90, 82]],
    [`ARRAY_SLICE(${GRADES}, 0, 3)`, [70, 86, 92]],
    [`ARRAY_SLICE(${GRADES}, 0, 12)`, [70, 86, 92, 99, 85, 90, 82]],
    [`ARRAY_SLICE(${GRADES}, 3, 5)`, [99, 85, 90, 82]],
    [`ARRAY_SLICE(${GRADES}, -2, 1)`, [90]],
  ],
  'bitwise-operators': [
    ['100 >> 2', 25],
    ['100 << 2', 400],
    ['100 >>> 0', 100],
    ['100 & 1000', 96],
    ['100 | 1000', 1004],
    ['100 ^ 1000', 908],
  ],
  concat: [['CONCAT("adventure", "works")', 'adventureworks']],
  count: [
    ['COUNT(1)', 1],
    ['COUNT(2 + 3)', 1],
  ],
  endswith: [
    [`ENDSWITH(${NAME}, "Adventure")`, false],
    [`ENDSWITH(${NAME}, "Works")`, true],
    [`ENDSWITH(${NAME}, "works")`, false],
    [`ENDSWITH(${NAME}, "works", true)`, true],
  ],
  iif: [
    ['IIF(true, 123, 456)', 123],
    ['IIF(false, 123, 456)', 456],
    ['IIF(123, 123, 456)', 456],
    ['IIF("ABC", 123, 456)', 456],
    ['IIF([1, 2, 3], 123, 456)', 456],
    ['IIF({name: "Alice", age: 20}, 123, 456)', 456],
  ],
  'index-of': [
    [`INDEX_OF(${NAME}, "A")`, 0],
    [`INDEX_OF(${NAME}, "s")`, 13],
    [`INDEX_OF(${NAME}, "tureW")`, 5],
    [`INDEX_OF(${NAME}, "Cosmos")`, -1],
    [`INDEX_OF(${NAME}, "Works", 5)`, 9],
    [`INDEX_OF(${NAME}, "Adventure", 5)`, -1],
    [`INDEX_OF(${NAME}, "aD")`, -1],
  ],
  intdiv: [
    ['IntDiv(10, 2)', 5],
    ['IntDiv(10, -2)', -5],
    ['IntDiv(-10, -2)', 5],
    ['IntDiv(10, 10)', 1],
    ['IntDiv(10, 0)', undefined],
    ['IntDiv(10, 0.1)', undefined],
  ],
  intmod: [
    ['IntMod(12, 5)', 2],
    ['IntMod(12, -5)', 2],
    ['IntMod(-12, -5)', -2],
    ['IntMod(15, 5)', 0],
    ['IntMod(12, 0)', undefined],
    ['IntMod(12, 0.2)', undefined],
  ],
  'is-defined': [
    ['IS_DEFINED({quantity: 5}.quantity)', true],
    ['IS_DEFINED({quantity: 5}.name)', false],
  ],
  'is-finite-number': [
    ['IS_FINITE_NUMBER(1234.567)', true],
    ['IS_FINITE_NUMBER(8.9 / 0.0)', false],
    ['IS_FINITE_NUMBER(SQRT(-1.0))', false],
  ],
  'is-integer': [
    ['IS_INTEGER(3454.123)', false],
    ['IS_INTEGER(5523432)', true],
    ['IS_INTEGER(-9223372036854775808)', true],
    ['IS_INTEGER(9223372036854775807)', true],
    ['IS_INTEGER(18446744073709551615)', false],
  ],
  'is-primitive': [
    ['IS_PRIMITIVE(true)', true],
    ['IS_PRIMITIVE(1)', true],
    ['IS_PRIMITIVE("value")', true],
    ['IS_PRIMITIVE(["green", "red", "yellow"])', false],
    ['IS_PRIMITIVE(null)', true],
    ['IS_PRIMITIVE({name: "Tecozow coat"})', false],
    ['IS_PRIMITIVE({onSale: false}.onSale)', true],
    ['IS_PRIMITIVE({}.category)', false],
  ],
  keywords: [
    ['17.25 BETWEEN 17.25 AND 25.50', true],
    ['20 BETWEEN 0 AND 10', false],
    ['7.5 BETWEEN 0 AND 10', true],
    ['"20-30%" LIKE "20-30[%]"', true],
    ['"20-300" LIKE "20-30[%]"', false],
    ['"_n" LIKE "[_]n"', true],
    ['"an" LIKE "[_]n"', false],
    ['"]" LIKE "]"', true],
    ['"now 20% off" LIKE "%20^%%" ESCAPE "^"', true],
    ['"now 200 off" LIKE "%20^%%" ESCAPE "^"', false],
  ],
  left: [
    [`LEFT(${NAME}, 0)`, ''],
    [`LEFT(${NAME}, 5)`, 'Adven'],
    [`LEFT(${NAME}, LENGTH(${NAME}))`, 'AdventureWorks'],
    [`LEFT(${NAME}, 100)`, 'AdventureWorks'],
  ],
  regexmatch: [
    ['RegexMatch("abcd", "ABC")', false],
    ['RegexMatch("abcd", "ABC", "i")', true],
    ['RegexMatch("abcd", "ab.", "")', true],
    ['RegexMatch("abcd", "ab c", "x")', true],
    ['RegexMatch("abcd", "aB c", "ix")', true],
    ['RegexMatch("03a", "[0-9]")', true],
    ['RegexMatch("salt3824908", "salt{1}")', true],
    ['RegexMatch("shame", "s....", "i")', true],
  ],
  replace: [['REPLACE("AdventureWorksLT", "LT", "LT2")', 'AdventureWorksLT2']],
  replicate: [['REPLICATE("Cosmic", 3)', 'CosmicCosmicCosmic']],
  round: [
    ['ROUND(2.4)', 2],
    ['ROUND(2.5)', 3],
    ['ROUND(2.6)', 3],
    ['ROUND(-2.4)', -2],
    ['ROUND(-2.6)', -3],
  ],
  sign: [
    ['SIGN(-2)', -1],
    ['SIGN(0)', 0],
    ['SIGN(2)', 1],
  ],
  startswith: [
    [`STARTSWITH(${NAME}, "Works")`, false],
    [`STARTSWITH(${NAME}, "Adventure")`, true],
    [`STARTSWITH(${NAME}, "adventure")`, false],
    [`STARTSWITH(${NAME}, "adventure", true)`, true],
  ],
  stringequals: [
    [`STRINGEQUALS(${NAME}, "adventureworks")`, false],
    [`STRINGEQUALS(${NAME}, "adventureworks", true)`, true],
  ],
  stringtoboolean: [
    ['StringToBoolean("true")', true],
    ['StringToBoolean("true  ")', true],
    ['StringToBoolean("  false")', false],
    ['StringToBoolean("  false  ")', false],
    ['StringToBoolean(true)', undefined],
    ['StringToBoolean("100")', undefined],
    ['StringToBoolean(null)', undefined],
  ],
  stringtonull: [
    ['StringToNull("null")', null],
    ['StringToNull("  null  ")', null],
    ['StringToNull("NULL")', undefined],
    ['StringToNull(undefined)', undefined],
  ],
  stringtonumber: [
    ['StringToNumber("100")', 100],
    ['StringToNumber("3.14")', 3.14],
    ['StringToNumber("   60   ")', 60],
    ['StringToNumber("-1.79769e+308")', -1.79769e308],
    ['StringToNumber("Hello")', undefined],
  ],
  substring: [
    [`SUBSTRING(${NAME}, 0, 9)`, 'Adventure'],
    [`SUBSTRING(${NAME}, 9, 5)`, 'Works'],
    [`SUBSTRING(${NAME}, 0, -1)`, ''],
  ],
  tostring: [
    ['ToString(125)', '125'],
    ['ToString(0.1234)', '0.1234'],
    ['ToString(false)', 'false'],
    ['ToString([1, 2, 3])', '[1,2,3]'],
    ['ToString({department: "Bicycles"})', '{"department":"Bicycles"}'],
    ['ToString("Hello World")', 'Hello World'],
    ['ToString(undefined)', undefined],
  ],
  trim: [
    ['TRIM("   AdventureWorks   ")', 'AdventureWorks'],
    ['TRIM("---AdventureWorks---")', '---AdventureWorks---'],
    ['TRIM("___AdventureWorks___", "_")', 'AdventureWorks'],
    ['TRIM("-- AdventureWorks --", "-")', ' AdventureWorks '],
    ['TRIM("-_-AdventureWorks-_-", "-_")', 'AdventureWorks'],
  ],
  trunc: [
    ['TRUNC(2.37)', 2],
    ['TRUNC(-2.78)', -2],
    ['TRUNC(0.0000714)', 0],
    ['TRUNC(PI())', 3],
  ],
};

const published = Object.entries(FUNCTIONS).flatMap(([page, answers]) =>
  answers.map(([expression, expected]) => [expression, expected, page] as const),
);
test.each(published)(`%s is %j, as ${DOCUMENTATION}/%s has it`, (expression, expected) => {
  expect(answer(`SELECT VALUE ${expression}`)).toEqual(expected === undefined ? [] : [expected]);
});

/** Rows are the left operand, columns the right, both in this order. Source: DOCUMENTATION/logical-operators */
const OPERANDS = ['true', 'false', 'undefined'] as const;
const TRUTH = {
  OR: ['true true true', 'true false undefined', 'true undefined undefined'],
  AND: ['true false undefined', 'false false false', 'undefined false undefined'],
};
const truths = Object.entries(TRUTH).flatMap(([operator, rows]) =>
  rows.flatMap((row, i) =>
    row.split(' ').map((expected, j) => [`${OPERANDS[i]} ${operator} ${OPERANDS[j]}`, expected] as const),
  ),
);
test.each<readonly [string, string]>([
  ...truths,
  ['NOT true', 'false'],
  ['NOT false', 'true'],
  ['NOT undefined', 'undefined'],
  ['true OR true AND false', 'true'],
  ['NOT false AND false', 'false'],
])('%s is %s', (expression, expected) => {
  expect(answer(`SELECT VALUE ${expression}`)).toEqual(
    expected === 'undefined' ? [] : [JSON.parse(expected)],
  );
});

const engineer = (language: string | undefined, mediaTrained: boolean) => ({
  capabilities: { ...(language === undefined ? {} : { language }), mediaTrained },
});
const ENGINEERS = [
  engineer('python', true),
  engineer('javascript', false),
  engineer('c-sharp', true),
  engineer('javascript', true),
  engineer(undefined, true),
  engineer('python', false),
  engineer('javascript', true),
];
const bag = (sku: string, ...tags: readonly string[]) => ({ sku, tags: tags.map((slug) => ({ slug })) });
const BAGS = [
  bag('maresse', 'bag-shape-mummy', 'bag-insulation-down-fill'),
  bag('vareno', 'bag-insulation-synthetic-fill', 'color-group-yellow', 'bag-shape-mummy'),
];
const PEOPLE = [{ last: 'Jensen' }, { last: 'Rivera' }, { last: 'Lewis' }];
const PRODUCTS = [{ category: 'Accessories' }, {}, { category: 'Tools' }, { category: 'Tools' }];

/** The published items with only the members that their query reads. Groups come in no order. */
test.each<[string, string, readonly JsonObject[], readonly Json[]]>([
  ['avg', 'SELECT VALUE AVG(c.price) FROM c', [{ price: 20.28 }, { price: 5.11 }, { price: 62.21 }], [29.2]],
  [
    'group-by',
    'SELECT c.capabilities.language FROM c GROUP BY c.capabilities.language',
    ENGINEERS,
    [{ language: 'python' }, { language: 'javascript' }, { language: 'c-sharp' }, {}],
  ],
  [
    'group-by',
    'SELECT COUNT(1) AS n, c.capabilities.language FROM c GROUP BY c.capabilities.language',
    ENGINEERS,
    [{ n: 2, language: 'python' }, { n: 3, language: 'javascript' }, { n: 1, language: 'c-sharp' }, { n: 1 }],
  ],
  [
    'group-by',
    'SELECT COUNT(1) AS n, k.language, k.mediaTrained FROM c.capabilities k GROUP BY k.language, k.mediaTrained',
    ENGINEERS,
    [
      { n: 1, language: 'python', mediaTrained: true },
      { n: 1, language: 'javascript', mediaTrained: false },
      { n: 1, language: 'c-sharp', mediaTrained: true },
      { n: 2, language: 'javascript', mediaTrained: true },
      { n: 1, mediaTrained: true },
      { n: 1, language: 'python', mediaTrained: false },
    ],
  ],
  ['keywords', 'SELECT DISTINCT VALUE c.category FROM c', PRODUCTS, ['Accessories', 'Tools']],
  [
    'keywords',
    'SELECT DISTINCT c.category FROM c',
    PRODUCTS,
    [{ category: 'Accessories' }, {}, { category: 'Tools' }],
  ],
  ['order-by', 'SELECT VALUE c.last FROM c ORDER BY c.last', PEOPLE, ['Jensen', 'Lewis', 'Rivera']],
  ['order-by', 'SELECT VALUE c.last FROM c ORDER BY c.last DESC', PEOPLE, ['Rivera', 'Lewis', 'Jensen']],
  [
    'join',
    'SELECT p.sku, t.slug FROM products p JOIN t IN p.tags',
    BAGS,
    [
      { sku: 'maresse', slug: 'bag-shape-mummy' },
      { sku: 'maresse', slug: 'bag-insulation-down-fill' },
      { sku: 'vareno', slug: 'bag-insulation-synthetic-fill' },
      { sku: 'vareno', slug: 'color-group-yellow' },
      { sku: 'vareno', slug: 'bag-shape-mummy' },
    ],
  ],
  [
    'join',
    'SELECT VALUE p.sku FROM products p JOIN t IN p.tags WHERE t.slug = "bag-insulation-synthetic-fill"',
    BAGS,
    ['vareno'],
  ],
  [
    'join',
    'SELECT VALUE p.sku FROM products p WHERE STARTSWITH(p.tags[1].slug, "color-group-")',
    BAGS,
    ['vareno'],
  ],
])(`${DOCUMENTATION}/%s: %s`, (_page, query, items, expected) => {
  expect(answer(query, items)).toEqual(expected);
});
