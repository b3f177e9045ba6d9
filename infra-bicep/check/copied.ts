import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const ROOT = path.resolve(__dirname, '../..');

/** A folder of its own with all that the check reads, to make mistakes in. Remove it after use. */
export function copied(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'infra-'));
  for (const folder of ['infra-bicep', 'shared']) {
    cpSync(path.join(ROOT, folder), path.join(copy, folder), {
      recursive: true,
      filter: (file) => !/\.ts$/.test(file),
    });
  }
  symlinkSync(path.join(ROOT, 'functions'), path.join(copy, 'functions'));
  return copy;
}
