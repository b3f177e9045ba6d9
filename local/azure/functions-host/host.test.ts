import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fixture, spawnHost, startHostProcess } from './fixtures/hostProcess';

test('an ES module app runs', async () => {
  const host = await startHostProcess(fixture('esm'));
  expect(await (await fetch(host.url('/api/module'))).text()).toBe('from a module');
  expect(await host.stop()).toBe(0);
});

test('an app that registers nothing is told so, with likely causes', async () => {
  const host = await startHostProcess(fixture('empty'));
  expect(host.output()).toMatch(/No job functions found.*"main" of package\.json/);
  await host.stop();
});

test.each([
  [
    'broken',
    /unable to load entry point "index\.js": Error: registration failed here\n\s+at .*broken\/index\.js/,
  ],
  ['noMatch', /No file of the app matches "main": "dist\/\*\.js"/],
  ['twice', /A function named "orders" is registered already; give "Orders" a name of its own/],
  ['nowhere', /nowhere is no Functions app: it has no host\.json/],
])('app %s does not start and says why', async (name, message) => {
  const host = spawnHost(fixture(name), {}, ['--port', '0']);
  expect(await host.ended).toBe(1);
  expect(host.output()).toMatch(message);
});

test('files of a folder are loaded before those of the folders in it', async () => {
  const host = await startHostProcess(fixture('order'));
  expect(host.output().match(/loaded \w+/g)).toEqual(
    ['index', 'a', 'b', 'deep'].map((name) => `loaded ${name}`),
  );
  await host.stop();
});

test('a Node without node:sqlite is told so in one line', async () => {
  const host = spawnHost(fixture('http'), { NODE_OPTIONS: '--no-experimental-sqlite' }, ['--port', '0']);
  expect(await host.ended).toBe(1);
  expect(host.output()).toMatch(
    /^This stand-in needs "node:sqlite", which Node v\d.* does not have here\..*\n$/,
  );
});

test('a taken port is one line that names it', async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, () => resolve((server.address() as { port: number }).port));
  });
  const host = spawnHost(fixture('http'), {}, ['--port', String(port)]);
  expect(await host.ended).toBe(1);
  expect(host.output()).toBe(`Port ${port} is in use; give another with --port.\n`);
  server.close();
});

test('functions that cannot run are named with what they miss; the others run', async () => {
  const host = await startHostProcess(fixture('missing'));
  expect(host.output()).toMatch(
    /'worker' function is in error: Connection "NOWHERE" is missing: set NOWHERE/,
  );
  expect(host.output()).toMatch(/'unnamed' function is in error:.*the setting "QUEUE_NAME" is missing/);
  expect(host.output()).toMatch(/'Functions\.crooked' was unable to start.*the second must be 0 to 59/);
  expect(host.output()).toMatch(
    /'foreign' function is in error: The binding type "queueTrigger" is not supported/,
  );
  expect(host.output()).toMatch(/'toBlob' function is in error: The binding type "blob" is not supported/);
  const faults: Readonly<Record<string, RegExp>> = {
    'bad.name': /is not a valid function name/,
    leading: /The route "\/leading" must not begin with "\/"/,
    empty: /The route "a\/\/b" must not have an empty segment/,
    reserved: /The route "admin\/orders" conflicts with the host's own/,
    unclosed: /has an unclosed "\{"/,
    unknown: /colour/,
    old: /"leaseCollectionName" is of version 3 .* it is "leaseContainerName" now/,
    older: /"connectionStringSetting" is of version 3 .* it is "connection" now/,
    oldest: /"useMultipleWriteLocations" is of version 3 .* remove it/,
  };
  for (const [name, fault] of Object.entries(faults)) {
    const [, message] = await host.printed(new RegExp(`'${name}' function is in error: (.*)`));
    expect(message).toMatch(fault);
  }
  expect(await (await fetch(host.url('/api/works'))).text()).toBe('works');
  await host.stop();
});

test('too many requests are refused with 429', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'limits-'));
  const release = path.join(folder, 'release');
  const settings = { RELEASE: release, AzureFunctionsJobHost__functionTimeout: '00:01:00' };
  const host = await startHostProcess(fixture('limits'), settings);
  const statuses: number[] = [];
  const ask = async () => {
    statuses.push((await fetch(host.url('/'))).status);
    if (statuses.length === 2) writeFileSync(release, '');
  };
  await Promise.all([ask(), ask(), ask(), ask()]);
  expect(statuses).toEqual([429, 429, 200, 200]);
  await host.stop();
  rmSync(folder, { recursive: true });
});

test('a function past functionTimeout has failed', async () => {
  const host = await startHostProcess(fixture('limits'));
  expect((await fetch(host.url('/'))).status).toBe(500);
  await host.printed(/Timeout value of 00:00:01 was exceeded by function: Functions\.wait/);
  await host.stop();
});

test('a quiet host prints only what the app says and what is wrong', async () => {
  const host = spawnHost(fixture('timer'), { TICK: '0 0 0 1 1 *', RUN_ON_STARTUP: 'true' }, [
    '--port',
    '0',
    '--quiet',
  ]);
  await host.printed(/hourly isPastDue=false/);
  await host.printed(/Executed 'Functions\.flaky' \(Failed/);
  expect(host.output()).not.toMatch(/Executing|Functions:|Succeeded/);
  await host.stop();
});

test('an uncaught exception ends the host, which its supervisor starts again', async () => {
  const host = await startHostProcess(fixture('http'));
  await fetch(host.url('/api/crash')).catch(() => undefined);
  expect(await host.ended).toBe(1);
  expect(host.output()).toMatch(/uncaught exception.*Error: uncaught/);
});

test('so does an unhandled rejection', async () => {
  const host = await startHostProcess(fixture('http'));
  await fetch(host.url('/api/rejects')).catch(() => undefined);
  expect(await host.ended).toBe(1);
  expect(host.output()).toMatch(/uncaught exception.*Error: nobody awaits me/);
});

test('a request under way is answered before the host ends', async () => {
  const host = await startHostProcess(fixture('stream'));
  const response = await fetch(host.url('/api/slow'));
  const ended = host.stop();
  expect(await response.text()).toBe('first second');
  expect(await ended).toBe(0);
});
