import path from 'node:path';
import type { Database } from '@azure/cosmos';
import { entryListKey } from '../../../functions/mypage/store';
import { noticeListKey } from '../../../functions/notification/store';
import { askForTickets } from '../../../functions/reservation/commit/askForTickets';
import { drainOutbox } from '../../../functions/reservation/commit/drainOutbox';
import { addListKeys, type Listed } from '../../../shared/cosmos/addListKeys';
import { openDatabase } from '../../../shared/cosmos/cosmos';
import { cosmosSettings, eventGridSettings, readSettings } from '../../../shared/kernel/config';
import { eventGridPublisher, type Publisher } from '../../../shared/messaging/publish';
import { productSettings } from '../settings';

/** An update takes minutes to roll out. */
const SINCE_MS = 60 * 60 * 1000;

const listed = (database: Pick<Database, 'container'>): readonly Listed[] => [
  {
    container: database.container('notifications'),
    where: 'IS_DEFINED(c.noticeId)',
    partition: 'customerId',
    listKeyOf: noticeListKey,
  },
  {
    container: database.container('mypage'),
    where: 'IS_DEFINED(c.reservationId)',
    partition: 'customerId',
    listKeyOf: entryListKey,
  },
];

/**
 * Brings what the version before has stored to today's form. Its events were outbox documents, and those of the last hour
 * are published. Its lists had no keys, and now have them. What was sold gets its tickets. Safe to run twice.
 */
export async function updateDocuments(
  database: Pick<Database, 'container'>,
  publisher: Publisher,
  nowMs: number,
) {
  const events = await drainOutbox(database.container('reservations'), publisher, nowMs - SINCE_MS);
  let places = 0;
  for (const list of listed(database)) places += await addListKeys(list);
  const tickets = await askForTickets(database.container('reservations'), publisher);
  return { events, places, tickets };
}

/**
 * `npm run update:documents`, once after an update, on this machine or where `COSMOS…` and `EVENTGRID…` of the environment
 * point.
 */
async function main(): Promise<void> {
  const { COSMOS__accountEndpoint } = process.env;
  const root = path.resolve(__dirname, '../../../..');
  const env = COSMOS__accountEndpoint === undefined ? productSettings(root, process.env) : process.env;
  const settings = readSettings(cosmosSettings.extend(eventGridSettings.shape), env);
  const publisher = eventGridPublisher(settings);
  const { events, places, tickets } = await updateDocuments(openDatabase(settings), publisher, Date.now());
  console.log(
    `${events} events published, ${places} documents given their place in a list, tickets asked for of ${tickets} reservations.`,
  );
}

if (require.main === module)
  main().catch((error: Error) => {
    console.error(`${error.message}. What is done is done; run it again.`);
    process.exitCode = 1;
  });
