import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fixture, startHostProcess } from '../fixtures/hostProcess';
import { openTimerStore } from './timerStore';

let dataDir: string;
const NEVER = '0 0 0 1 1 *';

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'timer-'));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

const start = (settings: Record<string, string>) =>
  startHostProcess(fixture('timer'), { AzureFunctionsWebHost__hostid: 'timers', ...settings }, [
    '--data',
    dataDir,
  ]);

test('one run at a time, however long it takes', async () => {
  const host = await start({ TICK: '*/1 * * * * *' });
  await host.printed(/tick ended[\s\S]*tick ended/);
  expect(host.output()).toMatch(/Executing 'Functions\.tick' \(Reason='Timer fired at .*Z', Id=/);
  expect(host.output()).toMatch(/running=1 isPastDue=false dst=true/);
  expect(host.output()).not.toContain('running=2');
  expect(await host.stop()).toBe(0);
});

test('of two hosts one runs the timer; when it is killed the other goes on', async () => {
  const one = await start({ TICK: '00:00:01' });
  await one.printed(/tick \d+ running/);
  const two = await start({ TICK: '00:00:01' });
  await one.printed(/tick ended[\s\S]*tick ended/);
  expect(two.output()).not.toMatch(/tick \d+ running/);
  await one.stop('SIGKILL');
  await two.printed(/tick \d+ running/);
  await two.stop();
});

test('a time missed while no host was up runs at once as past due', async () => {
  const folder = path.join(dataDir, 'functions-host/timers');
  mkdirSync(folder, { recursive: true });
  const status = {
    last: '2020-01-01T00:00:00Z',
    next: '2020-01-01T01:00:00Z',
    lastUpdated: '2020-01-01T00:00:00Z',
  };
  writeFileSync(path.join(folder, 'hourly.json'), JSON.stringify(status));
  const host = await start({ TICK: NEVER });
  await host.printed(/hourly isPastDue=true last=2020-01-01T00:00:00Z next=20\d\d-/);
  await host.stop();
});

test('runOnStartup, and a retry policy that gives up in the end', async () => {
  const host = await start({ TICK: NEVER, RUN_ON_STARTUP: 'true' });
  await host.printed(/hourly isPastDue=false/);
  await host.printed(/flaky retryCount=undefined/);
  await host.printed(/flaky retryCount=1 of 2 after failure 1/);
  await host.printed(/flaky retryCount=2 of 2 after failure 2/);
  await host.printed(/Next attempt: '2'\. Max retry count: '2'/);
  await host.printed(/Exception: Error: failure 3/);
  expect(host.output()).not.toContain('retryCount=3');
  await host.stop();
});

test('POST /admin/functions/{name} runs a function by hand', async () => {
  const host = await start({ TICK: NEVER });
  const response = await fetch(host.url('/admin/functions/tick'), { method: 'POST', body: '{}' });
  expect(response.status).toBe(202);
  await host.printed(/tick \d+ running=1/);
  expect((await fetch(host.url('/admin/functions/nobody'), { method: 'POST' })).status).toBe(404);
  expect((await fetch(host.url('/admin/functions/%'), { method: 'POST' })).status).toBe(404);
  await host.stop();
});

test('a timer lock belongs to one holder at a time', () => {
  const one = openTimerStore(dataDir, 'a');
  const two = openTimerStore(dataDir, 'a');
  expect([one.tryAcquire(), two.tryAcquire(), one.tryAcquire()]).toEqual([true, false, true]);
  one.release();
  expect(two.tryAcquire()).toBe(true);
  two.release();
});
