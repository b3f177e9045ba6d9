import type { Logger } from '../app/logger';

/** Tells of a fault once until something works again, however often it is met. */
export interface ErrorReport {
  failed(error: unknown): void;
  worked(): void;
}

export function createErrorReport(logger: Logger, what: string): ErrorReport {
  let told: string | undefined;
  return {
    failed: (error) => {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      const code = (error as { code?: unknown } | undefined)?.code;
      const text = `${code ?? name}: ${message.split('\n')[0]}`;
      if (text !== told) logger.host('warning', `${what}: ${text}. Trying again until it works.`);
      told = text;
    },
    worked: () => {
      if (told !== undefined) logger.host('warning', `${what}: works again.`);
      told = undefined;
    },
  };
}
