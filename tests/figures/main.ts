import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { table } from '../../docs/table';
import { sourceFiles } from '../arch/sourceFile';
import { figuresOf } from './figures';
import { countBroughtBy, installedPackages } from './packages';

/** npm run figures: what can be counted of the product's code and of an install, as tables. */
function main(): void {
  const complex = complexFunctions();
  const installed = installedPackages();
  const { workspaces } = JSON.parse(readFileSync('package.json', 'utf8'));
  const figures = [
    ...figuresOf(sourceFiles('functions', 'shared')),
    { what: 'functions over complexity 10, everywhere', is: String(complex), goal: '0' },
    { what: 'packages of our own', is: String(1 + workspaces.length), goal: '' },
    { what: 'packages installed, the web’s too', is: String(Object.keys(installed).length), goal: '800' },
  ];
  console.log(
    table(
      ['functions/ and shared/', 'is', 'at most'],
      figures.map(({ what, is, goal }) => [what, is, goal]),
    ),
  );
  const rows = ['.', ...workspaces].flatMap((folder) =>
    dependenciesOf(folder).map((name) => [folder, name, String(countBroughtBy(installed, folder, name))]),
  );
  console.log(`\n${table(['package', 'its dependency', 'brings'], rows)}`);
}

function dependenciesOf(folder: string): string[] {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  return Object.keys({ ...dependencies, ...devDependencies });
}

/** As Biome counts them. */
function complexFunctions(): number {
  const rule = 'complexity/noExcessiveCognitiveComplexity';
  const { stdout } = spawnSync(
    'node_modules/.bin/biome',
    ['lint', `--only=${rule}`, '--max-diagnostics=none', '--reporter=json'],
    { encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout).diagnostics.length;
}

main();
