import { type Compiled, compile, filesIn, parameterFilesOf } from './compiled';
import type { Compiler } from './compiler';
import { distinct, type Finding } from './finding';
import { outdated, pinnedVersion, readKept } from './kept';
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
  return distinct([...rules.flatMap((rule) => rule(checked)), ...strays(root, compiled)]);
};

/** A file that no template and no parameter file leads to is never compiled. */
const strays = (root: string, { sources }: Compiled): Finding[] =>
  filesIn(root, /\.bicep(param)?$/)
    .filter((file) => sources[file] === undefined)
    .map((file) => ({ file, message: 'no parameter file leads to this file' }));

/** Whether what lies beside the source is what this compiler gives; another version than the pinned one cannot tell. */
export function keptAsCompiled(root: string, compiled: Compiled): { findings: Finding[]; note?: string } {
  const pinned = pinnedVersion(root);
  if (compiled.compiler === pinned) return { findings: outdated(root, compiled) };
  return {
    findings: [],
    note: `Bicep here is ${compiled.compiler}, the pinned one ${pinned}: infra-bicep/compiled/ was not compared.`,
  };
}
