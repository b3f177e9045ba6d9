import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { StartupError } from '../../startupError';
import { parseJsonc } from './parseJsonc';
import type { Settings } from './readSettings';
import { parseTimeSpan } from './timeSpan';

/** The parts of host.json this host acts on, with the defaults of the real one. */
export interface HostConfig {
  /** Undefined for no limit, as Core Tools runs without one. */
  readonly functionTimeoutMs: number | undefined;
  readonly logLevels: Readonly<Record<string, string>>;
  readonly http: {
    readonly routePrefix: string;
    /** −1 for no bound. */
    readonly maxConcurrentRequests: number;
    readonly maxOutstandingRequests: number;
    readonly customHeaders: Readonly<Record<string, string>>;
  };
  readonly serviceBus: {
    readonly autoCompleteMessages: boolean;
    readonly maxConcurrentCalls: number;
    readonly maxAutoLockRenewalMs: number;
    readonly maxMessageBatchSize: number;
  };
  /** Retry policy for every function that has none of its own and whose trigger knows retries. */
  readonly retry: unknown;
}

type Json = Record<string, unknown>;

/**
 * Reads host.json, overlaid by `AzureFunctionsJobHost__a__b` settings.
 *
 * Source: "host.json reference for Azure Functions 2.x and later"; "Azure Service Bus bindings", host.json of 5.x.
 * @throws StartupError when the file is missing, broken, or not version 2.0.
 */
export function readHostConfig(appRoot: string, settings: Settings): HostConfig {
  const file = path.join(appRoot, 'host.json');
  if (!existsSync(file)) throw new StartupError(`${appRoot} is no Functions app: it has no host.json.`);
  let json: Json;
  try {
    json = parseJsonc(readFileSync(file, 'utf8')) as Json;
  } catch (error) {
    throw new StartupError(`${file} is not valid JSON: ${(error as Error).message}`);
  }
  if (json.version !== '2.0') throw new StartupError(`${file}: "version" must be "2.0".`);
  return toHostConfig(overlay(json, settings));
}

const PREFIX = 'AzureFunctionsJobHost__';

/** Lays `AzureFunctionsJobHost__logging__logLevel__default=Warning` and its like over host.json. */
export function overlay(json: Json, settings: Settings): Json {
  const result = structuredClone(json);
  for (const [name, value] of Object.entries(settings)) {
    if (!name.startsWith(PREFIX) || value === undefined) continue;
    const keys = name.slice(PREFIX.length).split('__');
    const last = keys.pop() ?? '';
    const node = keys.reduce(objectAt, result);
    node[knownKey(node, last)] = value;
  }
  return result;
}

/** The key as host.json writes it, whose case may differ. */
const knownKey = (node: Json, key: string): string =>
  Object.keys(node).find((known) => known.toLowerCase() === key.toLowerCase()) ?? key;

function objectAt(node: Json, key: string): Json {
  const known = knownKey(node, key);
  if (typeof node[known] !== 'object' || node[known] === null) node[known] = {};
  return node[known] as Json;
}

function toHostConfig(json: Json): HostConfig {
  const extensions = section(json, 'extensions');
  const http = section(extensions, 'http');
  const bus = section(extensions, 'serviceBus');
  return {
    functionTimeoutMs: duration(json, 'functionTimeout', undefined),
    logLevels: section(section(json, 'logging'), 'logLevel') as Record<string, string>,
    http: {
      routePrefix: String(http.routePrefix ?? 'api').replace(/^\/+|\/+$/g, ''),
      maxConcurrentRequests: number(http, 'maxConcurrentRequests', -1),
      maxOutstandingRequests: number(http, 'maxOutstandingRequests', -1),
      customHeaders: section(http, 'customHeaders') as Record<string, string>,
    },
    serviceBus: {
      autoCompleteMessages: String(bus.autoCompleteMessages ?? true).toLowerCase() === 'true',
      maxConcurrentCalls: number(bus, 'maxConcurrentCalls', 16),
      maxAutoLockRenewalMs: duration(bus, 'maxAutoLockRenewalDuration', 300_000) ?? 300_000,
      maxMessageBatchSize: number(bus, 'maxMessageBatchSize', 1_000),
    },
    retry: json.retry,
  };
}

function section(json: Json, name: string): Json {
  const value = json[name];
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function number(json: Json, name: string, fallback: number): number {
  const value = json[name] ?? fallback;
  const parsed = Number(value);
  if (!Number.isFinite(parsed))
    throw new StartupError(`host.json: "${name}" must be a number, it is "${value}".`);
  return parsed;
}

function duration(json: Json, name: string, fallback: number | undefined): number | undefined {
  const value = json[name];
  if (value === undefined || value === null) return fallback;
  const ms = parseTimeSpan(String(value));
  if (ms === undefined)
    throw new StartupError(`host.json: "${name}" must be like 00:05:00, it is "${value}".`);
  return Number.isFinite(ms) && ms > 0 ? ms : undefined;
}
