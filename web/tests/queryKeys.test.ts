import { sourceFiles } from '../../tests/arch/sourceFile';

/** How answers are kept: `queryOptions({ queryKey: ['venues'], …`. A key with a part of its own is another one. */
const ASKED = /(?:queryOptions|[uU]se(?:Infinite)?Query)\(\{\s*queryKey: \[([^\]]+)\]/gi;

/** Apps that keep their answers apart. What all share counts for each. */
const APPS = {
  buyers: /^web\/src\/(?!staff\/|door\/)/,
  staff: /^web\/src\/(?!door\/)/,
  door: /^web\/src\/(?!staff\/)/,
};

const files = sourceFiles('web/src');

test.each(Object.entries(APPS))('no two questions of the app %s are kept under one key', (_, isOfIt) => {
  const keys = files
    .filter(({ path }) => isOfIt.test(path))
    .flatMap(({ text }) => [...text.matchAll(ASKED)].map(([, key = '']) => key));
  expect(keys.length).toBeGreaterThan(10);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});
