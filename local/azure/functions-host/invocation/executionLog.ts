import type { Logger } from '../app/logger';

export interface ExecutionLog {
  /** Notes the start of a run. Call the result once at its end, with the error if it failed. */
  begin(
    name: string,
    id: string,
    reason: string,
    details?: string,
  ): (failure: { error: unknown } | undefined) => void;
  /** Runs since start, by function, that ended well, ended badly or are under way. */
  counts(): Readonly<Record<string, { succeeded: number; failed: number; running: number }>>;
  running(): number;
  /** Resolves when nothing runs any more, or after `ms`. */
  idle(ms: number): Promise<void>;
}

/**
 * Counts and prints runs as the real host does, with `Executing 'Functions.x'`, then `Executed 'Functions.x'
 * (Succeeded, …)`.
 */
export function createExecutionLog(logger: Logger): ExecutionLog {
  const counts = new Map<string, { succeeded: number; failed: number; running: number }>();
  let running = 0;
  let waiting: (() => void)[] = [];

  const countOf = (name: string) => {
    let count = counts.get(name);
    if (!count) {
      count = { succeeded: 0, failed: 0, running: 0 };
      counts.set(name, count);
    }
    return count;
  };
  const noteEnd = () => {
    running--;
    if (running > 0) return;
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  return {
    begin: (name, id, reason, details) => {
      const count = countOf(name);
      const started = performance.now();
      count.running++;
      running++;
      printStart(logger, name, id, reason, details);
      return (failure) => {
        count.running--;
        count[failure ? 'failed' : 'succeeded']++;
        const durationMs = Math.round(performance.now() - started);
        if (failure) printFailure(logger, name, id, durationMs, failure.error);
        else printSuccess(logger, name, id, durationMs);
        noteEnd();
      };
    },
    counts: () => Object.fromEntries(counts),
    running: () => running,
    idle: (ms) =>
      new Promise((resolve) => {
        if (running === 0) return resolve();
        const timer = setTimeout(resolve, ms);
        waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
}

const isLoud = (logger: Logger, name: string): boolean => logger.enabled('information', `Function.${name}`);

function printStart(logger: Logger, name: string, id: string, reason: string, details?: string): void {
  if (!isLoud(logger, name)) return;
  const text = `Executing 'Functions.${name}' (Reason='${reason}', Id=${id})`;
  logger.host('information', text, `Function.${name}`);
  if (details) logger.host('information', `Trigger Details: ${details}`, `Function.${name}`);
}

function printSuccess(logger: Logger, name: string, id: string, durationMs: number): void {
  if (!isLoud(logger, name)) return;
  const text = `Executed 'Functions.${name}' (Succeeded, Id=${id}, Duration=${durationMs}ms)`;
  logger.host('information', text, `Function.${name}`);
}

function printFailure(logger: Logger, name: string, id: string, durationMs: number, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  logger.host(
    'error',
    `Executed 'Functions.${name}' (Failed, Id=${id}, Duration=${durationMs}ms)`,
    `Function.${name}`,
  );
  logger.host(
    'error',
    `Exception while executing function: Functions.${name}. Result: Failure\nException: ${text}`,
    `Function.${name}`,
  );
}
