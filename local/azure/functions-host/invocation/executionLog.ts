import type { Logger } from '../app/logger';

export interface ExecutionLog {
  /** Notes the start of a run; call the result once at its end, with the error if it failed. */
  begin(
    name: string,
    id: string,
    reason: string,
    details?: string,
  ): (failure: { error: unknown } | undefined) => void;
  /** Runs since start, by function: ended well, ended badly, under way. */
  counts(): Readonly<Record<string, { succeeded: number; failed: number; running: number }>>;
  running(): number;
  /** Resolves when nothing runs any more, or after `ms`. */
  idle(ms: number): Promise<void>;
}

/** Counts and prints runs as the real host does: `Executing 'Functions.x'`, then `Executed 'Functions.x' (Succeeded, …)`. */
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
  return {
    begin: (name, id, reason, details) => {
      const count = countOf(name);
      const started = performance.now();
      count.running++;
      running++;
      const loud = logger.enabled('information', `Function.${name}`);
      if (loud) {
        logger.host(
          'information',
          `Executing 'Functions.${name}' (Reason='${reason}', Id=${id})`,
          `Function.${name}`,
        );
        if (details) logger.host('information', `Trigger Details: ${details}`, `Function.${name}`);
      }
      return (failure) => {
        count.running--;
        running--;
        if (failure) count.failed++;
        else count.succeeded++;
        const durationMs = Math.round(performance.now() - started);
        if (failure) printFailure(logger, name, id, durationMs, failure.error);
        else if (loud) {
          logger.host(
            'information',
            `Executed 'Functions.${name}' (Succeeded, Id=${id}, Duration=${durationMs}ms)`,
            `Function.${name}`,
          );
        }
        if (running === 0) {
          for (const resolve of waiting) resolve();
          waiting = [];
        }
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
