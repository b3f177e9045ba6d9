import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** A file of product code; `path` is from the top of the repository. */
export type SourceFile = { readonly path: string; readonly text: string };

/** One import: `to` is a path from the top of the repository, or the name of a package. */
export type Import = { readonly to: string; readonly isTypeOnly: boolean };

/** The TypeScript files below these folders, without their tests. */
export const sourceFiles = (...folders: readonly string[]): SourceFile[] =>
  folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
    )
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.ts$|node_modules|fixtures\//.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const FROM = /^(?:import|export)\s+(type\s)?([\w\s{},*$]*?)\s*from\s+'([^']+)'/gm;
const BARE = /^import\s+'([^']+)'|\b(?:import|require)\(\s*'([^']+)'\s*\)/gm;

/** What a file imports. `import { type A }` counts as an import of types only: none of it is left when it runs. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const resolve = (to: string) => (to.startsWith('.') ? posix.join(posix.dirname(path), to) : to);
  const named = [...text.matchAll(FROM)].map(([, type, names = '', to = '']) => {
    const inBraces = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1]?.split(',') ?? [''];
    const members = inBraces
      .map((name) => name.trim())
      .filter((name, _index, all) => name !== '' || all.length === 1);
    return {
      to: resolve(to),
      isTypeOnly: type !== undefined || members.every((name) => name.startsWith('type ')),
    };
  });
  const bare = [...text.matchAll(BARE)].map(([, a, b]) => ({ to: resolve(a ?? b ?? ''), isTypeOnly: false }));
  return [...named, ...bare];
}

/** The text without its comments. */
export const codeOf = ({ text }: SourceFile): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');

/** The context a path lies in: `functions/musical/store` is in musical. */
export const contextOf = (path: string): string | undefined => /^functions\/(\w+)\//.exec(path)?.[1];
