import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** For tests: a stand-in as a process of its own, from the build, that can be killed as a crash would. */
export type TestProcess = {
  /** What it printed when it was ready. */
  readonly readyLine: string;
  /** SIGKILL; resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  readonly end: () => Promise<number | null>;
};

export async function startProcess(
  main: string,
  env: Readonly<Record<string, string>>,
): Promise<TestProcess> {
  const root = path.join(__dirname, '../../..');
  const child = spawn(process.execPath, [path.join(root, 'dist', main)], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [readyLine] = (await Promise.race([
    once(createInterface(child.stdout as NonNullable<ChildProcess['stdout']>), 'line'),
    once(child, 'exit').then(() => ['(it ended)']),
  ])) as [string];
  const stop = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const exited = once(child, 'exit') as Promise<[number | null]>;
    child.kill(signal);
    return (await exited)[0];
  };
  return { readyLine, kill: async () => void (await stop('SIGKILL')), end: () => stop('SIGTERM') };
}

/** A value for MARQUEE_PORT_OFFSET that moves a stand-in from its default port to a free one. */
export async function freeOffset(defaultPort: number): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port - defaultPort;
}
