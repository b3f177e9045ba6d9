import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CosmosClient } from '@azure/cosmos';
import containers from '../../../shared/containers.json';
import { portOf, productSettings } from '../settings';
import { isFree, until } from './ports';
import { findFreeOffset, type RunningSystem, startSystem } from './system';

const ROOT = path.resolve(__dirname, '../../..');
const APP = path.join(__dirname, 'fixtures/app');
const NAMES = [
  'cosmos',
  'servicebus',
  'traces',
  'eventgrid',
  'azurite',
  'payment',
  'identity',
  'mail',
  'gateway',
];
const PORTS = [
  'cosmos',
  'servicebus',
  'eventgrid',
  'blob',
  'payment',
  'identity',
  'mail',
  'gateway',
] as const;
const PATIENCE_MS = 30_000;

let dataDir: string;
let offset: number;
let env: Record<string, string>;
let system: RunningSystem | undefined;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'start-'));
  offset = await findFreeOffset();
  env = { MARQUEE_PORT_OFFSET: String(offset), MARQUEE_DATA_DIR: dataDir };
});

afterAll(async () => {
  await system?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const start = (hosts: number) => startSystem({ offset, dataDir, hosts, env: { MARQUEE_APP: APP } });
const running = (): RunningSystem => {
  if (!system) throw new Error('The system has not started.');
  return system;
};
const whoami = async (method = 'GET'): Promise<{ status: number; pid: number | undefined }> => {
  const response = await fetch(`${running().apiUrl}/whoami`, { method });
  const { pid } = (await response.json()) as { pid?: number };
  return { status: response.status, pid };
};

/** Runs a built script to its end. */
async function run(script: string, args: readonly string[], more: Record<string, string> = {}) {
  const child: ChildProcess = spawn(process.execPath, [path.join(ROOT, 'dist', script), ...args], {
    env: { ...process.env, ...env, ...more },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk;
    });
  }
  const [code] = await once(child, 'close');
  return { code: code as number, output: output.trim() };
}

async function readContainer(id: string) {
  const settings = productSettings(ROOT, env);
  const client = new CosmosClient(settings.COSMOS ?? '');
  const { resource } = await client
    .database(settings.COSMOS_DATABASE ?? '')
    .container(id)
    .read();
  client.dispose();
  return resource;
}

test('everything comes up, with the containers of the table', async () => {
  system = await start(1);
  expect(Object.keys(system.pids()).sort()).toEqual([...NAMES, 'functions-1', 'start'].sort());
  expect(await whoami()).toEqual({ status: 200, pid: system.pids()['functions-1'] });
  for (const [id, { partitionKey, index, ttl }] of Object.entries(containers)) {
    const container = await readContainer(id);
    expect(container?.partitionKey?.paths).toEqual([partitionKey]);
    expect(container?.defaultTtl).toBe(ttl ? -1 : undefined);
    const included = container?.indexingPolicy?.includedPaths?.map((entry) => entry.path) ?? [];
    expect(included).toEqual(expect.arrayContaining(index));
  }
  expect(statSync(path.join(dataDir, 'control.json')).mode & 0o777).toBe(0o600);
});

test('a second start on the same data is refused in one line', async () => {
  const { code, output } = await run('local/marquee/start/main.js', []);
  expect(code).toBe(1);
  expect(output.split('\n')).toHaveLength(1);
  expect(output).toContain(`Marquee runs on ${dataDir} already (process ${running().pids().start})`);
  expect((await whoami()).status).toBe(200);
});

test('a taken port is one line that names it, and nothing is left running', async () => {
  const elsewhere = mkdtempSync(path.join(tmpdir(), 'start-'));
  const free = await findFreeOffset();
  const more = { MARQUEE_DATA_DIR: elsewhere, MARQUEE_PORT_OFFSET: String(free) };
  const port = portOf('payment', more);
  const server = net.createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { code, output } = await run('local/marquee/start/main.js', [], more);
  server.close();
  expect(code).toBe(1);
  expect(output).toMatch(new RegExp(`^Port ${port} \\(Payment\\) is taken\\. .*MARQUEE_PORT_OFFSET.*$`));
  rmSync(elsewhere, { recursive: true, force: true });
});

test('rolling replaces the host and loses no request', () => rollUnderLoad(['functions-1']));

async function rollUnderLoad(names: readonly string[]): Promise<void> {
  const before = running().pids();
  let rolling = true;
  const answers: number[] = [];
  const client = async (method: string) => {
    while (rolling) answers.push((await whoami(method)).status);
  };
  const clients = Promise.all(['GET', 'POST', 'GET', 'POST'].map(client));
  const { code, output } = await run('local/marquee/start/roll.js', []);
  rolling = false;
  await clients;
  expect(output).toContain(`${names.at(-1)}: healthy`);
  expect(code).toBe(0);
  const after = running().pids();
  expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
  for (const name of names) expect(after[name]).not.toBe(before[name]);
  expect(answers.length).toBeGreaterThan(0);
  expect(new Set(answers)).toEqual(new Set([200]));
}

test.each([...NAMES, 'functions-1'])('%s is started again after kill -9', async (name) => {
  const before = running().pids()[name];
  running().kill(name);
  const isBack = async () => {
    const pid = running().pids()[name];
    return pid !== undefined && pid !== before;
  };
  expect(await until(isBack, PATIENCE_MS)).toBe(true);
  await running().healthy();
  const port = PORTS[NAMES.indexOf(name)];
  if (port) expect(await until(async () => !(await isFree(portOf(port, env))), PATIENCE_MS)).toBe(true);
});

test('with its parent killed the whole tree ends, and the next start goes on with the same data', async () => {
  running().kill('start');
  system = await start(2);
  expect((await readContainer('seats'))?.id).toBe('seats');
  const pids = new Set([(await whoami()).pid, (await whoami()).pid]);
  expect(pids).toEqual(new Set([system.pids()['functions-1'], system.pids()['functions-2']]));
});

test('one of two hosts dies and the other answers all', async () => {
  running().kill('functions-1');
  const answers = await Promise.all(Array.from({ length: 20 }, () => whoami()));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
});

test('rolling two hosts loses no request', async () => {
  const isBack = async () => running().pids()['functions-1'] !== undefined;
  expect(await until(isBack, PATIENCE_MS)).toBe(true);
  await rollUnderLoad(['functions-1', 'functions-2']);
});

test('stopping ends everything and leaves no pid', async () => {
  await running().stop();
  expect(running().pids()).toEqual({});
  for (const port of PORTS) expect(await isFree(portOf(port, env))).toBe(true);
  system = undefined;
});

test('without a system there is nothing to roll', async () => {
  const { code, output } = await run('local/marquee/start/roll.js', []);
  expect(code).toBe(1);
  expect(output).toBe(`No Marquee runs on ${dataDir}. Start it with npm start.`);
});

test('an app that does not start is shown with the end of its log', async () => {
  const app = mkdtempSync(path.join(tmpdir(), 'app-'));
  writeFileSync(path.join(app, 'host.json'), '{"version":"2.0"}');
  writeFileSync(path.join(app, 'package.json'), '{"main":"index.js"}');
  writeFileSync(path.join(app, 'index.js'), 'throw new Error("the poster is missing");');
  const { code, output } = await run('local/marquee/start/main.js', [], { MARQUEE_APP: app });
  expect(code).toBe(1);
  expect(output).toContain('functions-1 is not healthy');
  expect(output).toContain('the poster is missing');
  for (const port of PORTS) expect(await isFree(portOf(port, env))).toBe(true);
  rmSync(app, { recursive: true, force: true });
});
