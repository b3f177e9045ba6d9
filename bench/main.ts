import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { openHouse } from './house';
import { measureApart } from './measure/apart';
import { DEPLOYED, measureCost, measureIdle } from './measure/cost';
import { measureHops } from './measure/hops';
import { measureOpenLoop } from './measure/openLoop';
import { measurePackage } from './measure/package';
import { measureProfile } from './measure/profile';
import { measureRefusals } from './measure/refusals';
import { measureSeatMap } from './measure/seatMap';
import { measureThroughput } from './measure/throughput';
import { PRICES } from './prices';
import { ratios } from './ratios';

/**
 * `npm run bench [-- --json FILE] [--compare FILE]`: on `npm start`'s own processes, which share this machine with the
 * clients. `--compare` prints each figure as a ratio to an earlier run's.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'string' }, compare: { type: 'string' } } });
  const result: Record<string, unknown> = {
    at: new Date().toISOString(),
    cores: cpus().length,
    prices: PRICES.asOf,
  };
  const tell = (part: object) => {
    Object.assign(result, part);
    console.log(JSON.stringify(part, null, 2));
  };
  const deployed = await openHouse(DEPLOYED);
  try {
    tell(await measureCost(deployed));
  } finally {
    await deployed.close();
  }
  const house = await openHouse();
  try {
    tell(await measureIdle(house));
    const { throughput, ...rest } = await measureThroughput(house);
    tell({ throughput, ...rest });
    tell(await measureOpenLoop(house, Math.max(...Object.values(throughput)) / 2));
    for (const measure of [measureHops, measureRefusals, measureSeatMap, measurePackage])
      tell(await measure(house));
  } finally {
    await house.close();
  }
  tell(await measureApart());
  tell(await measureProfile());
  if (values.compare !== undefined)
    console.log(ratios(result, JSON.parse(readFileSync(values.compare, 'utf8'))));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
