import { isBuiltin } from 'node:module';

/**
 * Imported first by every `main`. A Node without `node:sqlite` is told so in one line, before a module fails for want
 * of it.
 */
if (!isBuiltin('node:sqlite')) {
  console.error(
    `This stand-in needs "node:sqlite", which Node ${process.version} does not have here. Use Node 24 or newer.`,
  );
  process.exit(1);
}
