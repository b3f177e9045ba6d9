import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Compiler } from './compiler';
import { distinct, type Finding } from './finding';

/** The folder that is checked, below the root of the repository. */
export const FOLDER = 'infra-bicep';
/** The documents go through the compiler as they are: the gateway's rule reads the files, and nothing else has them. */
const DOCUMENTS = `${FOLDER}/openapi/`;
const IN_PLACE_OF_DOCUMENT = `«${DOCUMENTS}»`;

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A resource as it would be sent to Azure. What only Azure will know is an expression: text that begins with `[`. */
export type Resource = {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly [key: string]: Json;
};

/** All that a parameter file deploys. */
export type Deployment = { readonly parameterFile: string; readonly resources: readonly Resource[] };

/** A template as `bicep build` makes it, its modules inside. */
export type Template = {
  readonly parameters?: { readonly [name: string]: { readonly [key: string]: Json } };
  readonly outputs?: { readonly [name: string]: { readonly [key: string]: Json } };
  readonly resources: { readonly [symbol: string]: { readonly type: string; readonly [key: string]: Json } };
};

export type Compiled = {
  readonly templates: Readonly<Record<string, Template>>;
  readonly deployments: readonly Deployment[];
};

/** What something was compiled of, and by what. */
export type Stamp = {
  readonly compiler: string;
  /** Every file that went in → its hash. */
  readonly sources: Readonly<Record<string, string>>;
};

/** Files of the folder, relative to the root, with slashes. */
export const filesIn = (root: string, pattern: RegExp): string[] =>
  readdirSync(path.join(root, FOLDER), { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(FOLDER, name).split(path.sep).join('/'))
    .filter((name) => pattern.test(name))
    .sort();

/** The same whatever ends its lines and, where it is JSON, however it is laid out. */
export function hashOf(root: string, file: string): string {
  const text = readFileSync(path.join(root, file), 'utf8').replaceAll('\r\n', '\n');
  const content = file.endsWith('.json') ? JSON.stringify(JSON.parse(text)) : text;
  return createHash('sha256').update(content).digest('hex');
}

/** Every parameter file: what leads to all that is compiled. */
export const parameterFilesOf = (root: string): string[] => filesIn(root, /\.bicepparam$/);

/**
 * Compiles the parameter files and all that they lead to. Each word of the compiler is a finding, a warning too;
 * `compiled` is missing when one of them is an error.
 */
export async function compile(
  root: string,
  compiler: Compiler,
  parameterFiles: readonly string[],
): Promise<{ readonly compiled?: Compiled; readonly findings: readonly Finding[] }> {
  const built = await oneByOne(parameterFiles, (file) => compiler.build(root, file));
  const findings = distinct(built.flatMap((outcome) => outcome.findings));
  if (built.some(({ template }) => template === null)) return { findings };
  const snapshots = await oneByOne(parameterFiles, (file) => compiler.snapshot(root, file));
  return {
    findings,
    compiled: {
      templates: Object.fromEntries(
        parameterFiles.map((file, i) => [
          templateOf(root, file),
          plain(built[i]?.template ?? '') as unknown as Template,
        ]),
      ),
      deployments: parameterFiles.map((parameterFile, i) => {
        const { predictedResources } = plain(snapshots[i] ?? '') as { predictedResources: Json };
        return { parameterFile, resources: predictedResources as unknown as Resource[] };
      }),
    },
  };
}

/** The stamp of what these files are compiled to now. */
export async function stampOf(root: string, compiler: Compiler): Promise<Stamp> {
  const files = await oneByOne(parameterFilesOf(root), (file) => compiler.sources(root, file));
  const sources = [...new Set([...files.flat(), `${FOLDER}/bicepconfig.json`])]
    .filter((name) => !name.startsWith(DOCUMENTS))
    .sort();
  return {
    compiler: compiler.version,
    sources: Object.fromEntries(sources.map((name) => [name, hashOf(root, name)])),
  };
}

/** The template that a parameter file is for. */
export function templateOf(root: string, parameterFile: string): string {
  const using = /^using '([^']+)'/m.exec(readFileSync(path.join(root, parameterFile), 'utf8'))?.[1] ?? '';
  return path.posix.join(path.posix.dirname(parameterFile), using);
}

/** The compiler keeps what it has read: asked for all at once, it reads everything each time. */
async function oneByOne<T>(files: readonly string[], ask: (file: string) => Promise<T>): Promise<T[]> {
  const answers: T[] = [];
  for (const file of files) answers.push(await ask(file));
  return answers;
}

/** Without what says nothing of the sources: the compiler's own mark, and the documents. */
const plain = (text: string): Json =>
  JSON.parse(text, (key, value) => {
    if (key === '_generator') return undefined;
    const isDocument =
      typeof value === 'string'
        ? value.startsWith('{"openapi":')
        : value !== null && typeof value === 'object' && Object.hasOwn(value, 'openapi');
    return isDocument ? IN_PLACE_OF_DOCUMENT : value;
  }) as Json;
