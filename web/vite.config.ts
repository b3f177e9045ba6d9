import { defineConfig } from 'vite';

const offset = Number(process.env.MARQUEE_PORT_OFFSET ?? 0);
const gateway = `http://127.0.0.1:${8080 + offset}`;

export default defineConfig({
  // Later: the staff's and the door's pages are entries of their own, `staff/index.html` and `door/index.html`.
  build: {
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // What most screens share is one file: many small ones compress badly.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 3, minSize: 0 }] } },
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
