import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The key in `<dataDir>/ticket-keys`, made on first use and readable by its owner only, so tickets outlive restarts. */
export function ticketKeys(dataDir: string): string {
  const file = path.join(dataDir, 'ticket-keys');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(dataDir, { recursive: true });
  // Written beside and renamed: a process killed half way leaves no half key.
  const partial = `${file}.${process.pid}`;
  const key = newTicketKey();
  writeFileSync(partial, `${key}\n`, { mode: 0o600 });
  renameSync(partial, file);
  return key;
}

/** As `openssl genpkey -algorithm ed25519 -outform DER | base64` makes one. */
export const newTicketKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
