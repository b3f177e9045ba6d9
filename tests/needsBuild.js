const { existsSync, globSync, statSync } = require('node:fs');

const BUILT = 'dist/functions/index.js';
const SOURCES = '{functions,shared,local,infra-bicep}/**/*.ts';

/** The tests of the whole start compiled processes: says at once that there are none, or that they are old. */
module.exports = () => {
  const advice = 'Run `npm run build` first, or `npm test`, which does.';
  if (!existsSync(BUILT)) throw new Error(`There is no build. ${advice}`);
  const builtMs = statSync(BUILT).mtimeMs;
  const newer = globSync(SOURCES, { exclude: (name) => /node_modules|\.test\.ts$/.test(name) }).find(
    (file) => statSync(file).mtimeMs > builtMs,
  );
  if (newer !== undefined) throw new Error(`The build is older than ${newer}. ${advice}`);
};
