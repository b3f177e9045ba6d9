import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Compiled, compile, filesIn, parameterFilesOf } from './compiled';
import type { Compiler } from './compiler';
import { distinct, type Finding } from './finding';
import { readKept } from './kept';
import { places } from './resource';
import { rules } from './rules/rules';

export type Outcome = {
  readonly findings: readonly Finding[];
  /** How it was checked, in a sentence. */
  readonly how: string;
  readonly compiled?: Compiled;
};

/**
 * Checks the Bicep of a repository: what the compiler says of every file, then our rules on what it would deploy. Without
 * a compiler the rules read what was compiled last and lies beside the source, which has to be of these sources.
 */
export async function check(
  root: string,
  compiler: Compiler | undefined,
  parameterFiles = parameterFilesOf(root),
): Promise<Outcome> {
  if (compiler === undefined) {
    const { compiled, findings } = readKept(root);
    return {
      findings: [...findings, ...ruled(root, compiled)],
      how: 'no Bicep CLI here: checked against the compiled template kept beside the source',
      compiled,
    };
  }
  const { compiled, findings } = await compile(root, compiler, parameterFiles);
  return {
    findings: [...findings, ...(compiled === undefined ? [] : ruled(root, compiled))],
    how: `compiled by Bicep ${compiler.version}`,
    ...(compiled && { compiled }),
  };
}

const ruled = (root: string, compiled: Compiled): Finding[] => {
  const checked = { root, compiled, wrong: places(root) };
  return distinct([...rules.flatMap((rule) => rule(checked)), ...strays(root)]);
};

/** A module that no file names is never compiled. */
function strays(root: string): Finding[] {
  const files = filesIn(root, /\.bicep$/);
  const texts = files.map((file) => readFileSync(path.join(root, file), 'utf8')).join('\n');
  return files
    .filter((file) => file.includes('/modules/') && !texts.includes(`${path.posix.basename(file)}'`))
    .map((file) => ({ file, message: 'nothing that is deployed leads to this module' }));
}
