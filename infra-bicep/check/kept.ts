import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Compiled, FOLDER, hashOf, parameterFilesOf, type Stamp, templateOf } from './compiled';
import type { Finding } from './finding';
import { resourceList } from './resourceList';

/** What the compiler gave, beside the source: for a machine without it, and for a reader of a pull request. */
const KEPT = `${FOLDER}/compiled`;
const STAMP = `${KEPT}/stamp.json`;
const AGAIN = 'npm run infra:compile makes it anew (it needs the Bicep CLI)';

/** The one place that names the compiler's version. */
export const pinnedVersion = (root: string): string =>
  readFileSync(path.join(root, FOLDER, 'bicep-version'), 'utf8').trim();

const baseOf = (file: string): string => path.posix.basename(file).replace(/\.bicep(param)?$/, '');
const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/** File → its text. */
function keptFiles({ templates, deployments }: Compiled, stamp: Stamp): Readonly<Record<string, string>> {
  return {
    [STAMP]: json(stamp),
    ...Object.fromEntries(
      Object.entries(templates).map(([file, template]) => [
        `${KEPT}/${baseOf(file)}.template.json`,
        json(template),
      ]),
    ),
    ...Object.fromEntries(
      deployments.flatMap(({ parameterFile, resources }) => [
        [`${KEPT}/${baseOf(parameterFile)}.snapshot.json`, json(resources)],
        [`${KEPT}/${baseOf(parameterFile)}.md`, resourceList(parameterFile, resources)],
      ]),
    ),
  };
}

export function keep(root: string, compiled: Compiled, stamp: Stamp): string[] {
  mkdirSync(path.join(root, KEPT), { recursive: true });
  const files = keptFiles(compiled, stamp);
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(root, file), text);
  return Object.keys(files);
}

const read = (root: string, file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

/** What was kept. Findings: it is not of these sources, or not of the pinned compiler. */
export function readKept(root: string): {
  readonly compiled: Compiled;
  readonly findings: readonly Finding[];
} {
  const stamp = read(root, STAMP) as Stamp;
  const compiled: Compiled = {
    templates: Object.fromEntries(
      parameterFilesOf(root)
        .map((parameterFile) => templateOf(root, parameterFile))
        .map((file) => [
          file,
          read(root, `${KEPT}/${baseOf(file)}.template.json`) as Compiled['templates'][string],
        ]),
    ),
    deployments: parameterFilesOf(root).map((parameterFile) => ({
      parameterFile,
      resources: read(
        root,
        `${KEPT}/${baseOf(parameterFile)}.snapshot.json`,
      ) as Compiled['deployments'][0]['resources'],
    })),
  };
  const changed = Object.entries(stamp.sources).filter(([file, hash]) => hashOf(root, file) !== hash);
  const pinned = pinnedVersion(root);
  return {
    compiled,
    findings: [
      ...changed.map(([file]) => ({ file, message: `what is compiled is older than this file: ${AGAIN}` })),
      ...(stamp.compiler === pinned
        ? []
        : [
            {
              file: STAMP,
              message: `it was compiled by ${stamp.compiler}, bicep-version says ${pinned}: ${AGAIN}`,
            },
          ]),
    ],
  };
}

/** Whether what lies beside the source is what the compiler gives now; another version than the pinned one cannot tell. */
export function outdated(
  root: string,
  compiled: Compiled,
  stamp: Stamp,
): { readonly findings: readonly Finding[]; readonly note?: string } {
  const pinned = pinnedVersion(root);
  if (stamp.compiler !== pinned)
    return {
      findings: [],
      note: `Bicep here is ${stamp.compiler}, the pinned one ${pinned}: ${KEPT}/ was not compared.`,
    };
  const changed = Object.entries(keptFiles(compiled, stamp)).filter(
    ([file, text]) => textOf(root, file) !== text,
  );
  return {
    findings: changed.map(([file]) => ({ file, message: `the compiler gives something else: ${AGAIN}` })),
  };
}

function textOf(root: string, file: string): string | undefined {
  try {
    return readFileSync(path.join(root, file), 'utf8').replaceAll('\r\n', '\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
