import { spawn } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';
import { portOf } from '../settings';
import { readPids } from './pidFile';
import { isFree, until } from './ports';
import { dataServices, gatewayService } from './services';
import { type SystemUrls, urlsOf } from './urls';

/** The checkout. Compiled code lies one folder deeper than its source, which Jest runs. */
const ROOT = path.resolve(__dirname, '../../..', __filename.endsWith('.ts') ? '' : '..');

const READY_MS = 180_000;
const LEFTOVERS_MS = 5_000;
const OUTPUT_KEPT = 8_000;
const readyMessage = z.object({ type: z.literal('ready') });

export type SystemOptions = {
  /** Added to every port. Systems that run at once need offsets of their own. */
  readonly offset: number;
  readonly dataDir: string;
  /** Over this process's environment. The demo season is off unless it says otherwise. */
  readonly env?: Readonly<Record<string, string>>;
  readonly hosts?: number;
};

export type RunningSystem = {
  /** `http://127.0.0.1:<port>/api`, through the gateway. */
  readonly apiUrl: string;
  readonly urls: SystemUrls;
  /** Process ids by name: `start`, `gateway`, `cosmos`, …, `functions-1`. */
  readonly pids: () => Readonly<Record<string, number>>;
  /** Sends SIGKILL to one process. `start` is the supervisor, and all the others end with it. */
  readonly kill: (name: string) => void;
  /** The end of what it has printed. */
  readonly output: () => string;
  /** Resolves when `GET /api/health` is 200 again. Rejects after a minute. */
  readonly healthy: () => Promise<void>;
  /** Ends the system, whose data stays. Nothing is left to do for one that was killed. */
  readonly stop: () => Promise<void>;
};

/**
 * Keeps the ports below those the machine gives to outgoing connections. No two default ports lie a multiple of `step`
 * apart, so systems at different offsets share none, not even one that is started later.
 */
export const OFFSETS = { first: 11_000, last: 22_000, step: 67 };

/** Jest's workers choose from offsets of their own: none takes those of a system that another starts again. */
const SHARES = 8;
const SHARE = Number(process.env.JEST_WORKER_ID ?? 0) % SHARES;

/** An offset at which no port of the system is in use now. */
export async function findFreeOffset(): Promise<number> {
  const rounds = Math.floor((OFFSETS.last - OFFSETS.first) / OFFSETS.step / SHARES);
  for (;;) {
    const turn = SHARES * Math.floor(Math.random() * rounds) + SHARE;
    const offset = OFFSETS.first + OFFSETS.step * turn;
    if (await allFree(offset)) return offset;
  }
}

async function allFree(offset: number): Promise<boolean> {
  const layout = { root: ROOT, dataDir: '', env: { MARQUEE_PORT_OFFSET: String(offset) } };
  const ports = [...dataServices(layout), gatewayService(layout)].flatMap((spec) => spec.ports);
  const free = await Promise.all([...ports, portOf('functions', layout.env)].map(isFree));
  return free.every(Boolean);
}

/**
 * The built system (`npm run build`) in processes of its own, ready to be used.
 *
 * @throws when it does not become ready, with what it printed.
 */
export async function startSystem(options: SystemOptions): Promise<RunningSystem> {
  const { dataDir, hosts = 1 } = options;
  const env = {
    ...process.env,
    MARQUEE_DEMO: 'off',
    ...options.env,
    MARQUEE_PORT_OFFSET: String(options.offset),
    MARQUEE_DATA_DIR: dataDir,
    MARQUEE_HOSTS: String(hosts),
  };
  const main = path.join(ROOT, 'dist/local/marquee/start/main.js');
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let output = '';
  const collect = (chunk: Buffer) => {
    output = `${output}${chunk}`.slice(-OUTPUT_KEPT);
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    // After the supervisor was killed, its children need a moment to notice.
    await until(() => allFree(options.offset), LEFTOVERS_MS);
  };
  const ready = new Promise<boolean>((resolve) => {
    child.on('message', (message) => readyMessage.safeParse(message).success && resolve(true));
    child.once('close', () => resolve(false));
    setTimeout(() => resolve(false), READY_MS).unref();
  });
  if (!(await ready)) {
    await stop();
    throw new Error(`The system did not start:\n${output}`);
  }
  const urls = urlsOf(env);
  return {
    apiUrl: urls.api,
    urls,
    pids: () => readPids(dataDir),
    kill: (name) => kill(dataDir, name),
    output: () => output,
    healthy: () => untilHealthy(urls.api),
    stop,
  };
}

function kill(dataDir: string, name: string): void {
  const pid = readPids(dataDir)[name];
  if (pid === undefined) {
    throw new Error(`There is no ${name}; there are ${Object.keys(readPids(dataDir)).join(', ')}.`);
  }
  process.kill(pid, 'SIGKILL');
}

async function untilHealthy(apiUrl: string): Promise<void> {
  const isHealthy = () =>
    fetch(`${apiUrl}/health`).then(
      ({ status }) => status === 200,
      () => false,
    );
  if (!(await until(isHealthy, 60_000))) throw new Error(`${apiUrl}/health is not 200.`);
}
