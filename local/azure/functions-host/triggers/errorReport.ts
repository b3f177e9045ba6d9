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
      const line = message.split('\n')[0] ?? '';
      const label = String(code ?? name);
      const text = line.startsWith(`${label}:`) ? line : `${label}: ${line}`;
      if (text !== told) logger.host('warning', `${what}: ${text}. Trying again until it works.`);
      told = text;
    },
    worked: () => {
      if (told !== undefined) logger.host('warning', `${what}: works again.`);
      told = undefined;
    },
  };
}
