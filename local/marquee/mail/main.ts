import path from 'node:path';
import { dataDir, portOf } from '../settings';
import { startMail } from './server';
import { MailStore } from './store';

async function main(): Promise<void> {
  const store = await MailStore.open(path.join(dataDir(), 'mail'));
  const server = await startMail(store, portOf('smtp'), portOf('mail'));
  console.log(`Mail on ${server.url}`);
  process.once('SIGTERM', () => void server.close().then(() => process.exit(0)));
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
