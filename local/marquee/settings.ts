import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Default port of each stand-in. `MARQUEE_PORT_OFFSET` is added to every one. */
const DEFAULT_PORTS = {
  gateway: 8080,
  functions: 7071,
  cosmos: 8081,
  servicebus: 5672,
  eventgrid: 6500,
  blob: 10000,
  queue: 10001,
  table: 10002,
  payment: 9900,
  identity: 9999,
  smtp: 1025,
  mail: 1080,
  traces: 4318,
} as const;

export type Service = keyof typeof DEFAULT_PORTS;
export type Environment = Readonly<Record<string, string | undefined>>;

const wholeNumber = (env: Environment, name: string, fallback: number): number => {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  if (!/^\d+$/.test(text)) throw new Error(`${name} must be a whole number from 0, it is "${text}".`);
  return Number(text);
};

export const portOffset = (env: Environment = process.env): number =>
  wholeNumber(env, 'MARQUEE_PORT_OFFSET', 0);

/** The port of a service. Functions host n (from 1) listens at `functions` + n − 1. */
export const portOf = (service: Service, env: Environment = process.env): number =>
  DEFAULT_PORTS[service] + portOffset(env);

/** By how much every process of the local system takes the time to be later than it is. Azure knows no such setting. */
export const clockOffsetMs = (env: Environment = process.env): number =>
  wholeNumber(env, 'MARQUEE_CLOCK_OFFSET_SECONDS', 0) * 1000;

/** Vite's own server, `npm run dev -w web`. The offset moves it too. */
const WEB_DEV_PORT = 5173;

/** Where the web is opened on this machine. It is at the gateway, and at Vite for who works on it. */
export const webOrigins = (env: Environment = process.env): readonly string[] =>
  [portOf('gateway', env), WEB_DEV_PORT + portOffset(env)].flatMap((port) => [
    `http://127.0.0.1:${port}`,
    `http://localhost:${port}`,
  ]);

export function hostCount(env: Environment = process.env): number {
  const hosts = wholeNumber(env, 'MARQUEE_HOSTS', 1);
  if (hosts < 1) throw new Error('MARQUEE_HOSTS must be 1 or more.');
  return hosts;
}

/** Absolute path of the folder that holds all durable data and `pids/`. */
export const dataDir = (env: Environment = process.env): string =>
  path.resolve(env.MARQUEE_DATA_DIR || '.marquee');

/**
 * What the product sees on this machine. The values of local.settings.sample.json, with every 127.0.0.1 port moved by
 * the offset, overlaid by the environment.
 */
export function productSettings(appRoot: string, env: Environment = process.env): Record<string, string> {
  const file = path.join(appRoot, 'local.settings.sample.json');
  const { Values } = JSON.parse(readFileSync(file, 'utf8')) as { Values: Record<string, string> };
  const offset = portOffset(env);
  const moved = Object.entries(Values).map(([name, value]) => [
    name,
    value.replace(
      /(127\.0\.0\.1:)(\d+)/g,
      (_, host: string, port: string) => `${host}${Number(port) + offset}`,
    ),
  ]);
  const overrides = Object.keys(Values).flatMap((name) =>
    env[name] === undefined ? [] : [[name, env[name]]],
  );
  return Object.fromEntries([...moved, ...overrides]);
}
