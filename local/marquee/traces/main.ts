import { portOf } from '../settings';
import { startTraces } from './server';

async function main(): Promise<void> {
  const server = await startTraces(portOf('traces'));
  console.log(`Traces on ${server.url}`);
  process.once('SIGTERM', () => void server.close().then(() => process.exit(0)));
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
