// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Bicep writes them the same way.
import { evaluate } from '../evaluate/evaluate';
import { toJson } from '../evaluate/values';
import { bicepParser, type Parse } from './parse';

let parse: Parse;
beforeAll(async () => {
  parse = await bicepParser();
});

/** The value of an expression of Bicep. */
function valueFrom(expression: string): unknown {
  const { parsed, findings } = parse('a.bicep', `var a = ${expression}\n`);
  expect(findings).toEqual([]);
  const [declaration] = parsed.declarations;
  if (declaration?.kind !== 'var') throw new Error('no variable');
  return toJson(evaluate(declaration.value, { root: '.', lookup: () => undefined }));
}

// Each of these the grammar binds in another way than Bicep does.
test.each([
  ['false ? { b: 1 } : { b: 2 }.b', 2],
  ["map([{ k: 'x' }], e => e.k)", ['x']],
  ["filter(['a', 'b'], e => e == 'b')", ['b']],
  ["reduce(['a', 'b'], '', (so, e) => '${so}${e}')", 'ab'],
  ["!contains({ a: { b: 'x' } }.a, 'b')", false],
  ["'x' == { y: 'x' }.y", true],
])('%s', (expression, value) => expect(valueFrom(expression)).toEqual(value));

test.each([
  ["'a${'b'}c'", 'abc'],
  ["'it\\'s \\${x}'", "it's ${x}"],
  ["'''\nfirst\nsecond'''", 'first\nsecond'],
])('text %#', (expression, value) => expect(valueFrom(expression)).toBe(value));

test('a parameter file keeps its lines', () => {
  const { parsed, findings } = parse('a.bicepparam', "using 'main.bicep'\n\nparam x = 'y'\n");
  expect(findings).toEqual([]);
  expect(parsed.using).toBe('main.bicep');
  expect(parsed.declarations).toMatchObject([{ name: 'x', line: 3 }]);
});

test('an index inside an array is refused, since the grammar takes it for two items', () => {
  const { findings } = parse('a.bicep', 'var a = [\n  b[0]\n]\n');
  expect(findings).toMatchObject([{ file: 'a.bicep', line: 2 }]);
});
