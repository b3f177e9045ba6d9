import path from 'node:path';
import { drainOutbox } from '../../../functions/reservation/commit/drainOutbox';
import { reservationSettings } from '../../../functions/reservation/deps';
import { openDatabase } from '../../../shared/cosmos/cosmos';
import { readSettings } from '../../../shared/kernel/config';
import { eventGridPublisher } from '../../../shared/messaging/publish';
import { productSettings } from '../settings';

/** An update takes minutes to roll out. */
const SINCE_MS = 60 * 60 * 1000;

/**
 * Run once after the update from a version whose events were outbox documents: `npm run publish:outbox`. Publishes what
 * its hosts had stored in the last hour, on this machine or where `COSMOS…` and `EVENTGRID…` of the environment point.
 */
async function main(): Promise<void> {
  const { COSMOS__accountEndpoint } = process.env;
  const root = path.resolve(__dirname, '../../../..');
  const env = COSMOS__accountEndpoint === undefined ? productSettings(root, process.env) : process.env;
  const settings = readSettings(reservationSettings, env);
  const reservations = openDatabase(settings).container('reservations');
  const events = await drainOutbox(reservations, eventGridPublisher(settings), Date.now() - SINCE_MS);
  console.log(`${events} events of the version before published.`);
}

main().catch((error: Error) => {
  console.error(`${error.message}. Whatever was not published stays; run it again.`);
  process.exitCode = 1;
});
