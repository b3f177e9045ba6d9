import { execFileSync } from 'node:child_process';
import { isAlive } from './processes';

const POLL_MS = 500;
const MAX_DEPTH = 12;

/**
 * Calls `onGone` when an npm or shell between `npm start` and this process has died. They pass signals on while they live,
 * but not `kill -9`.
 */
export function watchNpm(onGone: () => void): () => void {
  const parents = npmParents();
  if (parents.length === 0) return () => {};
  const timer = setInterval(() => {
    if (!parents.every(isAlive)) onGone();
  }, POLL_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** The ancestors up to the outermost npm. */
function npmParents(): readonly number[] {
  if (!process.env.npm_lifecycle_event) return [];
  const chain: { pid: number; isNpm: boolean }[] = [];
  let pid = process.ppid;
  while (pid > 1 && chain.length < MAX_DEPTH) {
    const parent = describe(pid);
    if (!parent || !/\bnpm\b|^(sh|\/bin\/sh|bash) -c/.test(parent.command)) break;
    chain.push({ pid, isNpm: /\bnpm\b/.test(parent.command) });
    pid = parent.ppid;
  }
  const outermost = chain.map(({ isNpm }) => isNpm).lastIndexOf(true);
  return chain.slice(0, outermost + 1).map((parent) => parent.pid);
}

function describe(pid: number): { ppid: number; command: string } | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    const [ppid = '', ...command] = line.split(/\s+/);
    return { ppid: Number(ppid), command: command.join(' ') };
  } catch {
    return undefined;
  }
}
