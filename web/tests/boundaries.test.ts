import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { importsOf, sourceFiles } from '../../tests/arch/sourceFile';

const files = sourceFiles('web/src', 'web/types');
const { dependencies, devDependencies } = JSON.parse(readFileSync('web/package.json', 'utf8'));

test('the web knows only the HTTP contract: nothing of the product’s code is imported', () => {
  const outside = files.flatMap((file) =>
    importsOf(file)
      .map(({ to }) => to)
      .filter((to) => to.includes('/') && !to.startsWith('web/') && !to.startsWith('node:'))
      .filter((to) => !isPackage(to))
      .map((to) => `${file.path}: ${posix.normalize(to)}`),
  );
  expect(files.length).toBeGreaterThan(60);
  expect(outside).toEqual([]);
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
