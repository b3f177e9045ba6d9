import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { importsOf, sourceFiles } from '../../tests/arch/sourceFile';

const files = sourceFiles('web/src', 'web/types');
/** Draws a ticket's code for the web and for mails alike, and imports nothing itself. */
const OF_BOTH = 'shared/kernel/qr';
const { dependencies, devDependencies } = JSON.parse(readFileSync('web/package.json', 'utf8'));

test('the web knows only the HTTP contract: of the product’s code it imports what draws a ticket, and nothing else', () => {
  const outside = files.flatMap((file) =>
    importsOf(file)
      .map(({ to }) => to)
      .filter((to) => to.includes('/') && !to.startsWith('web/') && !to.startsWith('node:'))
      .filter((to) => !isPackage(to) && to !== OF_BOTH)
      .map((to) => `${file.path}: ${posix.normalize(to)}`),
  );
  expect(files.length).toBeGreaterThan(60);
  expect(outside).toEqual([]);
  expect(readFileSync(`${OF_BOTH}.ts`, 'utf8')).not.toMatch(/^import /m);
});

const isPackage = (to: string): boolean =>
  Object.keys({ ...dependencies, ...devDependencies }).some(
    (name) => to === name || to.startsWith(`${name}/`),
  );

test('every package that is imported is the web’s own, and every one of them is imported', () => {
  const used = new Set(files.flatMap((file) => importsOf(file).map(({ to }) => to)));
  const names = Object.keys(dependencies);
  expect(names.filter((name) => ![...used].some((to) => to === name || to.startsWith(`${name}/`)))).toEqual(
    [],
  );
});
