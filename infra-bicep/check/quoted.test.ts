import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { check } from './check';
import { type Compiler, findBicep, openCompiler } from './compiler';
import { copied } from './copied';
import { render } from './finding';

const page = readFileSync(path.resolve(__dirname, '../../docs/infra-check.md'), 'utf8');

const PRODUCTION = ['infra-bicep/production.bicepparam'];

type Quoted = { readonly title: string; readonly file: string; readonly diff: string; readonly said: string };

const quoted: readonly Quoted[] = [
  ...page.matchAll(/^## (.+)\n\nIn `(.+)`:\n\n```diff\n([^`]+)```\n\n```\n([^`]+)```$/gm),
].map(([, title = '', file = '', diff = '', said = '']) => ({ title, file, diff, said }));

/** The lines of a diff without those that begin with `left`, and without what each begins with. */
const side = (diff: string, left: '+' | '-'): string =>
  diff.replace(/^.*\n/gm, (line) => (line.startsWith(left) ? '' : line.slice(1)));

/** Line numbers change with every edit; mistakes.test.ts looks at them. */
const withoutLines = (said: string): string => said.replace(/^([^:\n]+):\d+:/gm, '$1:');

test('the page has ten', () => {
  expect(quoted.map(({ title }) => Number.parseInt(title, 10))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

const command = findBicep();
let compiler: Compiler | undefined;

beforeAll(async () => {
  if (command !== undefined) compiler = await openCompiler(command);
  else console.log('No Bicep CLI here: the ten mistakes of docs/infra-check.md were not tried.');
});
afterAll(() => compiler?.close());

(command === undefined ? test.skip : test).each(quoted)('$title', async ({ file, diff, said }) => {
  const copy = copied();
  try {
    const target = path.join(copy, file);
    const parts = readFileSync(target, 'utf8').split(side(diff, '+'));
    expect(parts).toHaveLength(2);
    writeFileSync(target, parts.join(side(diff, '-')));
    const { findings } = await check(copy, compiler, PRODUCTION);
    expect(withoutLines(findings.map((found) => `${render(found)}\n`).join(''))).toBe(withoutLines(said));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
