// Copies this folder alone to another place, installs it there, builds it and runs its tests: it needs nothing around it.
// What is given on the command line goes to Jest.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '..');
const copy = mkdtempSync(path.join(tmpdir(), 'azure-stand-ins-'));
const LEFT_BEHIND = ['node_modules', 'dist'].map((name) => path.join(folder, name));

function run(command, ...args) {
  console.log(`${copy}$ ${[command, ...args].join(' ')}`);
  // npm tells its scripts of the package they run in; the copy is another one.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));
  const { status } = spawnSync(command, args, {
    cwd: copy,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status === 0;
}

cpSync(folder, copy, { recursive: true, filter: (source) => !LEFT_BEHIND.includes(source) });
const passed =
  run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error') &&
  run('npm', 'run', 'check') &&
  run('npm', 'run', 'build') &&
  run('npm', 'test', '--', ...process.argv.slice(2));
rmSync(copy, { recursive: true, force: true });
process.exit(passed ? 0 : 1);
