import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { StartupError } from '../../startupError';
import { parseJsonc } from './parseJsonc';

interface PackageJson {
  readonly main?: string;
  readonly type?: string;
}

/**
 * Loads every file that package.json's `main` matches (a file or a glob), CommonJS or ES module. Files of a folder come
 * before those of the folders in it, as from the worker's own globbing.
 *
 * Source: azure-functions-nodejs-worker, src/startApp.ts and loadScriptFile.ts; a throwing entry point blocks the start
 * there too, since Node 20.
 * @returns the files, relative to the app.
 * @throws StartupError when nothing matches or a file throws, with the file's own stack.
 */
export async function loadApp(appRoot: string): Promise<readonly string[]> {
  const { main, type } = readPackage(appRoot);
  if (!main) {
    throw new StartupError(
      `${appRoot}/package.json has no "main": the v4 model registers functions from there, e.g. "main": "dist/index.js".`,
    );
  }
  const files = globSync(main, { cwd: appRoot }).sort(byDepth);
  if (files.length === 0) {
    throw new StartupError(
      `No file of the app matches "main": "${main}" of ${appRoot}/package.json. Is the app built?`,
    );
  }
  for (const file of files) await loadFile(appRoot, file, type === 'module');
  return files;
}

const depthOf = (file: string): number => file.split(path.sep).length;

const byDepth = (a: string, b: string): number => depthOf(a) - depthOf(b) || (a < b ? -1 : 1);

function readPackage(appRoot: string): PackageJson {
  const file = path.join(appRoot, 'package.json');
  if (!existsSync(file)) throw new StartupError(`${appRoot} has no package.json.`);
  try {
    return parseJsonc(readFileSync(file, 'utf8')) as PackageJson;
  } catch (error) {
    throw new StartupError(`${file} is not valid JSON: ${(error as Error).message}`);
  }
}

async function loadFile(appRoot: string, file: string, isModulePackage: boolean): Promise<void> {
  const absolute = path.resolve(appRoot, file);
  const isModule = file.endsWith('.mjs') || (isModulePackage && !file.endsWith('.cjs'));
  try {
    if (isModule) await import(pathToFileURL(absolute).href);
    else createRequire(absolute)(absolute);
  } catch (error) {
    const stack = error instanceof Error ? error.stack : String(error);
    throw new StartupError(`Worker was unable to load entry point "${file}": ${stack}`);
  }
}
