import { spawnSync } from 'node:child_process';
import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** What the web is built of besides its own folder. */
const BESIDE = ['package-lock.json', 'shared/kernel/qr.ts'];
/** Made by npm or by the build itself. */
const NO_SOURCES = ['dist', 'node_modules'];

/** Whether a source of the web, a folder of sources or the lock file is newer than what was built. */
export function isStale(root: string): boolean {
  const web = path.join(root, 'web');
  const built = path.join(web, 'dist/index.html');
  if (!existsSync(built)) return true;
  const beside = BESIDE.map((file) => path.join(root, file)).filter((file) => existsSync(file));
  const files = [...beside, ...sourcesOf(web)];
  const builtAt = statSync(built).mtimeMs;
  return files.some((file) => statSync(file).mtimeMs > builtAt);
}

function sourcesOf(web: string): readonly string[] {
  const isSource = ({ name }: Dirent) => !NO_SOURCES.includes(name);
  return readdirSync(web, { withFileTypes: true })
    .filter(isSource)
    .flatMap((entry) => {
      const file = path.join(web, entry.name);
      if (!entry.isDirectory()) return [file];
      const below = readdirSync(file, { recursive: true, encoding: 'utf8' });
      return [file, ...below.map((name) => path.join(file, name))];
    });
}

function main(): void {
  const root = path.resolve(__dirname, '../../../..');
  if (!isStale(root)) return;
  console.log('Building the web …');
  const { status, stdout } = spawnSync('npm', ['run', '--silent', 'build', '-w', 'web'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(`${stdout}\nThe web could not be built.`);
  process.exitCode = 1;
}

if (require.main === module) main();
