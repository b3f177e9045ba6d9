import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BicepFile } from './bicep/ast';
import type { Parse } from './bicep/parse';
import type { Finding } from './finding';

/** The folder that is checked, below the root of the repository. */
export const FOLDER = 'infra-bicep';

/** Parses every `.bicep` and `.bicepparam` of the repository. A file with a syntax error comes without its content. */
export function loadFiles(
  root: string,
  parse: Parse,
): { files: Map<string, BicepFile>; findings: Finding[] } {
  const names = readdirSync(path.join(root, FOLDER), { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(FOLDER, name).split(path.sep).join('/'))
    .filter((name) => /\.bicep(param)?$/.test(name))
    .sort();
  const findings: Finding[] = [];
  const files = new Map<string, BicepFile>();
  for (const name of names) {
    const { parsed, findings: found } = parse(name, readFileSync(path.join(root, name), 'utf8'));
    files.set(name, parsed);
    findings.push(...found);
  }
  return { files, findings };
}
