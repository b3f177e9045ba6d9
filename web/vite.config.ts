import path from 'node:path';
import { type BuildEnvironmentOptions, defineConfig } from 'vite';
import { pagesInDev } from './pagesInDev.ts';
import { workerOfBuild } from './workerOfBuild.ts';

const offset = Number(process.env.MARQUEE_PORT_OFFSET ?? 0);
const gateway = `http://127.0.0.1:${8080 + offset}`;

/** What whoever chooses seats has no need of: nothing is bought yet. */
const NOT_OF_SEATS =
  /\/(mine|offline|reservations)\/|\/(Dialog|LegalLinks|Moved|order|ownQueries|PayButton|PayPage|Poster|priceLines|SignInGate|useReturned|infiniteQuery\w*|useInfiniteQuery)\./;

/** An app beside the buyers': nothing of it is in their files, for it is built by itself. */
const beside = (name: string): { build: BuildEnvironmentOptions; consumer: 'client' } => ({
  consumer: 'client',
  build: {
    emptyOutDir: false,
    copyPublicDir: false,
    assetsDir: `assets/${name}`,
    manifest: `.vite/${name}.json`,
    rolldownOptions: { input: path.join(import.meta.dirname, `${name}.html`) },
  },
});

export default defineConfig({
  plugins: [workerOfBuild(), pagesInDev()],
  build: {
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What most screens share is one file: many small ones compress badly.
            { name: 'shared', minShareCount: 3, minSize: 0, test: (id) => !NOT_OF_SEATS.test(id) },
          ],
        },
      },
    },
  },
  environments: { staff: beside('staff'), door: beside('door') },
  builder: {
    buildApp: async ({ build, environments }) => {
      for (const environment of ['client', 'staff', 'door'].map((name) => environments[name]))
        if (environment !== undefined) await build(environment);
    },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // `npm run dev` shows the sources; everything but them comes from a running `npm start`.
  server: {
    host: '127.0.0.1',
    port: 5173 + offset,
    strictPort: true,
    proxy: { '/api': gateway, '/config.json': gateway },
  },
});
