import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { searchSecrets } from './secretSearch';

const SECRET = `gh${'p_'}${'a1B2'.repeat(9)}`;

let folder: string;
let repository: string;

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
    cwd: repository,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
    stdio: 'pipe',
  });

function commit(file: string, text: string, message = 'A change'): void {
  writeFileSync(path.join(repository, file), text);
  git('add', file);
  git('commit', '-q', '-m', message);
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'secrets-'));
  repository = path.join(folder, 'repository');
  mkdirSync(repository);
  git('init', '-q');
  commit('a.txt', 'nothing\n');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a history without any, and no package', () => {
  expect(searchSecrets(repository)).toEqual({
    findings: [],
    lookedAt: ['history: 1 commits, 1 versions of files', 'package: there is none (npm run package)'],
  });
});

test('one that was taken out again is still in the history', () => {
  commit('공연 notes.txt', `one\ntoken ${SECRET}\n`);
  commit('공연 notes.txt', 'one\n');
  const { findings } = searchSecrets(repository);
  expect(findings).toEqual([expect.stringMatching(/^[0-9a-f]{8} 공연 notes\.txt:2: GitHub token$/)]);
  expect(findings.join()).not.toContain(SECRET);
});

test.each<[string, () => void, RegExp]>([
  ['in a message', () => commit('b.txt', 'b', `Use ${SECRET}`), /message of a commit:\d+: GitHub token/],
  ['on another branch', () => onBranch(), /b\.txt:1: GitHub token/],
  ['in a tag’s message', () => git('tag', '-a', 'v1', '-m', SECRET), /: GitHub token/],
  ['staged, not committed', () => staged(), /b\.txt:1: GitHub token/],
  ['in a file that is not text', () => commit('b.png', `\0\x01${SECRET}\0`), /b\.png:1: GitHub token/],
])('one %s', (_where, plant, finding) => {
  plant();
  expect(searchSecrets(repository).findings).toEqual([expect.stringMatching(finding)]);
});

function onBranch(): void {
  git('checkout', '-q', '-b', 'side');
  commit('b.txt', SECRET);
  git('checkout', '-q', '-');
}

function staged(): void {
  writeFileSync(path.join(repository, 'b.txt'), SECRET);
  git('add', 'b.txt');
}

test('a shallow clone says what it cannot see', () => {
  commit('b.txt', SECRET);
  commit('b.txt', 'b');
  git('clone', '-q', '--depth', '1', `file://${repository}`, path.join(folder, 'shallow'));
  const { findings, lookedAt } = searchSecrets(path.join(folder, 'shallow'));
  expect(findings).toEqual([]);
  expect(lookedAt.join('\n')).toContain('history: 1 commits');
  expect(lookedAt.join('\n')).toContain('this clone is shallow');
});

test('what is deployed: ours and npm’s own files, not the public packages', () => {
  const app = path.join(repository, 'dist/package/app');
  for (const [file, text] of [
    ['dist/a.js', SECRET],
    ['host.json', '{}'],
    ['node_modules/.package-lock.json', SECRET],
    ['node_modules/zod/a.test.js', SECRET],
  ] as const) {
    mkdirSync(path.dirname(path.join(app, file)), { recursive: true });
    writeFileSync(path.join(app, file), text);
  }
  const { findings, lookedAt } = searchSecrets(repository);
  expect([...findings].sort()).toEqual([
    'dist/package/app/dist/a.js:1: GitHub token',
    'dist/package/app/node_modules/.package-lock.json:1: GitHub token',
  ]);
  expect(lookedAt).toContain('package: 3 files');
});

test('what is no repository is an error, not a clean one', () => {
  rmSync(path.join(repository, '.git'), { recursive: true });
  expect(() => searchSecrets(repository)).toThrow(/git rev-list: .*not a git repository/s);
});
