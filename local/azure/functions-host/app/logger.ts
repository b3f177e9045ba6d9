import { writeSync } from 'node:fs';
import type { LogLevel } from './coreTypes';

export interface Logger {
  /** Lines of the host about itself. `category` is as the real host's, for `logging.logLevel`. */
  host(level: LogLevel, message: string, category?: string): void;
  /** Lines the app writes through its context. */
  app(level: LogLevel, functionName: string, message: string): void;
  /** A line without time and level, as the `Functions:` table is. */
  plain(message: string): void;
  /** Whether a line of this level and category would be written, to save making its text. */
  enabled(level: LogLevel, category: string): boolean;
  /** Writes what is buffered. It is to be called before the process ends. */
  flush(): void;
}

const RANK: Readonly<Record<LogLevel, number>> = {
  trace: 0,
  debug: 1,
  information: 2,
  warning: 3,
  error: 4,
  critical: 5,
  none: 6,
};
const FLUSH_AFTER_MS = 10;
const FLUSH_AT_CHARS = 64 * 1024;

/**
 * The level below which a category is silent. It is `logging.logLevel` of the longest prefix of the category, else
 * `default`, else information.
 *
 * Source: "How to configure monitoring for Azure Functions", log levels and categories.
 */
export function minimumLevel(levels: Readonly<Record<string, string>>, category: string): LogLevel {
  const names = Object.keys(levels)
    .filter((name) => category === name || category.startsWith(`${name}.`))
    .sort((a, b) => b.length - a.length);
  const level = (levels[names[0] ?? 'default'] ?? levels.default ?? 'information').toLowerCase();
  return level in RANK ? (level as LogLevel) : 'information';
}

/**
 * A logger that collects lines and writes them a few times a second at most, so that logging never dominates a load test.
 * `quiet` leaves only warnings and errors of the host, and whatever the app itself says.
 */
export function createLogger(options: {
  quiet: boolean;
  levels: Readonly<Record<string, string>>;
  write?: (text: string) => void;
}): Logger {
  const write = options.write ?? ((text: string) => writeAll(text));
  const minimum = new Map<string, number>();
  let buffer = '';
  let timer: NodeJS.Timeout | undefined;

  const flush = () => {
    if (timer) clearTimeout(timer);
    timer = undefined;
    if (buffer === '') return;
    const text = buffer;
    buffer = '';
    write(text);
  };
  const append = (text: string) => {
    buffer += `${text}\n`;
    if (buffer.length >= FLUSH_AT_CHARS) flush();
    else timer ??= setTimeout(flush, FLUSH_AFTER_MS);
  };
  const minimumOf = (category: string): number => {
    let rank = minimum.get(category);
    if (rank === undefined) {
      rank = RANK[minimumLevel(options.levels, category)];
      minimum.set(category, rank);
    }
    return rank;
  };
  const enabled = (level: LogLevel, category: string) =>
    RANK[level] >= (options.quiet ? Math.max(RANK.warning, minimumOf(category)) : minimumOf(category));
  const line = (level: LogLevel, message: string) => {
    const mark = RANK[level] >= RANK.error ? 'ERROR ' : level === 'warning' ? 'WARN ' : '';
    append(`[${new Date().toISOString()}] ${mark}${message}`);
  };
  return {
    host: (level, message, category = 'Host') => {
      if (enabled(level, category)) line(level, message);
    },
    app: (level, functionName, message) => {
      if (RANK[level] >= minimumOf(`Function.${functionName}.User`)) line(level, message);
    },
    plain: (message) => {
      if (!options.quiet) append(message);
    },
    enabled,
    flush,
  };
}

/** Standard output may be a pipe that is full for a moment (EAGAIN). Then the rest goes the asynchronous way. */
function writeAll(text: string): void {
  const bytes = Buffer.from(text);
  let done = 0;
  try {
    while (done < bytes.length) done += writeSync(1, bytes, done);
  } catch {
    process.stdout.write(bytes.subarray(done));
  }
}
