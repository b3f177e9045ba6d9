import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { transformSync } from '@swc/core';
import { applied, type Mutant } from './patch';

const ROOT = path.resolve(__dirname, '../../..');
const COPIED = [
  'functions',
  'shared',
  'local',
  'tests',
  'package.json',
  'host.json',
  'jest.config.js',
  'tsconfig.json',
  'tsconfig.build.json',
  'dist',
];

type Result = { readonly ok: boolean; readonly text: string };

/** A copy of the tree, compiled, that mutants are put into one after the other. */
export class Copy {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'marquee-mutants-'));

  constructor() {
    for (const one of COPIED) cpSync(path.join(ROOT, one), this.at(one), { recursive: true });
    symlinkSync(path.join(ROOT, 'node_modules'), this.at('node_modules'));
  }

  private at = (file: string): string => path.join(this.folder, file);

  text = (file: string): string => readFileSync(this.at(file), 'utf8');

  run(script: string, args: readonly string[]): Result {
    const { status, stdout, stderr } = spawnSync(process.execPath, [this.at(script), ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...process.env, NODE_COMPILE_CACHE: this.at('.compiled') },
    });
    return { ok: status === 0, text: `${stdout}\n${stderr}` };
  }

  checkTypes(): Result {
    const options = ['-p', 'tests/simulation/tsconfig.json', '--noEmit'];
    return this.run('node_modules/typescript/bin/tsc', options);
  }

  /** Does something while these files are as given, in the source alone or compiled as well. */
  with<T>(texts: ReadonlyMap<string, string>, isEmitted: boolean, work: () => T): T {
    const originals = new Map([...texts.keys()].map((file) => [file, this.text(file)]));
    try {
      this.write(texts, isEmitted);
      return work();
    } finally {
      this.write(originals, isEmitted);
    }
  }

  private write(texts: ReadonlyMap<string, string>, isEmitted: boolean): void {
    for (const [file, text] of texts) {
      writeFileSync(this.at(file), text);
      if (!isEmitted) continue;
      const emitted = this.at(path.join('dist', file.replace(/\.ts$/, '.js')));
      mkdirSync(path.dirname(emitted), { recursive: true });
      writeFileSync(emitted, file.endsWith('.ts') ? javaScriptOf(text) : text);
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Without a look at the types, which takes a hundred times as long and is done for all mutants at once. */
const javaScriptOf = (text: string): string =>
  transformSync(text, {
    configFile: false,
    swcrc: false,
    jsc: { target: 'es2024', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  }).code;

/** The files that a mutant changes, as they are with it on top of `texts`. Throws when it does not fit. */
export function withMutant(
  { patches }: Mutant,
  copy: Copy,
  texts: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const next = new Map(texts);
  for (const patch of patches)
    next.set(patch.file, applied(next.get(patch.file) ?? copy.text(patch.file), patch));
  return next;
}
