import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { productSettings } from '../../local/marquee/settings';
import { ticketKeys } from '../../local/marquee/ticketKeys';
import { percentile, rounded } from '../client';
import type { House } from '../house';

const APP = 'dist/package/app';
const STARTS = 5;
const PATIENCE_MS = 60_000;

/** What is deployed: its size unpacked, its files, and the time from a host's start on it to its first answer. */
export async function measurePackage(house: House) {
  const { status } = spawnSync(process.execPath, ['dist/infra-bicep/scripts/package.js'], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the package could not be made');
  const files = readdirSync(APP, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce(
    (sum, { parentPath, name }) => sum + statSync(path.join(parentPath, name)).size,
    0,
  );
  const starts: number[] = [];
  for (let i = 0; i < STARTS; i++) starts.push(await startMs(house));
  return {
    packageBytes: bytes,
    packageFiles: files.length,
    startMs: rounded(percentile(starts, 0.5), 0),
  };
}

async function startMs(house: House): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const host = startHost(house, APP, port);
  try {
    while (!(await answers(port))) {
      if (performance.now() - began > PATIENCE_MS) throw new Error('the host does not answer');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return performance.now() - began;
  } finally {
    await ended(host);
  }
}

/** A Functions host beside those of the system, on the same stand-ins. */
export function startHost(
  house: House,
  app: string,
  port: number,
  more: Readonly<Record<string, string>> = {},
): ChildProcess {
  const env = { ...process.env, ...productSettings(process.cwd(), house.env), MARQUEE_LOG: 'warn', ...more };
  const main = 'dist/local/azure/functions-host/main.js';
  return spawn(process.execPath, [main, '--app', app, '--port', String(port)], {
    env: { ...env, TICKET_KEYS: ticketKeys(house.dataDir), MARQUEE_DATA_DIR: house.dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

export async function ended(host: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => host.once('close', resolve));
  host.kill('SIGTERM');
  await gone;
}

/** The one call that is answered past the gateway. */
const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/api/health`).then(
    ({ status }) => status === 200,
    () => false,
  );

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
