import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const OUT = 'dist/package/web';

/**
 * npm run package:web: the pages of buyers, staff and door, built once for every environment. It lies in a folder of its own below the
 * package.json that azd wants to see, so that this file is not served. What differs is /config.json: npm run config:web.
 */
function main(): void {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const { status } = spawnSync('npm', ['run', 'build', '--workspace', 'web'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm run build --workspace web ended with ${status}`);
  cpSync('web/dist', path.join(OUT, 'site'), { recursive: true });
  writeFileSync(path.join(OUT, 'package.json'), '{ "private": true }\n');
  console.log(`${OUT}/site`);
}

main();
