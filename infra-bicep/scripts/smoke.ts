import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { smoke } from './smokeChecks';

const PAUSE_MS = 10_000;

/** npm run smoke -- --url <gateway> [--wait <seconds>]: tries again while a deployment settles. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { url: { type: 'string' }, wait: { type: 'string', default: '0' } },
  });
  if (values.url === undefined) {
    console.error(
      'Which system? npm run smoke -- --url https://<gateway> (on this machine http://127.0.0.1:8080)',
    );
    return 2;
  }
  return untilRight(values.url, performance.now() + Number(values.wait) * 1000);
}

async function untilRight(url: string, deadline: number): Promise<number> {
  for (;;) {
    const results = await smoke(url);
    const failed = results.filter(({ problem }) => problem !== undefined);
    if (failed.length === 0 || performance.now() + PAUSE_MS > deadline) {
      for (const result of results) console.log(lineOf(result));
      return failed.length === 0 ? 0 : 1;
    }
    console.log(`${failed.length} of ${results.length} not yet: ${failed[0]?.problem}`);
    await sleep(PAUSE_MS);
  }
}

const lineOf = ({ name, problem }: Awaited<ReturnType<typeof smoke>>[number]): string =>
  problem === undefined ? `ok    ${name}` : `WRONG ${name}: ${problem}`;

main().then((code) => {
  process.exitCode = code;
});
