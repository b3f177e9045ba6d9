import { zipSync } from 'fflate';

/** A file in the archive: its name with forward slashes, and its content. */
export type ZipEntry = { readonly name: string; readonly content: Buffer };

/** Always the same, so that the same files give the same bytes: the first day of the format, on any clock. */
const DATE = new Date(1980, 0, 1);
/** The format counts files with 16 bits. */
const MAX_ENTRIES = 65_535;

/** A zip archive of the entries, in their order. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  if (entries.length > MAX_ENTRIES)
    throw new Error(`A zip takes ${MAX_ENTRIES} files, these are ${entries.length}.`);
  const files = Object.fromEntries(entries.map(({ name, content }) => [name, content]));
  return Buffer.from(zipSync(files, { mtime: DATE }));
}
