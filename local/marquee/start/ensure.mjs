// Installs the packages when they are missing or older than the lock file. Runs on whatever Node the machine has.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';

const installed = 'node_modules/.package-lock.json';
const isFresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs;
if (!isFresh) {
  console.log('Installing packages, which takes a minute or two …');
  // Not `npm ci`: it refuses a lock file without the optional packages of every other platform, which a mirror of the
  // registry may not have. `--no-save` leaves package.json and the lock file as they are.
  const options = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', ['install', ...options], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(
      'npm install failed. Check the network and that Node is 20 or newer (node --version), then try again.',
    );
    process.exit(status ?? 1);
  }
  const now = new Date();
  utimesSync(installed, now, now);
}
