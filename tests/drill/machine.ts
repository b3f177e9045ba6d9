import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { without } from '../faults/breaking';
import { newPerformance, reserve, untilStatus } from '../marquee';
import type { Incident } from './incident';
import { expect, health, openLog, untilHealth, untilWell } from './watchful';

/** What befalls the machine itself. */

export const diskFull: Incident = {
  name: 'disk full',
  async run(theatre) {
    const performanceId = await newPerformance(theatre);
    const buyer = await theatre.person('full');
    const log = openLog(theatre);
    const pid = theatre.system().pids().servicebus;
    // No file of this process may grow, which is what a full disk is to it. A process that is started again has no limit.
    const limited = spawnSync('prlimit', ['--pid', String(pid), '--fsize=1:']);
    if (limited.status !== 0)
      return 'left out: this machine has no prlimit, by which one process has a full disk';
    const placed = await reserve(buyer, { performanceId, seats: ['A-1-1'] }, { prefer: '' });
    const line = await log.line('servicebus ended (', 'WARN');
    expect(/EFBIG|SQLITE|disk/i.test(line), `the line says why: ${line}`);
    await untilStatus(buyer, placed.body.reservationId, 'held', 120_000);
    await untilWell(theatre);
    return `the supervisor’s line: ${line.replace(/^\S+ /, '').slice(0, 120)}`;
  },
};

export const noHostAlive: Incident = {
  name: 'no host alive',
  async run(theatre) {
    const log = openLog(theatre);
    await without(theatre, 'functions-1', 'is gone', async () => {
      await untilHealth(
        theatre,
        ({ status, checks }) => status === 'down' && checks.functions?.status === 'down',
      );
      expect((await health(theatre)).status === 503, 'health is 503');
      await log.line('functions-1 ended (', 'WARN');
    });
    await untilWell(theatre);
    return 'health: functions down, said by the gateway; the supervisor’s line: functions-1 ended';
  },
};

export const forbiddenPort: Incident = {
  name: 'a port that browsers refuse',
  async run() {
    const main = path.resolve('dist/local/marquee/start/main.js');
    const env = { ...process.env, MARQUEE_PORT_OFFSET: '2000', MARQUEE_DATA_DIR: '/tmp/marquee-drill-port' };
    const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    expect(code === 1 && /Browsers refuse port 10080 \(Gateway\)/.test(output), `it says so: ${output}`);
    return `it does not start: ${output.trim().split('\n')[0]}`;
  },
};
