// Brings package-lock.json up to what every package.json asks for. In an empty folder, because beside a node_modules npm
// leaves the packages of every other platform out. What is locked already keeps its version; without a lock file, all are
// the newest that fit.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

const LOCK = 'package-lock.json';
const { workspaces = [] } = JSON.parse(readFileSync('package.json', 'utf8'));
const folder = mkdtempSync(path.join(tmpdir(), 'lock-'));
for (const workspace of ['.', ...workspaces])
  cpSync(path.join(workspace, 'package.json'), path.join(folder, workspace, 'package.json'));
for (const file of ['.npmrc', LOCK].filter((each) => existsSync(each))) cpSync(file, path.join(folder, file));

const { status } = spawnSync('npm', ['install', '--package-lock-only', '--loglevel=error'], {
  cwd: folder,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (status === 0) cpSync(path.join(folder, LOCK), LOCK);
rmSync(folder, { recursive: true });
process.exitCode = status ?? 1;
