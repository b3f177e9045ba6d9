import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';

/** A stand-in in a process of its own, as tests see it, with its lines and its end. */
export type StandInProcess = {
  readonly pid: number;
  /** Everything it has printed so far. */
  readonly output: () => string;
  /** Resolves with the first match in what it prints, past or to come. Rejects when the process ends without one. */
  readonly printed: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Resolves with the exit code, or the signal's name. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | string>;
  readonly ended: Promise<number | string>;
};

/** Runs `<stand-in>/main.ts`, so that a test can kill it as a crash would. It gets the environment that is given and no other. */
export function spawnStandIn(
  standIn: 'cosmos' | 'eventgrid' | 'functions-host' | 'servicebus',
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): StandInProcess {
  const main = path.join(__dirname, '..', standIn, 'main.ts');
  const child = spawn(process.execPath, ['--require', path.join(__dirname, 'typescript.js'), main, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const lines = collect(child);
  const ended = new Promise<number | string>((resolve) => {
    child.on('close', (code, signal) => {
      lines.end();
      resolve(code ?? signal ?? 'unknown');
    });
  });
  return {
    pid: child.pid ?? 0,
    output: lines.text,
    printed: lines.printed,
    ended,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}

function collect(child: ChildProcess) {
  let text = '';
  let over = false;
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const look of waiting) look();
  };
  const note = (chunk: Buffer) => {
    text += chunk.toString();
    wake();
  };
  child.stdout?.on('data', note);
  child.stderr?.on('data', note);
  const printed = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(text);
        if (match) resolve(match);
        else if (over) reject(new Error(`It ended without printing ${pattern}:\n${text}`));
        else waiting.add(look);
      };
      look();
    });
  return {
    text: () => text,
    end: () => {
      over = true;
      wake();
    },
    printed,
  };
}

/** A port of 127.0.0.1 that nothing listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
