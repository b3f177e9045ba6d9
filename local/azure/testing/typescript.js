/** Preloaded into a process by tests: TypeScript runs as Jest compiles it, so that no build is needed, nor can be stale. */
const { existsSync, readFileSync } = require('node:fs');
const { registerHooks } = require('node:module');
const { fileURLToPath } = require('node:url');
const { transformSync } = require('@swc/core');

/** Where the source of a compiled file lies, given as it is imported, with `.js` or with no ending. */
function sourceOf(specifier, parentURL) {
  if (!specifier.startsWith('.') || !parentURL?.startsWith('file:')) return undefined;
  const source = new URL(`${specifier.replace(/\.js$/, '')}.ts`, parentURL);
  return existsSync(source) ? source.href : undefined;
}

// A test that fails before it stops the process, or is killed, leaves nothing running.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.channel?.unref();

registerHooks({
  resolve: (specifier, context, next) => {
    const url = sourceOf(specifier, context.parentURL);
    return url === undefined ? next(specifier, context) : { url, format: 'commonjs', shortCircuit: true };
  },
  load: (url, context, next) => {
    if (!url.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      filename,
      jsc: { target: 'es2024', parser: { syntax: 'typescript' } },
      // So that `import()` sees the names of what is exported.
      module: { type: 'commonjs', ignoreDynamic: true, exportInteropAnnotation: true },
    });
    return { format: 'commonjs', source: code, shortCircuit: true };
  },
});
