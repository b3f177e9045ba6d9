import { createServer } from 'node:net';
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
  ['nowhere', /nowhere is no Functions app: it has no host\.json/],
])('app %s does not start and says why', async (name, message) => {
  const host = spawnHost(fixture(name), {}, ['--port', '0']);
  expect(await host.ended).toBe(1);
  expect(host.output()).toMatch(message);
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
  expect(await (await fetch(host.url('/api/works'))).text()).toBe('works');
  await host.stop();
});

test('too many requests are refused with 429', async () => {
  const host = await startHostProcess(fixture('limits'), { RELEASE_AFTER_MS: '200' });
  const statuses = await Promise.all([1, 2, 3, 4].map(async () => (await fetch(host.url('/'))).status));
  expect(statuses.sort()).toEqual([200, 200, 429, 429]);
  await host.stop();
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

test('a request under way is answered before the host ends', async () => {
  const host = await startHostProcess(fixture('stream'));
  const response = await fetch(host.url('/api/slow'));
  const ended = host.stop();
  expect(await response.text()).toBe('first second');
  expect(await ended).toBe(0);
});
