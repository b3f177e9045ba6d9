// Installs the packages of the lock file when they are missing or older than it. Runs on whatever Node the machine has.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import process from 'node:process';

const NODE = 24;
const installed = 'node_modules/.package-lock.json';
const isWindows = process.platform === 'win32';

const isFresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs;
if (!isFresh) install();
if (!existsSync('node_modules/.bin/node') && Number.parseInt(process.versions.node, 10) < NODE) {
  console.error(
    `No package brings Node for ${process.platform}-${process.arch}. Install Node ${NODE} yourself.`,
  );
  process.exit(1);
}

function install() {
  console.log('Installing packages, which takes a minute or two …');
  // Windows cannot delete the Node that this runs on, and `npm ci` would.
  const command = isWindows && existsSync('node_modules') ? 'install' : 'ci';
  const { status } = spawnSync('npm', [command, '--loglevel=error'], { stdio: 'inherit', shell: isWindows });
  if (status === 0) return dropHeaders();
  console.error(
    `npm ${command} failed. Check the network and that Node is 20 or newer (node --version), then try again. ` +
      'After a change of a package.json, `npm run lock` makes the lock file anew.',
  );
  process.exit(status ?? 1);
}

/** Node's C headers are a third of its package, and nothing here compiles an add-on. */
function dropHeaders() {
  for (const name of readdirSync('node_modules').filter((each) =>
    /^node-(bin-)?(darwin|linux|win)-/.test(each),
  ))
    rmSync(`node_modules/${name}/include`, { recursive: true, force: true });
}
