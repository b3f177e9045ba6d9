import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { openHouse } from './house';
import { measureCost } from './measure/cost';
import { measureProfile } from './measure/profile';
import { measureRefusals } from './measure/refusals';
import { measureSeatMap } from './measure/seatMap';
import { measureThroughput } from './measure/throughput';
import { PRICES } from './prices';

/** `npm run bench [-- --json FILE]`: on `npm start`'s own processes, which share this machine with the clients. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'string' } } });
  const result: Record<string, unknown> = {
    at: new Date().toISOString(),
    cores: cpus().length,
    prices: PRICES.asOf,
  };
  const tell = (part: object) => {
    Object.assign(result, part);
    console.log(JSON.stringify(part, null, 2));
  };
  const house = await openHouse();
  try {
    for (const measure of [measureCost, measureThroughput, measureRefusals, measureSeatMap])
      tell(await measure(house));
  } finally {
    await house.close();
  }
  tell(await measureProfile());
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
