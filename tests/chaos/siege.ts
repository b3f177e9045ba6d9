import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

const hasSiege = spawnSync('siege', ['--version']).error === undefined;
if (!hasSiege) process.stderr.write('siege is not installed (apt-get install siege): its run is left out.\n');

/** A test that is skipped, with a line that says why, on a machine without siege. */
export const siegeTest = hasSiege ? test : test.skip;

/** What siege says when it has ended. */
export async function siege(args: readonly string[], url: string): Promise<Record<string, number>> {
  const running = spawn('siege', [...args, '-b', '--json-output', url]);
  let output = '';
  running.stdout.on('data', (chunk) => {
    output += chunk;
  });
  await once(running, 'close');
  const figures = JSON.parse(output.slice(output.indexOf('{')));
  process.stderr.write(`siege ${args.join(' ')} ${new URL(url).pathname}: ${JSON.stringify(figures)}\n`);
  return figures;
}
