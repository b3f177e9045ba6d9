import path from 'node:path';
import { rebuildAvailability } from '../../../functions/musical/seats/triggers/rebuildAvailability';
import { productSettings } from '../settings';

/**
 * Rebuilds seat maps on this machine, or where `COSMOS…` of the environment points. `npm run rebuild:seatmap --
 * <performanceId>…`
 */
async function main(): Promise<void> {
  const performanceIds = process.argv.slice(2);
  if (performanceIds.length === 0)
    throw new Error('Name the performances: npm run rebuild:seatmap -- <id> …');
  const { COSMOS__accountEndpoint } = process.env;
  const settings =
    COSMOS__accountEndpoint === undefined
      ? productSettings(path.resolve(__dirname, '../../../..'), process.env)
      : process.env;
  for (const performanceId of performanceIds) {
    const allocations = await rebuildAvailability(settings, performanceId);
    console.log(`${performanceId}: availability rebuilt from ${allocations} allocations.`);
  }
}

main().catch((error: Error) => {
  const isAway = error.message.includes('ECONNREFUSED');
  console.error(
    isAway
      ? 'Cosmos DB does not answer. Start Marquee, and give the MARQUEE_PORT_OFFSET it was started with.'
      : error.message,
  );
  process.exitCode = 1;
});
