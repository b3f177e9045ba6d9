import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

/** Azure's types, where they are. */
export const TYPES = path.resolve(ROOT, process.env.BICEP_TYPES_DIR ?? '../shared/bicep-types-az');

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
