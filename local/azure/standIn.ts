import { StartupError } from './startupError';

/** What a stand-in is once it has started. */
export type Running = {
  /** What it says when it is ready. */
  readonly greeting: string;
  readonly close: () => Promise<void>;
};

/**
 * Runs a stand-in as a process. SIGTERM or SIGINT closes it and exits with 0. A start that fails exits with 1, and
 * one line says so when the port is taken or an option is wrong.
 */
export async function runStandIn(name: string, start: () => Promise<Running>): Promise<void> {
  try {
    const { greeting, close } = await start();
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => void close().then(() => process.exit(0)));
    }
    console.log(greeting);
  } catch (error) {
    console.error(`${name}: ${explain(error as NodeJS.ErrnoException & { port?: number })}`);
    process.exit(1);
  }
}

function explain(error: NodeJS.ErrnoException & { port?: number }): string | undefined {
  if (error.code === 'EADDRINUSE') return `port ${error.port} is already taken.`;
  if (error instanceof StartupError || error.code?.startsWith('ERR_PARSE_ARGS')) return error.message;
  return error.stack;
}

/** The port that an option asks for, or else the usual one. 0 lets the system choose. */
export function parsePort(text: string | undefined, usual: number): number {
  const port = text === undefined ? usual : Number(text);
  if (text?.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartupError(`--port must be a whole number from 0 to 65535, it is "${text}".`);
  }
  return port;
}

/** Where data lies unless `--data` says otherwise. */
export const DEFAULT_DATA_DIR = '.azure-stand-ins';
