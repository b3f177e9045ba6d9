import { readFileSync } from 'node:fs';
import { rounded } from './client';
import type { House } from './house';

export type CpuMs = Readonly<Record<string, number>>;

/** Linux counts in hundredths of a second whatever the kernel's own tick is. Source: proc_pid_stat(5), USER_HZ. */
const TICK_MS = 10;

/** Milliseconds each process of the system, and this one, has run on a processor; empty where there is no /proc. */
export function cpuMs(house: House): CpuMs {
  const pids = { ...house.pids(), 'bench (the clients)': process.pid };
  try {
    return Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, ticksOf(pid) * TICK_MS]));
  } catch {
    return {};
  }
}

/** User and system time: fields 14 and 15, counted behind the name, which may hold spaces. */
function ticksOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

/** For each of `count` pieces of work: what was used between two readings, the most first. */
export function shareOf(before: CpuMs, after: CpuMs, count: number): CpuMs {
  const used = Object.entries(after).map(
    ([name, ms]) => [name, rounded((ms - (before[name] ?? 0)) / count, 2)] as const,
  );
  const shown = used.filter(([, ms]) => ms >= 0.05).sort((a, b) => b[1] - a[1]);
  const all = shown.reduce((sum, [, ms]) => sum + ms, 0);
  return Object.fromEntries([...shown, ['all', rounded(all, 2)]]);
}
