import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { StartupError } from '../../startupError';
import { parseJsonc } from './parseJsonc';

export type Settings = Readonly<Record<string, string | undefined>>;

export interface LocalSettings {
  readonly values: Readonly<Record<string, string>>;
  /** `Host.LocalHttpPort`, the port when none is given on the command line. */
  readonly port: number | undefined;
  /** The allowed origins of `Host.CORS`, `*` for all, empty when not set. */
  readonly cors: readonly string[];
}

const EMPTY: LocalSettings = { values: {}, port: undefined, cors: [] };

/**
 * Reads the app's local.settings.json. An absent file is an empty one.
 *
 * Source: "Code and test Azure Functions locally", local settings file.
 * @throws StartupError when the file cannot be read as settings, saying why.
 */
export function readLocalSettings(appRoot: string): LocalSettings {
  const file = path.join(appRoot, 'local.settings.json');
  if (!existsSync(file)) return EMPTY;
  const content = parseFile(file);
  if (content.IsEncrypted === true) {
    throw new StartupError(`${file} is encrypted. Decrypt it first: func settings decrypt.`);
  }
  const host = (content.Host ?? {}) as { LocalHttpPort?: number | string; CORS?: string };
  return {
    values: { ...connectionStrings(content.ConnectionStrings), ...textValues(file, content.Values) },
    port: host.LocalHttpPort === undefined ? undefined : Number(host.LocalHttpPort),
    cors: (host.CORS ?? '').split(',').flatMap((origin) => (origin.trim() ? [origin.trim()] : [])),
  };
}

function parseFile(file: string): Record<string, unknown> {
  try {
    return parseJsonc(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch (error) {
    throw new StartupError(`${file} is not valid JSON: ${(error as Error).message}`);
  }
}

function textValues(file: string, values: unknown): Record<string, string> {
  const entries = Object.entries((values ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    entries.map(([name, value]) => {
      if (value !== null && typeof value === 'object') {
        throw new StartupError(`${file}: the value of "${name}" must be text, not an object or a list.`);
      }
      return [name, value === null ? '' : String(value)];
    }),
  );
}

function connectionStrings(section: unknown): Record<string, string> {
  const entries = Object.entries((section ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    entries.flatMap(([name, value]) =>
      typeof value === 'string' ? [[`ConnectionStrings__${name}`, value]] : [],
    ),
  );
}

/** What the app sees. Its file's values are overlaid by the environment, and that by what the caller gives. */
export function mergeSettings(local: LocalSettings, environment: Settings, given: Settings): Settings {
  return { ...local.values, ...environment, ...given };
}
