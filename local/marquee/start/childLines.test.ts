import { spawn } from 'node:child_process';
import path from 'node:path';

const PRELOADED = path.resolve('dist/local/marquee/start/childLines.js');

/** What a child prints, and what it tells the supervisor. */
async function run(script: string) {
  const child = spawn(process.execPath, ['--require', PRELOADED, '-e', script], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  const told: unknown[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  child.on('message', (message) => told.push(message));
  await new Promise((resolve) => child.once('close', resolve));
  return { output, told };
}

test('each line that a child prints has a time, and a level where somebody should look', async () => {
  const { output } = await run(
    "console.log('up'); console.warn('odd %d', 1); console.error(new Error('full'))",
  );
  expect(output).toMatch(/^\[\d{4}-[\dT:.-]+Z\] up$/m);
  expect(output).toMatch(/^\[\d{4}-[\dT:.-]+Z\] WARN odd 1$/m);
  expect(output).toMatch(/^\[\d{4}-[\dT:.-]+Z\] ERROR Error: full$/m);
});

test('what a child dies of reaches the supervisor, whatever becomes of its log', async () => {
  const { told } = await run("throw Object.assign(new Error('ENOSPC: no space left on device'), {})");
  expect(told).toEqual([
    { type: 'error-line', text: expect.stringMatching(/^Error: ENOSPC: no space left on device/) },
  ]);
});
