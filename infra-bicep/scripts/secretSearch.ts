import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findSecrets } from './secretPatterns';

/** Where `npm run package` puts what is deployed. */
const PACKAGE = 'dist/package/app';
/** What git may print in one answer; more is an error, not a part of the history. */
const MAX_BYTES = 2 ** 30;

export type Searched = {
  /** Where and of which kind, a line each. */
  readonly findings: readonly string[];
  /** What was looked at, and what was not. */
  readonly lookedAt: readonly string[];
};

/** Looks for secrets in all that git keeps of the repository at `root`, and in its deployment package if there is one. */
export function searchSecrets(root: string): Searched {
  const parts = [searchHistory(root), searchPackage(path.join(root, PACKAGE))];
  return {
    findings: parts.flatMap(({ findings }) => findings),
    lookedAt: parts.flatMap(({ lookedAt }) => lookedAt),
  };
}

/** Every version of every file that a branch, tag, stash or the index has, and every message. */
function searchHistory(root: string): Searched {
  const listed = git(root, ['rev-list', '--objects', '--all', '--indexed-objects']).toString('utf8');
  const names = new Map(
    listed
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [id = '', ...name] = line.split(' ');
        return [id, name.join(' ')] as const;
      }),
  );
  const objects = parseBatch(git(root, ['cat-file', '--batch'], [...names.keys(), ''].join('\n')));
  const read = objects.filter(({ type }) => type !== 'tree');
  const isShallow = git(root, ['rev-parse', '--is-shallow-repository']).toString().trim() === 'true';
  const count = (wanted: string) => objects.filter(({ type }) => type === wanted).length;
  return {
    findings: read.flatMap(({ id, type, text }) =>
      found(`${id.slice(0, 8)} ${names.get(id) || `message of a ${type}`}`, text),
    ),
    lookedAt: [
      `history: ${count('commit')} commits, ${count('blob')} versions of files`,
      ...(isShallow
        ? ['history: this clone is shallow; what came before its first commit was not seen']
        : []),
    ],
  };
}

/** Our own part of the package. Its modules are public, and `npm run package` holds them to the lock. */
function searchPackage(folder: string): Searched {
  if (!existsSync(folder)) return { findings: [], lookedAt: ['package: there is none (npm run package)'] };
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !/^node_modules[\\/][^.]/.test(file));
  return {
    findings: files.flatMap((file) =>
      found(path.join(PACKAGE, file), readFileSync(path.join(folder, file), 'latin1')),
    ),
    lookedAt: [`package: ${files.length} files`],
  };
}

const found = (where: string, text: string): string[] =>
  findSecrets(text).map(({ kind, line }) => `${where}:${line}: ${kind}`);

function git(root: string, args: readonly string[], input = ''): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd: root,
    input,
    maxBuffer: MAX_BYTES,
  });
  if (status !== 0) throw new Error(`git ${args[0]}: ${error?.message ?? stderr}`);
  return stdout;
}

type GitObject = { readonly id: string; readonly type: string; readonly text: string };

/** What `git cat-file --batch` prints: `<id> <type> <bytes>`, the content, and a line's end, for each. */
function parseBatch(output: Buffer): GitObject[] {
  const objects: GitObject[] = [];
  for (let at = 0; at < output.length; ) {
    const begin = output.indexOf('\n', at) + 1;
    const [id = '', type = '', bytes] = output.toString('latin1', at, begin - 1).split(' ');
    const end = begin + Number(bytes);
    objects.push({ id, type, text: output.toString('latin1', begin, end) });
    at = end + 1;
  }
  return objects;
}
