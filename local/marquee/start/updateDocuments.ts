import path from 'node:path';
import type { Database } from '@azure/cosmos';
import { entryListKey } from '../../../functions/mypage/store';
import { noticeListKey } from '../../../functions/notification/store';
import { askForTickets } from '../../../functions/reservation/commit/askForTickets';
import { drainOutbox } from '../../../functions/reservation/commit/drainOutbox';
import { withKeys } from '../../../functions/reservation/commit/withKeys';
import { openDatabase } from '../../../shared/cosmos/cosmos';
import { type Rewriting, rewriteDocuments, type Stored } from '../../../shared/cosmos/rewriteDocuments';
import { cosmosSettings, eventGridSettings, readSettings } from '../../../shared/kernel/config';
import { eventGridPublisher, type Publisher } from '../../../shared/messaging/publish';
import { productSettings } from '../settings';
import { withLines } from './linesOfBefore';

/** An update takes minutes to roll out. */
const SINCE_MS = 60 * 60 * 1000;

const listed = (database: Pick<Database, 'container'>): readonly Rewriting[] => [
  {
    container: database.container('notifications'),
    where: 'NOT IS_DEFINED(c.listKey) AND IS_DEFINED(c.noticeId)',
    partition: 'customerId',
    today: (document) => withListKey(document, noticeListKey as ListKeyOf),
  },
  {
    container: database.container('mypage'),
    where: 'NOT IS_DEFINED(c.listKey) AND IS_DEFINED(c.reservationId)',
    partition: 'customerId',
    today: (document) => withListKey(document, entryListKey as ListKeyOf),
  },
  withKeys(database.container('reservations')),
];

type ListKeyOf = (document: Stored) => string;

const withListKey = (document: Stored, listKeyOf: ListKeyOf): Stored | undefined =>
  document.listKey === undefined ? { ...document, listKey: listKeyOf(document) } : undefined;

/**
 * Brings what the version before has stored to today's form. Its events were outbox documents, and those of the last hour
 * are published. Its lists and searches had no keys and its sales no lines, and now have them. What was sold gets its tickets. Safe to
 * run twice, and while the theatre sells.
 */
export async function updateDocuments(
  database: Pick<Database, 'container'>,
  publisher: Publisher,
  nowMs: number,
) {
  const events = await drainOutbox(database.container('reservations'), publisher, nowMs - SINCE_MS);
  const places = await rewriteAll(listed(database));
  const sales = await rewriteAll(withLines(database));
  const tickets = await askForTickets(database.container('reservations'), publisher);
  return { events, places, sales, tickets };
}

async function rewriteAll(rewritings: readonly Rewriting[]): Promise<number> {
  let rewritten = 0;
  for (const rewriting of rewritings) rewritten += await rewriteDocuments(rewriting);
  return rewritten;
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
  const { events, places, sales, tickets } = await updateDocuments(
    openDatabase(settings),
    publisher,
    Date.now(),
  );
  console.log(
    `${events} events published, ${places} documents given their keys in lists and searches and ${sales} their lines, tickets asked for of ${tickets} reservations.`,
  );
}

if (require.main === module)
  main().catch((error: Error) => {
    console.error(`${error.message}. What is done is done; run it again.`);
    process.exitCode = 1;
  });
