import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Plugin, transformWithOxc } from 'vite';

const SOURCE = new URL('./src/worker/sw.ts', import.meta.url);

/** Apps that go on without a network, by the name that the build gives them. */
const WORKERS: Readonly<Record<string, { app: string; page: string; fileName: string }>> = {
  client: { app: 'app', page: '/', fileName: 'sw.js' },
  door: { app: 'door', page: '/door', fileName: 'door-sw.js' },
};

/** Adds the worker of an app, which knows its files and its version: a hash of all that they say. */
export const workerOfBuild = (): Plugin => ({
  name: 'worker-of-build',
  apply: 'build',
  enforce: 'post',
  applyToEnvironment: ({ name }) => name in WORKERS,
  async generateBundle(_, bundle) {
    const worker = WORKERS[this.environment.name];
    if (worker === undefined) return;
    const { fileName, ...of } = worker;
    const { code } = await transformWithOxc(readFileSync(SOURCE, 'utf8'), 'sw.ts');
    const files = Object.values(bundle);
    const version = createHash('sha256');
    for (const file of files) version.update(file.type === 'chunk' ? file.code : file.source);
    const built = {
      ...of,
      version: version.update(code).digest('hex').slice(0, 12),
      entry: files.find((file) => file.type === 'chunk' && file.isEntry)?.fileName,
      files: files.map(({ fileName }) => `/${fileName}`).filter((file) => file.startsWith('/assets/')),
    };
    this.emitFile({
      type: 'asset',
      fileName,
      // Not every browser takes a module for a worker.
      source: `const BUILT = ${JSON.stringify(built)};\n${code.replace(/^export \{\};$/m, '')}`,
    });
  },
});
