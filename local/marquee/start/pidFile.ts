import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = (dataDir: string): string => path.join(dataDir, 'pids');
const fileOf = (dataDir: string, name: string): string => path.join(folder(dataDir), `${name}.pid`);

export function writePid(dataDir: string, name: string, pid: number): void {
  mkdirSync(folder(dataDir), { recursive: true });
  writeFileSync(fileOf(dataDir, name), `${pid}\n`);
}

export const removePid = (dataDir: string, name: string): void =>
  rmSync(fileOf(dataDir, name), { force: true });

/** Every process of the system by name, as its pid files say. A process killed a moment ago may still be listed. */
export function readPids(dataDir: string): Readonly<Record<string, number>> {
  const names = list(dataDir).flatMap((file) => (file.endsWith('.pid') ? [file.slice(0, -4)] : []));
  const entries = names.map((name) => [name, Number(readFileSync(fileOf(dataDir, name), 'utf8'))] as const);
  return Object.fromEntries(entries.filter(([, pid]) => Number.isInteger(pid) && pid > 0));
}

/** Forgets what a killed system left behind. */
export function clearPids(dataDir: string): void {
  for (const file of list(dataDir)) rmSync(path.join(folder(dataDir), file), { force: true });
}

function list(dataDir: string): readonly string[] {
  try {
    return readdirSync(folder(dataDir));
  } catch {
    return [];
  }
}
